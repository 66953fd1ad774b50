"""What names no day is nowhere shown as a day: tables, the overview, a refusal."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from gehoord.calendar.due import Due, Precision
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.templates.spreadsheet import HEADINGS, councils_sheet
from tests.templates.small_dossier import FACTS, SHEETS

MEDIO = Due(date(2027, 10, 15), Precision.APPROXIMATE, "medio oktober 2027")
MONTH = Due(date(2027, 10, 31), Precision.WINDOW, "oktober 2027")
EXACT = Due.on(date(2027, 10, 15))
SAID = [
    (MEDIO, "medio oktober 2027 (bij benadering)", "medio oktober 2027 (bij benadering)"),
    (MONTH, "oktober 2027", "oktober 2027"),
    (EXACT, "2027-10-15", "15 oktober 2027"),
]


def asked_by(due: Due) -> State:
    return replace(FACTS, hearings=Kept(h.due_anew(due) for h in FACTS.hearings))


@pytest.mark.parametrize(("due", "cell", "said"), SAID)
def test_the_spreadsheet_of_councils_says_the_last_day_as_sure_as_it_is(
    due: Due, cell: str, said: str
) -> None:
    text = councils_sheet(asked_by(due)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert HEADINGS[5] == "Antwoord uiterlijk"
    assert {row["Antwoord uiterlijk"] for row in rows} == {cell}


@pytest.mark.parametrize(("due", "cell", "said"), SAID[:2])
def test_the_overview_in_the_archive_shows_no_day_that_nobody_wrote(
    due: Due, cell: str, said: str
) -> None:
    page = replace(SHEETS, state=asked_by(due)).overview()
    assert page.count(f'<td class="dag">{cell}</td>') == len(FACTS.hearings)
    exact = replace(SHEETS, state=asked_by(Due.on(due.day))).overview()
    assert f'<td class="dag">{cell}</td>' not in exact


@pytest.mark.parametrize(("due", "cell", "said"), SAID)
def test_the_refusal_of_silence_says_until_when_as_sure_as_it_is(
    due: Due, cell: str, said: str
) -> None:
    asked = next(h for h in FACTS.hearings if h.state is HearingState.SILENT).take_back()
    with pytest.raises(RefusedError, match="kan nog tot en met") as refused:
        asked.due_anew(due).accept_silence(due.day, "drie keer gevraagd")
    assert f"kan nog tot en met {said} antwoorden." in str(refused.value)
