# SPDX-License-Identifier: EUPL-1.2
"""Art. 38b lid 2, filled in: a row says what a council answered, and only that is reported."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.acts.report import Agreed, CouncilHeard, SilenceAccepted, VersionMade
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.workbook.judging import Judged
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.filled import Cells, Filling, heard_as
from tests.sentence import assert_sentence
from tests.story import (
    ASKED,
    COUNCILS,
    FINAL,
    HEARD,
    ONE_DAY,
    REAL_REASON,
    RESPOND_BY,
    Moment,
    heard,
    silent,
)

RADEN = "Raden"
DAY = "Gehoord of beoordeeld op"
REASON = "Reden bij geen antwoord"


def said(found: Judged, *words: str) -> None:
    [fault] = found.faults
    assert_sentence(str(fault), *words)


def test_a_workbook_that_was_not_filled_in_changes_nothing(at: At) -> None:
    for moment in ("opened", "asked", "heard", "adopted"):
        state = at(moment)
        found = Filling(state, FINAL).judged(state, FINAL)
        assert (found.reports, found.changes, found.faults) == ((), (), ())


def test_an_answer_is_reported_as_heard_in_a_council_meeting(at: At) -> None:
    state = at("asked")
    filling = Filling(state, ASKED).fill(RADEN, "Hoorn", heard_as("zienswijze", HEARD, "Meer."))
    found = filling.judged(state, FINAL)
    [report] = found.reports
    assert isinstance(report, CouncilHeard)
    assert (report.municipality, report.on, report.answer) == ("GM0405", HEARD, Answer.ZIENSWIJZE)
    assert (report.text, report.note) == ("Meer.", "Uit het bestand raden.xlsx.")
    assert {(c.who, c.heading) for c in found.changes} == {
        ("Hoorn", "Antwoord"), ("Hoorn", DAY), ("Hoorn", "Zienswijze"),
    }  # fmt: skip


def test_silence_is_reported_with_the_reason_and_who_judged_it(at: At) -> None:
    state, on = at("asked"), RESPOND_BY + ONE_DAY
    cells: Cells = {
        "Antwoord": "geen antwoord",
        DAY: on,
        REASON: "De raad van Texel had na de zomer twee vergaderingen en wilde niet antwoorden.",
    }
    for office, by in (("", "adviseur"), ("De regioburgemeester", "De regioburgemeester")):
        story = StoryInMemory(state)
        filling = Filling(state, ASKED).fill(RADEN, "Texel", cells | {"Beoordeeld door": office})
        [report] = filling.judged(state, FINAL).reports
        assert isinstance(report, SilenceAccepted)
        assert (report.municipality, report.by, report.on) == ("GM0448", by, on)
        if office:
            story.does(report)
            again = filling.judged(story.state, FINAL)
            assert (again.reports, again.faults) == ((), ())


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"Antwoord": "zienswijze"}, f"kolom '{DAY}' (Hoorn): vul de dag in"),
        ({DAY: HEARD}, "kies wat de raad antwoordde"),
        ({"Zienswijze": "Meer."}, "kies wat de raad antwoordde"),
        ({"Antwoord": "zienswijs", DAY: HEARD}, "bedoelt u 'zienswijze'?"),
        (heard_as("zienswijze", FINAL + ONE_DAY), "ligt in de toekomst"),
        ({"Antwoord": "zienswijze", DAY: "9-16-2027"}, "maand voorop"),
        (
            heard_as("zienswijze", ASKED - ONE_DAY),
            f"kolom '{DAY}' (Hoorn): De raad van Hoorn kan niet gehoord zijn op 16 juni 2027",
        ),
        (
            {**heard_as("zienswijze", HEARD), "Wijze": "commissie"},
            "kolom 'Wijze' (Hoorn): 'commissie' telt niet als horen",
        ),
        ({**heard_as("zienswijze", HEARD), REASON: "x"}, "hoort alleen bij 'geen antwoord'"),
        ({"Antwoord": "geen antwoord", DAY: FINAL}, "waarom de raad genoeg gelegenheid had"),
        (
            {**heard_as("geen antwoord", FINAL, "Meer."), REASON: REAL_REASON},
            "hoort niet bij 'geen antwoord'",
        ),
        (
            {"Antwoord": "geen antwoord", DAY: HEARD, REASON: REAL_REASON},
            "kan nog tot en met 7 oktober 2027 antwoorden",
        ),
        ({"Stand": "gehoord"}, "alleen om te lezen; in het register staat 'gevraagd'"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_place(at: At, cells: Cells, words: str) -> None:
    state = at("asked")
    found = Filling(state, ASKED).fill(RADEN, "Hoorn", cells).judged(state, FINAL)
    said(found, "Blad 'Raden', rij 3", "Hoorn", words)
    assert found.reports == ()


def test_a_council_that_was_not_asked_cannot_be_heard(at: At) -> None:
    state = at("agreed")
    found = (
        Filling(state, ASKED)
        .fill(RADEN, "Hoorn", heard_as("zienswijze", HEARD))
        .judged(state, FINAL)
    )
    said(found, "heeft het ontwerp nog niet gekregen")


@pytest.mark.parametrize("answer", ["zienswijze", ""])
def test_an_answer_that_stands_is_not_changed_by_another_in_its_cell(at: At, answer: str) -> None:
    state = at("heard")
    found = Filling(state, FINAL).fill(RADEN, "Hoorn", {"Antwoord": answer}).judged(state, FINAL)
    said(found, "herstel")


def test_of_an_older_file_only_what_somebody_else_recorded_meanwhile_is_refused(at: At) -> None:
    story, filling = StoryInMemory(at("asked")), Filling(at("asked"), ASKED)
    for council in COUNCILS[:2]:
        filling.fill(RADEN, council, heard_as("zienswijze", HEARD, "Meer."))
    story.does(heard("Hoorn"))
    found = filling.judged(story.state, FINAL)
    said(found, "Hoorn", "veranderd nadat het bestand is gemaakt", "'instemming zonder zienswijze'")
    assert [report.municipality for report in found.reports] == ["GM0392"]  # type: ignore[union-attr]


def test_a_row_of_an_older_file_that_nobody_filled_in_says_nothing(at: At) -> None:
    filling, state = Filling(at("agreed"), ASKED), at("heard")
    assert filling.judged(state, FINAL).faults == ()
    filling.fill(RADEN, "Hoorn", heard_as("instemming zonder zienswijze", HEARD))
    filling.fill(RADEN, "Hoorn", {"Wijze": "raadsvergadering"})
    found = filling.judged(state, FINAL)
    assert (found.reports, found.faults) == ((), ())


@pytest.mark.parametrize("moment", ["opened", "agreed"])
def test_an_answer_in_a_file_from_before_the_council_was_asked_is_about_no_version(
    at: At, moment: Moment
) -> None:
    filling = Filling(at(moment), ASKED).fill(RADEN, "Hoorn", heard_as("zienswijze", HEARD))
    found = filling.judged(at("asked"), FINAL)
    said(found, "kolom 'Over versie'", "van voordat de raad is gevraagd", "'1: ontwerp")
    assert found.reports == ()


def test_an_answer_about_an_older_ontwerp_is_none_about_the_newer(at: At) -> None:
    story = StoryInMemory(at("asked"))
    filling = Filling(story.state, ASKED).fill(RADEN, "Hoorn", heard_as("zienswijze", HEARD))
    on = ASKED + ONE_DAY
    story.does(VersionMade(on=on, step="ontwerp"))
    story.does(Agreed(on=on, client="regioburgemeester"))
    story.does(Agreed(on=on, client="hoofdofficier"))
    story.starts(Stage.HEARING, on)
    said(filling.judged(story.state, FINAL), "kolom 'Over versie'", "gevraagd over '1: ontwerp")


answers = st.tuples(
    st.sampled_from(Answer), st.integers(0, 60), st.text(st.characters(codec="utf-8"), max_size=40)
)


@settings(max_examples=40)
@given(said=st.dictionaries(st.sampled_from(COUNCILS), answers))
def test_any_set_of_answers_is_reported_as_it_was_filled_in_and_then_once(
    at: At, said: dict[str, tuple[Answer, int, str]]
) -> None:
    story, filling = StoryInMemory(at("asked")), Filling(at("asked"), ASKED)
    for council, (answer, days, text) in said.items():
        on = ASKED + timedelta(days=days)
        filling.fill(RADEN, council, heard_as(answer, on, text))
    found = filling.judged(story.state, FINAL)
    assert found.faults == ()
    for report in found.reports:
        story.does(report)
    told = {h.name: (h.answer, h.heard_on) for h in story.state.hearings if h.answer}
    assert told == {
        council: (answer, ASKED + timedelta(days=days))
        for council, (answer, days, _) in said.items()
    }
    again = Filling(story.state, FINAL).judged(story.state, FINAL)
    assert (again.reports, again.faults) == ((), ())
    same = filling.judged(story.state, FINAL)
    assert (same.reports, same.changes, same.faults) == ((), (), ())


def test_a_council_that_was_silent_shows_the_judgement(at: At) -> None:
    story = StoryInMemory(at("asked"))
    on = RESPOND_BY + ONE_DAY
    story.does(silent("Texel", on, "De raad had na de zomer ruim tijd en wilde niet antwoorden."))
    filling = Filling(story.state, FINAL)
    row, column = filling.place(RADEN, "Texel", "Antwoord")
    assert filling.rows[RADEN][row][column] == "geen antwoord"
    assert story.state.hearing_of("GM0448").state is HearingState.SILENT
    assert filling.judged(story.state, FINAL).reports == ()
