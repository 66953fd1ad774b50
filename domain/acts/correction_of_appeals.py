# SPDX-License-Identifier: EUPL-1.2
"""An appeal, or what became of it, was recorded by mistake and is taken back.

Told of the wrong besluit it is taken back as well, and told anew of the right one: each has its
own announcement, and days of its own.
"""

from collections.abc import Iterator
from contextlib import suppress

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.holidays import HolidaysUnknownError
from gehoord.calendar.term import appeal_clock
from gehoord.domain.acts.act import Act
from gehoord.domain.acts.appeals import bringing_into_line
from gehoord.domain.acts.next_steps import going, on_another_day
from gehoord.domain.acts.report import Corrected, TakenBack
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.appeal import Appeal
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.under_lid_2 import OF_PLAN, adopted_under_lid_2, appealed, trail_of
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.office import bare_office
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, meant, unknown
from gehoord.law.politiewet import APPEAL


def appeal_taken_back(report: Corrected, state: State) -> Act:
    """Withdraw an appeal that was recorded by mistake; the minister decides on nothing any more.

    Law: Politiewet 2012, art. 39 lid 5.
    """
    appeal = _meant(report, standing(state.appeals))
    _refuse_changed(state, appeal)
    changes = Changes.replacing([(appeal, appeal.withdraw(report.reason, report.on))])
    changes += going(state, [appeal.step, bringing_into_line(appeal)], report.on)
    return Act(f"Teruggenomen: {_called(state, appeal)}.{_to_tell_anew(state)}", changes)


def appeal_event_taken_back(report: Corrected, state: State) -> Act:
    """Take back what was told last of an appeal: its end first, else what came latest."""
    appeal = _meant(report, [a for a in standing(state.appeals) if _has_event(a)])
    what = f"dat {_called(state, appeal)}"
    if appeal.outcome and appeal.closed_on:
        _refuse_changed(state, appeal)
        closed = appeal.model_copy(update={"closed_on": None, "outcome": None})
        changes = Changes.replacing([(appeal, closed)])
        done = state.actions.where(step=appeal.step)
        changes += Changes.replacing((a, a.reopened(report.on)) for a in done if not a.is_open)
        changes += going(state, [bringing_into_line(appeal)], report.on)
        on = day_in_words(appeal.closed_on)
        return Act(f"Teruggenomen: {what} op {on} is afgesloten: {appeal.outcome}.", changes)
    if _was_postponed_last(appeal):
        return Act(f"Teruggenomen: {what} is verdaagd.", _not_postponed(report, state, appeal))
    unheard = appeal.model_copy(update={"heard_on": None})
    return Act(f"Teruggenomen: {what} is gehoord.", Changes.replacing([(appeal, unheard)]))


def appeal_of_step(state: State, step: str) -> Appeal | None:
    """Return the appeal of which a step is the decision, unless that step alone was let lapse."""
    appeal = next(iter(state.appeals.where(step=step)), None)
    lapsed = state.actions.where(step=step, state=ActionState.LAPSED)
    return None if appeal and appeal.is_open and lapsed else appeal


def appeals_to_take_back(state: State) -> Iterator[tuple[TakenBack, str]]:
    """Yield what can be taken back of appeals, by how a drop-down names them."""
    for appeal in standing(state.appeals):
        if _has_event(appeal):
            yield TakenBack.APPEAL_EVENT, appeal.called
        yield TakenBack.APPEAL, appeal.called


def _has_event(appeal: Appeal) -> bool:
    return any((appeal.outcome, appeal.heard_on, appeal.postponed_on))


def _was_postponed_last(appeal: Appeal) -> bool:
    """Whether an appeal was postponed, and not heard on a later day."""
    postponed, heard = appeal.postponed_on, appeal.heard_on
    return postponed is not None and (heard is None or postponed >= heard)


def _not_postponed(report: Corrected, state: State, appeal: Appeal) -> Changes:
    """Return what changes when a decision was not postponed: it is due on its own last day."""
    back = appeal.model_copy(update={"postponed_on": None})
    changes = Changes.replacing([(appeal, back)])
    besluit = appealed(state, appeal)
    if besluit is None or besluit.announced_on is None:
        return changes
    with suppress(HolidaysUnknownError):  # then it has no day of which anybody knows
        day = appeal_clock(besluit.announced_on).decide_by
        because = "de verdaging is bij vergissing vastgelegd"
        changes += on_another_day(state.after(changes), appeal.step, day, because, report.on)
    return changes


def _refuse_changed(state: State, appeal: Appeal) -> None:
    """Refuse once the plan was brought into line with the decision: councils were told so."""
    done = state.actions.where(step=bringing_into_line(appeal), state=ActionState.DONE)
    if done and done[0].done_on:
        raise RefusedError(
            f"Na {_called(state, appeal)} is het plan op {day_in_words(done[0].done_on)} "
            "gewijzigd; dan kan dit niet meer worden teruggenomen. Leg vast wat er nu met het plan "
            "gebeurt.",
            APPEAL,
        )


def _meant(report: Corrected, there: list[Appeal]) -> Appeal:
    """Return the appeal that is meant: of its step, or of who is named; of two alike the newest."""
    if report.step:
        there = [appeal for appeal in there if appeal.step == report.step]
    if not there:
        raise RefusedError("Er is van geen beroep iets vastgelegd dat kan worden teruggenomen.")
    called = {appeal.called: appeal for appeal in there}
    found = _named(report.whose, called)
    if len(found) > 1:
        raise RefusedError(unknown("Er zijn er meer", "", found), field="actiehouder")
    if not found:
        what = f"Van '{report.whose}' is geen beroep vastgelegd dat zo kan worden teruggenomen"
        raise RefusedError(unknown(what, report.whose, list(called)), field="actiehouder")
    return called[found[0]]


def _named(said: str, called: dict[str, Appeal]) -> list[str]:
    """Return what the appeals are called that are named, or all of them when none is."""
    if said and (found := meant(said, called)):
        return [found]
    return _of_burgemeester(said, called) if said else list(called)


def _of_burgemeester(said: str, called: dict[str, Appeal]) -> list[str]:
    """Return what the appeals of one burgemeester are called."""
    name = folded(bare_office(said))
    return [c for c, a in called.items() if name in (folded(a.name), folded(a.municipality))]


def _called(state: State, appeal: Appeal) -> str:
    besluit = appealed(state, appeal)
    against = trail_of(besluit) if besluit else OF_PLAN
    return f"het beroep van de burgemeester van {appeal.name}{against.against}"


def _to_tell_anew(state: State) -> str:
    """Return how it is told of another besluit, where there are two."""
    if len(adopted_under_lid_2(state)) < 2:
        return ""
    return (
        " Ging het over het andere besluit, leg het dan opnieuw vast, met dat besluit erbij "
        "(beroep, over)."
    )
