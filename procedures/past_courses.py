"""How the procedures went of which Gehoord ships the history, worked out once for all."""

from functools import cache
from importlib.resources import files
from typing import Final

from pydantic import Field

from gehoord.domain.frozen import Frozen, read_toml
from gehoord.domain.outgoing.past_course import PastCourse

_FILE: Final = "gegaan.toml"


class PastCourses(Frozen):
    """All of them."""

    courses: tuple[PastCourse, ...] = Field(alias="procedure")


def past_courses(eenheid: str) -> list[PastCourse]:
    """Return how the earlier procedures of a unit went; none where no history is shipped."""
    return [course for course in _all() if course.eenheid == eenheid]


@cache
def _all() -> tuple[PastCourse, ...]:
    """Return every course; read once for the whole process."""
    content = (files("gehoord.procedures") / _FILE).read_bytes()
    return read_toml(PastCourses, content, _FILE).courses
