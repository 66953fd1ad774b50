# SPDX-License-Identifier: EUPL-1.2
"""Which parts that the law asks for changed after councils were heard, and when that was told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.following_strength import following_strength, is_about_strength
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.promised import Promised, promised
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_changes import compared
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.proposal.part import part_in_words
from gehoord.domain.proposal.step import Part, StepKind

_OBJECTIVES: Final = re.compile(r"doelstelling|veiligheidsagenda", re.IGNORECASE)
_WIJKAGENTEN: Final = re.compile(r"wijkagent", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """A part that is other than in the ontwerp on which councils are heard.

    Attributes:
        part: which one.
        key: by which a judgement knows this very change.
        how: what is other, in Dutch: a clause.
        since: the day on which it was.
        told_on: the day on which the councils were sent it, if they were.
    """

    part: Part
    key: str
    how: str
    since: date
    told_on: date | None = None

    @property
    def in_words(self) -> str:
        """What changed, since when, and whether the councils were sent it."""
        told = f"nagestuurd op {day_in_words(self.told_on)}" if self.told_on else "niet nagestuurd"
        return f"{part_in_words(self.part)}: {self.how}, {day_in_words(self.since)}, {told}"


def changed_parts(state: State) -> tuple[ChangedPart, ...]:
    """Return what changed since the newest ontwerp, as far as Gehoord knows that.

    It knows the figures of the strength, which parts a version contains, and what was promised to
    follow and was sent on. Whether a change is material is for a person to judge.

    Law: Politiewet 2012, art. 39 lid 1 and art. 20 lid 1 (what the plan holds or observes); art.
    38b lid 2 (the councils are heard on the ontwerp).
    """
    ontwerp = state.ontwerp
    if ontwerp is None:
        return ()
    found: dict[Part, ChangedPart] = {}
    for change in (
        *_of_strength(state, ontwerp),
        *_of_content(state, ontwerp),
        *_sent_on(state, ontwerp),
    ):
        found.setdefault(change.part, change)
    return tuple(found[part] for part in Part if part in found)


def heard_before(state: State, changes: tuple[ChangedPart, ...]) -> list[Hearing]:
    """Return the councils that were heard or silent before they were sent all that changed."""
    ontwerp = state.ontwerp
    if ontwerp is None or not changes:
        return []
    settled = [h for h in state.owed_hearings if h.is_settled and h.version == ontwerp.content_id]
    return [hearing for hearing in settled if any(_is_after(c, hearing) for c in changes)]


def changed_since(hearing: Hearing, changes: tuple[ChangedPart, ...]) -> tuple[ChangedPart, ...]:
    """Return what changed of the ontwerp that a council was heard on, and it did not know then."""
    if not hearing.is_settled:
        return ()
    return tuple(change for change in changes if _is_after(change, hearing))


def _is_after(change: ChangedPart, hearing: Hearing) -> bool:
    """Whether a council did not have a change yet when it was heard; who was asked since, had."""
    if hearing.invited_on is None or hearing.invited_on >= change.since:
        return False
    known_on = change.told_on or date.max
    return hearing.settled_on is not None and known_on > hearing.settled_on


def _of_strength(state: State, ontwerp: DraftVersion) -> Iterator[ChangedPart]:
    """Yield that the strength is distributed otherwise: in a later version, or in a later table."""
    heard = state.strengths.one(ontwerp.strength) if ontwerp.strength else None
    if heard is None:
        return
    now = _newest_table(state, ontwerp) or following_strength(state)
    if now is None or now.id == heard.id or not now.counts:
        return
    found = compared(heard, now)
    if found.is_material:
        told = _told_on(state, Part.STRENGTH, now.recorded_on)
        how = f"{now.in_words} in plaats van {heard.in_words}"
        yield ChangedPart(Part.STRENGTH, now.id, how, now.recorded_on, told)
        if now.wijkagenten != heard.wijkagenten:
            yield ChangedPart(Part.WIJKAGENTEN, now.id, how, now.recorded_on, told)


def _key(ontwerp: DraftVersion, part: Part) -> str:
    """Return by which a change is known of which no figures are; it is one, whichever version."""
    return f"{ontwerp.content_id}/{part}"


def _newest_table(state: State, ontwerp: DraftVersion) -> StrengthTable | None:
    """Return the table in the version after the ontwerp, if it names one."""
    final = state.final
    if final is None or final.content_id == ontwerp.content_id or not final.strength:
        return None
    return state.strengths.one(final.strength)


def _of_content(state: State, ontwerp: DraftVersion) -> Iterator[ChangedPart]:
    """Yield which parts came into, or went out of, a later version."""
    final = state.final
    if final is None or final.content_id == ontwerp.content_id:
        return
    which = f"versie {final.number} ({final.title})"
    for part in Part:
        was, is_now = part in ontwerp.contains, part in final.contains
        if was != is_now:
            how = f"ontbrak in het ontwerp, staat in {which}" if is_now else f"niet meer in {which}"
            told = _told_on(state, part, ontwerp.made_on)
            yield ChangedPart(part, _key(ontwerp, part), how, final.made_on, told)


def _sent_on(state: State, ontwerp: DraftVersion) -> Iterator[ChangedPart]:
    """Yield what was promised with the ontwerp and was sent on since: that was other before."""
    for each in promised(state):
        if each.chapter.is_statutory and each.action.state is ActionState.DONE:
            done_on = each.action.done_on
            if done_on:
                told = done_on if each.chapter.is_for_councils else None
                how = f"was {each.chapter.stands} in het ontwerp"
                part = _part_of(each)
                yield ChangedPart(part, _key(ontwerp, part), how, done_on, told)


def _told_on(state: State, part: Part, since: date) -> date | None:
    """Return the first day on which the councils were sent a part, from a day on."""
    days = (*_kept_promises(state, part), *_letters_about(state, part))
    return min((day for day in days if day and day >= since), default=None)


def _kept_promises(state: State, part: Part) -> list[date | None]:
    """Return when a part that was promised to the councils was sent on."""
    of_part = [each for each in promised(state) if _part_of(each) is part]
    return [each.action.done_on for each in of_part if each.chapter.is_for_councils]


def _letters_about(state: State, part: Part) -> list[date | None]:
    """Return when a letter of the plan brought the councils the definitive strength."""
    if part is Part.OBJECTIVES:
        return []
    letters = [step for step in state.as_opened.steps if step.kind is StepKind.NOTICE]
    about = [step for step in letters if step.is_near_council and is_about_strength(step.title)]
    return [state.tally(step.id).last_done_on for step in about if state.is_finished(step.id)]


def _part_of(each: Promised) -> Part:
    """Return which part a promised chapter holds, as far as its name tells."""
    if _OBJECTIVES.search(each.chapter.chapter):
        return Part.OBJECTIVES
    return Part.WIJKAGENTEN if _WIJKAGENTEN.search(each.chapter.chapter) else Part.STRENGTH
