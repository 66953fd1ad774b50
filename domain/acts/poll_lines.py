# SPDX-License-Identifier: EUPL-1.2
"""Reads the options and groups of a count as people write them, a line each."""

import re
from collections.abc import Sequence
from typing import Final

from gehoord.domain.dossier.poll import SIZED, OptionKind, PollGroup, PollOption
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, unknown

_EVERYBODY: Final = "Totaal"


def groups_in(lines: Sequence[str], columns: int) -> tuple[PollGroup, ...]:
    """Return the groups that the numbers are of; one number without a group is everybody's.

    Raises:
        RefusedError: there are not as many as numbers, or one is named twice.
    """
    groups = tuple(map(_group, lines)) or (PollGroup(name=_EVERYBODY),) * min(columns, 1)
    names = [folded(group.name) for group in groups]
    if double := next((g.name for g in groups if names.count(folded(g.name)) > 1), ""):
        raise RefusedError(f"Groep '{double}' staat er twee keer. Noem haar een keer.")
    if columns and len(groups) != columns:
        raise RefusedError(
            f"Er zijn {len(groups)} groepen, maar {columns} aantallen per optie. Noem de groepen "
            "in de volgorde van de aantallen.",
            field="groepen",
        )
    return groups


def _group(line: str) -> PollGroup:
    said = " ".join(line.split())
    if found := SIZED.fullmatch(said):
        return PollGroup(name=found[1], size=int(found[2]))
    return PollGroup(name=said)


def options_in(lines: Sequence[str]) -> tuple[PollOption, ...]:
    """Return the options with their votes.

    Raises:
        RefusedError: a line is no option; it names the line.
    """
    options = tuple(_option(line, number) for number, line in enumerate(lines, 1))
    lengths = {len(option.votes) for option in options}
    if len(lengths) > 1:
        usual = len(options[0].votes)
        odd = next(n for n, option in enumerate(options, 1) if len(option.votes) != usual)
        raise _wrong(odd, f"hier staan niet {usual} aantallen zoals in regel 1")
    return options


def _option(line: str, number: int) -> PollOption:
    parts = [" ".join(part.split()) for part in line.split(";")]
    if len(parts) < 3 or not all(parts):
        raise _wrong(number, "schrijf soort, naam en aantallen, zoals 'thema; Drugs; 24; 81'")
    kind, name, *votes = parts
    try:
        known = OptionKind(kind)
    except ValueError:
        raise _wrong(number, unknown(f"'{kind}' is geen soort", kind, list(OptionKind))) from None
    for said in votes:
        if not re.fullmatch(r"-?\d{1,7}", said):
            raise _wrong(number, f"'{said[:40]}' is geen heel getal")
    return PollOption(kind=known, name=name, votes=tuple(map(int, votes)))


def _wrong(number: int, text: str) -> RefusedError:
    end = "" if text.endswith(("?", ".")) else "."
    return RefusedError(f"Opties, regel {number}: {text}{end}", field="opties")
