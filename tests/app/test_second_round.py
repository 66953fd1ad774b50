# SPDX-License-Identifier: EUPL-1.2
"""A second round on the command line: nothing of the first one is in its way, or late."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from tests.app.conftest import Gehoord
from tests.conftest import read_day

DOSSIER = "imv-2028-2031"


@pytest.fixture
def second_round(gehoord: Gehoord, on_day: Callable[[date], None]) -> Gehoord:
    """The ontwerp of 10 June was sent; that of 23 June was agreed to and sent on 24 June."""
    on_day(read_day("Mon 2026-11-23"))
    does = [("open", f"noord-holland/{DOSSIER}")]
    agreed = [("record", "akkoord", DOSSIER, c) for c in ("regioburgemeester", "hoofdofficier")]
    ontwerp = ("record", "versie", DOSSIER, "ontwerp")
    asked = ("start", DOSSIER, "horen")
    for day, commands in (
        ("Mon 2026-11-23", does),
        ("Thu 2027-06-10", [ontwerp, *agreed]),
        ("Thu 2027-06-17", [asked]),
        ("Wed 2027-06-23", [ontwerp]),
        ("Thu 2027-06-24", [*agreed, asked]),
    ):
        on_day(read_day(day))
        for command in commands:
            ran = gehoord(*command)
            assert (ran.code, ran.err) == (0, "")
    return gehoord


def test_no_check_blocks_for_the_first_round(second_round: Gehoord) -> None:
    found = json.loads(second_round("check", DOSSIER, "--json").out)["findings"]
    assert not {"verzonden-voor-akkoord", "volgorde"} & {f["code"] for f in found}


def test_nothing_of_the_round_is_late_or_open_but_the_answers(second_round: Gehoord) -> None:
    said = json.loads(second_round("status", DOSSIER, "--json").out)
    of_round = [a for a in said["actions"] if a["step"] in ("akkoord", "verzending", "horen")]
    assert {(a["step"], a["due"], a["late"]) for a in of_round} == {("horen", "2027-10-07", False)}
    assert len(of_round) == said["councils"] == 32


def test_why_says_whence_the_days_of_the_second_round_are(second_round: Gehoord) -> None:
    told = second_round("why", DOSSIER, "akkoord").out
    assert "verplaatst naar 30 juni 2027: nieuw ontwerp van 23 juni 2027" in told
