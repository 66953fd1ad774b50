# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a party, the most urgent first, and what it has done already."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import HEAR_COUNCILS
from gehoord.templates.calendars import uid_of_action
from gehoord.templates.desk.adviser_ways import AdviserWays
from gehoord.templates.desk.overview_links import RowLink
from gehoord.templates.owners import owner_in_words
from gehoord.templates.when import When
from gehoord.templates.wording import capital, cited, time_left

LONG: Final = 17 * 7
"""Days. Of what is further away nobody counts the weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfParty:
    """One action, in Dutch words.

    Attributes:
        what: the action as the plan calls it.
        who: owes it, where the page alone does not say so: in a municipality several do.
        when: by when; empty when there is no day.
        left: how much time is left, or how late it is; empty when that is long or not sure.
        uid: by which a calendar knows it; empty when it has no day to come.
        law: why the law asks it, in a sentence; empty when it does not.
        step: the step that it is of.
        ways: the links by which the adviser does it; others answer by their forms.
    """

    what: str
    who: str
    when: str
    left: str
    is_late: bool
    uid: str
    law: str
    step: str
    ways: tuple[RowLink, ...] = ()


@dataclass(frozen=True, slots=True)
class DoneByParty:
    """One action that was done, with the day on which it was."""

    what: str
    when: str


def asked_of(
    state: State, owner: str, on: date, ways: AdviserWays | None = None
) -> tuple[AskedOfParty, ...]:
    """Return what an owner still owes: what is late first, what has no day last.

    Args:
        state: the dossier.
        owner: the key of the party.
        on: today.
        ways: finds the links of the adviser, on his own page.
    """
    owed = sorted(state.actions.where(owner=owner, state=ActionState.OPEN), key=_urgency)
    asked = [_asked(state, action, on) for action in owed]
    if ways is None:
        return tuple(asked)
    found = zip(asked, owed, strict=True)
    return tuple(replace(each, ways=ways.of(state, action)) for each, action in found)


def done_by(state: State, owner: str) -> tuple[DoneByParty, ...]:
    """Return what an owner did, the last first."""
    done = state.actions.where(owner=owner, state=ActionState.DONE)
    known = [(action.done_on, action) for action in done if action.done_on]
    known.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    return tuple(DoneByParty(_title(action), day_in_words(day)) for day, action in known)


def _asked(state: State, action: Action, on: date) -> AskedOfParty:
    due = When.promised_of(action.days)
    return AskedOfParty(
        what=_title(action),
        who=capital(one_line(owner_in_words(state, action))) if action.municipality else "",
        when=capital(one_line(due.deadline)) if due else "",
        left=_left(action, on),
        is_late=action.is_late(on) and action.names_day,
        uid=uid_of_action(action) if action.due_on and action.due_on >= on else "",
        law=_HEARING if action.kind is StepKind.HEARING else "",
        step=action.step,
    )


def _left(action: Action, on: date) -> str:
    if action.due_on is None or not action.names_day:
        return ""
    days = (action.due_on - on).days
    if days < 0:
        return f"{time_left(-days)} te laat"
    if days > LONG:
        return ""
    return f"nog {time_left(days)}" if days else "vandaag is de laatste dag"


def _title(action: Action) -> str:
    return capital(one_line(action.title))


def _urgency(action: Action) -> tuple[date, str]:
    return action.due_on or date.max, action.id


_HEARING: Final = (
    f"Alleen de raad zelf kan worden gehoord ({cited(HEAR_COUNCILS)}). Een bespreking in alleen "
    "een commissie telt niet als horen."
)
