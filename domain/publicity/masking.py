# SPDX-License-Identifier: EUPL-1.2
"""Personal data in what people wrote in their own words: found as far as a program can, and hidden.

A name that nothing tells from other words is not found: a person reads what is made public.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from gehoord.domain.dossier.contacts import MAIL, TELEPHONE
from gehoord.domain.dossier.erasing import MARK, words_found
from gehoord.domain.dossier.state import State

HIDDEN: Final = "[weggelaten]"
"""What stands in the place of personal data."""

_CAPITAL: Final = "".join(
    c for c in map(chr, (*range(0x530), *range(0x1E00, 0x1F00))) if c.isupper()
)
_APOSTROPHE: Final = "'\u2018\u2019"
_MORE: Final = rf"[\w{_APOSTROPHE}\u0300-\u036f-]"
_OF: Final = rf"(?:van|von|de|der|den|het|ter|ten|te|in|el|al|la|du|[{_APOSTROPHE}]t)"
_BEGINS: Final = rf"(?:d[{_APOSTROPHE}]|[{_APOSTROPHE}]t\s+)?[{_CAPITAL}]{_MORE}+"
_CAPITALISED: Final = rf"{_BEGINS}(?:\s+(?:{_OF}\s+){{0,3}}{_BEGINS}){{0,2}}"
_INITIALS: Final = rf"(?:[{_CAPITAL}][a-z\u0300-\u036f]?\.\s?){{1,5}}"
_NAME: Final = rf"(?:{_INITIALS}\s*|[{_CAPITAL}]\s)?(?:{_OF}\s+){{0,3}}{_CAPITALISED}"
_NAMES: Final = rf"{_NAME}(?:(?:\s*,|\s+en|\s*&)\s+{_NAME})*"
_PERSON: Final = r"heer|heren|dames?|mevrouw|mevr|mej|mw|dhr|fam|drs|dr|mr|ir|ing|prof"
_OFFICE: Final = (
    r"raadslid|raadsleden|commissielid|commissieleden|fractievoorzitter|griffier|wethouders?|"
    r"burgemeester|wijkagent|inwoners?|familie|contactpersoon|portefeuillehouder"
)
_TITLED: Final = re.compile(rf"\b(?i:{_PERSON})(?:\.\s*|\s*:\s*|\s+)(?P<name>{_NAMES})")
_OFFICIAL: Final = re.compile(
    rf"\b(?i:{_OFFICE})(?:\s*[:,]\s*|\s+)(?P<name>(?![{_CAPITAL}]{{2,5}}\b)"
    rf"(?:van\s+de[nr]\s+|{_INITIALS}\s*(?:{_OF}\s+){{0,3}})?{_CAPITALISED}"
    rf"(?:(?:\s*,|\s+en|\s*&)\s+{_CAPITALISED})*)"
)
_WITH_INITIALS: Final = re.compile(rf"(?<![\w.]){_INITIALS}\s*(?:{_OF}\s+){{0,3}}{_CAPITALISED}")
_TURNED: Final = re.compile(rf"(?<!\w){_CAPITALISED},\s{_INITIALS}(?!\w)")
_MAIL_PARTED: Final = re.compile(
    r"(?<![\w.+'-])[\w.+'-]++\s?(?:@|\uff20|[(\[]\s?(?:at|apenstaartje)\s?[)\]])\s?[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_NUMBER_OF_PERSON: Final = re.compile(
    r"(?<![\d.,-])(?:\d{9}|\d{4}\.\d\d\.\d{3}|\d{3} \d{3} \d{3})(?!\d|[.,-]\d)"
    r"|\b(?i:bsn|burgerservicenummer)\W{0,3}(?P<name>\d[\d .-]{7,11}\d)"
)
_ACCOUNT: Final = re.compile(
    r"\b(?:(?i:NL\d{2}[ -]?[A-Z]{4}(?:[ -]?\d){10})"
    r"|[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?)\b"
)
_HOUSE: Final = re.compile(
    rf"\b(?!Overweg\b)[{_CAPITAL}]{_MORE}*(?:straat|laan|weg|plein|kade|gracht|dijk|singel|hof|pad|steeg|plantsoen|"
    r"dreef|markt|wal|baan|park) \d+\s?[a-zA-Z]?\b(?:,?\s+[1-9]\d{3}\s?[A-Z]{2}\b)?"
    r"|\b[1-9]\d{3}[A-Z]{2}\b|(?<=\d )\b[1-9]\d{3} [A-Z]{2}\b|(?<=\d, )[1-9]\d{3} [A-Z]{2}\b"
)
_BORN: Final = re.compile(
    r"\b(?i:geboren|geb\.)\s+(?:op\s+)?(?P<name>\d{1,2}[\s./-]\w+[\s./-]\d{4})"
)
_KEY: Final = re.compile(r"https?://\S*?/[\w-]{24,}\S*")
_ON_A_COMPUTER: Final = re.compile(r"(?<!\w)(?:[A-Za-z]:\\|\\\\|/(?:home|Users)/)\S+")
_PATTERNS: Final = (
    _KEY,
    _ON_A_COMPUTER,
    MAIL,
    _MAIL_PARTED,
    _ACCOUNT,
    _NUMBER_OF_PERSON,
    _BORN,
    TELEPHONE,
    _HOUSE,
    _WITH_INITIALS,
    _TITLED,
    _OFFICIAL,
    _TURNED,
)
"""What looks personal; where one has a part ``name``, that alone is hidden."""
_SHORTEST: Final = 4
"""Signs of what is known as personal: shorter ones stand in other words too."""


@dataclass(slots=True)
class Masking:
    """Hides personal data, and remembers what it hid and where; what was erased is hidden too.

    Attributes:
        known: what the register itself holds of persons and where they are reached.
        spared: what is no person, whatever stands before it, such as a municipality.
        hidden: where something was hidden, and what; for the adviser alone.
    """

    known: tuple[str, ...] = ()
    spared: frozenset[str] = frozenset()
    hidden: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, words: str, where: str) -> str:
        """Return words without personal data; ``where`` says in what they stand."""

        def hide(found: re.Match[str]) -> str:
            name = found.groupdict().get("name") or found[0]
            if name in self.spared:
                return found[0]
            self.hidden.append((where, name))
            return found[0].replace(name, HIDDEN)

        words = words_found(self.known).sub(hide, words.replace(MARK, HIDDEN))
        for pattern in _PATTERNS:
            words = pattern.sub(hide, words)
        return words


def masking_of(state: State, reached: Iterable[str] = ()) -> Masking:
    """Return what hides the personal data of a dossier.

    Known are who signs its letters, who deals with them, and every address in it. Who deals with
    them is hidden only where that is a name, which begins with a capital.

    Args:
        state: the dossier.
        reached: by what else somebody is or was reached, as its journal has it.
    """
    heads = [state.eenheid.letterhead, state.given_letterhead.on(state.eenheid.letterhead)]
    lines = [line for h in heads for line in (h.signatory, h.telephone, h.mail, h.address)]
    lines += [h.handled_by for h in heads if h.handled_by[:1].isupper()]
    known = [line.strip() for line in (*lines, *_addresses(state), *reached)]
    long = dict.fromkeys(line for line in known if len(line) >= _SHORTEST and MARK not in line)
    return Masking(tuple(long), frozenset(m.name for m in state.municipalities))


def _addresses(state: State) -> Iterable[str]:
    for m in state.municipalities:
        yield from (m.griffie_address or "", m.burgemeester_address or "", m.safety_address or "")
    yield from (address or "" for address in state.eenheid.addresses.model_dump().values())
    yield from (party.address or "" for party in state.eenheid.parties)
    yield from (reviewer.address for reviewer in state.reviewers)
