"""Two sterkteverdelingen compared: what came, what went, what changed."""

from datetime import date
from decimal import Decimal

from gehoord.domain.dossier.strength_changes import compared
from gehoord.domain.dossier.strength_table import StrengthTable, TableStands
from tests.tables_of_strength import SMALL, read


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
        "4 onderdelen veranderen. Flexteam Noord is nieuw (4 fte); Basisteam Texel: totaal van "
        "13,50 naar 14,50; Leiding District Noord (3 fte) is weg."
    )
