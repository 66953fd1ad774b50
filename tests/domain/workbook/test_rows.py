# SPDX-License-Identifier: EUPL-1.2
"""A row is known again by its hidden key; what is odd about it is said, never guessed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.acts.report import Corrected, CouncilHeard, ResponseReceived
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.grid import Cell, Flaw, Grid
from gehoord.domain.workbook.judging import Filled, Judged, judged
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.filled import Filling, heard_as
from tests.sentence import assert_sentence
from tests.story import ASKED, FINAL, HEARD

RADEN = "Raden"


@pytest.fixture
def filling(at: At) -> Filling:
    """Hoorn answered, and nobody else."""
    return Filling(at("asked"), ASKED).fill(RADEN, "Hoorn", heard_as("zienswijze", HEARD, "Meer."))


def of(found: Judged, *words: str) -> None:
    [fault] = found.faults
    assert_sentence(str(fault), *words)


def test_rows_may_be_sorted_and_left_out_and_columns_moved_and_added(
    at: At, filling: Filling
) -> None:
    rows = [[*reversed(row), "eigen aantekening"] for row in filling.rows[RADEN]]
    filling.rows[RADEN] = [rows[0], rows[2], [], rows[1]]
    del filling.rows["Adressen"]
    filling.rows["Mijn blad"] = [["x"]]
    found = filling.judged(at("asked"), FINAL)
    assert (len(found.reports), found.faults, found.ignored) == (1, (), ("Mijn blad",))


def test_a_part_that_was_sorted_alone_is_noticed(at: At, filling: Filling) -> None:
    rows = filling.rows[RADEN]
    keys = [row[-1] for row in rows]
    filling.rows[RADEN] = [
        [*row[:-1], key] for row, key in zip([rows[0], *rows[:0:-1]], keys, strict=True)
    ]
    found = filling.judged(at("asked"), FINAL)
    assert {fault.who for fault in found.faults} == {"Haarlem", "Texel"}
    for fault in found.faults:
        assert_sentence(str(fault), "is maar een deel van het blad gesorteerd")


def test_a_row_that_stands_there_twice_is_refused(at: At, filling: Filling) -> None:
    filling.rows[RADEN].append(filling.rows[RADEN][2])
    of(filling.judged(at("asked"), FINAL), "rij 5", "Hoorn", "hetzelfde als rij 3")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Utrecht", "'Utrecht' staat niet in dit dossier"),
        ("Texl", "bedoelt u 'Texel'?"),
        ("Texel", "het verborgen kenmerk van deze rij is weg"),
    ],
)
def test_a_row_that_was_typed_is_no_council(
    at: At, filling: Filling, name: str, words: str
) -> None:
    filling.add(RADEN, {"Gemeente": name, **heard_as("zienswijze", HEARD)})
    of(filling.judged(at("asked"), FINAL), "rij 5", words)


@pytest.mark.parametrize("flaw", Flaw)
def test_a_cell_of_which_nobody_can_tell_what_it_says_is_named(
    at: At, filling: Filling, flaw: Flaw
) -> None:
    filling.spoil(RADEN, "Hoorn", "Zienswijze", flaw)
    of(filling.judged(at("asked"), FINAL), "rij 3, kolom 'Zienswijze' (Hoorn)", flaw)


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "Err:502"])
def test_an_error_that_came_as_text_is_no_answer(at: At, filling: Filling, error: str) -> None:
    filling.fill(RADEN, "Hoorn", {"Zienswijze": error})
    of(filling.judged(at("asked"), FINAL), Flaw.ERROR)


@pytest.mark.parametrize("text", ["#N/A staat er nu twee keer.", "Err: op bladzijde 4."])
def test_what_the_register_says_itself_is_no_error(at: At, text: str) -> None:
    story = StoryInMemory(at("asked"))
    story.does(ResponseReceived(on=HEARD, sender="ondernemingsraad", text=text))
    assert Filling(story.state, FINAL).judged(story.state, FINAL) == Judged((), (), ())
    story.does(CouncilHeard(on=HEARD, municipality="Texel", answer=Answer.ZIENSWIJZE, text=text))
    of_before = Filling(story.state, FINAL)
    mistake = "dit was een vergissing"
    story.does(Corrected(on=FINAL, step="horen", owner="Texel", reason=mistake))
    assert of_before.judged(story.state, FINAL) == Judged((), (), ())


def test_a_hidden_row_may_not_change_anything(at: At, filling: Filling) -> None:
    filling.hide(RADEN, "Texel")
    assert filling.judged(at("asked"), FINAL).faults == ()
    filling.hide(RADEN, "Hoorn")
    of(filling.judged(at("asked"), FINAL), "deze rij is verborgen en verandert iets")


def test_a_file_of_another_dossier_is_refused(at: At, filling: Filling) -> None:
    rows = filling.rows[RADEN]
    filling.rows[RADEN] = [[str(c).replace("klein/", "groot/") for c in row] for row in rows]
    with pytest.raises(GehoordError) as refused:
        filling.judged(at("asked"), FINAL)
    assert_sentence(str(refused.value), "hoort bij dossier 'groot', niet bij 'klein'")


def test_a_file_that_gehoord_did_not_make_is_refused(at: At) -> None:
    grids = (Grid("Blad1", (("Gemeente", "Antwoord"), ("Hoorn", "ja"))),)
    with pytest.raises(GehoordError) as refused:
        judged(Filled("lijst.csv", grids), at("asked"), (), FINAL)
    assert_sentence(str(refused.value), "lijst.csv", "gehoord workbook write")


@pytest.mark.parametrize("gone", ["Antwoord", "Kenmerk"])
def test_a_column_that_is_missing_is_named(at: At, filling: Filling, gone: str) -> None:
    place = filling.rows[RADEN][0].index(gone)
    filling.rows[RADEN] = [row[:place] + row[place + 1 :] for row in filling.rows[RADEN]]
    of(filling.judged(at("asked"), FINAL), f"kolom '{gone}'", "deze kolom ontbreekt")


def test_the_names_of_the_columns_stand_in_the_first_row(at: At, filling: Filling) -> None:
    filling.rows[RADEN].insert(0, ["Stand van vandaag"])
    of(filling.judged(at("asked"), FINAL), "rij 1", "hier horen de namen van de kolommen")


def test_a_tab_without_its_name_is_known_by_its_headings(at: At, filling: Filling) -> None:
    [grid] = filling.grids(only=[RADEN])
    found = judged(Filled("raden.csv", (Grid("", grid.rows),)), at("asked"), (), FINAL)
    assert (len(found.reports), found.faults) == (1, ())


@pytest.mark.parametrize("name", ["Raden (2)", "Kopie van Raden", "Raden_2"])
@pytest.mark.parametrize("tab", ["Raden", "Reacties", "Adressen", "Vergaderingen"])
def test_a_tab_that_stands_there_twice_is_refused(
    at: At, filling: Filling, tab: str, name: str
) -> None:
    copy = replace(filling.grids(only=[tab])[0], name=name)
    for grids in ((*filling.grids(), copy), (copy, *filling.grids())):
        of(judged(Filled("raden.xlsx", grids), at("asked"), (), FINAL), "zijn hetzelfde blad")


def test_days_may_come_back_as_a_program_shows_them(at: At, filling: Filling) -> None:
    rows = [
        [f"{c.day}-{c.month}-{c.year}" if isinstance(c, date) else c for c in row]
        for row in filling.rows[RADEN]
    ]
    filling.rows[RADEN] = [list(row) for row in rows]
    found = filling.judged(at("asked"), FINAL)
    assert (len(found.reports), found.faults) == (1, ())


def test_a_key_that_was_changed_is_no_reason_to_guess(at: At, filling: Filling) -> None:
    filling.fill(RADEN, "Hoorn", {"Kenmerk": "klein/GM0405"})
    of(filling.judged(at("asked"), FINAL), "het verborgen kenmerk van deze rij is veranderd")


anything = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.sampled_from(["zienswijze", "geen antwoord", "16-9-2027", "klein/GM0405 a b", "Hoorn"]),
)


@settings(max_examples=80)
@given(
    typed=st.lists(
        st.tuples(
            st.sampled_from(["Raden", "Reacties", "Adressen", "Vergaderingen"]),
            st.integers(0, 5),
            st.integers(0, 14),
            anything,
        ),
        max_size=12,
    )
)
def test_whatever_is_typed_anywhere_is_reported_or_refused_and_never_breaks(
    at: At, typed: list[tuple[str, int, int, Cell]]
) -> None:
    state = at("heard")
    filling = Filling(state, ASKED)
    for tab, number, place, value in typed:
        rows = filling.rows[tab]
        while len(rows) <= number:
            rows.append([])
        rows[number] += [None] * (place + 1 - len(rows[number]))
        rows[number][place] = value
    try:
        found = filling.judged(state, FINAL)
    except GehoordError:  # the first row, or the key of some row, no longer is of this dossier
        return
    for fault in found.faults:
        assert str(fault).startswith(f"Blad '{fault.tab}', rij {fault.row}")
        assert str(fault).endswith((".", "?", ")"))
    assert len(found.changes) >= len(found.reports) - len(found.faults)
