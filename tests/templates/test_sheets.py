# SPDX-License-Identifier: EUPL-1.2
"""The overview in the archive: its days, and what its findings rest on."""

import re
from dataclasses import replace
from datetime import date

import pytest

from gehoord.calendar.due import NO_DAY, Due, Precision
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.finding import GivenReason, Severity
from gehoord.domain.ground import Ground
from gehoord.law.awb import CAREFUL_PREPARATION
from gehoord.law.politiewet import HEAR_COUNCILS
from tests.conftest import HERE
from tests.templates.small_dossier import MEDIO, MONTH, SHEETS, STATE, asked_by

BLANK_OUTSIDE = re.compile(
    r"""\{\{-?\s*\(?(?:" [^"\n]*"|"[^"\n]* "\s*(?:if\b|else\b|-?\}\}))|"[^"\n]* "\s*-?\}\}"""
)


@pytest.mark.parametrize(
    ("due", "cell"), [(MEDIO, "medio oktober 2027 (bij benadering)"), (MONTH, "oktober 2027")]
)
def test_the_overview_in_the_archive_shows_no_day_that_nobody_wrote(due: Due, cell: str) -> None:
    page = replace(SHEETS, state=asked_by(due)).overview()
    assert page.count(f'<td class="dag">{cell}</td>') == len(STATE.hearings)
    exact = replace(SHEETS, state=asked_by(Due.on(due.day))).overview()
    assert f'<td class="dag">{cell}</td>' not in exact


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        (Ground(HEAR_COUNCILS), ["(Politiewet 2012, art. 38b lid 2)"]),
        (
            Ground(HEAR_COUNCILS, "een brief is geen horen"),
            [
                "(Politiewet 2012, art. 38b lid 2)",
                "Rust op: onze lezing: een brief is geen horen.",
            ],
        ),
        (Ground(CAREFUL_PREPARATION), ["Rust op: zorgvuldige voorbereiding."]),
        (Ground(practice="S003: te vroeg"), ["Rust op: praktijk (S003: te vroeg)."]),
    ],
)
def test_a_finding_rests_on_the_same_words_as_where_it_is_checked(
    ground: Ground, words: list[str]
) -> None:
    found = [replace(finding, ground=ground) for finding in SHEETS.findings or ()]
    page = replace(SHEETS, findings=found).overview()
    for said in words:
        assert page.count(said) == 1
    assert page.count("Rust op") == (len(words) > 1 or ground.article != HEAR_COUNCILS)


def test_no_page_parts_two_words_with_a_blank_that_is_left_out() -> None:
    """What an expression gives is written without the blanks around it."""
    folders = ("archive", "desk", "site")
    loose = {
        f"{file.name}: {found}"
        for folder in folders
        for file in (HERE.parent / "templates" / folder).glob("*.j2")
        for found in BLANK_OUTSIDE.findall(file.read_text())
    }
    assert loose == set()


def test_a_finding_that_a_reason_lifted_tells_who_gave_it() -> None:
    given = GivenReason("regioburgemeester", date(2027, 3, 11), "Er was ruim tijd.")
    found = [
        replace(finding, severity=Severity.REASONED, reason=given)
        for finding in SHEETS.findings or ()
    ]
    page = replace(SHEETS, findings=found).overview()
    assert "Gemotiveerd door de regioburgemeester op 11 maart 2027: Er was ruim tijd.</p>" in page
    assert "Wat te doen: Kijk na" not in page


def test_a_step_without_a_day_stands_last_in_the_overview() -> None:
    first, *others = STATE.lines
    undated = first.model_copy(
        update={
            "title": "ooit te doen",
            "end_on": None,
            "start_on": None,
            "due_precision": Precision.UNDATED,
            "precision": Precision.UNDATED,
        }
    )
    page = replace(SHEETS, state=replace(STATE, lines=Kept([undated, *others]))).overview()
    rows = page.rpartition("<tbody>")[2].split("<tr>")[1:]
    assert "ooit te doen" in rows[-1]
    assert NO_DAY in rows[-1]
    assert len(rows) == len(STATE.lines)
