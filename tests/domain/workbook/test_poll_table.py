# SPDX-License-Identifier: EUPL-1.2
"""What programs for polls hand out: read by heading, told to the cell, and nobody by name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.acts.poll_lines import groups_in, options_in
from gehoord.domain.workbook.grid import Cell, Flaw, Grid
from gehoord.domain.workbook.poll_table import PollTable, poll_table
from gehoord.templates.poll import left_out
from tests.domain.dossier.polled import CSV, GROUPS, OPTIONS

HEADINGS = ("Soort", "Optie", "Burgemeesters", "Overall")
DRUGS = ("thema", "Drugs", 24.0, 81.0)


def table(*rows: tuple[Cell, ...], **more: object) -> PollTable:
    known = options_in(more.pop("known", ()))  # type: ignore[arg-type]
    return poll_table(Grid("Blad1", rows, **more), 91, known)  # type: ignore[arg-type]


def wrong(*rows: tuple[Cell, ...], **more: object) -> list[str]:
    return [str(fault) for fault in table(*rows, **more).faults]


def test_the_table_of_s003_is_read_without_headings_above_its_first_columns() -> None:
    rows = tuple(tuple(line.split(";")) for line in CSV.splitlines())
    read = poll_table(Grid("", rows), 91)
    assert (read.faults, read.left_out) == ((), ())
    assert read.lines == OPTIONS
    assert read.group_lines == GROUPS


def test_columns_may_stand_in_another_order_and_a_row_says_how_large_groups_are() -> None:
    read = table(
        ("Overall", "Optie", "AOV"), (81.0, "Drugs", 24.0), (91.0, "Aantal respondenten", 40.0)
    )
    assert read.lines == ("onderwerp; Drugs; 81; 24",)
    assert read.group_lines == ("Overall (91)", "AOV (40)")


def test_what_is_no_count_is_left_out_and_that_is_told() -> None:
    read = table((*HEADINGS, "Toelichting"), (*DRUGS, "veel genoemd"))
    assert (read.left_out, read.lines) == (("Toelichting",), ("thema; Drugs; 24; 81",))


def test_of_answers_only_counts_remain_and_nothing_of_who_gave_them() -> None:
    read = table(
        ("ID", "Naam", "E-mail", "Functie", "Keuzes"),
        (1.0, "A. de Vries", "a@b.example", "AOV", "thema Drugs; Hefboom: Ondermijning;"),
        (2.0, "B", "b@b.example", "BM", "Thema Drugs"),
        (3.0, "C", "c@b.example", "BM", ""),
        *((4.0 + n, "D", "d@b.example", "AOV", "hefboom Ondermijning") for n in range(3)),
        *((7.0 + n, "E", "e@b.example", "bm", "thema drugs") for n in range(2)),
    )
    assert read.lines == ("thema; Drugs; 1; 3; 4", "hefboom; Ondermijning; 4; 0; 4")
    assert read.group_lines == ("AOV (4)", "BM (3)", "Allen (7)")
    assert (read.respondents, read.joined) == (7, ())
    assert read.left_out == ("ID", "Naam", "E-mail")
    assert "Vries" not in repr(read)
    assert "example" not in repr(read)


def test_answers_in_several_columns_are_known_by_the_names_of_the_interim_count() -> None:
    known = ("hefboom; Cybercrime; 3",)
    read = table(("Keuze 1", "Keuze 2"), ("cybercrime", None), known=known)
    assert read.lines == ("hefboom; Cybercrime; 1",)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((), "rij 1: Hier horen de namen"),
        ((HEADINGS,), "geen kolom met aantallen"),
        (((None, "", None), DRUGS), "horen de namen van de kolommen"),
        ((HEADINGS, DRUGS, ("thema", "Fraude", "veel", 8.0)), "rij 3, kolom 'Burgemeesters'"),
        ((HEADINGS, DRUGS, ("thema", "Fraude", None, 8.0)), "rij 3, kolom 'Burgemeesters'"),
        ((HEADINGS, ("thema", "Drugs", 2.5, 81.0), DRUGS), "'2,5' is geen heel getal"),
        ((HEADINGS, ("thema", "Drugs", "2,5", 81.0), DRUGS), "'2,5' is geen heel getal"),
        ((HEADINGS, ("thema", "Drugs", -3.0, 81.0)), "-3 is geen aantal"),
        ((HEADINGS, ("thema", "Drugs", 1e300, 81.0), DRUGS), "is geen heel getal"),
        ((HEADINGS, ("thema", "Drugs", True, 81.0), DRUGS), "'waar' is geen heel getal"),
        ((HEADINGS, ("thema", "Drugs", date(2027, 1, 5), 1.0), DRUGS), "is geen heel getal"),
        ((HEADINGS, ("thema", "Drugs", 24.0, 92.0)), "kolom 'Overall': 92 stemmen zijn meer dan"),
        ((HEADINGS, ("thema", "Drugs", 82.0, 81.0)), "meer dan de 81 van 'Overall'"),
        ((HEADINGS, DRUGS, ("Thema", "drugs", 1.0, 2.0)), "rij 3: 'thema drugs' staat er twee"),
        ((HEADINGS, ("tema", "Drugs", 1.0, 2.0)), "kolom 'Soort': 'tema' is geen soort; bedoelt"),
        ((HEADINGS, ("thema", None, 1.0, 2.0)), "kolom 'Optie': Hier hoort de naam"),
        ((HEADINGS, ("thema", "A;B", 1.0, 2.0)), "zonder puntkomma"),
        ((HEADINGS, ("thema", "", 1.0, 2.0)), "maar deze cel is leeg"),
        ((("Optie", "BM", "bm"), ("Drugs", 1.0, 2.0)), "kolom 'BM': Deze kolom staat er twee"),
        ((("Optie", "", "BM"), ("Drugs", 1.0, 2.0)), "kolom 2 heeft aantallen, maar geen naam"),
        ((("Keuze",), ("",)), "heeft niemand iets gekozen"),
        (
            (("Keuze 1", "Keuze 2"), ("Drugs", "drugs"), ("Drugs",)),
            "kolom 'Keuze 1': Hier is iets twee keer",
        ),
        (
            (("Functie", "Keuze"), *((f"mens {n}", "Drugs") for n in range(13))),
            "dat zijn geen groepen, maar mensen",
        ),
        ((HEADINGS, *(("thema", f"o{n}", 1.0, 1.0) for n in range(201))), "meer dan 200 opties"),
        ((("Optie", "BM", "AOV"), ("Drugs", 1.0, 2.0)), "geen groep heet 'Totaal', 'Overall'"),
        ((("Optie", "Allen", "Totaal"), ("Drugs", 1.0, 2.0)), "zijn allebei naar iedereen"),
        ((("Optie", "Totaal (2018)"), ("Drugs", 1.0)), "rij 1, kolom 'Totaal (2018)': hier staat"),
        ((("Optie", *(f"g{n}" for n in range(25))), ("Drugs", *(1.0,) * 25)), "kolom 'g20': vanaf"),
        ((HEADINGS, ("thema", "o" * 420, 1.0, 1.0), DRUGS), "rij 2, kolom 'Optie': deze naam is"),
        ((("Optie", "g" * 420), ("Drugs", 1.0)), "rij 1, kolom 'gggg"),
        ((("Keuze",), ("Drugs",), ("Drugs",), ("Mijn buurman",)), "rij 4, kolom 'Keuze': dit koos"),
        ((("Keuze",), *(("x" * 81,),) * 2, ("Drugs",), ("Drugs",)), "rij 2, kolom 'Keuze': hier"),
        ((("Keuze",), *((f"eigen woorden {n}",) for n in range(201))), "meer dan 200 opties"),
    ],
)
def test_what_is_wrong_is_told_to_the_cell(rows: tuple[tuple[Cell, ...], ...], words: str) -> None:
    told = wrong(*rows)
    assert len(told) == 1
    assert words.casefold() in told[0].casefold()


def test_all_that_is_wrong_is_told_at_once() -> None:
    told = wrong(HEADINGS, ("tema", "Drugs", "x", 1.0), ("thema", "B", 2.0, "y"), DRUGS)
    assert [text.partition(":")[0] for text in told] == [
        "Blad 'Blad1', rij 2, kolom 'Burgemeesters'",
        "Blad 'Blad1', rij 2, kolom 'Soort'",
        "Blad 'Blad1', rij 3, kolom 'Overall'",
    ]


@pytest.mark.parametrize("flaw", list(Flaw))
def test_a_cell_that_says_nothing_sure_is_told(flaw: Flaw) -> None:
    [told] = wrong(HEADINGS, DRUGS, flaws={(1, 2): flaw})
    assert told.startswith("Blad 'Blad1', rij 2, kolom 'Burgemeesters'")


def test_a_hidden_row_counts_only_when_people_see_it() -> None:
    [told] = wrong(HEADINGS, DRUGS, hidden=frozenset({1}))
    assert "rij 2" in told
    assert "verborgen" in told


def test_the_final_count_is_held_against_the_interim_one() -> None:
    known = ("thema; Drugs; 2; 3", "thema; Fraude; 2; 3")
    assert wrong(HEADINGS, DRUGS, ("thema", "Fraud", 1.0, 2.0), known=known) == [
        "Blad 'Blad1', rij 3: 'thema Fraud' stond niet in de tussenstand; bedoelt u 'thema "
        "Fraude'?",
        "Blad 'Blad1', rij 1: 'thema Fraude' van de tussenstand ontbreekt; zet het erbij.",
    ]


def test_a_question_that_begins_with_keuze_is_not_read_as_a_choice() -> None:
    """S003 asked "waarom wel of niet" beside each choice."""
    rows = (("Zorg", "Thema Drugs", "Mijn zoon is verslaafd"),) * 3
    for asked in ("Keuze: waarom wel of niet", "Gekozen omdat", "Keuzes en waarom"):
        read = table(("Functie", "Keuzes", asked), *rows)
        assert (read.left_out, read.faults) == ((asked,), ())
        assert "zoon" not in repr(read)
    read = table(("Keuzes (hoogstens vijf)", "Keuze 2", "gekozen"), *(("A", "B", "C"),) * 2)
    assert read.left_out == ()


def test_a_group_of_one_or_two_goes_into_one_that_hides_who_chose_what() -> None:
    chose = [*["AOV"] * 4, *["OM"] * 3, "Burgemeester van Texel"]
    read = table(("Functie", "Keuze"), *((function, "Drugs") for function in chose))
    assert read.group_lines == ("AOV (4)", "Overig (4)", "Allen (8)")
    assert read.lines == ("onderwerp; Drugs; 4; 4; 8",)
    assert read.joined == ("Burgemeester van Texel", "OM")
    told = left_out(read.left_out, read.joined)
    assert "anders te zien is wie wat koos (minder dan 3 mensen)" in told


def test_respondents_of_small_groups_alone_are_counted_together() -> None:
    read = table(("Functie", "Keuze"), ("AOV", "Drugs"), ("BM", "Drugs"), ("Totaal", "Drugs"))
    assert read.group_lines == ("Allen (3)",)


def test_what_one_person_chose_counts_when_the_interim_count_has_it() -> None:
    read = table(("Keuze",), ("Cyber",), ("drugs",), known=("thema; Drugs; 2", "thema; Cyber; 1"))
    assert (read.faults, read.lines) == ((), ("thema; Cyber; 1", "thema; Drugs; 1"))


def test_words_of_ones_own_are_named_by_their_place_alone_and_a_typo_is_recognised() -> None:
    told = wrong(("Keuze",), *(("Drugs",),) * 3, ("Drgus",), *((f"eigen {n}",) for n in range(15)))
    assert "rij 5, kolom 'Keuze': dit koos maar een mens. Bedoelt u 'onderwerp Drugs'?" in told[0]
    assert len(told) == 11
    assert told[-1].startswith("Blad 'Blad1', rij 15, kolom 'Keuze': vanaf hier zijn er nog 6")
    assert not any("eigen 1" in text for text in told)


def test_a_size_is_read_from_its_row_alone() -> None:
    read = table(("Optie", "Totaal (2018)"), ("Drugs", 81.0), ("Aantal respondenten", 91.0))
    [group] = groups_in(read.group_lines, 1)
    assert (group.name, group.size) == ("Totaal (2018)", 91)


CELLS = st.one_of(
    st.none(), st.text(max_size=8), st.floats(), st.booleans(), st.dates(),
    st.sampled_from(["thema", "Optie", "Keuze", "Functie", "7", "-1"]),
)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=5).map(tuple), max_size=6))
def test_whatever_stands_in_a_file_is_read_or_told(rows: list[tuple[Cell, ...]]) -> None:
    read = poll_table(Grid("", tuple(rows)), 91)
    assert bool(read.options) or bool(read.faults)
