# SPDX-License-Identifier: EUPL-1.2
"""Careless people: each makes one mistake in an otherwise lawful procedure, and is caught, or not.

The number is that of the mistake that must be prevented (docs/checks.md).
"""

from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.finding import Finding, Severity
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.procedures.library import proposal_of
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.replay.lawful_people import NAME, LawfulPeople

DRAWN_UP = date(2026, 11, 22)
"""The day on which the proposal is written and checked."""
ADOPTION = date(2027, 11, 4)
REFUSED = "weigering"
ON_TIME = 104
"""A lawful play that adopts on the day, without a merger, a second ontwerp or another ground."""


@dataclass(frozen=True, slots=True)
class Caught:
    """By what a mistake was caught: the code of a check, or a refusal; and when."""

    by: str
    weight: str
    on: date


@dataclass(frozen=True, slots=True)
class Careless:
    """One mistake: what people do, when it would have harmed, and how it is caught."""

    number: int
    does: str
    harms_on: date
    commit: Callable[[], Caught]


class NotCaughtError(AssertionError):
    """A mistake that nothing caught."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A lawful dossier on a day."""

    state: State
    on: date


@cache
def moments() -> dict[str, Moment]:
    """Play one lawful procedure, and return how it stood at each of its turns."""
    people, found = LawfulPeople(ON_TIME), dict[str, Moment]()
    while not people.state.is_adopted:
        before = Moment(people.state, people.on)
        people.a_day()
        for name, is_there in TURNS.items():
            if is_there(people.state):
                found.setdefault(name, Moment(people.state, people.on))
        if not people.state.is_adopted:
            before = Moment(people.state, people.on)
        found["ready"] = Moment(before.state, ADOPTION)
    found["adopted"] = Moment(people.state, people.on)
    if people.on != ADOPTION:
        raise AssertionError(f"play {ON_TIME} adopts on {people.on}; choose another")
    return found


TURNS: dict[str, Callable[[State], bool]] = {
    "opened": lambda _: True,
    "themes": lambda state: state.themes() is not None,
    "ontwerp": lambda state: state.ontwerp is not None,
    "asked": lambda state: all(h.invited_on for h in state.hearings),
    "heard": lambda state: all(h.is_settled for h in state.hearings),
}


def at(moment: str) -> tuple[StoryInMemory, date]:
    """Return a lawful dossier at a moment, to be careless with."""
    there = moments()[moment]
    return StoryInMemory(there.state), there.on


@cache
def lawful_proposal() -> frozenset[str]:
    """Return what the checks say of the proposal as it is shipped."""
    return frozenset(f.text for f in findings(Case.of(*proposal_of(NAME)[:2])))


def in_proposal(
    code: str, *changes: tuple[str, str], unit: tuple[tuple[str, str], ...] = ()
) -> Callable[[], Caught]:
    """Return what the checks say on the day on which a proposal is written wrongly.

    Args:
        code: of what must be found, in words that nothing says of the lawful one.
        changes: what is written, and what in its place.
        unit: the same for the file of the unit.
    """

    def commit() -> Caught:
        _, eenheid, text = proposal_of(NAME)
        wrong = read_toml(Proposal, _changed(text, changes).encode(), "voorstel")
        if unit:
            said = _changed(eenheid.model_dump_json(by_alias=True, exclude_none=True), unit)
            eenheid = Eenheid.model_validate_json(said, by_alias=True, by_name=False)
        return _newly(code, findings(Case.of(wrong, eenheid)), lawful_proposal(), DRAWN_UP)

    return commit


def unreadable(*changes: tuple[str, str]) -> Callable[[], Caught]:
    """Return that a proposal cannot be read at all."""

    def commit() -> Caught:
        text = _changed(proposal_of(NAME)[2], changes)
        try:
            read_toml(Proposal, text.encode(), "voorstel")
        except GehoordError:
            return Caught(REFUSED, "geweigerd", DRAWN_UP)
        raise NotCaughtError(changes)

    return commit


def refused(
    moment: str, deed: Callable[[StoryInMemory, date], object], word: str, after: int = 0
) -> Callable[[], Caught]:
    """Return that a deed is refused, with a word that must stand in the refusal."""

    def commit() -> Caught:
        story, day = at(moment)
        on = day + timedelta(days=after)
        before = story.state
        try:
            deed(story, on)
        except RefusedError as error:
            if word not in str(error):
                raise NotCaughtError(f"{error}, and not of '{word}'") from None
            return Caught(REFUSED, "geweigerd", on)
        raise NotCaughtError(f"taken: {word}; {before is story.state}")

    return commit


def found(
    code: str, moment: str, deed: Callable[[StoryInMemory, date], object], after: int = 0
) -> Callable[[], Caught]:
    """Return by which check a deed is found, some days after it, that was not there before."""

    def commit() -> Caught:
        story, on = at(moment)
        day = on + timedelta(days=after)
        known = {f.text for f in findings(Case.of_dossier(story.state, on))}
        deed(story, on)
        return _newly(code, findings(Case.of_dossier(story.state, day)), known, day)

    return commit


def _newly(code: str, there: list[Finding], known: Set[str], on: date) -> Caught:
    new = [finding for finding in there if finding.text not in known]
    for finding in new:
        if finding.code == code:
            return Caught(code, WEIGHTS[finding.severity], on)
    raise NotCaughtError(f"'{code}' is not among {sorted({f.code for f in new})}")


WEIGHTS = {
    Severity.BLOCK: "blokkade",
    Severity.REASON: "motivering vereist",
    Severity.WARN: "waarschuwing",
}


def _changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        if old not in text:
            raise AssertionError(f"'{old}' does not stand there")
        text = text.replace(old, new, 1)
    return text
