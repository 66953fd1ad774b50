# SPDX-License-Identifier: EUPL-1.2
"""Where municipalities lie, as tiles of one size: a picture of place, and no map to measure on."""

from collections.abc import Iterable, Sequence

from pydantic import Field

from gehoord.domain.eenheid.eenheid import CouncilCode, Identifier
from gehoord.domain.frozen import Day, Frozen


class Tile(Frozen):
    """The tile of one municipality; row 0 is north, column 0 west.

    ``short`` is a name of at most five letters, its own within a map.
    """

    code: CouncilCode
    short: str = Field(alias="kort", min_length=1, max_length=5)
    row: int = Field(alias="rij", ge=0, le=30)
    column: int = Field(alias="kolom", ge=0, le=30)


class TileMap(Frozen):
    """The tiles of the municipalities of one unit on a day, and of those that came since.

    One that came since has the place of one that it took the place of: never stand both on it.
    """

    eenheid: Identifier
    as_of: Day = Field(alias="stand")
    tiles: tuple[Tile, ...] = Field(alias="tegels", min_length=1)

    def of(self, codes: Iterable[str]) -> list[Tile]:
        """Return the tiles of these municipalities; of two in one place that of the first named."""
        by_code = {tile.code: tile for tile in self.tiles}
        taken: dict[tuple[int, int], Tile] = {}
        for code in codes:
            if tile := by_code.get(code):
                taken.setdefault((tile.row, tile.column), tile)
        return [taken[place] for place in sorted(taken)]


def tiles_of(maps: Sequence[TileMap], codes: Sequence[str]) -> list[Tile]:
    """Return the tiles of these municipalities on the map that has the most of them.

    Of maps that have as many it is the first. Who is not on it has no tile: whoever draws the map
    lists all of them beside it.

    Args:
        maps: to choose from.
        codes: those that exist before those that ceased.
    """
    found = [one.of(codes) for one in maps]
    return max(found, key=len, default=[])
