# SPDX-License-Identifier: EUPL-1.2
"""`gehoord status` and `why`: the path of each council, for people and for programs."""

import json
from pathlib import Path

from tests.app.conftest import Gehoord
from tests.calendar.incoming.files import calendar_of

RESERVES = ("record", "reservering", "klein", "Texel")


def test_the_path_of_a_council_stands_in_status_and_why(opened: Gehoord) -> None:
    day = ("--dag", "2027-09-07", "--op", "2026-12-01")
    kept = opened(*RESERVES, *day, "--soort", "Oordeelsvormend", "--vergadering", "commissie ABZ")
    assert kept.code == 0, kept.err
    told = json.loads(opened("status", "klein", "--json").out)["paths"]
    [texel] = [path for path in told if path["council"] == "Texel"]
    stations = {each["station"]: each for each in texel["stations"]}
    assert stations["oordeelsvormend"] == {
        "station": "oordeelsvormend",
        "stands": "komt",
        "on": "2027-09-07",
        "rests_on": "commissie ABZ (gereserveerd)",
    }
    assert (texel["changed"], texel["heard_again"]) == ([], None)
    assert texel["outlook"]["prospect"] == "vergaderingen onbekend"
    assert json.loads(opened("why", "klein", "horen", "--json").out)["paths"] == told
    assert json.loads(opened("why", "klein", "ontwerp", "--json").out)["paths"] == []
    out = opened("why", "klein", "horen").out
    line = "- Texel, pad: oordeelsvormend 7 september 2027, commissie ABZ (gereserveerd)"
    assert line in out.splitlines()


def test_a_committee_that_decides_is_refused_in_one_sentence(opened: Gehoord) -> None:
    wrong = opened(*RESERVES, "--dag", "2027-09-07", "--vergadering", "commissie ABZ")
    assert wrong.code == 2
    assert (
        "'commissie ABZ' kan niet besluitvormend zijn: een commissie is niet de raad" in wrong.err
    )


def test_who_drifts_stands_in_status(opened: Gehoord, folder: Path) -> None:
    (folder / "raad.ics").write_bytes(calendar_of("20270603", "20271111").content)
    read = opened("record", "vergaderingen", "klein", "Texel", "--bestand", "raad.ics")
    assert read.code == 0, read.err
    said = [line for line in opened("status", "klein").out.splitlines() if "dreigt" in line]
    assert len(said) == 1
    assert said[0].startswith("- Raad van Texel, dreigt te laat: Er past geen raadsvergadering")
