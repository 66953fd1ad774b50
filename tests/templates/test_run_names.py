# SPDX-License-Identifier: EUPL-1.2
"""A run is named for what was reported, also when that is wrong."""

from datetime import date
from typing import Any

import pytest

from gehoord.templates.run_names import name_of_move, name_of_report

TODAY = date(2027, 9, 21)
ON = {"dossier": "klein", "op": "2027-09-20"}
HEARD = {**ON, "antwoord": "zienswijze"}
FIVE = ["Haarlem", "Hoorn", "Texel", "Alkmaar", "Zaanstad"]

NAMES: list[tuple[str, dict[str, Any], str]] = [
    ("gehoord", {**HEARD, "gemeenten": ["Haarlem"]}, "Haarlem: gehoord, zienswijze, 20 september"),
    ("gehoord", {**HEARD, "gemeenten": FIVE}, "Haarlem en 4 andere raden: gehoord, zienswijze, 20"),
    ("gehoord", {**HEARD, "gemeenten": FIVE[:2]}, "Haarlem en Hoorn: gehoord, zienswijze, 20"),
    ("gedaan", {**ON, "stap": "advies"}, "klein: gedaan, advies, 20 september 2027"),
    (
        "gedaan",
        {**ON, "stap": "advies", "actiehouders": FIVE[:3]},
        "Haarlem en 2 anderen: gedaan, advies, 20 september 2027",
    ),
    ("gehoord", {**HEARD, "gemeenten": ["alle"]}, "alle raden: gehoord, zienswijze, 20 september"),
    ("akkoord", {"van": "hoofdofficier", "op": None}, "hoofdofficier: akkoord, 21 september 2027"),
    ("jaarverslag", {**ON, "jaar": 2028}, "klein: jaarverslag, 2028, 20 september 2027"),
    ("gedaan", {"dossier": None, "op": "morgen"}, "?: gedaan, morgen"),
    ("adres", {**ON, "wie": "Texel", "ambt": "griffie"}, "Texel: adres, 20 september 2027"),
    (
        "adres",
        {**ON, "wie": "Texel", "ambt": "burgemeester"},
        "Texel: adres van de burgemeester, 20",
    ),
    ("prioriteit", {**ON, "komt": ["jeugd", "drugs"]}, "klein: prioriteit, jeugd en drugs, 20"),
    ("herstel", {**ON, "melding": "themas"}, "klein: herstel, themas, 20 september 2027"),
    ("reactie", {**ON, "van": "OM \u202e2027"}, "OM 2027: reactie, 20 september 2027"),
    ("reactie", {**ON, "van": "OM\nklaar"}, "OM klaar: reactie, 20 september 2027"),
]


@pytest.mark.parametrize(("kind", "filled", "name"), NAMES, ids=lambda value: str(value)[:30])
def test_a_run_says_who_and_what_and_when(kind: str, filled: dict[str, Any], name: str) -> None:
    assert name_of_report(kind, filled, TODAY).startswith(name)


def test_a_name_is_never_long() -> None:
    assert len(name_of_report("reactie", {"van": "x" * 500}, TODAY)) == 120


def test_a_move_says_whether_it_only_looks() -> None:
    wanted: dict[str, Any] = {"dossier": "klein", "stap": "horen", "naar": "2027-10-25"}
    carried_out = name_of_move({**wanted, "alleen_bekijken": False})
    assert carried_out == "klein: 'horen' naar 25 oktober 2027"
    assert name_of_move({**wanted, "alleen_bekijken": True}) == name_of_move(wanted)
    assert name_of_move(wanted) == "klein: bekijken: 'horen' naar 25 oktober 2027"
