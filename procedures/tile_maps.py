# SPDX-License-Identifier: EUPL-1.2
"""The tile maps that Gehoord ships: of each unit one, and one of before the mergers since 2018."""

from functools import cache
from importlib.resources import files
from typing import Final

from pydantic import Field

from gehoord.domain.eenheid.tile_map import TileMap
from gehoord.domain.frozen import Frozen, read_toml

_FILE: Final = "tegelkaart.toml"


class TileMaps(Frozen):
    """All of them, the newest of a unit first."""

    maps: tuple[TileMap, ...] = Field(alias="kaart")


@cache
def tile_maps() -> tuple[TileMap, ...]:
    """Return the tile maps; read once for the whole process."""
    content = (files("gehoord.procedures") / _FILE).read_bytes()
    return read_toml(TileMaps, content, _FILE).maps
