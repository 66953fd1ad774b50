# SPDX-License-Identifier: EUPL-1.2
"""A municipality did not grow after all: its council is the very one that answered before.

What was recorded of it since is kept: as what it added to its answer, or as its answer where it
says more than what stood. A council that must be heard on something newer is not heard by it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, HeardAfterAll
from gehoord.domain.acts.heard_again_too import heard_again_too, judged_since
from gehoord.domain.acts.new_council import not_asked_any_more
from gehoord.domain.acts.own_day import on_own_day
from gehoord.domain.acts.settlement import owed_for_hearing
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import SINCE, Hearing, HearingState
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Arrival, Zienswijze

_SAYS_MORE: Final = (
    HearingState.LAPSED,
    HearingState.PLANNED,
    HearingState.INVITED,
    HearingState.SILENT,
    HearingState.HEARD,
)
"""How much is known of a council, the least first."""


def stands_again(state: State, code: str, merged_on: date, on: date) -> Act:
    """Return what becomes of a council once its municipality did not grow on a day.

    Args:
        state: the dossier, without that merger.
        code: of the municipality that was there already.
        merged_on: the day on which it would have grown.
        on: the day on which that is taken back.

    Law: Politiewet 2012, art. 38b lid 2. Who was heard counts as heard on what he was asked about,
    and on nothing newer.
    """
    now = next(iter(state.hearings.where(municipality=code)), None)
    if now is None or state.is_adopted:
        return Act("")
    former, was = _taken_out(now.former, merged_on)
    kept = now.model_copy(update={"former": former})
    if was is None:
        return Act(_to_be_heard(kept), Changes.replacing([(now, kept)]))
    was = _before_judged(state, was)
    if judged := _judged_for(state, now, was, merged_on):
        joined = heard_again_too(state, _as_it_stood(kept, was, on), judged, on)
        return Act("", joined + not_asked_any_more(state.after(joined), [code], on))
    stays = _why_it_stays(state, kept, was, merged_on)
    if stays is not None:
        there = kept if kept.is_settled else _with_meetings(kept, was, on)
        said = " ".join(filter(None, [stays, _to_be_heard(kept)]))
        return Act(said, Changes.replacing([(now, there)]))
    return _as_before(state, now, was, _as_it_stood(kept, was, on), on)


def _judged_for(state: State, now: Hearing, was: Hearing, merged_on: date) -> Rehearing | None:
    """Return by which judgement a council is heard again, that was not asked anew since."""
    if now.invited_on or not is_on_what_is_heard(was, state):
        return None
    return judged_since(state, was, merged_on)


def is_on_what_is_heard(hearing: Hearing, state: State) -> bool:
    """Whether a council was asked about what the others are asked about, or not yet at all."""
    known = {other.version for other in state.owed_hearings if other.version}
    return hearing.version is None or not known or hearing.version in known


def _as_before(state: State, now: Hearing, was: Hearing, again: Hearing, on: date) -> Act:
    """Return what changes when a council stands as it stood, and what to look at.

    Args:
        state: the dossier before.
        now: its hearing in it.
        was: its hearing as it stood.
        again: its hearing as it becomes.
        on: the day of that.
    """
    code = now.municipality
    changes = on_own_day(state, now, again, on)
    changes += _asked_once(state.after(changes), code)
    changes += not_asked_any_more(state.after(changes), [code], on)
    owed = owed_for_hearing(state, code) if _is_heard_on_newest(state, again) else None
    if owed and owed.state is not ActionState.LAPSED:
        changes += Changes.replacing([(owed, _done(state.after(changes), owed, again, on))])
    added = list(_answers_since(state, now, was))
    changes += Changes.replacing((z, _as_supplement(z)) for z in added)
    becomes = state.after(changes).hearing_of(code)
    said = " ".join([_said(becomes), *_said_of_since(now, becomes, added)])
    return Act(said, changes, (HeardAfterAll((owed.id,)),) if owed else ())


def _is_heard_on_newest(state: State, again: Hearing) -> bool:
    """Whether a council owes nothing more: with a newer ontwerp it does, sent to it or not yet."""
    newest = state.ontwerp
    return again.is_settled and (newest is None or newest.content_id == again.version)


def _taken_out(
    former: tuple[Hearing, ...], merged_on: date
) -> tuple[tuple[Hearing, ...], Hearing | None]:
    """Return what else it was before, and the council that stands again.

    None does where a merger that was recorded later stands: then that one ended it.
    """
    days = [each.lapsed_on for each in former]
    if merged_on not in days:
        return former, None
    first = days.index(merged_on)
    was = former[first]
    before = former[:first]
    after = [each for each in former[first:] if each.lapsed_on != merged_on]
    if not after:
        return before, was
    return (*before, was.model_copy(update={"lapsed_on": after[0].lapsed_on}), *after[1:]), None


def _before_judged(state: State, was: Hearing) -> Hearing:
    """Return a hearing as it was before a judgement opened it that was itself taken back since."""
    for judged in state.rehearings:
        if not judged.counts and was.invited_on == judged.judged_on and not was.is_settled:
            for before in judged.hearings:
                if (before.id, before.version) == (was.id, was.version):
                    return before
    return was


def _why_it_stays(state: State, now: Hearing, was: Hearing, merged_on: date) -> str | None:
    """Return in Dutch why a council stands as it does now; nothing where it stands as before."""
    if was.invited_on is None:
        return ""
    if now.version not in (None, was.version) or not is_on_what_is_heard(was, state):
        return f"{_before(was)} ging over een eerder ontwerp en blijft bewaard."
    if _SAYS_MORE.index(now.state) > _SAYS_MORE.index(was.state):
        return f"Wat daarna van de raad van {now.name} is vastgelegd, blijft staan: {_how(now)}."
    if judged := judged_since(state, was, merged_on):
        return (
            f"{_before(was)} blijft bewaard; op {day_in_words(judged.judged_on)} is geoordeeld "
            "dat raden over wat daarna veranderde, opnieuw worden gehoord."
        )
    return None


def _as_it_stood(now: Hearing, was: Hearing, on: date) -> Hearing:
    """Return a hearing as it stood, with the meetings and the longer time of since."""
    kept = {name: getattr(now, name) for name in SINCE}
    if was.state is HearingState.INVITED and now.respite_until:
        kept |= {name: getattr(now, name) for name in ("respite_until", "respite_because")}
    again = was.model_copy(update=kept).with_meetings_since(now, on)
    return _with_meetings(again, was, on)


def _with_meetings(hearing: Hearing, was: Hearing, on: date) -> Hearing:
    """Return a hearing with the meetings of before, where it named no other since."""
    if hearing.named_meeting is None and was.named_meeting:
        hearing = hearing.with_meeting(*was.named_meeting, on)
    for item in was.before_deciding:
        if hearing.item(item.kind) is None:
            hearing = hearing.with_item(item.model_copy(update={"told_on": max(on, item.told_on)}))
    return hearing


def _asked_once(state: State, code: str) -> Changes:
    """Return that a council that is still to answer has the day of what it owes."""
    hearing = state.hearing_of(code)
    owed = owed_for_hearing(state, code)
    if hearing.state is not HearingState.INVITED or owed is None:
        return Changes()
    return Changes.replacing([(hearing, hearing.due_anew(owed.due))])


def _done(state: State, owed: Action, hearing: Hearing, on: date) -> Action:
    """Return what a council owed done on the day of then, on the days that it now has."""
    now = state.actions.one(owed.id) or owed
    return (now if now.is_open else now.reopened(on)).done(hearing.heard_on or on)


def _answers_since(state: State, now: Hearing, was: Hearing) -> Iterator[Zienswijze]:
    """Yield what it answered since, when its answer of before stands again."""
    if not now.is_settled:
        return
    there = standing(state.zienswijzen.where(municipality=now.municipality, version=was.version))
    answers = [z for z in there if z.arrival != Arrival.SUPPLEMENT]
    as_then = (was.heard_on, was.answer)
    first = [z for z in answers if (z.received_on, z.answer) == as_then][:1]
    for zienswijze in answers:
        if zienswijze.received_on == now.heard_on and zienswijze not in first:
            yield zienswijze


def _as_supplement(zienswijze: Zienswijze) -> Zienswijze:
    """Return an answer as what adds to one; that it came late stays."""
    is_first = zienswijze.arrival == Arrival.FIRST
    return zienswijze.model_copy(update={"arrival": Arrival.SUPPLEMENT}) if is_first else zienswijze


def _said(again: Hearing) -> str:
    by = f"; hij kan antwoorden tot en met {again.due.in_words}" if again.due else ""
    return f"{_before(again)} geldt weer{'' if again.is_settled else by}."


def _said_of_since(now: Hearing, again: Hearing, added: list[Zienswijze]) -> Iterator[str]:
    """Yield what else stands again, and what of since the adviser should look at."""
    if again.meeting_on and now.meeting_on is None:
        yield f"Zijn vergadering van {day_in_words(again.meeting_on)} staat weer."
    if now.invited_on and now.invited_on != again.invited_on:
        told = ": laat zijn griffie weten dat zijn antwoord blijft staan" * again.is_settled
        yield f"Hij kreeg het ontwerp op {day_in_words(now.invited_on)} nog eens{told}."
    if now.is_settled:
        where = "staat er nu als aanvulling bij" if added else "staat alleen nog in het journaal"
        yield f"Wat daarna van hem is vastgelegd ({_how(now)}), {where}. Kijk na of het klopt."


def _before(was: Hearing) -> str:
    """Return what a council came to, in Dutch: the beginning of a sentence."""
    on = day_in_words(was.heard_on or was.invited_on or date.min)
    if was.state is HearingState.HEARD:
        return f"Het antwoord van de raad van {was.name} van {on} ({was.answer})"
    if was.state is HearingState.SILENT:
        return f"Dat de raad van {was.name} niet antwoordde (vastgelegd op {on}),"
    return f"De vraag aan de raad van {was.name} van {on}"


def _how(now: Hearing) -> str:
    on = day_in_words(now.heard_on or now.invited_on or date.min)
    return f"gehoord op {on}, {now.answer}" if now.answer else f"{now.state_in_words}, {on}"


def _to_be_heard(now: Hearing) -> str:
    """Return that a council is still to be heard; nothing of one that was, or is silent."""
    return "" if now.is_settled else f"De raad van {now.name} wordt nog gehoord."
