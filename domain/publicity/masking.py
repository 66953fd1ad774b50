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
from gehoord.domain.publicity.doubtful import doubtful_names, familiar_words
from gehoord.domain.publicity.names_written import (
    CAPITAL,
    CAPITALISED,
    INITIALS,
    MORE,
    NAMES,
    OF,
    OFFICE,
    PERSON,
)
from gehoord.domain.publicity.ordinary_words import BEGINS_NAME, ORDINARY
from gehoord.domain.publicity.surnames import surnames_in

HIDDEN: Final = "[weggelaten]"
"""What stands in the place of personal data."""

_TITLED: Final = re.compile(rf"\b(?i:{PERSON})(?:\.\s*|\s*:\s*|\s+)(?P<name>{NAMES})")
_OFFICIAL: Final = re.compile(
    rf"\b(?i:{OFFICE})(?:\s*[:,]\s*|\s+)(?P<name>(?![{CAPITAL}]{{2,5}}\b)"
    rf"(?:van\s+de[nr]\s+|{INITIALS}\s*(?:{OF}\s+){{0,3}})?{CAPITALISED}"
    rf"(?:(?:\s*,|\s+en|\s*&)\s+{CAPITALISED})*)"
)
_WITH_INITIALS: Final = re.compile(rf"(?<![\w.]){INITIALS}\s*(?:{OF}\s+){{0,3}}{CAPITALISED}")
_TURNED: Final = re.compile(rf"(?<!\w){CAPITALISED},\s{INITIALS}(?!\w)")
_SIGNED_OFF: Final = re.compile(
    rf"\b(?i:met vriendelijke groet(?:en)?|hoogachtend|was getekend|w\.g\.)[\s,:]+"
    r"(?!(?:De|Het|Namens|Raad|Gemeente\w*|College|Burgemeester|Griffi\w*|Voorzitter|Politie|"
    r"Openbaar|Stichting|Vereniging|Team|Bureau)\b)"
    rf"(?P<name>{CAPITALISED})"
)
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
    rf"\b(?!Overweg\b)[{CAPITAL}]{MORE}*(?:straat|laan|weg|plein|kade|gracht|dijk|singel|hof|pad|steeg|plantsoen|"
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
    _SIGNED_OFF,
)
"""What looks personal; where one has a part ``name``, that alone is hidden."""
_LABEL: Final = re.compile(
    rf"(?<![\w.])(?P<letter>[A-Z])\.(?=\s+(?P<word>[{CAPITAL}]{MORE}*)(?:\s+(?P<next>\S+))?)"
)
"""The letter before an item of a list, or an initial: "A. Meer agenten", "A. Jansen"."""
_ENDS_IN_TITLE: Final = re.compile(rf"\b(?i:{PERSON}|{OFFICE})\W*$")
_LONGEST_TITLE: Final = 30
"""Signs: no title or office before a name is longer."""
_PARTED: Final = "\ue000"
"""Stands between such a letter and its item while names are looked for."""
_SHORTEST: Final = 4
"""Signs of what is known as personal: shorter ones stand in other words too."""


@dataclass(slots=True)
class Masking:
    """Hides personal data, and remembers what it hid and where; what was erased is hidden too.

    Attributes:
        known: what the register itself holds of persons and where they are reached.
        spared: what is no person, whatever stands before it, such as a municipality.
        familiar: words with a capital that are no names of persons here, such as of the plan.
        hidden: where something was hidden, and what; for the adviser alone.
        doubtful: where a word stays that may be the name of somebody, and which; for him too.
    """

    known: tuple[str, ...] = ()
    spared: frozenset[str] = frozenset()
    familiar: frozenset[str] = frozenset()
    hidden: list[tuple[str, str]] = field(default_factory=list)
    doubtful: list[tuple[str, str]] = field(default_factory=list)
    _patterns: tuple[re.Pattern[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        known = words_found(self.known), _alone(surnames_in(self.known, self.spared), self.spared)
        self._patterns = (*known, *_PATTERNS)

    def __call__(self, words: str, where: str) -> str:
        """Return words without personal data; ``where`` says in what they stand."""

        def hide(found: re.Match[str]) -> str:
            parts = found.groupdict()
            name = parts.get("name") or found[0]
            if parts.get("spared") or name in self.spared:
                return found[0]
            self.hidden.append((where, name))
            return found[0].replace(name, HIDDEN)

        words = _with_items_parted(words.replace(_PARTED, "").replace(MARK, HIDDEN))
        for pattern in self._patterns:
            words = pattern.sub(hide, words)
        doubtful = doubtful_names(words, self.familiar, self.spared)
        self.doubtful += [(where, name) for name in doubtful]
        return words.replace(_PARTED, "")


def _alone(names: Iterable[str], spared: Iterable[str]) -> re.Pattern[str]:
    """Return what finds these surnames as words of their own, written with a capital or in them.

    What is spared goes first, with the word before it: of "de raad van Dijk en Waard" nothing is a
    person, though one is called Van Dijk.
    """
    written = {form for name in names for form in (name, name.upper(), name[0].upper() + name[1:])}
    longest_first = sorted(written, key=lambda name: (-len(name), name))
    found = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    kept = "|".join(re.escape(name) for name in sorted(spared, key=lambda name: (-len(name), name)))
    first = rf"(?P<spared>(?:van\s+)?(?:{kept}))|" if kept else ""
    return re.compile(rf"(?<![\w-])(?:{first}{found})(?![\w-])" if found else r"(?!)")


def _with_items_parted(words: str) -> str:
    """Return words in which the letter before an item of a list is told from an initial.

    It is one where another item has the letter before or after it, and where it is followed by a
    word that is no name of a person.
    """
    letters = {ord(found["letter"]) for found in _LABEL.finditer(words)}

    def part(found: re.Match[str]) -> str:
        letter = ord(found["letter"])
        is_in_list = letter - 1 in letters or letter + 1 in letters
        before = words[max(0, found.start() - _LONGEST_TITLE) : found.start()]
        is_item = is_in_list and _begins_item(found) and not _ENDS_IN_TITLE.search(before)
        return found[0] + _PARTED if is_item else found[0]

    return _LABEL.sub(part, words)


def _begins_item(label: re.Match[str]) -> bool:
    """Whether the word after a letter is ordinary: what may begin a surname needs one after it."""
    word, after = label["word"].casefold(), label["next"] or ""
    if word in BEGINS_NAME:
        return bool(after) and (after[0].islower() or _ABBREVIATION.fullmatch(after) is not None)
    return word in ORDINARY


_ABBREVIATION: Final = re.compile(r"[A-Z]{2,5}\W?")


def masking_of(state: State, reached: Iterable[str] = ()) -> Masking:
    """Return what hides the personal data of a dossier.

    Known are who signs its letters, who deals with them, and every address in it, with the surnames
    in these. Who deals with them is hidden only where that is a name, which begins with a capital.

    Args:
        state: the dossier.
        reached: by what else somebody is or was reached, as its journal has it.
    """
    known = [line.strip() for line in (*_heads(state), *_addresses(state), *reached)]
    long = dict.fromkeys(line for line in known if len(line) >= _SHORTEST and MARK not in line)
    places = {name for m in state.municipalities for name in (m.name, m.district)}
    places |= {name.partition(" (")[0] for name in places}  # "Bergen (NH)" is written as Bergen
    bodies = {name for p in state.eenheid.parties for name in (p.name, p.short_name)}
    spared = frozenset({*places, *bodies, state.eenheid.name} - {""})
    return Masking(tuple(long), spared, familiar_words([*bodies, *_titles(state)]))


def _heads(state: State) -> Iterable[str]:
    """Yield who stands in the heads of the letters: that of the unit, and that of the dossier."""
    for head in (state.eenheid.letterhead, state.given_letterhead.on(state.eenheid.letterhead)):
        yield from (head.signatory, head.telephone, head.mail, head.address)
        if head.handled_by[:1].isupper():
            yield head.handled_by


def _titles(state: State) -> Iterable[str]:
    """Yield what the proposal itself calls things: its adviser wrote that to be read."""
    proposal = state.as_opened
    yield from (proposal.title, proposal.beleidsplan.name)
    yield from (step.title for step in proposal.steps)


def _addresses(state: State) -> Iterable[str]:
    for m in state.municipalities:
        yield from (m.griffie_address or "", m.burgemeester_address or "", m.safety_address or "")
    yield from (address or "" for address in state.eenheid.addresses.model_dump().values())
    yield from (party.address or "" for party in state.eenheid.parties)
    yield from (reviewer.address for reviewer in state.reviewers)
