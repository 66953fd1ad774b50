"""What the overview tells of an earlier procedure is what playing it comes to."""

from datetime import date

from gehoord.domain.outgoing.courses import courses_of
from gehoord.domain.outgoing.past_course import past_steps
from gehoord.procedures.past_courses import past_courses
from gehoord.replay.machine import Engine
from gehoord.store.state import state_of


def assert_went_as_shipped(name: str, engine: Engine, dossier: str, end: date) -> None:
    [shipped] = [c for c in past_courses(name.partition("/")[0]) if c.name == name]
    with engine.register.reading() as reader:
        courses = courses_of(state_of(reader, dossier), end)
    assert shipped.steps == tuple(past_steps(courses))
