# SPDX-License-Identifier: EUPL-1.2
"""The tiles of municipalities: each has its own place, or none."""

from datetime import date

from gehoord.domain.eenheid.tile_map import Tile, TileMap, tiles_of

OLD, NEW = "GM0398", "GM1980"


def tile(code: str, row: int, column: int) -> Tile:
    return Tile(code=code, short=code[-4:], row=row, column=column)


def tile_map(*tiles: Tile) -> TileMap:
    return TileMap(eenheid="klein", as_of=date(2018, 1, 1), tiles=tiles)


def test_of_two_in_one_place_the_one_named_first_stands_there() -> None:
    found = tile_map(tile(OLD, 4, 4), tile(NEW, 4, 4), tile("GM0448", 0, 3))
    assert [t.code for t in found.of([NEW, OLD, "GM0448"])] == ["GM0448", NEW]
    assert [t.code for t in found.of([OLD])] == [OLD]


def test_the_map_with_most_of_them_is_taken_and_on_a_tie_the_first() -> None:
    newest, older = tile_map(tile(NEW, 0, 0)), tile_map(tile(OLD, 1, 1), tile("GM0448", 2, 2))
    assert tiles_of([newest, older], [OLD, "GM0448"]) == list(older.tiles)
    assert tiles_of([newest, older], [NEW, OLD]) == list(newest.tiles)


def test_who_is_on_no_map_has_no_tile() -> None:
    assert tiles_of([tile_map(tile(OLD, 0, 0))], ["GM9999"]) == []
    assert tiles_of([], [OLD]) == []
