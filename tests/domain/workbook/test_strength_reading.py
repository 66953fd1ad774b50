# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling from the tables that people have: of S002, and that of Gehoord."""

from decimal import Decimal

import pytest

from gehoord.domain.dossier.strength_line import Level
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.domain.workbook.strength_reading import strength_in
from tests.sentence import assert_sentence
from tests.tables_of_strength import SMALL, grid, of_s002, read

OWN = """\
Onderdeel;Niveau;Valt onder;Aspirant;Wijkagent;Overig;Totaal;(Sr.) wijkagent;OE wijk
Eenheid Klein;eenheid;;1;2;10,5;13,5;1;1
District Noord;district;Eenheid Klein;1;2;10,5;13,5;1;1
Basisteam Texel;basisteam;District Noord;1;2;10,5;13,5;1;1
"""


def test_the_table_of_s002_is_read_with_all_of_its_lines() -> None:
    lines = of_s002().lines
    assert [sum(line.level.rank == rank for line in lines) for rank in (0, 1, 2)] == [1, 10, 49]
    in_district = [line.name for line in lines if line.parent == "District Kennemerland"]
    assert in_district[0] == "Leiding District Kennemerland"
    assert in_district[-1] == "Team ZSM (NH)"
    haarlem = next(line for line in lines if line.name == "Basisteam Haarlem")
    assert (haarlem.level, haarlem.row) == (Level.BASISTEAM, 32)
    assert [haarlem.senior, haarlem.expert] == [Decimal(24), Decimal(6)]
    [wijk, digitaal, recherche, totaal] = of_s002().growth
    assert wijk.name == "Uitbreiding t.b.v. de wijk"
    assert [str(amount) for amount in wijk.amounts.values()] == [
        "29.5", "35.9", "40.2", "45.3", "45.3"
    ]  # fmt: skip
    assert [str(line.structural) for line in (digitaal, recherche)] == ["4.5", "11.5"]
    assert totaal.is_total


def test_a_dienst_of_which_the_first_row_names_its_leiding_has_that_as_a_part() -> None:
    parts = [line for line in of_s002().lines if line.parent == "Dienst Bedrijfsvoering (NH)"]
    assert [(part.name, str(part.totaal)) for part in parts] == [
        ("Leiding Dienst Bedrijfsvoering (NH)", "0"),
        ("Afdeling Planning en Capaciteitsmanagement (NH)", "33.00"),
    ]


def test_in_the_layout_of_gehoord_each_row_says_what_it_is_part_of() -> None:
    lines = read(OWN).lines
    assert [(line.level.value, line.parent) for line in lines] == [
        ("eenheid", ""), ("district", "Eenheid Klein"), ("basisteam", "District Noord")
    ]  # fmt: skip
    assert [lines[0].senior, lines[0].expert] == [Decimal(1), Decimal(1)]


TWO_OF_A_NAME = """\
onderdeel;aspirant;wijkagent;overig;totaal
Eenheid Klein;;;;
District Noord;;;;
Basisteam Kust;0;2;0;2
District Noord;0;2;0;2
District Zuid;;;;
Basisteam Kust;0;3;0;3
District Zuid;0;3;0;3
Totaal;0;5;0;5
"""


def test_two_teams_of_one_name_are_told_apart_by_what_they_are_part_of() -> None:
    split = ";Valt onder;(Sr.) wijkagent;OE wijk\n"
    told = read(f"{TWO_OF_A_NAME}\n{split}Basisteam Kust;District Noord;1;1\n"
                "basisteam kust;district zuid;2;1\nEenheid Klein;;3;2\n").lines  # fmt: skip
    assert [str(line.senior) for line in told if line.senior is not None] == ["1", "2", "3"]
    with pytest.raises(WorkbookFaultsError) as refused:
        read(f"{TWO_OF_A_NAME}\n{split}Basisteam Kust;;1;1\nBasisteam Kust;District Oost;2;1\n")
    which, where = map(str, refused.value.faults)
    assert_sentence(which, "Rij 12", "onder 'District Noord' en onder 'District Zuid'")
    assert which.endswith("zeg in een kolom 'valt onder' welk u bedoelt.")
    assert_sentence(where, "'Basisteam Kust' staat niet onder 'District Oost'")


def test_what_stands_above_the_table_and_beside_it_does_not_count() -> None:
    rows = [tuple(row.split(";")) for row in SMALL.splitlines()]
    above = [("Formatie per 1-8-2018",), ()]
    beside = [(*row, "opmerking", 9.0) for row in rows]
    assert len(strength_in([grid(*above, *beside)]).lines) == 4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SMALL.replace("wijkagent", "agent"), "geen tabel met de kolommen aspirant, wijkagent"),
        (SMALL.replace("District Noord;1,00;2,00;13,50;16,50\n", ""),
         "de groep 'District Noord' (rij 3) heeft geen som"),
        (SMALL.replace("Totaal;1,00;2,00;13,50;16,50\n", ""), "de som van de hele eenheid"),
        (SMALL.replace("District Noord;;;;\n", ""), "dit onderdeel staat in geen groep"),
        (SMALL.replace("Basisteam Texel;1,00", "Basisteam Texel;;;1;1\nBasisteam texel;1,00"),
         "'Basisteam texel' staat ook in rij 5; haal er een weg"),
        (SMALL + "Basisteam Urk;1;1;1;3\n", "staat na de som van de eenheid"),
        (SMALL.replace("3,00;3,00", "-3,00;3,00"), "kolom 'overig' (Leiding District Noord): -3"),
        (SMALL.replace("aspirant;wijk", "aspirant;aspirant;wijk"), "staat er twee keer"),
        (SMALL + SMALL, "een tweede tabel"),
        (OWN.replace("basisteam;District Noord", "basisteam;District Zuid"),
         "kolom 'valt onder' (Basisteam Texel): 'District Zuid' staat niet in de tabel"),
        (OWN.replace("basisteam;District Noord", "basisteam;"), "vul in waar dit onderdeel onder"),
        (OWN.replace("basisteam;", "wijkteam;"), "'wijkteam' is geen niveau"),
        (OWN.replace("district;Eenheid Klein", "eenheid;"), "er is al een eenheid"),
        (OWN.replace("Basisteam Texel", ""), "hier staat geen naam"),
        (OWN.replace("Basisteam Texel", "B" * 101), "langer dan 100 tekens"),
        (SMALL + "\n;(Sr.) wijkagent;OE wijk\nBasisteam Tessel;1;1\n",
         "'Basisteam Tessel' staat niet in de tabel van de sterkte; bedoelt u 'Basisteam Texel'?"),
        (SMALL + "\n;2020;2019;structureel\nwijk;1;2;3\n", "zet de jaren op volgorde"),
        (SMALL.splitlines()[0] + "\n", "onder deze rij staat niets"),
    ],
)  # fmt: skip
def test_a_table_with_a_fault_is_refused_in_one_sentence_with_its_place(
    text: str, told: str
) -> None:
    with pytest.raises(WorkbookFaultsError) as refused:
        read(text)
    said = [str(fault) for fault in refused.value.faults]
    assert any(told in fault for fault in said), said
    for sentence in said:
        assert sentence.startswith("Rij ")
        assert_sentence(sentence)
