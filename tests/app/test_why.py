# SPDX-License-Identifier: EUPL-1.2
"""`gehoord why`: the law behind the day of the adoption, and the appeal it leaves open."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gehoord.app.cli import main
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.tasks.settings import settings

OPENED = date(2026, 12, 1)


@pytest.fixture
def opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: tuple[Proposal, Eenheid, str]
) -> Register:
    """The small dossier in a register of its own, as the command line finds it."""
    url = f"sqlite:///{tmp_path / 'gehoord.db'}"
    monkeypatch.setenv("GEHOORD_DATABASE_URL", url)
    getattr(settings, "cache_clear", lambda: None)()
    register = Register(connect(url), lambda: datetime(2026, 12, 1, tzinfo=UTC))
    open_dossier(register, "klein", *small, OPENED)
    return register


def why(capsys: pytest.CaptureFixture[str], step: str, *options: str) -> str:
    with pytest.raises(SystemExit):
        main(["why", "klein", step, *options])
    out, err = capsys.readouterr()
    assert not err
    return out


def adopt(register: Register, basis: str) -> None:
    besluit = Besluit(
        id="klein/vaststelling",
        dossier="klein",
        kind=BesluitKind.ADOPTION,
        by="regioburgemeester",
        taken_on=date(2027, 11, 4),
        basis=basis,
        announced_on=date(2027, 11, 11) if basis == "39-2" else None,
    )
    with register.changing("klein", besluit.taken_on, "adviseur", "vastgesteld") as change:
        change.add([besluit])


def test_the_adoption_names_its_last_lawful_day_with_both_articles(
    opened: Register, capsys: pytest.CaptureFixture[str]
) -> None:
    out = why(capsys, "vaststelling")
    assert "- dinsdag 9 november 2027: de laatste dag die mag: 4 jaar na 9 november 2023" in out
    assert "(Politiewet 2012, art. 39 lid 1)" in out
    assert "een termijn in jaren wordt niet verlengd (Algemene termijnenwet, art. 4)" in out
    assert "beroep" not in out


def test_a_lid_2_adoption_starts_the_appeal_clock(
    opened: Register, capsys: pytest.CaptureFixture[str]
) -> None:
    adopt(opened, "39-2")
    out = why(capsys, "vaststelling")
    assert "beroep instellen uiterlijk 23 december 2027" in out
    assert "het beroep schorst de vaststelling niet (Algemene wet bestuursrecht, art. 6:16)" in out
    told = json.loads(why(capsys, "vaststelling", "--json"))
    assert "Algemene wet bestuursrecht, art. 7:24 lid 4" in [
        link["article"] for link in told["derivation"]
    ]
    assert "beroep" not in why(capsys, "definitief")


def test_a_lid_1_adoption_starts_none(opened: Register, capsys: pytest.CaptureFixture[str]) -> None:
    adopt(opened, "39-1")
    assert "beroep" not in why(capsys, "vaststelling")


def test_a_step_counted_back_says_so(opened: Register, capsys: pytest.CaptureFixture[str]) -> None:
    out = why(capsys, "verzending")
    assert "20 weken voor vaststelling: teruggerekend vanaf 'beleidsplan vaststellen'" in out


FIRST_DAY = """Eerste dag: vrijdag 18 juni 2027, want:
- vrijdag 18 juni 2027: 1 dag na verzending: gerekend vanaf 'ontwerp aan de raden sturen' op \
donderdag 17 juni 2027
- donderdag 17 juni 2027: 20 weken voor vaststelling: teruggerekend vanaf 'beleidsplan \
vaststellen' op donderdag 4 november 2027
- donderdag 4 november 2027: de dag zoals die is opgegeven
"""
LAST_DAY = """Laatste dag: donderdag 7 oktober 2027, want:
- donderdag 7 oktober 2027: 4 weken voor vaststelling: teruggerekend vanaf 'beleidsplan \
vaststellen' op donderdag 4 november 2027
- donderdag 4 november 2027: de dag zoals die is opgegeven
"""


def test_of_a_window_the_first_and_the_last_day_are_each_explained_to_the_end(
    opened: Register, capsys: pytest.CaptureFixture[str]
) -> None:
    out = why(capsys, "horen")
    head = "raad horen over het ontwerp: van 18 juni 2027 tot en met 7 oktober 2027.\n"
    assert out.startswith(head + FIRST_DAY + LAST_DAY)
    told = json.loads(why(capsys, "horen", "--json"))
    assert (told["start"], told["end"]) == ("2027-06-18", "2027-10-07")
    assert [link["day"] for link in told["start_derivation"]] == [
        "2027-06-18",
        "2027-06-17",
        "2027-11-04",
    ]
    assert [link["day"] for link in told["end_derivation"]] == ["2027-10-07", "2027-11-04"]


def test_a_step_on_one_day_has_one_chain(
    opened: Register, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(why(capsys, "verzending", "--json"))
    assert told["start_derivation"] == told["end_derivation"] == told["derivation"]
    assert "Eerste dag" not in why(capsys, "verzending")


def test_a_yearly_duty_is_explained_by_its_years(
    opened: Register, capsys: pytest.CaptureFixture[str]
) -> None:
    out = why(capsys, "jaarverslag")
    assert out.startswith(
        "jaarverslag vaststellen: jaarlijks van 2028 tot en met 2031, want:\n"
        "- vrijdag 31 december 2032: over 2028 tot en met 2031, elk in het jaar erna"
    )
    told = json.loads(why(capsys, "jaarverslag", "--json"))
    assert (told["start"], told["end"]) == ("2029-01-01", "2032-12-31")
    assert told["years"][0] == {"about": 2028, "due": "2029-12-31"}
