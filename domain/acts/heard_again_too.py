# SPDX-License-Identifier: EUPL-1.2
"""A council comes back after it was judged that councils are heard again: it is so as well.

The judgement could not name a council that was not there. Taken back, it leaves all as heard.
"""

from collections.abc import Iterable
from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, News, RespiteTold
from gehoord.domain.acts.own_day import on_own_day
from gehoord.domain.acts.settlement import owed_for_hearing
from gehoord.domain.acts.told_again import because_heard_again, what_changed
from gehoord.domain.acts.treatment import untreated
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.changed_parts import changed_parts, changed_since
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.proposal.step import StepKind


def judged_since(state: State, was: Hearing, since: date) -> Rehearing | None:
    """Return the newest judgement, of since a day, to hear councils again on what this missed."""
    changed = {each.key for each in changed_since(was, changed_parts(state))}
    found = [
        judged
        for judged in standing(state.rehearings)
        if judged.again and judged.judged_on >= since and changed.intersection(judged.changes)
    ]
    return max(found, key=lambda judged: judged.number, default=None)


def heard_again_too(state: State, heard: Hearing, judged: Rehearing, on: date) -> Changes:
    """Return what changes when a council that was heard is heard again by a judgement as well.

    Args:
        state: the dossier, with its hearing as it is in it.
        heard: its hearing as it was heard.
        judged: the judgement.
        on: the day on which it comes back.
    """
    now = state.hearing_of(heard.municipality)
    there = state.actions.where(kind=StepKind.HEARING, owner=heard.municipality)
    owed = [action for action in there if action.state is not ActionState.LAPSED]
    heard_on = heard.heard_on or on
    changes = untreated(state, [heard], on)
    asked = heard.take_back(on).model_copy(update={"invited_on": judged.judged_on})
    joined = judged.model_copy(
        update={
            "councils": (*judged.councils, heard.municipality),
            "hearings": (*judged.hearings, heard),
            "actions": (*judged.actions, *(a.done(heard_on) if a.is_open else a for a in owed)),
        }
    )
    changes += Changes.replacing((a, a.reopened(on)) for a in owed if not a.is_open)
    return changes + Changes.replacing([(now, asked)]) + Changes.replacing([(judged, joined)])


def told_of_joined(state: State, after: State, on: date) -> Act:
    """Return what tells who is heard again as well, with the last day that the others have.

    Law: Politiewet 2012, art. 38b lid 2 (who does not know that it is asked cannot be heard).

    Args:
        state: the dossier before.
        after: the dossier, with these in the judgements.
        on: the day on which they come back.
    """
    changes, news, said = Changes(), list[News](), list[str]()
    for judged in standing(after.rehearings):
        before = state.rehearings.one(judged.id)
        joined = [h for h in judged.hearings if before and h not in before.hearings]
        until = _last_day(after, before.councils if before else ())
        for hearing in joined:
            told = _told(after.after(changes), hearing.municipality, judged, until, on)
            changes, news = changes + told.changes, [*news, *told.news]
            said.append(told.said)
    return Act(" ".join(said), changes, tuple(news))


def _told(state: State, code: str, judged: Rehearing, until: date | None, on: date) -> Act:
    """Return what tells one council that it is heard again, on what, and until when."""
    now = state.hearing_of(code)
    owed = owed_for_hearing(state, code)
    if owed is None:
        return Act("")
    changes = Changes()
    if until and now.respond_by and until > now.respond_by:
        longer = now.with_respite(until, because_heard_again(judged.because))
        changes = on_own_day(state, now, longer, on)
    news = RespiteTold(owed.id, owed.due_in_words, judged.because, what_changed(state))
    return Act(
        f"De raad van {now.name} wordt ook opnieuw gehoord, zoals op "
        f"{day_in_words(judged.judged_on)} over andere raden is geoordeeld; zijn griffie krijgt "
        "daarvan bericht. Stuur hem het gewijzigde deel, en geef hem zo nodig uitstel.",
        changes,
        (news,),
    )


def _last_day(state: State, councils: Iterable[str]) -> date | None:
    """Return the last day to answer of councils that are heard again."""
    days = (state.hearing_of(code).respond_by for code in councils)
    return max(filter(None, days), default=None)
