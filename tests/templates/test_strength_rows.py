# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling as people read it in a table."""

from gehoord.domain.dossier.strength_changes import compared
from gehoord.templates.strength_rows import (
    HEADINGS,
    facts_of,
    headings_of_growth,
    rows_of,
    rows_of_changes,
    rows_of_growth,
)
from tests.tables_of_strength import GROWTH, SMALL, kept, of_s002, read


def test_a_table_reads_as_that_of_a_printed_plan() -> None:
    table = kept(of_s002(), stated_norm=305)
    assert HEADINGS == ("Onderdeel", "Aspirant", "Wijkagent", "Overig", "Totaal")
    assert rows_of(table)[-1] == (
        "Eenheid Noord-Holland", "364,00", "298,00", "2.832,60", "3.494,60"
    )  # fmt: skip
    assert rows_of(table)[0] == ("Leiding Eenheid Noord-Holland", "", "", "4,00", "4,00")
    assert headings_of_growth(table.growth) == (
        "Groei",
        "2019",
        "2020",
        "2021",
        "2022",
        "Structureel",
    )
    assert rows_of_growth(table.growth)[0][1:] == ("29,50", "35,90", "40,20", "45,30", "45,30")
    assert ("Wijkagenten ten minste", "305") in facts_of(table)


def test_what_changed_stands_with_what_it_was_what_it_is_and_the_difference() -> None:
    other = SMALL.replace("Leiding District Noord;;;3,00;3,00", "Flexteam;;;2,00;2,00")
    found = compared(kept(read(SMALL)), kept(read(other), 2))
    assert rows_of_changes(found) == [
        ("Flexteam", "nieuw", "", "2,00", "+2,00"),
        ("Leiding District Noord", "vervalt", "3,00", "", "-3,00"),
    ]


def test_what_changed_in_the_growth_stands_below_that_of_the_strength_by_year() -> None:
    other = GROWTH.replace("2,00;3,00", "2,50;3,00").replace("de wijk", "De Wijk")
    found = compared(kept(read(SMALL + GROWTH)), kept(read(SMALL + other), 2))
    assert rows_of_changes(found) == [
        ("Groei: De Wijk", "2029", "2,00", "2,50", "+0,50"),
        ("Groei: Som", "2029", "2,00", "2,50", "+0,50"),
    ]
