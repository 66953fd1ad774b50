# SPDX-License-Identifier: EUPL-1.2
"""The ladder of reminders of one action, and the day on which the next of them is due."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from gehoord.calendar.due import Precision
from gehoord.calendar.reading_day import reading_day
from gehoord.calendar.recess import RecessSetting
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.addresses import read_addresses
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.held_up import (
    could_begin_on,
    hears_ahead,
    held_up_otherwise,
    in_the_way,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER, COUNCILS, GRIFFIES, REGIOBURGEMEESTER
from gehoord.domain.frozen import Frozen
from gehoord.domain.proposal.step import StepKind

BY_HAND: Final = "op verzoek van"
"""How the rung is called, with its day, on which a person reminds."""

_BEFORE: Final = "dagen voor"
"""How a rung before the last day is called, with their number."""

ESCALATION: Final = "escalatie"
"""How the rung begins on which somebody hears that another is too long late."""

TO_DO: Final = {ADVISER: "nabellen", REGIOBURGEMEESTER: "aanspreken"}
"""What each of them does about it; so its step begins."""

TO_ACT: Final = timedelta(days=7)
"""How long they have for it."""

_LONGEST: Final = 60
"""Signs in the id of a step."""


class Rung(NamedTuple):
    """One reminder of the ladder: its day, on which mail is read, and its name."""

    day: date
    name: str


class Escalation(NamedTuple):
    """On which day somebody else hears that an action is late, and who."""

    day: date
    to: str


def rungs(state: State, action: Action) -> list[Rung]:
    """Return the ladder of one action, each rung on a day on which mail is read.

    A yearly duty and what the adviser owes himself have none: he reads the board. Nor has the
    treatment in the council: the reminder of the hearing says it all. Without a last day there is
    nothing to remind of. Of an escalation one is told once, when it comes. To whom could act only
    after the last day, the reminders after it count from then.
    """
    due_on = action.due_on
    if action.about and action.owner != ADVISER:
        late = action.about.split("/", 2)[2]
        return [Rung(reading_day(action.changed_on), f"{ESCALATION} {late}")]
    if due_on is None or not has_ladder(state, action):
        return []
    ladder, recess = (
        state.as_opened.reminders.of(action.kind),
        recess_of(state, action.municipality),
    )
    found = [
        Rung(reading_day(due_on - timedelta(days=days), recess), f"{days} {_BEFORE}")
        for days in sorted(ladder.days_before, reverse=True)
    ]
    since = _owed_since(state, action, due_on)
    return [rung for rung in found if rung.day <= due_on] + [
        Rung(reading_day(since + timedelta(days=days), recess), f"{days} dagen na")
        for days in sorted(ladder.days_after)
    ]


def _owed_since(state: State, action: Action, due_on: date) -> date:
    """Return from which day it counts how long an owner is late: not before he could act."""
    return max(due_on, could_begin_on(state, action) or due_on)


def has_ladder(state: State, action: Action) -> bool:
    """Whether the owner of an action is reminded of it."""
    if action.precision is Precision.YEARLY or action.owner == ADVISER:
        return False
    return not action.about and not state.as_opened.step(action.step).treats_in_council


def escalations(state: State, action: Action) -> list[Escalation]:
    """Return when others hear that an action is late: on days on which its owner reads mail too.

    So nobody is rung in the recess of his council, nor before a reminder of the same day. The
    regioburgemeester comes only once the adviser had his days for it, however late the first look
    was. What is owed again counts from then, and what waited for others from when it could be done.
    What waits or has no ladder is not escalated, and nothing is escalated to who owes it himself.
    """
    if action.due_on is None or not has_ladder(state, action) or in_the_way(state, action):
        return []
    ladder = state.as_opened.reminders.of(action.kind)
    after = {ADVISER: ladder.adviser_after, REGIOBURGEMEESTER: ladder.regioburgemeester_after}
    since = _owed_since(state, action, action.due_on)
    since = max(since, action.changed_on) if action.sequence else since
    called_on = _called_on(state, action)
    first = {
        ADVISER: since + timedelta(days=after[ADVISER]),
        REGIOBURGEMEESTER: max(
            since + timedelta(days=after[REGIOBURGEMEESTER]),
            called_on + timedelta(days=after[REGIOBURGEMEESTER] - after[ADVISER]),
        ),
    }
    recess = recess_of(state, action.municipality)
    asked = [to for to, days in after.items() if days and to != action.owner]
    return [Escalation(reading_day(first[to], recess), to) for to in asked]


def _called_on(state: State, action: Action) -> date:
    """Return when the adviser was asked to ring about an action; before that, its own last day."""
    call = escalation_of(state, action, ADVISER)
    return call.due_on - TO_ACT if call and call.due_on else action.due_on or action.changed_on


def escalation_step(late: Action, to: str) -> str:
    """Return the step in which somebody acts because an action is late."""
    return f"{TO_DO[to]}-{late.step}"[:_LONGEST]


def escalation_id(late: Action, to: str) -> str:
    """Return the id of the escalation of an action on the last day that it has."""
    return f"{late.dossier}/{escalation_step(late, to)}/{late.owner}/{late.due_on}"


def escalation_of(state: State, late: Action, to: str) -> Action | None:
    """Return that escalation, if there is one; most steps have none at all."""
    if f'"{escalation_step(late, to)}"' not in state.dossier.added:
        return None
    return state.actions.one(escalation_id(late, to))


def reached(state: State, action: Action, on: date) -> Rung | None:
    """Return the newest rung whose day has come, of those after the owner knew what is asked.

    A rung that fell before the question was asked is left out; after an outage only the newest of
    the missed rungs counts.
    """
    since, until = _heard(state, action)
    if since is None or on > until:
        return None
    return max((rung for rung in rungs(state, action) if since < rung.day <= on), default=None)


def is_told(state: State, action: Action, rung: str) -> bool:
    """Whether a rung of an action, by its name, may still be told to its owner."""
    since, until = _heard(state, action)
    return since is not None and (until == date.max or rung.endswith(_BEFORE))


def _heard(state: State, action: Action) -> tuple[date | None, date]:
    """Return since when and until when an owner hears of an action; without the first, never.

    Who cannot act yet hears only of a day that is still to come, if he hears of it at all.
    """
    since = asked_on(state, action)
    if since is None and action.due_on and hears_ahead(state, action):
        return action.changed_on, action.due_on
    return since, date.max


def remind_on(state: State, action: Action, after: date | None = None) -> date | None:
    """Return the day of the first rung or escalation to come, if the action has one.

    Args:
        state: the dossier.
        action: whose ladder it is.
        after: a day of which the rungs are done with; without it, since the owner was asked.
    """
    since, until = _heard(state, action) if action.is_open else (None, date.max)
    if since is None:
        return None
    seen = max(since, after) if after else since
    days = [rung.day for rung in rungs(state, action)]
    days += [escalation.day for escalation in escalations(state, action)]
    return min((day for day in days if seen < day <= until), default=None)


def look_again_on(state: State, action: Action, on: date) -> date | None:
    """Return on which day an action is looked at again, after a look on ``on``.

    What its owner could not read on that day waits for the first day on which he does.
    """
    later = remind_on(state, action, after=on)
    back = reading_day(on, recess_of(state, action.municipality))
    return later if back == on else min(back, later or back)


def with_reminders(state: State, changes: Changes) -> Changes:
    """Return changes in which every action says when its owner is reminded next.

    Those are the actions that change, the hearings of councils that are asked, what waited for
    others and waits no more, or the reverse, and what is owed by whoever is reached elsewhere:
    what was due while nobody could be reminded is due now.
    """
    after = state.after(changes)
    owed = [*_asked_now(after, changes), *_reached_now(state, after, changes)]
    owed += [a for a in held_up_otherwise(after, changes) if not _stands(after, a)]
    changes += Changes(replaced=tuple((a, a) for a in owed))

    def dated(item: Frozen) -> Frozen:
        if not isinstance(item, Action):
            return item
        day = remind_on(after, item)
        return item if day == item.remind_on else item.model_copy(update={"remind_on": day})

    return changes.mapped(dated).without_the_same()


def _stands(state: State, action: Action) -> bool:
    """Whether its day is still one of its own: what was told before it is not told again."""
    day = action.remind_on
    return day is not None and remind_on(state, action, day - timedelta(days=1)) == day


def _asked_now(state: State, changes: Changes) -> list[Action]:
    asked, step = changes.of(Hearing)[0], state.as_opened.hearing
    return [a for h in asked if step for a in state.owed(step.id, h.municipality)]


def _reached_now(before: State, after: State, changes: Changes) -> list[Action]:
    elsewhere = [m.code for m in changes.of(FrozenMunicipality)[0]]
    if before.dossier.addresses != after.dossier.addresses:
        elsewhere += read_addresses(after.dossier.addresses)
    return [
        a for owner in elsewhere for a in after.actions.where(owner=owner, state=ActionState.OPEN)
    ]


def asked_on(state: State, action: Action) -> date | None:
    """Return since when the owner knows what is asked and by when.

    A council knows it since it has the newest ontwerp; whoever got another day, since that change;
    anybody else since the plan was laid down, or since what it rests on is there. Nobody is asked
    what he cannot do yet, for want of what others owe.
    """
    if action.about:
        return action.changed_on - timedelta(days=1)
    if action.kind is StepKind.HEARING and action.municipality:
        asked = _asked_anew_on(state, action.municipality)
        return max(asked, action.changed_on) if asked else None
    if in_the_way(state, action):
        return None
    return max(action.changed_on, could_begin_on(state, action) or action.changed_on)


def may_remind(state: State, action: Action) -> bool:
    """Whether a person may remind of it by hand: of an answer or an agreement, once it is asked.

    What else waits for a text may be asked in good time: no statute, and nobody else, keeps a
    person from saying that a meeting is to come.
    """
    is_on_ontwerp = action.kind in (StepKind.HEARING, StepKind.AGREEMENT)
    return not is_on_ontwerp or asked_on(state, action) is not None


def _asked_anew_on(state: State, municipality: str) -> date | None:
    """Return when a council got the newest ontwerp; an older one asks nothing any more."""
    hearing, ontwerp = state.hearing_of(municipality), state.ontwerp
    return hearing.invited_on if ontwerp and hearing.version == ontwerp.content_id else None


def recess_of(state: State, code: str | None) -> RecessSetting | None:
    """Return how the council of a municipality sets its recess; nothing when there is none.

    A municipality that the unit did not have at the opening keeps the holidays of its region.
    """
    if code is None:
        return None
    if municipality := state.eenheid.municipality(code):
        return state.eenheid.recess_setting(municipality)
    found = state.municipalities.one(f"{state.id}/{code}")
    return RecessSetting(found.holiday_region) if found else None


def is_read_on(state: State, action: Action, on: date) -> bool:
    """Whether the owner of an action reads his mail on a day."""
    return reading_day(on, recess_of(state, action.municipality)) == on


def is_of_griffie(state: State, action: Action) -> bool:
    """Whether a griffie answers for it."""
    return state.as_opened.step(action.step).owner in (COUNCILS, GRIFFIES)
