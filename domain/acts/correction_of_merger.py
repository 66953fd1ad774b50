# SPDX-License-Identifier: EUPL-1.2
"""A merger was recorded by mistake and is taken back: those that ceased are there again.

The municipality that came of it never was; recorded anew it begins anew (`merger`).
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import alphabetical, day_in_words, enumeration
from gehoord.domain.acts.act import Act, MunicipalitiesMerged
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.former_council import is_on_what_is_heard, stands_again
from gehoord.domain.acts.heard_again_too import (
    heard_again_too,
    judged_since,
    told_of_joined,
)
from gehoord.domain.acts.new_council import asks_new_council, not_asked_any_more
from gehoord.domain.acts.report import Corrected
from gehoord.domain.acts.survey_of_merged import taken_over_on
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError

_DAY: Final = timedelta(days=1)


def merger_taken_back(report: Corrected, state: State) -> Act:
    """Let municipalities be there again that did not cease: each owes what it owed.

    The council of what was there before stands as it did then (`former_council`).

    Law: Politiewet 2012, art. 38b lid 2 (every council of the unit, and no other).
    """
    if left := _went_elsewhere(report, state):
        return _stayed(report, state, left[0])
    into, back = _named(report, state)
    on = _merged_on(back)
    _refuse_set_of_adoption(state, on)
    changes = Changes.replacing((m, m.not_merged(into.code)) for m in back)
    if is_new := _came_of(state, into, back):
        _refuse_heard(state, into)
        changes += _never_there(report, state, into, on)
    stands = Act("") if is_new else stands_again(state.after(changes), into.code, on, report.on)
    changes += stands.changes
    whole = _whole(into, back)
    for code in whole:
        changes += _there_again(report, state.after(changes), code, on, whole)
    changes += _yet_to_ask(report, state.after(changes), whole)
    changes += Changes.replacing(
        (answer, answer.withdraw(report.reason, report.on))
        for answer in taken_over_on(state, into.code, on)
    )
    gone = frozenset({into.code} if is_new else ())
    joined = told_of_joined(state, state.after(changes), report.on)
    changes += joined.changes
    again = (stands.said, joined.said, *_meetings_again(state, changes))
    said = [_said(state, into, back, is_new=is_new), *again]
    news = (MunicipalitiesMerged(gone, None),) if gone else ()
    return Act(" ".join(filter(None, said)), changes, (*news, *stands.news, *joined.news))


def _refuse_set_of_adoption(state: State, on: date) -> None:
    """Refuse to change which councils were there when the plan was adopted."""
    if state.adoption and on <= state.adoption.taken_on:
        refuse_after_adoption(state)


def _whole(into: FrozenMunicipality, back: list[FrozenMunicipality]) -> list[str]:
    """Return the codes of those that went into this one alone."""
    return [m.code for m in back if m.successors == (into.code,)]


def _named(report: Corrected, state: State) -> tuple[FrozenMunicipality, list[FrozenMunicipality]]:
    """Return the municipality that was merged into, and those that last went into it.

    Raises:
        RefusedError: nothing did, nobody was named, or it went into another itself.
        GehoordError: no municipality has that name.
    """
    if not report.owner:
        raise RefusedError("Noem de gemeente waarin andere opgingen (--wie).")
    into = state.municipality(report.owner)
    came = _went_into(state, into)
    if not came:
        raise RefusedError(f"Er is geen herindeling vastgelegd waarbij {into.name} ontstond.")
    if into.until:
        raise RefusedError(f"{into.name} is zelf opgegaan. Neem eerst die herindeling terug.")
    last = max(m.until for m in came if m.until)
    return into, [m for m in came if m.until == last]


def _went_into(state: State, into: FrozenMunicipality) -> list[FrozenMunicipality]:
    return [m for m in state.municipalities if into.code in m.successors and m != into]


def _went_elsewhere(report: Corrected, state: State) -> list[FrozenMunicipality]:
    """Return the municipality that is named, if it went into one of another unit alone."""
    named = [m for m in state.municipalities if report.owner in (m.code, m.name) and m.until]
    here = {m.code for m in state.municipalities}
    return [m for m in named if m.successors and not here.intersection(m.successors)]


def _stayed(report: Corrected, state: State, left: FrozenMunicipality) -> Act:
    """Let a municipality be there again that did not go into another unit."""
    on = _merged_on([left])
    _refuse_set_of_adoption(state, on)
    changes = Changes.replacing([(left, left.not_merged(left.successors[-1]))])
    changes += _there_again(report, state.after(changes), left.code, on, [left.code])
    changes += _yet_to_ask(report, state.after(changes), [left.code])
    said = f"Teruggenomen: {left.name} is niet opgegaan in een andere eenheid."
    joined = told_of_joined(state, state.after(changes), report.on)
    changes += joined.changes
    told = filter(None, [said, joined.said, *_meetings_again(state, changes)])
    return Act(" ".join(told), changes, joined.news)


def _merged_on(back: list[FrozenMunicipality]) -> date:
    """Return the first day without those that ceased."""
    return max(m.until for m in back if m.until) + _DAY


def _came_of(state: State, into: FrozenMunicipality, back: list[FrozenMunicipality]) -> bool:
    """Whether a municipality was not there but for these."""
    codes = {m.code for m in back}
    others = [m for m in state.municipalities if into.code in m.successors and m.code not in codes]
    first = state.eenheid.municipalities_on(state.as_opened.reference_date)
    return not others and into.code not in {m.code for m in first}


def _refuse_heard(state: State, into: FrozenMunicipality) -> None:
    if any(h.is_settled for h in state.hearings.where(municipality=into.code)):
        raise RefusedError(
            f"Van de raad van {into.name} is een antwoord vastgelegd. Neem dat eerst terug "
            f"(herstel, bij de stap van het horen)."
        )


def _never_there(report: Corrected, state: State, into: FrozenMunicipality, on: date) -> Changes:
    owed = [a for a in state.open_actions() if a.municipality == into.code]
    hearings = state.hearings.where(municipality=into.code)
    return (
        Changes.replacing([(into, into.never_there(on - _DAY))])
        + Changes.replacing((a, a.lapsed(report.on)) for a in owed)
        + Changes.replacing((h, h.lapse(report.on)) for h in hearings if h.is_owed)
        + not_asked_any_more(state, [into.code], report.on)
    )


def _there_again(
    report: Corrected, state: State, code: str, on: date, back: Collection[str]
) -> Changes:
    """Return what changes when a municipality did not cease on a day: it owes what it owed.

    Args:
        report: what is taken back.
        state: the dossier, in which it is there.
        code: of that municipality.
        on: the day on which it would have ceased.
        back: the codes of all that come back with it.
    """
    lapsed_then = _lapsed(state, code, on, back)
    changes = Changes.replacing((a, a.reopened(report.on)) for a in lapsed_then)
    lapsed = state.hearings.where(municipality=code, state=HearingState.LAPSED)
    if state.is_adopted or not lapsed:
        return changes
    hearing = lapsed[0]
    again = hearing.there_again(report.on)
    if not is_on_what_is_heard(hearing, state):
        again = again.not_asked(report.on)
        changes += Changes.replacing((a, a.reopened(report.on)) for a in _heard(state, code))
    elif judged := judged_since(state, again, on):
        return changes + heard_again_too(state, again, judged, report.on)
    elif _answered_an_older(again, state):
        changes += Changes.replacing((a, a.reopened(report.on)) for a in _heard(state, code))
    return changes + Changes.replacing([(hearing, again)])


def _answered_an_older(hearing: Hearing, state: State) -> bool:
    """Whether a council was heard on another ontwerp than the one that is there now."""
    newest = state.ontwerp
    return newest is not None and hearing.is_settled and hearing.version != newest.content_id


def _yet_to_ask(report: Corrected, state: State, back: Collection[str]) -> Changes:
    """Return that the adviser owes the ontwerp to who comes back without, and others have it."""
    changes = Changes()
    for hearing in state.owed_hearings:
        if hearing.municipality in back and hearing.invited_on is None and not state.is_adopted:
            after = state.after(changes)
            changes += asks_new_council(after, hearing.municipality, hearing.name, report.on)
    return changes


def _meetings_again(state: State, changes: Changes) -> Iterator[str]:
    """Yield which deciding meetings stand again."""
    after = state.after(changes)
    for hearing in after.owed_hearings:
        before = state.hearing_of(hearing.municipality)
        if before.is_owed or not hearing.meeting_on:
            continue
        day = day_in_words(hearing.meeting_on)
        yield f"De vergadering van de raad van {hearing.name} op {day} staat weer."


def _lapsed(state: State, code: str, on: date, back: Collection[str]) -> Iterator[Action]:
    """Yield what lapsed when a municipality ceased, and not for all that stayed too."""
    stayed = {m.code for m in state.living if m.code not in back}
    for action in state.actions.where(municipality=code, state=ActionState.LAPSED):
        others = [a for a in state.actions.where(step=action.step) if a.municipality in stayed]
        is_wanted = not others or any(a.state is not ActionState.LAPSED for a in others)
        if action.done_on == on and is_wanted:
            yield action


def _heard(state: State, code: str) -> list[Action]:
    step = state.as_opened.hearing
    done = ActionState.DONE
    return state.actions.where(step=step.id, municipality=code, state=done) if step else []


def _said(
    state: State, into: FrozenMunicipality, back: list[FrozenMunicipality], *, is_new: bool
) -> str:
    names = enumeration(alphabetical(m.name for m in back))
    said = f"Teruggenomen: de herindeling van {names} tot {into.name}."
    heard = [h for h in state.hearings.where(municipality=into.code) if h.invited_on]
    if not is_new:
        return said
    if heard:
        return (
            f"{said} {into.name} heeft het ontwerp al: laat die weten dat zij niet wordt gehoord."
        )
    return f"{said} {into.name} hoort niet meer bij dit dossier."
