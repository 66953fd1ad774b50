# SPDX-License-Identifier: EUPL-1.2
"""The survey of local priorities in Dutch words, as every page that shows it tells it."""

from dataclasses import dataclass
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.goals import (
    GoalsOfCouncil,
    GoalsStand,
    day_of_themes,
    goals_of_councils,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import (
    CountedPriority,
    answers,
    counted_priorities,
    surveys,
    unanswered,
)

MOST_SUBJECTS: Final = 15
"""Subjects that a page shows; the workbook and `gehoord priorities` have them all."""


@dataclass(frozen=True, slots=True)
class ToldSubject:
    """A subject, the number of municipalities in which it is a priority, and which these are."""

    name: str
    number: int
    municipalities: str


@dataclass(frozen=True, slots=True)
class ToldGoals:
    """The safety plan of a council that does not hold on the day that counts."""

    municipality: str
    set_on: str
    stand: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSurvey:
    """What a page says of the survey.

    Attributes:
        answered: how many municipalities answered; empty where nobody is asked.
        waiting: who did not answer yet.
        subjects: the most named first; ``beside`` is how many more there are.
        goals: the safety plans that do not hold on ``goals_on``, the day of the themes.
        unknown: of how many councils it is not known when they set their goals.
    """

    answered: str
    waiting: tuple[str, ...]
    subjects: tuple[ToldSubject, ...]
    beside: int
    goals: tuple[ToldGoals, ...]
    unknown: str
    goals_on: str

    @property
    def is_known(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.answered or self.goals)


def told_survey(state: State) -> ToldSurvey:
    """Return what a page says of the survey of a dossier."""
    is_held = bool(surveys(state) or state.priorities)
    subjects = counted_priorities(state)
    day = day_of_themes(state)
    goals = goals_of_councils(state, day) if day else []
    return ToldSurvey(
        answered=_answered(state) if is_held else "",
        waiting=tuple(one_line(m.name) for m in unanswered(state)),
        subjects=tuple(map(_subject, subjects[:MOST_SUBJECTS])),
        beside=max(len(subjects) - MOST_SUBJECTS, 0),
        goals=tuple(_goals(each) for each in goals if _is_wrong(each)),
        unknown=_unknown(goals) if is_held else "",
        goals_on=day_in_words(day) if day else "",
    )


def _unknown(goals: list[GoalsOfCouncil]) -> str:
    number = sum(each.stand is GoalsStand.UNKNOWN for each in goals)
    return counted(number, "raad", "raden") if number else ""


def _answered(state: State) -> str:
    of = counted(len(state.living), "gemeente", "gemeenten")
    return f"Lokale prioriteiten: {len(answers(state))} van {of}"


def _subject(subject: CountedPriority) -> ToldSubject:
    who = one_line(", ".join(subject.municipalities))
    return ToldSubject(one_line(subject.name), subject.number, who)


def _is_wrong(goals: GoalsOfCouncil) -> bool:
    return goals.stand in (GoalsStand.OLD, GoalsStand.LATER)


def _goals(goals: GoalsOfCouncil) -> ToldGoals:
    set_on = day_in_words(goals.set_on) if goals.set_on else ""
    return ToldGoals(one_line(goals.municipality.name), set_on, goals.stand)
