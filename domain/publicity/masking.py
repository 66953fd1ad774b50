"""Personal data in what people wrote in their own words: found as far as a program can, and hidden.

A name that nothing tells from other words is not found: a person reads what is made public.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from gehoord.domain.dossier.state import State

HIDDEN: Final = "[weggelaten]"
"""What stands in the place of personal data."""

_NAME: Final = (
    r"(?:(?:van|de|der|den|het|ter|ten|te|in|el|al|'t)\s+){0,3}[A-Z][\w'-]+"
    r"(?:\s+(?:(?:van|de|der|den|het|ter|ten|te|'t)\s+){0,3}[A-Z][\w'-]+){0,2}"
)
_INITIALS: Final = r"(?:[A-Z][a-z]?\.\s?){1,5}"
_TITLED: Final = re.compile(
    rf"(?:(?<=\b[Dd]e heer )|(?<=\b[Dd]hr\. )|(?<=\b[Dd]hr )|(?<=\b[Mm]evrouw )|(?<=\b[Mm]evr\. )"
    rf"|(?<=\b[Mm]w\. )|(?<=\b[Mm]w )|(?<=\b[Dd]rs\. )|(?<=\b[Mm]r\. )|(?<=\b[Ii]r\. )"
    rf"|(?<=\b[Rr]aadslid )|(?<=\b[Gg]riffier ))(?:{_INITIALS}\s*)?{_NAME}"
)
_WITH_INITIALS: Final = re.compile(rf"(?<![\w.]){_INITIALS}\s*{_NAME}")
_MAIL: Final = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE: Final = re.compile(r"(?<![\d-])(?:\+|00|0)\d(?:[ ()-]{0,3}\d){8,11}(?![\d-])")
_NUMBER_OF_PERSON: Final = re.compile(r"(?<![\d.,-])\d{9}(?!\d|[.,-]\d)")
_ACCOUNT: Final = re.compile(r"\bNL\d{2}(?: ?[A-Z]{4})(?: ?\d){10}\b")
_PATTERNS: Final = (
    _MAIL,
    _ACCOUNT,
    _TELEPHONE,
    _NUMBER_OF_PERSON,
    _TITLED,
    _WITH_INITIALS,
)
_SHORTEST: Final = 4
"""Signs of what is known as personal: shorter ones stand in other words too."""


@dataclass(slots=True)
class Masking:
    """Hides personal data, and remembers what it hid and where.

    Attributes:
        known: what the register itself holds of persons and where they are reached.
        hidden: where something was hidden, and what; for the adviser alone.
    """

    known: tuple[str, ...] = ()
    hidden: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, words: str, where: str) -> str:
        """Return words without personal data; ``where`` says in what they stand."""

        def hide(found: re.Match[str]) -> str:
            self.hidden.append((where, found[0]))
            return HIDDEN

        for known in self.known:
            words = re.sub(re.escape(known), hide, words, flags=re.IGNORECASE)
        for pattern in _PATTERNS:
            words = pattern.sub(hide, words)
        return words


def masking_of(state: State) -> Masking:
    """Return what hides the personal data of a dossier.

    Known are who signs its letters, who deals with them, and every address in it. Who deals with
    them is hidden only where that is a name, which begins with a capital.
    """
    heads = [state.eenheid.letterhead, state.given_letterhead.on(state.eenheid.letterhead)]
    lines = [line for h in heads for line in (h.signatory, h.telephone, h.mail, h.address)]
    lines += [h.handled_by for h in heads if h.handled_by[:1].isupper()]
    return Masking(_longest_first([*lines, *_addresses(state)]))


def _addresses(state: State) -> Iterable[str]:
    for m in state.municipalities:
        yield from (m.griffie_address or "", m.burgemeester_address or "", m.safety_address or "")
    yield from (address or "" for address in state.eenheid.addresses.model_dump().values())
    yield from (party.address or "" for party in state.eenheid.parties)
    yield from (reviewer.address for reviewer in state.reviewers)


def _longest_first(known: Iterable[str]) -> tuple[str, ...]:
    told = {line.strip() for line in known if len(line.strip()) >= _SHORTEST}
    return tuple(sorted(told, key=lambda line: (-len(line), line)))
