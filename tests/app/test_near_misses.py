# SPDX-License-Identifier: EUPL-1.2
"""What people type is read in any capitals, and what is nearly right is suggested."""

import pytest

from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("record gehoord klein Haarlm --antwoord zienswijze", "bedoelt u 'Haarlem'?"),
        ("record gehoord klein Haarlem --antwoord zienswijs", "bedoelt u 'zienswijze'?"),
        ("record gedaan klein advis", "Stap 'advis' bestaat niet; bedoelt u 'advies'?"),
        ("record gedaan klein procesbrief --wie Hoorm", "bedoelt u 'Hoorn'?"),
        ("why klein vaststeling", "bedoelt u 'vaststelling'?"),
        ("start klein ontwerpn", "bedoelt u 'ontwerpen'?"),
        ("status klien", "Dossier 'klien' bestaat niet; bedoelt u 'klein'?"),
        ("calendar klein -o x.ics --for hoofdoficier", "bedoelt u 'hoofdofficier'?"),
        ("move klein vaststeling 2027-11-11 --reason druk", "bedoelt u 'vaststelling'?"),
        ("move klein vaststeling 2027-11-11", "bedoelt u 'vaststelling'?"),
        ("move klein vaststelling 2027-11-11", "optie '--reason' ontbreekt"),
        ("record gedaan klein advies --op gisteren", "Schrijf een dag, zoals 2027-11-04"),
        ("record gedaan klein advies --op 4okober", "Schrijf een dag, zoals 2027-11-04"),
    ],
)
def test_what_is_nearly_right_is_suggested(opened: Gehoord, line: str, words: str) -> None:
    ran = opened(*line.split())
    assert ran.code == 2
    assert_sentence(ran.err, words)


@pytest.mark.parametrize(
    "line",
    [
        "why klein Vaststelling",
        "why klein CONCEPT-70",
        "start klein START",
        "calendar klein -o x.ics --for HAARLEM",
        "calendar klein -o x.ics --for Regioburgemeester",
        "calendar klein -o x.ics --for gm0392",
    ],
)
def test_capitals_make_no_difference(opened: Gehoord, line: str) -> None:
    ran = opened(*line.split())
    assert (ran.code, ran.err) == (0, "")
