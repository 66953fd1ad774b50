# SPDX-License-Identifier: EUPL-1.2
"""The tile maps: every municipality of every unit has a place of its own."""

from datetime import date

import pytest

from gehoord.domain.eenheid.composition import Composition
from gehoord.domain.eenheid.tile_map import TileMap, tiles_of
from gehoord.procedures.library import eenheden, eenheid_of
from gehoord.procedures.tile_maps import tile_maps

DAYS = [date(year, 1, 1) for year in (2018, 2019, 2021, 2022, 2023, 2026, 2027)]


def test_each_unit_has_a_map_and_one_of_before_the_mergers_unless_nothing_merged() -> None:
    stands = {name: [m.as_of for m in tile_maps() if m.eenheid == name] for name in eenheden()}
    assert set(stands) == {m.eenheid for m in tile_maps()}
    assert stands.pop("amsterdam") == [date(2023, 1, 1)]
    assert set(map(tuple, stands.values())) == {(date(2023, 1, 1), date(2018, 1, 1))}


@pytest.mark.parametrize("found", tile_maps(), ids=lambda m: f"{m.eenheid}-{m.as_of.year}")
def test_within_a_map_each_code_and_each_short_name_stands_once(found: TileMap) -> None:
    assert len({tile.code for tile in found.tiles}) == len(found.tiles)
    assert len({tile.short for tile in found.tiles}) == len(found.tiles)


@pytest.mark.parametrize("name", eenheden())
def test_every_municipality_of_a_unit_has_a_tile_of_its_own(name: str) -> None:
    composed = Composition(eenheid_of(name).municipalities)
    for on in DAYS:
        codes = sorted(composed.on(on))
        assert {tile.code for tile in tiles_of(tile_maps(), codes)} == set(codes), on
