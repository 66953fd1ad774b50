# SPDX-License-Identifier: EUPL-1.2
"""What respondents wrote themselves where an option was asked: it is no option, and is not kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gehoord.domain.dossier.poll import PollOption
from gehoord.domain.nearby import folded, near
from gehoord.domain.workbook.cell import text_in
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.grid import Grid, Place

LONGEST_OPTION: Final = 80
"""Characters of what can be an option; more is a text of somebody."""
_MOST_TOLD: Final = 10


@dataclass(slots=True)
class ChosenOption:
    """What was chosen, where it stands first, and by how many people."""

    option: PollOption
    place: Place
    people: int = 0


def own_words(
    grid: Grid, chosen: Sequence[ChosenOption], known: Sequence[PollOption]
) -> list[Fault]:
    """Return a fault for each choice that may well be somebody's own words.

    One person alone chose it, or it is long, and the interim count does not have it. The fault
    names its place, and never the words.
    """
    names = {folded(option.in_words) for option in known}
    own = [each for each in chosen if _may_be_own(each, names)]
    sure = [*known, *(each.option for each in chosen if each not in own)]
    found = [_fault(grid, each.place, _what(each, sure)) for each in own[:_MOST_TOLD]]
    if more := own[_MOST_TOLD:]:
        what = f"vanaf hier zijn er nog {len(more)} keuzes van een mens, of in eigen woorden"
        found.append(_fault(grid, more[0].place, what))
    return found


def _may_be_own(chosen: ChosenOption, known: set[str]) -> bool:
    is_known = folded(chosen.option.in_words) in known
    return not is_known and (chosen.people == 1 or _is_long(chosen.option))


def _is_long(option: PollOption) -> bool:
    return len(option.name) > LONGEST_OPTION


def _what(chosen: ChosenOption, sure: Sequence[PollOption]) -> str:
    if _is_long(chosen.option):
        return (
            f"hier staat meer dan {LONGEST_OPTION} tekens; eigen woorden tellen niet als optie, "
            "haal ze weg"
        )
    alike = near(chosen.option.in_words, [option.in_words for option in sure])
    hint = f"bedoelt u '{alike}'? " if alike else ""
    return (
        f"dit koos maar een mens. {hint[:1].upper()}{hint[1:]}Zijn het eigen woorden, haal ze dan "
        "weg. Is het een optie, lever dan een telling in: een rij per optie, met aantallen"
    )


def _fault(grid: Grid, place: Place, what: str) -> Fault:
    row, column = place
    return Fault(grid.name, row + 1, text_in(grid.cell(0, column)), "", what)
