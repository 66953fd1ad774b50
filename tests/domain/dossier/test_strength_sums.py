# SPDX-License-Identifier: EUPL-1.2
"""Do the sums of a sterkteverdeling come out? (Politiewet 2012, art. 39 lid 1)"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.fte import may_be_rounded
from gehoord.domain.dossier.strength_line import KINDS, Level, StrengthLine
from gehoord.domain.dossier.strength_sums import differences
from tests.tables_of_strength import GROWTH, SMALL, of_s002, read


def test_every_sum_of_the_table_of_s002_comes_out() -> None:
    lines = of_s002().lines
    assert differences(lines) == []
    by_name = {line.name: line for line in lines if line.level.rank < 2}
    eenheid = by_name["Eenheid Noord-Holland"]
    assert (
        eenheid.aspirant + eenheid.wijkagent + eenheid.overig
        == eenheid.totaal
        == Decimal("3494.60")
    )
    assert [str(kind(eenheid)) for kind in KINDS.values()] == [
        "364.00", "298.00", "2832.60", "3494.60"
    ]  # fmt: skip
    assert [eenheid.senior, eenheid.expert] == [Decimal(238), Decimal(60)]
    totals = [by_name[f"District {name}"].totaal for name in (
        "Noord-Holland-Noord", "Zaanstreek-Waterland", "Kennemerland"
    )]  # fmt: skip
    assert totals == [Decimal("824.8"), Decimal("465.4"), Decimal("813.1")]


def test_the_growth_of_s002_is_printed_in_whole_fte_and_ends_at_61_3() -> None:
    found = differences((), of_s002().growth)
    assert [(d.column, str(d.written), str(d.exact)) for d in found] == [
        ("2019", "36", "35.7"),
        ("2020", "45", "45.1"),
        ("2021", "49", "49.4"),
        ("2022", "61", "61.3"),
    ]
    assert all(difference.is_accepted for difference in found)
    parts = [line.structural for line in of_s002().growth if not line.is_total]
    assert sum(parts) == Decimal("61.3")


@pytest.mark.parametrize(
    ("was", "typed", "told"),
    [
        ("10,50;13,50", "10,50;13,40",
         "rij 5, kolom 'totaal' (Basisteam Texel): er staat 13,40, maar aspirant + wijkagent + "
         "overig is 13,50"),
        ("District Noord;1,00", "District Noord;1,50",
         "rij 6, kolom 'aspirant' (District Noord): er staat 1,50, maar de som van de onderdelen "
         "is 1"),
        ("Totaal;1,00;2,00", "Totaal;1,00;3,00",
         "rij 7, kolom 'wijkagent' (Eenheid Klein): er staat 3, maar de som van de onderdelen is "
         "2"),
        ("13,50;16,50\nTotaal", "13,50;17\nTotaal",
         "rij 6, kolom 'totaal' (District Noord): er staat 17, maar aspirant + wijkagent + overig "
         "is 16,50; dat kan door afronding komen"),
    ],
)  # fmt: skip
def test_a_wrong_sum_is_told_to_the_cell(was: str, typed: str, told: str) -> None:
    found = differences(read(SMALL.replace(was, typed)).lines)
    assert told in [str(difference) for difference in found]
    assert not any(difference.is_accepted for difference in found)


SPLIT = (
    SMALL
    + """
;(sr.) wijkagent;operationeel expert wijk
Basisteam Texel;1,00;1,00
District Noord;1,00;1,00
Eenheid Klein;1,00;1,00
"""
)


@pytest.mark.parametrize(
    ("was", "typed", "told"),
    [
        ("District Noord;1,00;1,00", "District Noord;1,50;0,50",
         "rij 11, kolom '(sr.) wijkagent' (District Noord): er staat 1,50, maar de som van de "
         "onderdelen is 1"),
        ("Basisteam Texel;1,00;1,00", "Basisteam Texel;1,50;",
         "rij 5, kolom 'wijkagent' (Basisteam Texel): er staat 2, maar (sr.) wijkagent + "
         "operationeel expert wijk is 1,50"),
    ],
)  # fmt: skip
def test_a_wrong_sum_of_the_sorts_of_wijkagenten_is_told_where_they_stand(
    was: str, typed: str, told: str
) -> None:
    assert not differences(read(SPLIT).lines)
    assert told in list(map(str, differences(read(SPLIT.replace(was, typed)).lines)))


def test_a_sort_of_wijkagenten_that_is_left_empty_is_nothing() -> None:
    """S002 has 298 wijkagenten; of 64 alone something is missing."""
    table = (
        "onderdeel;niveau;valt onder;aspirant;wijkagent;overig;totaal;(sr.) wijkagent;oe wijk\n"
        "Eenheid Klein;eenheid;;;298;;298;64;\n"
    )
    assert list(map(str, differences(read(table).lines))) == [
        "rij 2, kolom 'wijkagent' (Eenheid Klein): er staat 298, maar (sr.) wijkagent + "
        "operationeel expert wijk is 64"
    ]
    assert not differences(read(table.replace(";64;", ";;")).lines)


@pytest.mark.parametrize("name", ["Som", "TOTAAL", "Eindtotaal", "Totaal groei"])
def test_a_row_that_adds_up_the_growth_is_no_purpose_of_its_own(name: str) -> None:
    growth = read(SMALL + GROWTH.replace("Som", name)).growth
    assert [line.is_total for line in growth] == [False, True]
    assert not differences((), growth)
    wrong = read(SMALL + GROWTH.replace("Som;1,00", f"{name};1,50")).growth
    assert [d.column for d in differences((), wrong)] == ["2028"]


amounts = st.decimals(0, 5000, places=2)


@given(st.lists(st.tuples(amounts, amounts, amounts), min_size=1, max_size=6))
def test_sums_that_were_added_up_always_come_out(parts: list[tuple[Decimal, ...]]) -> None:
    lines = [
        StrengthLine(name=f"Basisteam {n}", level=Level.BASISTEAM, parent="District", aspirant=a,
                     wijkagent=w, overig=o, totaal=a + w + o)
        for n, (a, w, o) in enumerate(parts)
    ]  # fmt: skip
    a, w, o = (sum(column, Decimal(0)) for column in zip(*parts, strict=True))
    total = {"aspirant": a, "wijkagent": w, "overig": o, "totaal": a + w + o}
    lines.append(StrengthLine(name="District", level=Level.DISTRICT, parent="Eenheid", **total))
    lines.append(StrengthLine(name="Eenheid", level=Level.EENHEID, **total))
    assert differences(lines) == []


@given(amounts)
def test_an_amount_in_whole_fte_is_rounded_half_up(exact: Decimal) -> None:
    if exact != exact.to_integral_value():
        assert may_be_rounded(Decimal(int(exact + Decimal("0.5"))), exact)
        assert not may_be_rounded(Decimal(int(exact) + 2), exact)


def test_half_an_fte_is_rounded_up_and_never_down() -> None:
    assert may_be_rounded(Decimal(36), Decimal("35.5"))
    assert not may_be_rounded(Decimal(35), Decimal("35.5"))
