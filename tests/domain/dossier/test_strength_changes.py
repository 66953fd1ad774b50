# SPDX-License-Identifier: EUPL-1.2
"""Two sterkteverdelingen compared: what came, what went, what changed."""

from datetime import date
from decimal import Decimal

from gehoord.domain.dossier.strength_changes import compared
from gehoord.domain.dossier.strength_table import StrengthTable, TableStands
from tests.tables_of_strength import GROWTH, SMALL, read


def table(text: str, number: int = 1) -> StrengthTable:
    return StrengthTable(
        id=f"klein/sterkte/{number}",
        dossier="klein",
        number=number,
        recorded_on=date(2027, 6, 1),
        as_of=date(2027, 6, 1),
        stands=TableStands.PROVISIONAL,
        source="bureau",
        lines=read(text).lines,
        growth=read(text).growth,
    )


def test_a_table_is_equal_to_itself_wherever_its_rows_stand_and_whatever_the_unit_is_called() -> (
    None
):
    other = SMALL.replace("Eenheid Klein", "Eenheid Klein (K)").replace("onderdeel;", "\nnaam;")
    found = compared(table(SMALL), table(other))
    assert found.changes == ()
    assert not found.is_material
    assert found.in_words == (
        "De aantallen zijn gelijk aan sterkteverdeling 1 (voorlopig, per 1 juni 2027)."
    )


def test_what_came_and_went_and_changed_is_told_with_figures() -> None:
    new = (
        SMALL.replace("Leiding District Noord;;;3,00;3,00", "Flexteam Noord;4;;;4")
        .replace("1,00;2,00;10,50;13,50", "1,00;3,00;10,50;14,50")
        .replace("1,00;2,00;13,50;16,50", "5,00;3,00;10,50;18,50")
    )
    found = compared(table(SMALL), table(new, 2))
    assert found.is_material
    texel = next(c for c in found.changes if c.line.name == "Basisteam Texel")
    assert texel.columns == ("wijkagent", "totaal")
    assert [texel.before("wijkagent"), texel.after("wijkagent")] == [Decimal(2), Decimal(3)]
    assert texel.difference("totaal") == Decimal(1)
    assert found.in_words == (
        "Tegenover sterkteverdeling 1 (voorlopig, per 1 juni 2027): aspirant van 1 naar 5, "
        "wijkagent van 2 naar 3, overig van 13,50 naar 10,50 en totaal van 16,50 naar 18,50; "
        "3 onderdelen veranderen. Flexteam Noord is nieuw (4 fte); Basisteam Texel: totaal van "
        "13,50 naar 14,50; Leiding District Noord (3 fte) is weg."
    )


TWO_DISTRICTS = """\
onderdeel;niveau;valt onder;aspirant;wijkagent;overig;totaal
Eenheid Klein;eenheid;;;;60;60
Staf;staf;Eenheid Klein;;;10;10
District A;district;Eenheid Klein;;;25;25
Recherche;afdeling;District A;;;25;25
District B;district;Eenheid Klein;;;25;25
Recherche;afdeling;District B;;;25;25
"""
SINCE_FIRST = "Tegenover sterkteverdeling 1 (voorlopig, per 1 juni 2027): "


def test_every_part_that_is_counted_is_named_and_a_group_by_its_parts() -> None:
    new = (
        TWO_DISTRICTS.replace("Klein;;;10;10", "Klein;;;15;15")
        .replace(
            "District A;district;Eenheid Klein;;;25;25", "District A;district;Eenheid Klein;;;20;20"
        )
        .replace("District A;;;25;25", "District A;;;20;20")
    )
    assert compared(table(TWO_DISTRICTS), table(new)).in_words == (
        f"{SINCE_FIRST}het totaal blijft 60; 2 onderdelen veranderen. Staf: totaal van 10 naar 15; "
        "Recherche van District A: totaal van 25 naar 20."
    )


def test_a_group_that_changes_otherwise_than_its_parts_is_named_as_well() -> None:
    """A wrong sum that was kept with a reason is put right."""
    wrong = TWO_DISTRICTS.replace(
        "A;district;Eenheid Klein;;;25;25", "A;district;Eenheid Klein;;;24;24"
    )
    new = TWO_DISTRICTS.replace("District A;;;25;25", "District A;;;24;24;")
    assert compared(table(wrong), table(new)).in_words == (
        f"{SINCE_FIRST}het totaal blijft 60; 2 onderdelen veranderen. District A: totaal van 24 "
        "naar 25; Recherche van District A: totaal van 25 naar 24."
    )


def test_a_team_that_moves_is_told_with_where_it_came_from_and_where_it_went() -> None:
    texel = "Basisteam Texel;basisteam;District {};;;3;3\n"
    a, b = (TWO_DISTRICTS + texel.format(district) for district in "AB")
    assert compared(table(a), table(b)).in_words.endswith(
        "2 onderdelen veranderen. Basisteam Texel van District B is nieuw (3 fte); Basisteam Texel "
        "van District A (3 fte) is weg."
    )


def test_a_name_in_other_capitals_and_blanks_is_the_same_name() -> None:
    new = SMALL.replace("Basisteam Texel", "basisteam  texel").replace("District N", "DISTRICT N")
    assert not compared(table(SMALL), table(new)).is_material


def test_a_growth_that_is_gone_or_other_is_told_in_figures() -> None:
    gone = compared(table(SMALL + GROWTH), table(SMALL))
    assert gone.is_material
    assert gone.in_words == (
        "De aantallen zijn gelijk aan sterkteverdeling 1 (voorlopig, per 1 juni 2027); de groei is "
        "anders. De groei over de jaren staat er niet meer in."
    )
    other = GROWTH.replace("2,00;3,00", "2,50;5,00").replace("Som", "digitaal;1;1;1\nTotaal")
    assert compared(table(SMALL + GROWTH), table(SMALL + other)).in_words.endswith(
        "In de groei: de wijk: 2029 van 2 naar 2,50 en structureel van 3 naar 5; digitaal is nieuw "
        "(2028 1, 2029 1 en structureel 1 fte)."
    )
    moved = GROWTH.replace("2029", "2030")
    assert compared(table(SMALL + GROWTH), table(SMALL + moved)).in_words.endswith(
        "In de groei: de wijk: 2029 van 2 naar niets en 2030 van niets naar 2."
    )
    assert not compared(table(SMALL + GROWTH), table(SMALL + GROWTH)).is_material
