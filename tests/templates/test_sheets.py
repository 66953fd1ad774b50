"""The overview in the archive: what names no day is not shown as a day."""

from dataclasses import replace

import pytest

from gehoord.calendar.due import Due
from tests.templates.small_dossier import MEDIO, MONTH, SHEETS, STATE, asked_by


@pytest.mark.parametrize(
    ("due", "cell"), [(MEDIO, "medio oktober 2027 (bij benadering)"), (MONTH, "oktober 2027")]
)
def test_the_overview_in_the_archive_shows_no_day_that_nobody_wrote(due: Due, cell: str) -> None:
    page = replace(SHEETS, state=asked_by(due)).overview()
    assert page.count(f'<td class="dag">{cell}</td>') == len(STATE.hearings)
    exact = replace(SHEETS, state=asked_by(Due.on(due.day))).overview()
    assert f'<td class="dag">{cell}</td>' not in exact
