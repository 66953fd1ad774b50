# SPDX-License-Identifier: EUPL-1.2
"""A person reminds whoever still owes a step, without waiting for the ladder."""

from collections.abc import Iterable
from datetime import date

from gehoord.calendar.dutch import alphabetical, day_in_words, enumeration
from gehoord.calendar.reading_day import is_in_recess, reading_day
from gehoord.domain.acts.act import Act, Reminding, decide
from gehoord.domain.acts.done import in_turn
from gehoord.domain.acts.report import RemindedNow
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.held_up import in_the_way
from gehoord.domain.dossier.ladder import is_of_griffie, is_read_on, may_remind, recess_of
from gehoord.domain.dossier.mailboxes import is_reached, mailbox_of
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError


@decide.register
def reminded_now(report: RemindedNow, state: State) -> Act:
    """Remind whoever owes a step, or some of them; each at most once a day.

    On a day on which somebody reads no mail a person may still send it: the outcome says so. Not
    to a griffie in the recess of its council.
    """
    owed = _owed(report, state)
    hindered = {a.id: why for a in owed if (why := _hindrance(state, a, report.on))}
    reminded = [action for action in owed if action.id not in hindered]
    if not reminded:
        raise RefusedError(f"Er gaat geen herinnering weg: {_why_not(owed, hindered)}.")
    said = f"Herinnerd aan '{reminded[0].title}': {_names(reminded)}."
    if hindered:
        said += f" Niet herinnerd: {_why_not(owed, hindered)}."
    return Act(
        said + _away(state, reminded, report.on) + _waiting(state, reminded),
        Changes.replacing((a, a.reminded(report.on)) for a in reminded),
        (Reminding(tuple(action.id for action in reminded)),),
    )


def _away(state: State, reminded: Iterable[Action], on: date) -> str:
    """Return in Dutch who of these reads no mail on a day; empty when all do."""
    away = [action for action in reminded if not is_read_on(state, action, on)]
    if not away:
        return ""
    read = "leest" if len(away) == 1 else "lezen"
    who = f"{read} {_names(away)} misschien geen mail"
    return f" In een weekend, op een feestdag of in het reces {who}."


def _waiting(state: State, reminded: Iterable[Action]) -> str:
    """Return in Dutch what those who are reminded still wait for; empty when they can act."""
    lacking = dict.fromkeys(in_the_way(state, action) for action in reminded)
    return "".join(f" Let op: dit wacht nog op {lack}." for lack in lacking if lack)


def _owed(report: RemindedNow, state: State) -> list[Action]:
    """Return what those who are named still owe of a step; of a yearly duty the first year.

    Raises:
        RefusedError: they owe nothing of it: whoever is done gets no reminder.
    """
    step = state.as_opened.step(report.step)
    if not report.owners:
        owed = in_turn(state.owed(step.id))
        _refuse_without(owed, step.id, "")
        return owed
    found: dict[str, Action] = {}
    for name in report.owners:
        owed = in_turn(state.owed(step.id, state.owner(name)))
        _refuse_without(owed, step.id, f" voor {name}")
        found |= {action.id: action for action in owed}
    return list(found.values())


def _refuse_without(owed: list[Action], step: str, who: str) -> None:
    if not owed:
        raise RefusedError(f"Bij stap '{step}' staat{who} niets open om aan te herinneren.")


def _hindrance(state: State, action: Action, on: date) -> str:
    """Return in Dutch why somebody is not reminded on a day; empty when nothing stands in the way.

    Who does not have the newest ontwerp is not asked for an answer to it, or to agree with it.
    """
    if not may_remind(state, action):
        return f"wacht nog op {in_the_way(state, action)}"
    if action.reminded_on == on:
        return "vandaag al herinnerd"
    if not is_reached(state, mailbox_of(state, action)):
        return "geen mailadres; leg dat vast als adres"
    return _in_recess(state, action, on)


def _in_recess(state: State, action: Action, on: date) -> str:
    """Return in Dutch that the council of a griffie is in recess, and from when mail is read."""
    recess = recess_of(state, action.municipality)
    if recess is None or not is_of_griffie(state, action) or not is_in_recess(on, recess):
        return ""
    return (
        f"reces van de raad; mail wordt weer gelezen vanaf {day_in_words(reading_day(on, recess))}"
    )


def _why_not(owed: Iterable[Action], hindered: dict[str, str]) -> str:
    """Return who is not reminded and why, with those alike together."""
    alike: dict[str, list[Action]] = {}
    for action in owed:
        if why := hindered.get(action.id):
            alike.setdefault(why, []).append(action)
    return "; ".join(f"{_names(those)} ({why})" for why, those in alike.items())


def _names(actions: Iterable[Action]) -> str:
    return enumeration(alphabetical(action.owner_name for action in actions))
