# SPDX-License-Identifier: EUPL-1.2
"""`gehoord new --after`: the procedure after one that was adopted, from a real register."""

import json
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.app.conftest import Gehoord
from tests.conftest import read_day
from tests.story_in_register import ToldInRegister

LATER = read_day("Mon 2028-01-10")


@pytest.fixture
def adopted(
    gehoord: Gehoord,
    told: ToldInRegister,
    on_day: Callable[[date], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Gehoord:
    """The dossier `klein` was adopted on Thursday 4 November 2027; it is January 2028."""
    on_day(LATER)
    url = told("adopted").register.engine.url.render_as_string(hide_password=False)
    monkeypatch.setenv("GEHOORD_DATABASE_URL", url)
    return gehoord


def test_the_next_proposal_is_lawful_and_opens(adopted: Gehoord, folder: Path) -> None:
    made = adopted("new", "--after", "klein", "--adoption", "2030-06-20", "-o", "volgend.toml")
    assert (made.code, made.err) == (0, "")
    assert "De laatste dag om vast te stellen is dinsdag 4 november 2031" in made.out
    written = tomllib.loads((folder / "volgend.toml").read_text())
    assert written["beleidsplan"]["vorige_vaststelling"] == read_day("Thu 2027-11-04")
    assert written["beleidsplan"]["van"] == date(2032, 1, 1)
    checked = adopted("check", "volgend.toml", "--json")
    severities = {f["severity"] for f in json.loads(checked.out)["findings"]}
    assert checked.code == 0
    assert "blokkade" not in severities
    opened = adopted("open", "volgend.toml")
    assert (opened.code, opened.err) == (0, "")
    assert "Dossier 'volgend' is open: 3 raden, " in opened.out


def test_what_cannot_be_laid_out_is_refused_in_a_sentence_and_nothing_is_written(
    adopted: Gehoord, folder: Path
) -> None:
    for arguments, said in (
        (("--after", "klein"), "de schoolvakanties zijn bekend van"),
        (("--after", "grot"), "grot"),
        (("noord-holland", "--after", "klein"), "Laat EENHEID en --previous weg."),
        (("noord-holland",), "optie '--adoption' ontbreekt; vul dat in, of noem met --after"),
        ((), "EENHEID ontbreekt; vul dat in, of noem met --after"),
    ):
        ran = adopted("new", *arguments, "-o", "volgend.toml")
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert ran.err.count("\n") == 1
    assert not (folder / "volgend.toml").exists()


def test_a_dossier_that_is_not_adopted_has_no_next_procedure(opened: Gehoord) -> None:
    ran = opened("new", "--after", "klein")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip() == (
        "Het beleidsplan is nog niet vastgesteld. (Politiewet 2012, art. 39 lid 1)"
    )


WHY = "de minister stelt de doelstellingen een jaar later vast"
EXTEND = ("new", "--extend", "klein", "--decided", "2027-12-16", "--ground", WHY)


def test_an_extension_is_a_plan_for_one_year_on_which_every_council_is_heard(
    adopted: Gehoord, folder: Path
) -> None:
    """Art. 38b lid 2 and art. 39 lid 1: no statute knows an extension."""
    made = adopted(*EXTEND, "--adoption", "2030-06-20", "-o", "verlenging.toml")
    assert (made.code, made.err) == (0, "")
    text = (folder / "verlenging.toml").read_text()
    assert "# Dit plan verlengt het Beleidsplan 2028-2031 met een jaar." in text
    written = tomllib.loads(text)
    plan = written["beleidsplan"]
    assert (plan["naam"], plan["van"], plan["tot_en_met"]) == (
        "Beleidsplan 2032",
        date(2032, 1, 1),
        date(2032, 12, 31),
    )
    assert plan["verlenging"] == {
        "plan": "Beleidsplan 2028-2031",
        "grond": WHY,
        "inhoud_gelijk": True,
        "besloten_op": date(2027, 12, 16),
    }
    steps = [step["id"] for step in written["stap"]]
    assert {"themas", "ontwerp", "akkoord", "verzending", "horen", "vaststelling"} <= set(steps)
    assert not {"procesbrief", "advies", "concept-70", "raadpleging-70"} & set(steps)
    checked = adopted("check", "verlenging.toml", "--json")
    assert checked.code == 0
    opened = adopted("open", "verlenging.toml")
    assert "Dossier 'verlenging' is open: 3 raden, " in opened.out
    unheard = "\n[[stap]]".join(
        part
        for part in text.split("\n[[stap]]")
        if not any(
            f'id = "{gone}"' in part for gone in ("ontwerp", "akkoord", "verzending", "horen")
        )
    )
    (folder / "kort.toml").write_text(unheard.replace('"horen"', ""))
    found = json.loads(adopted("check", "kort.toml", "--json").out)["findings"]
    assert [f["severity"] for f in found if f["code"] == "verlenging"] == ["motivering vereist"]


def decided(day: str) -> tuple[str, ...]:
    return (*EXTEND[1:4], day, *EXTEND[5:])


def test_an_extension_is_laid_out_by_who_says_when_it_was_decided_and_why(
    adopted: Gehoord, folder: Path
) -> None:
    for arguments, said in (
        (("--extend", "klein"), "Noem de dag waarop tot de verlenging is besloten, met --decided."),
        (decided("2028-01-11"), "Op 11 januari 2028 (--decided) is nog niet besloten"),
        (decided("2027-11-03"), "het plan is pas vastgesteld op 4 november 2027"),
        (EXTEND[1:5], "waarom het plan wordt verlengd (--ground)"),
        (("--extend", "klein", "--after", "klein"), "Kies een van beide."),
        ((*EXTEND[1:], "noord-holland"), "Met --extend komen de eenheid en de vorige vaststelling"),
        (("noord-holland", "--ground", WHY), "--decided en --ground horen bij --extend."),
    ):
        ran = adopted("new", *arguments, "-o", "verlenging.toml")
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert not (folder / "verlenging.toml").exists()
