# SPDX-License-Identifier: EUPL-1.2
"""The mergers of the whole country: each with its source, none that contradicts another."""

import tomllib
from collections import Counter
from datetime import date
from importlib.resources import files
from typing import Any

from gehoord.law.mergers import Merger, mergers

ALL = mergers().all
ROWS: list[dict[str, Any]] = tomllib.loads(
    (files("gehoord.law") / "mergers.toml").read_text("utf-8")
)["herindeling"]


def test_every_merger_since_2013_has_a_source_and_lies_in_the_years_known() -> None:
    assert len(ALL) == 49
    assert all(merger.source for merger in ALL)
    assert all(mergers().known_from <= merger.on <= mergers().known_until for merger in ALL)


def test_a_municipality_that_ceases_more_than_once_was_split_that_day() -> None:
    ceased: dict[str, list[Merger]] = {}
    for merger in ALL:
        for code in merger.ceased_codes:
            ceased.setdefault(code, []).append(merger)
    split = {code for row in ROWS for code in row.get("deel", ())}
    assert split == {code for code, into in ceased.items() if len(into) > 1}
    assert all(len({merger.on for merger in ceased[code]}) == 1 for code in split)
    assert all(code in row["deel"] for row in ROWS for code in split & row["opgeheven"].keys())
    assert split == {"GM0055", "GM1671", "GM0140", "GM0053", "GM0788"}


def test_a_municipality_begins_once_and_does_not_cease_before() -> None:
    begins = Counter(merger.code for merger in ALL if merger.is_new)
    assert set(begins.values()) == {1}
    born = {merger.code: merger.on for merger in ALL if merger.is_new}
    died = {code: merger.on for merger in ALL for code in merger.ceased_codes}
    assert all(born[code] < died[code] for code in born.keys() & died.keys())
    assert all(m.code not in died or m.on < died[m.code] for m in ALL)


def test_a_new_name_brings_no_election() -> None:
    renamed = {merger.name: merger for merger in ALL if merger.is_rename}
    assert set(renamed) == {"De Fryske Marren", "Berg en Dal"}
    assert all(m.elected_on is None and len(m.ceased) == 1 for m in renamed.values())


def test_four_municipalities_went_to_another_police_unit() -> None:
    moved = {code: eenheid for merger in ALL for code, eenheid in merger.came_from}
    assert moved == {
        "GM0545": "rotterdam",
        "GM0707": "rotterdam",
        "GM0788": "oost-brabant",
        "GM0457": "midden-nederland",
    }


def test_what_was_not_read_in_the_law_is_marked() -> None:
    """Hilversum and Wijdemeren: of the act itself only the proposal was seen."""
    assert [(m.on, m.name) for m in ALL if m.uncertain.act] == [(date(2027, 1, 1), "Hilversum")]
    assert [m.name for m in ALL if m.uncertain.eenheid] == ["Vijfheerenlanden"]
    assert {m.name for m in ALL if m.uncertain.election} == {
        "Edam-Volendam", "Gooise Meren", "Amsterdam", "Hilversum"
    }  # fmt: skip
