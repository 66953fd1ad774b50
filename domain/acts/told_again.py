# SPDX-License-Identifier: EUPL-1.2
"""The councils that are heard again are told so, and get their last day to answer."""

from collections.abc import Sequence

from gehoord.calendar.due import Due
from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.acts.act import Act, News, RespiteTold
from gehoord.domain.acts.moving import MOVING
from gehoord.domain.acts.report import RehearingJudged, RespiteGiven
from gehoord.domain.acts.respite import respite_given, resting_on_hearing
from gehoord.domain.dossier.changed_parts import changed_parts
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import Onward, RefusedError
from gehoord.domain.proposal.part import part_in_words
from gehoord.domain.proposal.step import StepKind


def told_again(report: RehearingJudged, state: State, councils: Sequence[Hearing]) -> Act:
    """Return what gives these councils the day that was named, and tells each what changed.

    One that has that day already keeps it, and is told all the same: who does not know that it is
    asked cannot be heard. Law: Politiewet 2012, art. 38b lid 2.
    """
    _refuse_to_outlast(report, state)
    changes, news, what = Changes(), list[News](), what_changed(state)
    step = state.as_opened.hearing
    for hearing in councils:
        after = state.after(changes)
        for action in after.owed(step.id, hearing.municipality) if step else ():
            told = RespiteTold(action.id, action.due_in_words, report.reason, what)
            if action.due_on != report.until:
                given = respite_given(_respite(report, hearing), after)
                changes += given.changes
                news += [each for each in given.news if not isinstance(each, RespiteTold)]
            news.append(told)
    return Act("", changes, tuple(news))


def _refuse_to_outlast(report: RehearingJudged, state: State) -> None:
    """Refuse a day after that of what follows the hearing: who judges moves no step himself."""
    until = report.until or report.on
    adoption = [p for p in state.plan.steps if p.step.kind is StepKind.ADOPTION and p.has_day]
    passed = [p for p in resting_on_hearing(state) if p.due_on < until]
    passed += [p for p in adoption if Due.on(until).is_surely_after(p.due)]
    if passed:
        last = max(passed, key=lambda planned: planned.due_on)
        raise RefusedError(
            f"Tot en met {day_in_words(until)} kan niet: '{last.step.title}' volgt op het horen en "
            f"is {last.due.by_in_words}. Kies een eerdere dag, of laat de adviseur die stap eerst "
            "verplaatsen.",
            field="naar",
            onward=(Onward("Kan dat later?", MOVING, {"stap": last.id, "naar": f"{until}"}),),
        )


def _respite(report: RehearingJudged, hearing: Hearing) -> RespiteGiven:
    return RespiteGiven(
        on=report.on,
        by=report.by,
        municipality=hearing.municipality,
        until=report.until,
        reason=because_heard_again(report.reason),
    )


def because_heard_again(reason: str) -> str:
    """Return why a council that is heard again has longer."""
    return f"U wordt opnieuw gehoord: {reason}"


def what_changed(state: State) -> str:
    """Return what changed, as a griffie reads it."""
    changes = changed_parts(state)
    parts = enumeration([part_in_words(change.part) for change in changes])
    return f"{parts}: {'; '.join(dict.fromkeys(change.how for change in changes))}"
