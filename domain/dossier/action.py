# SPDX-License-Identifier: EUPL-1.2
"""An action: what one owner must do by a day. A step for all councils holds one per council."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from pydantic import Field

from gehoord.calendar.due import Due, Precision, Stretch, by_in_words
from gehoord.domain.dossier.dated import Dated, fields_of
from gehoord.domain.dossier.dossier import FrozenMunicipality, PlanLine
from gehoord.domain.eenheid.eenheid import (
    BURGEMEESTERS,
    CLIENTS,
    COUNCILS,
    GRIFFIES,
    HOOFDOFFICIER,
    OFFICES,
    PER_MUNICIPALITY,
    REGIOBURGEMEESTER,
    SAFETY_OFFICIALS,
    Eenheid,
    Municipality,
)
from gehoord.domain.errors import RefusedError
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.jaarverslag import years_of
from gehoord.domain.proposal.proposal import Beleidsplan
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind


class ActionState(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    DONE = "gedaan"
    LAPSED = "vervallen"


class Action(Dated):
    """What one owner owes.

    ``due_on`` is the last day in time; without one it is never late, and nobody is reminded.
    ``sequence`` rises when the days change, it lapses, or it is done on another day than the one
    it has; ``changed_on`` is the day of the last such change (calendars need both).
    ``remind_on`` is the first day on which a reminder is due that was not sent yet, if one will
    be (`ladder`).
    ``reminded_on`` is the last day on which its owner was reminded, by the ladder or by hand.
    ``about`` is, of an action outside the plan, the one that it is about: what is too long late, or
    what is owed by who asks something.
    ``is_told_late`` says that the adviser knows that it is late on the days it has.
    """

    id: str
    dossier: str
    step: str
    stage: Stage
    kind: StepKind
    title: str
    owner: str
    owner_name: str
    municipality: str | None = None
    about: str | None = None
    due_on: date | None
    state: ActionState = ActionState.OPEN
    done_on: date | None = None
    sequence: int = Field(0, ge=0)
    changed_on: date
    remind_on: date | None = None
    reminded_on: date | None = None
    is_told_late: bool = False

    @property
    def last_on(self) -> date | None:
        """The last day on which it is in time; that day counts. Nothing when there is none."""
        return self.due_on

    @property
    def due_in_words(self) -> str:
        """By when it is due, as a person may promise it: an approximation or a month stays one."""
        return by_in_words(self.days)

    @property
    def name(self) -> str:
        """The name a coordinator reads: ``Haarlem: raad horen, uiterlijk 15 oktober 2027``."""
        return f"{self.owner_name}: {self.title}, {self.due_in_words}"

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.state is ActionState.OPEN

    @property
    def own_day(self) -> date | None:
        """The day on which it was done, unless that is the very day that the plan names for it.

        What the plan gives no day at all stands in no calendar, and has none here either.
        """
        if self.state is not ActionState.DONE or self.due_on is None:
            return None
        return None if self.names_day and self.done_on == self.due_on else self.done_on

    def is_late(self, on: date) -> bool:
        """Whether the last day has passed and the action is still open."""
        return self.is_open and self.due_on is not None and self.due_on < on

    @property
    def is_outside_plan(self) -> bool:
        """Whether no plan asks it of anybody: it follows from what became of another action."""
        return self.about is not None

    def is_owed_as(self, before: "Action") -> bool:
        """Whether it is as it was, but for when its owner is reminded."""
        reminded = {"remind_on": before.remind_on, "reminded_on": before.reminded_on}
        return self.model_copy(update=reminded) == before

    def told_late(self) -> "Action":
        """Return this action, of which the adviser now knows that it is late."""
        return self.model_copy(update={"is_told_late": True})

    def reminded(self, on: date | None) -> "Action":
        """Return this action, of which its owner was reminded on a day, or was not after all."""
        return self.model_copy(update={"reminded_on": on})

    def to_remind(self, on: date | None) -> "Action":
        """Return this action, of which its owner is reminded next on a day, or no more."""
        return self.model_copy(update={"remind_on": on})

    def done(self, on: date) -> "Action":
        """Return this action done.

        Raises:
            RefusedError: it was done or lapsed before.
        """
        self._refuse_unless_open()
        done = self.model_copy(update={"state": ActionState.DONE, "done_on": on})
        return done.model_copy(update=self._changed(on)) if done.own_day else done

    def lapsed(self, on: date) -> "Action":
        """Return this action lapsed: nobody owes it any more."""
        self._refuse_unless_open()
        update = {"state": ActionState.LAPSED, "done_on": on, **self._changed(on)}
        return self.model_copy(update=update)

    def reopened(self, on: date) -> "Action":
        """Return this action owed again: what was done no longer counts."""
        return self.model_copy(
            update={
                "state": ActionState.OPEN,
                "done_on": None,
                "is_told_late": False,
                **self._changed(on),
            }
        )

    def on_other_days(self, days: Mapping[str, Any], on: date) -> "Action":
        """Return this action on the days of a changed plan, as `days_of` gives them."""
        self._refuse_unless_open()
        return self.model_copy(update={**days, "is_told_late": False, **self._changed(on)})

    def _changed(self, on: date) -> dict[str, Any]:
        """Return what a calendar knows a change by; what is recorded later never counts earlier."""
        return {"sequence": self.sequence + 1, "changed_on": max(on, self.changed_on)}

    def _refuse_unless_open(self) -> None:
        if self.state is not ActionState.OPEN:
            raise RefusedError(f"'{self.owner_name}: {self.title}' is al {self.state}.")


DAYS: Final = (
    "start_on",
    "start_precision",
    "start_words",
    "due_on",
    "due_precision",
    "due_words",
    "precision",
    "words",
)
"""The fields of an action that hold its days."""


def stretch_of(days: Sequence[Any]) -> Stretch | None:
    """Return the stretch that the fields ``DAYS`` hold; nothing when there is no last day."""
    if days[DAYS.index("due_on")] is None:
        return None
    return Stretch(Due(*days[:3]), Due(*days[3:6]), *days[6:])


def days_of(planned: PlannedStep) -> dict[str, Any]:
    """Return the days of a step as its actions hold them."""
    return dated_as(planned.days, planned.begins)


def days_of_line(line: PlanLine) -> dict[str, Any]:
    """Return the days of a step of the register as its actions hold them."""
    return {name: getattr(line, name) for name in DAYS if name != "due_on"} | {
        "due_on": line.last_on
    }


def dated_as(days: Stretch | None, begins: Due | None = None) -> dict[str, Any]:
    """Return days as an action holds them; ``begins`` is used where there is no last day."""
    return {"due_on": days.last.day if days else None, **fields_of(days, begins)}


Councils = Sequence[Municipality] | Sequence[FrozenMunicipality]
"""The municipalities of a unit, or those of a dossier."""


def actions_of(
    plan: Plan, eenheid: Eenheid, municipalities: Councils, dossier: str, on: date
) -> tuple[Action, ...]:
    """Return every action of a plan. A step that another replaced asks nothing of anybody."""
    return tuple(
        Action(
            id=f"{dossier}/{planned.id}/{owner}{round_.suffix}",
            dossier=dossier,
            step=planned.id,
            stage=planned.step.stage,
            kind=planned.step.kind,
            title=f"{planned.step.title}{round_.in_title}",
            owner=owner,
            owner_name=name,
            municipality=owner if planned.step.owner in PER_MUNICIPALITY else None,
            changed_on=on,
            **dated_as(round_.days, planned.begins),
        )
        for planned in plan.steps
        if planned.step.stands
        for round_ in _rounds(planned, plan.proposal.beleidsplan)
        for owner, name in _owners(planned.step.owner, eenheid, municipalities)
    )


@dataclass(frozen=True, slots=True)
class _Round:
    """The one time that a step happens, or one year of a yearly duty."""

    days: Stretch | None
    suffix: str = ""
    in_title: str = ""


def _rounds(planned: PlannedStep, beleidsplan: Beleidsplan) -> list[_Round]:
    if planned.precision is not Precision.YEARLY:
        return [_Round(planned.days)]
    if planned.step.is_jaarverslag:
        due_in = years_of(beleidsplan, planned.span)
        return [_year(planned.stretch, due_in[y], y, f"over {y}") for y in due_in]
    years = range(planned.span.start.year, planned.span.end.year + 1)
    return [_year(planned.stretch, y, y, f"{y}") for y in years]


def _year(stretch: Stretch, due_in: int, year: int, said: str) -> _Round:
    return _Round(_in_year(stretch, due_in), suffix=f"/{year}", in_title=f" ({said})")


def _in_year(stretch: Stretch, year: int) -> Stretch:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return replace(
        stretch, first=replace(stretch.first, day=first), last=replace(stretch.last, day=last)
    )


def _owners(owner: str, eenheid: Eenheid, municipalities: Councils) -> list[tuple[str, str]]:
    """Return key and name of each party behind an owner."""
    if owner in PER_MUNICIPALITY:
        return [(m.code, f"{_PREFIXES[owner]}{m.name}") for m in municipalities]
    if owner == CLIENTS:
        return [(o, _office(o)) for o in (REGIOBURGEMEESTER, HOOFDOFFICIER)]
    party = eenheid.party(owner)
    return [(owner, party.name if party else _office(owner))]


_PREFIXES: Final = {
    COUNCILS: "",
    GRIFFIES: "Griffie ",
    BURGEMEESTERS: "Burgemeester van ",
    SAFETY_OFFICIALS: "Ambtenaar OOV van ",
}
"""What comes before the name of a municipality, for whoever owes something in it."""


def _office(owner: str) -> str:
    name = OFFICES[owner]
    return name[0].upper() + name[1:]
