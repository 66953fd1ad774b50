# SPDX-License-Identifier: EUPL-1.2
"""A municipality is there again: what waited for it in the outbox was withdrawn, and never left.

A council whose ontwerp never left was not asked, whatever its hearing says.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from gehoord.calendar.dutch import alphabetical, enumeration
from gehoord.domain.acts.act import Act
from gehoord.domain.acts.new_council import asks_new_council
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.dossier.rehearings import was_heard_on
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, recipient_of
from gehoord.domain.proposal.step import Letter


def there_again(act: Act) -> list[FrozenMunicipality]:
    """Return the municipalities that an act lets be there again."""
    pairs = act.changes.replaced
    return [
        now
        for was, now in pairs
        if isinstance(was, FrozenMunicipality)
        and isinstance(now, FrozenMunicipality)
        and was.until
        and not now.until
    ]


def asked_again(act: Act, state: State, messages: Collection[Message], on: date) -> Act:
    """Return an act with each council that comes back, and has no ontwerp, yet to be asked.

    The adviser owes it the ontwerp, as he owes a new council. Other mail that never left is named:
    only a person knows whether it is still wanted.

    Args:
        act: what was decided.
        state: the dossier before.
        messages: those of the municipalities that come back.
        on: the day of the act.

    Law: Politiewet 2012, art. 38b lid 2 (every council is heard on the ontwerp).
    """
    changes, unasked = act.changes, []
    for municipality in there_again(act):
        after = state.after(changes)
        for hearing in after.hearings.where(municipality=municipality.code):
            if hearing.state is HearingState.INVITED and _has_none(after, hearing, messages):
                changes += Changes.replacing([(hearing, hearing.not_asked(on))])
                after = state.after(changes)
                changes += asks_new_council(after, municipality.code, municipality.name, on)
                unasked.append(municipality.name)
    said = [act.said, _said_of_unasked(unasked), _said_of_others(act, messages)]
    return replace(act, changes=changes, said=" ".join(filter(None, said)))


def _has_none(state: State, hearing: Hearing, messages: Iterable[Message]) -> bool:
    """Whether a council was sent the ontwerp when it was last asked, and no mail with it left.

    One that was heard on it, and is heard again, has it in whatever way it came.
    """
    if was_heard_on(state, hearing):
        return False
    letters = _letters_to(state, hearing, messages)
    last = max((letter.round or 0 for letter in letters), default=0)
    of_last = [letter for letter in letters if (letter.round or 0) == last]
    return bool(of_last) and not any(map(_is_on_its_way, of_last))


def _letters_to(state: State, hearing: Hearing, messages: Iterable[Message]) -> list[Message]:
    """Return the letters with the ontwerp of a council: to its griffie or to its burgemeester."""
    ways = (hearing.municipality, recipient_of(BURGEMEESTERS, hearing.municipality))
    same = {v.number for v in state.versions if v.content_id == hearing.version}
    to_it = (m for m in messages if m.letter is Letter.ONTWERP and m.recipient in ways)
    return [message for message in to_it if message.version in same]


def _is_on_its_way(message: Message) -> bool:
    """Whether a message left, or still does."""
    return message.has_left or message.state is not MessageState.WITHDRAWN


def _said_of_unasked(names: list[str]) -> str:
    if not names:
        return ""
    who = enumeration(alphabetical(names))
    told = f"De raad van {who} kreeg" if len(names) == 1 else f"De raden van {who} kregen"
    return f"{told} het ontwerp niet: die mail wachtte nog. Start de fase 'horen' om het te sturen."


def _said_of_others(act: Act, messages: Collection[Message]) -> str:
    """Return which other mail was withdrawn and never left, with whom it was for."""
    names = {m.code: m.name for m in there_again(act)}
    told = {f"'{m.subject}' ({names[m.municipality or '']})" for m in _never_left(messages)}
    if not told:
        return ""
    return (
        f"Mail die nog wachtte, is niet verzonden: {enumeration(alphabetical(told))}. Stuur die zo "
        "nodig zelf."
    )


def _never_left(messages: Collection[Message]) -> Iterator[Message]:
    """Yield what was written to a municipality, but the ontwerp, and nothing took its place."""
    going = {_about(message) for message in messages if _is_on_its_way(message)}
    for message in messages:
        is_letter = message.kind in _LETTERS and message.letter is not Letter.ONTWERP
        if is_letter and _about(message) not in going:
            yield message


def _about(message: Message) -> tuple[object, ...]:
    """Return by what it is seen that a later message took the place of an earlier one."""
    return message.kind, message.step, message.recipient, message.letter


_LETTERS: Final = (
    MessageKind.LETTER,
    MessageKind.CHANGED,
    MessageKind.MOVED,
    MessageKind.PRIORITY,
    MessageKind.CORRECTION,
    MessageKind.REPLY,
)
"""What is written to a municipality once; who is reminded, is reminded again by itself."""
