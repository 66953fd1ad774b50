# SPDX-License-Identifier: EUPL-1.2
"""What somebody reads who starts Gehoord: where to go, the most urgent first, and short."""

import shutil
import subprocess
from pathlib import Path

import pytest

from gehoord.app import up
from gehoord.app.greeting import opened_to_practise, started
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.opening import open_dossier
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.settings import Settings, settings
from gehoord.templates.links import Links
from tests.conftest import HERE, on_ticking_clock
from tests.story import OPENED, Small

ROOT = HERE.parent
DESK = "http://127.0.0.1:4280"
LINKS = Links("http://127.0.0.1:4200", artifacts={"een-stand-van-zaken": "7f"})


def test_each_dossier_has_its_own_block_with_what_is_late_first() -> None:
    lines = started(["een", "twee"], LINKS, Settings(home=Path("var")), {}, DESK, {})
    assert lines[1] == "Gehoord draait. Open in een browser:"
    first, second = lines.index("een:"), lines.index("twee:")
    assert [line.split("  ")[1] for line in lines[first + 1 : first + 5]] == [
        "Te laat",
        "Stand van zaken",
        "Iets melden",
        "Een fase starten",
    ]
    assert "tag=dossier:een&" in lines[first + 1]
    assert lines[first + 2].endswith("/artifacts/artifact/7f")
    assert lines[second + 2].endswith("/artifacts/key/twee-stand-van-zaken")
    assert len(lines) < 20


def test_the_form_of_the_stage_that_comes_next_is_one_click_away() -> None:
    links = Links("http://127.0.0.1:4200", {"4-horen": "9c"})
    lines = started(["een", "twee"], links, Settings(), {"een": Stage.HEARING}, DESK, {})
    [line] = [line for line in lines if line.startswith("  Volgende fase")]
    assert str(links.form("4-horen", {"dossier": "een"})) in line
    assert lines.index(line) < lines.index("twee:")


def test_the_forms_that_open_a_dossier_stand_below_those_that_are_there() -> None:
    links = Links("http://127.0.0.1:4200", {"nieuw-dossier": "1d", "openen": "2e"})
    lines = started(["een"], links, Settings(), {}, DESK, {})
    new, there = (line for line in lines if line.startswith(("Nieuwe proc", "Voorstel openen")))
    assert new.split()[-1] == links.form("nieuw-dossier", {})
    assert there.split()[-1] == links.form("openen", {})
    assert lines.index("een:") < lines.index(new)


def test_it_says_where_the_desk_is_and_how_a_party_gets_its_link() -> None:
    lines = started(["een"], LINKS, Settings(), {}, DESK, {})
    [place] = [number for number, line in enumerate(lines) if DESK in line]
    assert lines[place + 1].endswith("gehoord desk link een WIE")
    assert "'adviseur' of 'overzicht'" in lines[place]


def test_the_own_page_of_the_adviser_stands_among_the_addresses() -> None:
    lines = started(["een", "twee"], LINKS, Settings(), {}, DESK, {"een": f"{DESK}/p/sleutel"})
    [line] = [line for line in lines if "eigen pagina" in line]
    assert line.split()[3] == f"{DESK}/p/sleutel"
    assert lines.index("een:") < lines.index(line) < lines.index("twee:")


def test_whoever_starts_again_finds_his_page_at_the_same_address(
    register: Register, small: Small, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposal, eenheid, text = small
    open_dossier(register, "klein", proposal, eenheid, text, OPENED)
    monkeypatch.setenv("GEHOORD_HOME", str(tmp_path))
    settings.cache_clear()
    first = up._own_pages(register, ["klein"], DESK)
    assert first["klein"].startswith(f"{DESK}/p/")
    assert up._own_pages(register, ["klein"], DESK) == first
    settings.cache_clear()


def test_it_says_whether_mail_really_leaves() -> None:
    trial = started(["een"], LINKS, Settings(), {}, DESK, {})
    assert any("geen mail echt weg" in line for line in trial)
    live = started(["een"], LINKS, Settings(mail_mode="live"), {}, DESK, {})
    assert any("Mail gaat echt weg" in line for line in live)


def test_an_empty_register_begins_with_an_exercise_whatever_the_settings_say(
    empty_sqlite: Path,
    tmp_path: Path,
    small: Small,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    register = on_ticking_clock(f"sqlite:///{shutil.copy(empty_sqlite, tmp_path / 'leeg.db')}")
    monkeypatch.setattr(up, "proposal_of", lambda _: small)
    monkeypatch.setenv("GEHOORD_MAIL_MODE", "live")
    settings.cache_clear()
    names = up._dossiers(register)
    settings.cache_clear()
    with register.reading() as reader:
        assert state_of(reader, names[0]).dossier.mode is Mode.TRIAL
    said = capsys.readouterr().out
    assert said.splitlines() == opened_to_practise(names[0], up.FIRST)
    assert "als oefening" in said
    assert "GEHOORD_MAIL_MODE=live .venv/bin/gehoord open plannen/imv-2028-2031.toml" in said
    assert up._dossiers(register) == names
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("is_there", [False, True])
def test_what_it_prints_to_open_the_real_one_works_as_typed(tmp_path: Path, is_there: bool) -> None:
    shutil.copytree(ROOT / "procedures" / "noord-holland", tmp_path / "procedures/noord-holland")
    own = tmp_path / "plannen" / "eenheid.toml"
    if is_there:
        own.parent.mkdir()
        own.write_text("# met adressen", encoding="utf-8")
    said = opened_to_practise("imv-2028-2031", up.FIRST)
    commands = [line.strip() for line in said if line.startswith("  ")]
    *copying, opening = commands
    for command in copying:
        subprocess.run(command, shell=True, cwd=tmp_path, check=False)  # noqa: S602 - as typed
    asked = opening.split()[opening.split().index("open") + 1]
    assert (tmp_path / asked).is_file()
    assert own.is_file()
    assert own.read_text(encoding="utf-8").startswith("# met adressen") is is_there


def test_the_guide_has_the_same_commands() -> None:
    guide = (ROOT / "docs" / "gids.md").read_text(encoding="utf-8").splitlines()
    said = opened_to_practise("imv-2028-2031", up.FIRST)
    assert {line.strip() for line in said if line.startswith("  ")} <= set(guide)
