# SPDX-License-Identifier: EUPL-1.2
"""The councils that are heard again are told so, and get their last day to answer."""

from collections.abc import Sequence

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.act import Act, News, RespiteTold
from gehoord.domain.acts.report import RehearingJudged, RespiteGiven
from gehoord.domain.acts.respite import respite_given
from gehoord.domain.dossier.changed_parts import changed_parts
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.part import part_in_words


def told_again(report: RehearingJudged, state: State, councils: Sequence[Hearing]) -> Act:
    """Return what gives these councils the day that was named, and tells each what changed.

    One that has that day already keeps it, and is told all the same: who does not know that it is
    asked cannot be heard. Law: Politiewet 2012, art. 38b lid 2.
    """
    changes, news, what = Changes(), list[News](), _in_words(state)
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


def _respite(report: RehearingJudged, hearing: Hearing) -> RespiteGiven:
    return RespiteGiven(
        on=report.on,
        by=report.by,
        municipality=hearing.municipality,
        until=report.until,
        reason=f"U wordt opnieuw gehoord: {report.reason}",
    )


def _in_words(state: State) -> str:
    """Return what changed, as a griffie reads it."""
    changes = changed_parts(state)
    parts = enumeration([part_in_words(change.part) for change in changes])
    return f"{parts}: {'; '.join(dict.fromkeys(change.how for change in changes))}"
