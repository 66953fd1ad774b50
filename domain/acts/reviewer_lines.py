# SPDX-License-Identifier: EUPL-1.2
"""Reads who read along with drafts, as people write it: a name and an address a line."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from gehoord.calendar.ical.address import plainly
from gehoord.domain.eenheid.written import seen
from gehoord.domain.nearby import folded

MOST: Final = 500
"""Readers of one report."""

_LONGEST_NAME: Final = 100
_LONGEST_ADDRESS: Final = 1000


class WrongLineError(ValueError):
    """A line is no reader: ``name`` is whom it names, if anybody, and ``why`` what is wrong."""

    def __init__(self, number: int, name: str, why: str) -> None:
        super().__init__(f"regel {number}{f', {name}' if name else ''}: {why}")
        self.name, self.why = name, why


class ReviewerLine(NamedTuple):
    """Who reads along, and where mail reaches it; the address may be empty."""

    name: str
    address: str


def reviewers_in(lines: Sequence[str]) -> tuple[ReviewerLine, ...]:
    """Return who is named, a line each.

    Raises:
        WrongLineError: a line is none, or somebody is named twice; it says which, in Dutch.
        ValueError: there are more than `MOST`.

    >>> reviewers_in(["Programmamanager OM; om@om.example", "GGD"])[0].address
    'om@om.example'
    """
    if len(lines) > MOST:
        raise ValueError(f"{len(lines)} meelezers is te veel; noem er ten hoogste {MOST}")
    found = tuple(_read(line, number) for number, line in enumerate(lines, 1))
    seen_before: set[str] = set()
    for number, each in enumerate(found, 1):
        if folded(each.name) in seen_before:
            raise WrongLineError(
                number,
                "",
                f"'{each.name}' staat er twee keer; laat een regel weg, en zet "
                "meer adressen met een komma achter elkaar",
            )
        seen_before.add(folded(each.name))
    return found


def _read(line: str, number: int) -> ReviewerLine:
    name, _, address = (part.strip() for part in line.partition(";"))
    name = " ".join(name.split())
    if not folded(name) or "@" in name or len(name) > _LONGEST_NAME:
        raise WrongLineError(
            number,
            "",
            f"'{line.strip()[:40]}' is geen meelezer; schrijf naam en adres, zoals "
            "'Programmamanager OM; om@om.example'",
        )
    try:
        return ReviewerLine(seen(name), _address(address))
    except ValueError as error:
        raise WrongLineError(number, name, str(error)) from None


def _address(said: str) -> str:
    if len(said) > _LONGEST_ADDRESS:
        raise ValueError("de adressen zijn samen te lang; noem er minder")
    return plainly(said.rstrip(",; ")) if said else ""
