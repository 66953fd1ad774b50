# SPDX-License-Identifier: EUPL-1.2
"""The map of the councils as a picture: for each where its tile stands and what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gehoord.domain.eenheid.tile_map import Tile
from gehoord.domain.outgoing.council_standing import CouncilStanding, StandingCouncil

SIDE: Final = 64
"""Units of the side of a tile, with the room around it."""

MARKS: Final[Mapping[CouncilStanding, str]] = {
    CouncilStanding.NOT_ASKED: "leeg",
    CouncilStanding.ASKED: "vraag",
    CouncilStanding.RESERVED: "agenda",
    CouncilStanding.LATE: "uitroep",
    CouncilStanding.HEARD: "vink",
    CouncilStanding.SILENT: "streep",
    CouncilStanding.LAPSED: "kruis",
}
"""The mark in a tile, so that nobody needs its colour."""


@dataclass(frozen=True, slots=True)
class PlacedTile:
    """The tile of one council: its left upper corner, what stands in it, and its whole name."""

    x: int
    y: int
    short: str
    name: str
    standing: CouncilStanding
    mark: str


@dataclass(frozen=True, slots=True)
class CouncilMap:
    """The picture.

    Attributes:
        width: of it; and its ``height``.
        tiles: from north to south.
        absent: the names of the councils without a tile.
        legend: each standing that there is, with its mark and how many councils stand so.
    """

    width: int
    height: int
    tiles: tuple[PlacedTile, ...]
    absent: tuple[str, ...]
    legend: tuple[tuple[CouncilStanding, str, int], ...]


def council_map(councils: Sequence[StandingCouncil], tiles: Sequence[Tile]) -> CouncilMap | None:
    """Return the map of these councils; nothing when none of them has a tile.

    Rows and columns without a tile at the edges are left out.
    """
    if not tiles:
        return None
    by_code = {each.hearing.municipality: each for each in councils}
    top, left = min(t.row for t in tiles), min(t.column for t in tiles)
    placed = [_placed(tile, by_code.pop(tile.code), top, left) for tile in tiles]
    return CouncilMap(
        width=max(tile.x for tile in placed) + SIDE,
        height=max(tile.y for tile in placed) + SIDE,
        tiles=tuple(placed),
        absent=tuple(each.hearing.name for each in by_code.values()),
        legend=legend(councils),
    )


def legend(councils: Sequence[StandingCouncil]) -> tuple[tuple[CouncilStanding, str, int], ...]:
    """Return each standing that a council has, with its mark and the number of them."""
    standings = [each.standing for each in councils]
    return tuple((s, MARKS[s], standings.count(s)) for s in CouncilStanding if s in standings)


def _placed(tile: Tile, council: StandingCouncil, top: int, left: int) -> PlacedTile:
    return PlacedTile(
        x=(tile.column - left) * SIDE,
        y=(tile.row - top) * SIDE,
        short=tile.short,
        name=council.hearing.name,
        standing=council.standing,
        mark=MARKS[council.standing],
    )
