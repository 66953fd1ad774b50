"""What the overview tells of an earlier procedure is what playing it comes to, as documents say.

A history was filled up with days that nobody wrote down, so that it can be played ("aanname").
"""

from collections.abc import Iterator
from datetime import date

from gehoord.domain.outgoing.courses import courses_of
from gehoord.domain.outgoing.past_course import PastStep, past_steps
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.procedures.library import proposal_of
from gehoord.procedures.past_courses import past_courses
from gehoord.replay.history import Event, History, StageStarted, history_of
from gehoord.replay.machine import Engine
from gehoord.store.state import state_of

KINDS = {
    "gehoord": StepKind.HEARING,
    "akkoord": StepKind.AGREEMENT,
    "vaststelling": StepKind.ADOPTION,
}
"""Reports that name no step, and the kind of the one that they are about."""


def assert_went_as_shipped(name: str, engine: Engine, dossier: str, end: date) -> None:
    shipped = [c.steps for c in past_courses(name.partition("/")[0]) if c.name == name]
    with engine.register.reading() as reader:
        courses = courses_of(state_of(reader, dossier), end)
    went = tuple(written_down(history_of(name), proposal_of(name)[0], past_steps(courses)))
    assert shipped == ([went] if went else [])


def written_down(
    history: History, proposal: Proposal, steps: "Iterator[PastStep]"
) -> "Iterator[PastStep]":
    """Yield the steps of which a document gives the day on which they were done."""
    known = [e for e in history.events if not e.source.startswith("aanname")]
    planned = {step.id: step for step in proposal.steps}
    for step in steps:
        own = planned.get(step.step)  # what came after the proposal stands in no document of it
        if own and any(e.event.on == step.done_on and is_about(e, own) for e in known):
            yield step


def is_about(entry: Event, step: Step) -> bool:
    event = entry.event
    if isinstance(event, StageStarted):
        return False  # it sends more than the document tells of
    if event.what == "themas":
        return step.chooses_themes
    if event.what == step.reported_as:
        return True
    named = getattr(event, "step", None)
    return named == step.id if named else KINDS.get(event.what) is step.kind
