# SPDX-License-Identifier: EUPL-1.2
"""From what the journal says to what happened to each action: each entry is told once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from gehoord.calendar.due import Due
from gehoord.domain.acts.move import both_in_words
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.agenda_item import AgendaItem
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.recorded import Recorded
from gehoord.domain.dossier.request import PartyRequest
from gehoord.domain.dossier.zienswijze import Arrival, Zienswijze
from gehoord.domain.frozen import Frozen
from gehoord.domain.outgoing.happened import (
    AgendaTold,
    AnswerAdded,
    AnswerWeighed,
    CameIn,
    CarriedThrough,
    CouncilAnswered,
    CouncilAsked,
    CouncilSilent,
    Dropped,
    Escalated,
    Happened,
    MeetingDropped,
    MeetingPlanned,
    OwedAgain,
    RequestClosed,
    RequestMade,
    SessionTold,
    Shifted,
    ToldLate,
    What,
)
from gehoord.domain.proposal.step import REQUEST_ANSWER, StepKind

T = TypeVar("T", bound=Frozen)
Given = Mapping[str, PlanLine]
"""The lines to which a person gave another day in one entry, by their step."""


def recount(
    entries: Iterable[Recorded], hearings: Mapping[str, Action]
) -> defaultdict[str, list[Happened]]:
    """Return what happened to each action, by its id, in the order of the journal.

    Args:
        entries: the whole journal of a dossier.
        hearings: the action of each council that must be heard, by its municipality.
    """
    told: defaultdict[str, list[Happened]] = defaultdict(list)
    known = _Known()
    for entry in entries:
        for action, what in _of_entry(entry, known, hearings):
            said = entry.text.removeprefix(f"{action.step}: ")  # reports about a step name it
            on = max(entry.on, action.changed_on) if action.is_outside_plan else entry.on
            event = Happened(entry.at, on, what, entry.event, entry.by, said)
            told[action.id].append(event)
    return told


class _Known:
    """Each object as the journal last had it."""

    def __init__(self) -> None:
        self._last: dict[tuple[type[Frozen], str], Frozen] = {}
        self.settled: set[str] = set()
        """The councils of which was told that they were heard, or silent."""

    def action(self, identifier: str | None) -> Action | None:
        """Return an action by its id, if the journal had it."""
        found = self._last.get((Action, identifier or ""))
        return found if isinstance(found, Action) else None

    def of_step(self, step: str | None) -> list[Action]:
        """Return the actions of a step that the journal had; of no step none."""
        found = self._last.values() if step else ()
        return [item for item in found if isinstance(item, Action) and item.step == step]

    def pairs(self, items: Iterable[T]) -> Iterator[tuple[T | None, T]]:
        """Yield each object as it was, if it was there, and as it became."""
        for item in items:
            key = (type(item), str(getattr(item, "id", "")))
            before = self._last.get(key)
            self._last[key] = item
            yield before if isinstance(before, type(item)) else None, item


def _of_entry(
    entry: Recorded, known: _Known, hearings: Mapping[str, Action]
) -> Iterator[tuple[Action, What]]:
    """Yield each action to which something happened in one entry, and what."""
    yield from _of_sessions(entry, known)
    given = _given(known.pairs(entry.of(PlanLine)))
    of_councils = dict(_of_councils(entry, known, hearings))
    settled = {code for code, what in of_councils.items() if _is_settling(what)}
    known.settled |= settled
    for before, action in known.pairs(entry.of(Action)):
        told = settled if before else known.settled
        is_told = _hears_one_of(action, told)
        for what in _of_action(before, action, given):
            if not (is_told and isinstance(what, CarriedThrough)):
                yield action, what
        yield from _escalated(before, action, known)
    yield from _of_requests(entry, known)
    yield from ((hearings[c], what) for c, what in of_councils.items() if c in hearings)


def _hears_one_of(action: Action, councils: Collection[str]) -> bool:
    return action.kind is StepKind.HEARING and action.municipality in councils


def _escalated(
    before: Action | None, action: Action, known: _Known
) -> Iterator[tuple[Action, What]]:
    """Yield the action that is too long late, if a new one is about that."""
    late = known.action(action.about)
    if late and before is None and action.step != REQUEST_ANSWER:
        yield late, Escalated(action.owner_name)


def _of_requests(entry: Recorded, known: _Known) -> Iterator[tuple[Action, What]]:
    """Yield what was asked by who owes an action, and what came of it."""
    for before, asked in known.pairs(entry.of(PartyRequest)):
        owed = known.action(asked.action)
        about = known.action(owed.about) if owed else None
        if about is None:
            continue
        if before is None:
            yield about, RequestMade(asked.what, asked.text)
        elif (before.state, before.counts) != (asked.state, asked.counts):
            how = asked.state if asked.counts else "teruggenomen"
            yield about, RequestClosed(asked.what, how, asked.answer)


def _of_sessions(entry: Recorded, known: _Known) -> Iterator[tuple[Action, What]]:
    """Yield what became of information sessions, on the action of their step."""
    for before, session in known.pairs(entry.of(InfoSession)):
        for action in known.of_step(session.step):
            yield action, SessionTold(session, before)


def _given(lines: Iterable[tuple[PlanLine | None, PlanLine]]) -> Given:
    return {
        line.step: line
        for before, line in lines
        if line.moved_to and (before is None or _is_moved_anew(before, line))
    }


def _of_councils(
    entry: Recorded, known: _Known, hearings: Mapping[str, Action]
) -> Iterator[tuple[str, What]]:
    """Yield what happened with each council, by its municipality: at most one thing each."""
    said: dict[str, Zienswijze] = {}
    for before, item in known.pairs(entry.of(Zienswijze)):
        if before is None and item.counts:
            said[item.municipality] = item
            yield item.municipality, AnswerAdded(item.answer, item.arrival)
        elif before and item.disposition != before.disposition:
            yield item.municipality, AnswerWeighed(item.disposition)
    for asked, hearing in known.pairs(entry.of(Hearing)):
        council = hearing.municipality
        owed = known.action(hearings[council].id) if council in hearings else None
        what = _of_hearing(asked, hearing, said.get(council)) or _of_meeting(asked, hearing, owed)
        if what:
            yield council, what


def _is_settling(what: What) -> bool:
    return isinstance(what, CouncilAnswered | CouncilSilent)


def _is_moved_anew(before: PlanLine, line: PlanLine) -> bool:
    return (before.moved_to, before.moved_because) != (line.moved_to, line.moved_because)


def _of_action(before: Action | None, after: Action, given: Given) -> Iterator[What]:
    """Yield what changed in an action that people must know; what counts reminders is not."""
    if before is None:
        yield CameIn(after.days)
    else:
        yield from _other_days(before, after, given)
    if before is None or after.state is not before.state:
        yield from _closed(after, after.done_on if before is None else None)
    if after.is_told_late and not (before and before.is_told_late):
        yield ToldLate()


def _other_days(before: Action, after: Action, given: Given) -> Iterator[What]:
    """Yield that an action is owed again, by when, or that it came on other days."""
    shifted = _shifted(before, after, given)
    if after.is_open and not before.is_open:
        yield OwedAgain(shifted.becomes if shifted else "")
    elif shifted:
        yield shifted


def _closed(action: Action, on: date | None) -> Iterator[What]:
    """Yield how an action was closed, if it was; the day, where the journal has no other."""
    if action.state is ActionState.DONE:
        yield CarriedThrough(on)
    if action.state is ActionState.LAPSED:
        yield Dropped(on)


def _shifted(before: Action, after: Action, given: Given) -> Shifted | None:
    if before.days == after.days:
        return None
    was, becomes = both_in_words(before.days, after.days)
    if was == becomes:
        return None
    if line := given.get(after.step):
        return Shifted(was, becomes, line.moved_because, "")
    if cause := next(iter(given.values()), None):
        return Shifted(was, becomes, cause.moved_because, cause.title)
    return Shifted(was, becomes, "", "")


def _of_hearing(before: Hearing | None, after: Hearing, said: Zienswijze | None) -> What | None:
    """Return what happened between a council and the ontwerp; its lapse is told by its action."""
    if before and _stands_alike(before, after):
        return None
    match after.state:
        case HearingState.INVITED if (
            before is None or not before.is_settled or _anew(before, after)
        ):
            return CouncilAsked(after.due, after.round > 1)
        case HearingState.HEARD:
            is_late = said is not None and said.arrival == Arrival.LATE
            return CouncilAnswered(after.answer or "", is_late)
        case HearingState.SILENT:
            return CouncilSilent(after.reason, after.reason_by)
        case _:
            return None


def _stands_alike(before: Hearing, after: Hearing) -> bool:
    """Whether a council was not asked, heard or silent otherwise than before."""
    standing = ((h.state, h.version, h.settled_on) for h in (before, after))
    return len(set(standing)) == 1


def _of_meeting(before: Hearing | None, after: Hearing, owed: Action | None) -> What | None:
    """Return that a council named a meeting, or another, or that it lapsed; else nothing.

    Args:
        before: its hearing as it was, if it was there.
        after: its hearing as it became.
        owed: what it owed then: a meeting after its last day is told as such.
    """
    was, becomes = before.named_meeting if before else None, after.named_meeting
    if not after.is_owed:
        return None
    if was == becomes:
        return _of_agenda(before.before_deciding if before else (), after.before_deciding)
    if becomes:
        day, stands = becomes
        return MeetingPlanned(day, stands, _last_before(day, owed))
    return MeetingDropped(was[0]) if was else None


def _of_agenda(was: tuple[AgendaItem, ...], becomes: tuple[AgendaItem, ...]) -> What | None:
    """Return what changed in the meetings before the deciding one; a report changes one of them."""
    kinds = {item.kind for item in becomes}
    new = [item for item in becomes if item not in was]
    gone = [item for item in was if item.kind not in kinds]
    if new:
        return AgendaTold(new[0], is_off=False)
    return AgendaTold(gone[0], is_off=True) if gone else None


def _last_before(day: date, owed: Action | None) -> Due | None:
    """Return the last day of an action, if this day comes after it."""
    last = owed.due if owed else None
    return last if last and Due.on(day).is_surely_after(last) else None


def _anew(before: Hearing, after: Hearing) -> bool:
    """Whether a council is asked about another version, not set back to where it stood."""
    return before.version != after.version
