# SPDX-License-Identifier: EUPL-1.2
"""The legs of a procedure: from one moment that every procedure passes to a later one."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from gehoord.calendar.due import Due
from gehoord.domain.learned.length import Length
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Step, StepKind


class Moment(StrEnum):
    """What every procedure passes, whatever its steps are called."""

    THEMES = "themakeuze"
    THEMES_TOLD = "themabrief"
    ONTWERP_SENT = "verzending"
    LAST_ANSWER = "laatste-antwoord"
    ADOPTED = "vaststelling"


class Leg(StrEnum):
    """From one moment to a later one; the value is its name in JSON."""

    TELLING_THEMES = "themabrief"
    READING = "meelezen"
    WRITING = "schrijven"
    HEARING = "horen"
    WEIGHING = "verwerken"
    DECIDING = "besluiten"

    @property
    def in_words(self) -> str:
        """What it is, in Dutch.

        >>> Leg.HEARING.in_words
        'van de verzending van het ontwerp tot het laatste antwoord van een raad'
        """
        if self is Leg.READING:
            return "van een concept tot de laatste dag om erop te reageren"
        first, last = ENDS[self]
        return f"van {_IN_WORDS[first]} tot {_IN_WORDS[last]}"


def lengths(days: Mapping[Moment, Due]) -> Iterator[tuple[Leg, Length]]:
    """Yield how long each leg took of which both ends have a day."""
    for leg, (first, last) in ENDS.items():
        if first in days and last in days and (length := Length.between(days[first], days[last])):
            yield leg, length


ENDS: Final = {
    Leg.TELLING_THEMES: (Moment.THEMES, Moment.THEMES_TOLD),
    Leg.WRITING: (Moment.THEMES, Moment.ONTWERP_SENT),
    Leg.HEARING: (Moment.ONTWERP_SENT, Moment.LAST_ANSWER),
    Leg.WEIGHING: (Moment.LAST_ANSWER, Moment.ADOPTED),
    Leg.DECIDING: (Moment.ONTWERP_SENT, Moment.ADOPTED),
}
_IN_WORDS: Final = {
    Moment.THEMES: "de keuze van de thema's",
    Moment.THEMES_TOLD: "de brief daarover aan de raden",
    Moment.ONTWERP_SENT: "de verzending van het ontwerp",
    Moment.LAST_ANSWER: "het laatste antwoord van een raad",
    Moment.ADOPTED: "de vaststelling",
}


def reads_draft(step: Step, all_steps: Mapping[str, Step]) -> bool:
    """Whether a step is a round in which others react to a draft of the plan."""
    if step.kind is not StepKind.CONSULTATION or step.stage is not Stage.DRAFTS:
        return False
    return any(all_steps[before].completeness for before in step.after if before in all_steps)


def moment_of(step: Step) -> Moment | None:
    """Return the moment that a step is, if it is one."""
    if step.kind is StepKind.HEARING:
        return Moment.LAST_ANSWER
    if step.kind is StepKind.ADOPTION:
        return Moment.ADOPTED
    if step.brings_ontwerp:
        return Moment.ONTWERP_SENT
    if step.chooses_themes:
        return Moment.THEMES
    return Moment.THEMES_TOLD if step.letter is Letter.THEMES else None
