# SPDX-License-Identifier: EUPL-1.2
"""`gehoord new` and `gehoord plan --raden`, as they are typed."""

import json
from datetime import date
from pathlib import Path

import pytest

from gehoord.app.cli import main
from gehoord.flows import clock
from gehoord.procedures.library import eenheden

HERE = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def on_22_november_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 22))


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def test_new_writes_a_proposal_that_passes_and_says_when_to_begin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "nieuw.toml"
    new = ("new", "noord-holland", "--adoption", "2027-11-04", "--previous", "2023-11-09")
    assert run(*new, "-o", str(file)) == 0
    out, err = capsys.readouterr()
    assert not err
    assert "Uiterlijk beginnen op donderdag 7 januari 2027." in out
    assert "De laatste dag om vast te stellen is dinsdag 9 november 2027" in out
    assert run("check", str(file)) == 0
    assert "geen blokkades, 2 andere bevindingen." in capsys.readouterr().out
    assert run(*new) == 0
    assert capsys.readouterr().out.strip() == file.read_text().strip()


def test_new_refuses_what_cannot_be_reached_with_code_2(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("new", "noord-holland", "--adoption", "2027-06-03") == 2
    out, err = capsys.readouterr()
    assert not out
    assert len(err.splitlines()) == 1
    assert "gaan niet samen: daarvoor had u uiterlijk 87 dagen geleden moeten beginnen" in err


@pytest.fixture
def procedure(tmp_path: Path) -> str:
    """The small procedure with meetings of two of its three councils."""
    (tmp_path / "klein.toml").write_bytes((HERE / "klein.toml").read_bytes())
    unit = (HERE / "klein-eenheid.toml").read_text()
    for name, days in (("Haarlem", "2027-07-08, 2027-09-16"), ("Hoorn", "2027-06-18, 2027-11-02")):
        meetings = f'naam = "{name}"\nvergaderingen = {{ dagen = [{days}] }}'
        assert f'naam = "{name}"' in unit
        unit = unit.replace(f'naam = "{name}"', meetings)
    (tmp_path / "eenheid.toml").write_text(unit)
    return str(tmp_path / "klein.toml")


def test_plan_shows_per_council_what_fits(
    procedure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("plan", procedure, "--raden") == 0
    heading, haarlem, hoorn, texel, *notes = capsys.readouterr().out.splitlines()
    assert heading.split("\t")[:3] == ["Gemeente", "Reces", "Bruikbaar"]
    assert haarlem.split("\t") == [
        "Haarlem", "44", "68", "2", "2", "8 juli 2027", "16 september 2027", "2 september 2027"
    ]  # fmt: skip
    assert hoorn.split("\t") == ["Hoorn", "44", "68", "2", "geen", "", "", "4 juni 2027"]
    assert texel.split("\t") == ["Texel", "44", "68", "2", "onbekend", "", "", ""]
    assert "van 18 juni 2027 (de dag na verzending) tot en met 7 oktober 2027" in notes[0]
    assert notes[1].startswith("Van 1 raad is het vergaderschema van deze periode onbekend.")


def test_check_and_plan_leave_a_council_as_many_days(
    procedure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", procedure) == 0
    assert "houden elk 68 dagen" in capsys.readouterr().out
    text = Path(procedure).read_text()
    answered = 'wanneer = { van = "1 dag na verzending", tot_en_met = "4 weken voor vaststelling" }'
    assert answered in text
    Path(procedure).write_text(text.replace(answered, 'wanneer = "4 weken voor vaststelling"'))
    assert run("plan", procedure, "--raden") == 0
    assert "\t44\t68\t" in capsys.readouterr().out


def test_plan_gives_the_same_as_json(procedure: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("plan", procedure, "--raden", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["window"] == {"start": "2027-06-18", "end": "2027-10-07"}
    haarlem, hoorn, texel = told["councils"]
    assert haarlem["meetings"] == ["2027-07-08", "2027-09-16"]
    assert hoorn["meetings"] == []
    assert any("komt te laat" in reason for reason in hoorn["reasons"])
    assert texel["known"] is False
    assert texel["meetings"] is None


def test_check_names_the_council_that_cannot_make_it(
    procedure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", procedure) == 0
    out = capsys.readouterr().out
    assert out.count("geen-raadsvergadering") == 1
    assert "7 oktober 2027: Hoorn. [Algemene wet bestuursrecht, art. 3:2]" in out


# Any unit


@pytest.mark.parametrize("name", eenheden())
def test_new_makes_a_proposal_for_each_of_the_ten_units_that_no_check_blocks(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "nieuw.toml"
    assert run("new", name, "--adoption", "2028-06-29", "-o", str(file)) == 0
    said = capsys.readouterr().out
    assert run("check", str(file), "--json") == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {f["severity"] for f in found} == {"waarschuwing"}
    unknown = [f["text"] for f in found if f["code"] == "eenheid-onvolledig"]
    assert all(text in said and text in file.read_text() for text in unknown)
    assert bool(unknown) == (name not in ("noord-holland", "oost-nederland"))


@pytest.mark.parametrize("written", ["Den Haag", "den-haag", "DEN  HAAG"])
def test_new_takes_a_unit_as_people_write_it(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", written, "--adoption", "2028-06-29") == 0
    assert 'eenheid = "den-haag"' in capsys.readouterr().out


@pytest.mark.parametrize("named", ["eenheid.toml", ""], ids=["file", "folder"])
def test_new_takes_the_path_of_a_unit_and_its_proposal_passes_beside_it(
    named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "eenheid.toml").write_bytes((HERE / "klein-eenheid.toml").read_bytes())
    file = tmp_path / "nieuw.toml"
    new = ("new", str(tmp_path / named), "--adoption", "2028-06-29", "-o", str(file))
    assert run(*new) == 0
    assert "Zet uw eenheid.toml" not in capsys.readouterr().out
    assert run("check", str(file)) == 0
    assert "geen blokkades" in capsys.readouterr().out


@pytest.mark.parametrize("identifier", ["klein", "limburg"], ids=["own", "that of a shipped one"])
def test_new_says_where_the_unit_must_stand_when_it_does_not_stand_there(
    identifier: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else `check` would judge it by another unit of that name, or by none."""
    unit, file = tmp_path / "klein.toml", tmp_path / "elders" / "nieuw.toml"
    text = (HERE / "klein-eenheid.toml").read_text()
    unit.write_text(text.replace('id = "klein"', f'id = "{identifier}"'))
    file.parent.mkdir()
    assert run("new", str(unit), "--adoption", "2028-06-29", "-o", str(file)) == 0
    assert f"Zet uw eenheid.toml in dezelfde map als {file}." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["utrecht", "../noord-holland", "imv-2028-2031", ""])
def test_new_refuses_a_unit_that_is_not_there_and_names_the_ten(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", name, "--adoption", "2028-06-29") == 2
    out, err = capsys.readouterr()
    assert not out
    assert len(err.splitlines()) == 1
    assert ", ".join(eenheden()) in err
    assert "eenheid.toml" in err


def test_new_refuses_a_unit_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "eenheid.toml").write_text('id = "proef"\nnaam = "Proef"\n')
    assert run("new", str(tmp_path), "--adoption", "2028-06-29") == 2
    assert "'vakantieregio' ontbreekt" in capsys.readouterr().err
