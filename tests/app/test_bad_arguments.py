# SPDX-License-Identifier: EUPL-1.2
"""Every argument or setting that cannot be gives one Dutch sentence, and changes nothing."""

from pathlib import Path

import pytest

from tests.app.conftest import Gehoord, files
from tests.sentence import assert_sentence

REASON = ("--reason", "de zaal is bezet")


Typed = tuple[tuple[str, ...], str, str]

TYPED: list[Typed] = [
    ((), "chek klein.toml", "'chek' bestaat niet; bedoelt u 'check'?"),
    ((), "horen klein", "'horen' bestaat niet"),
    ((), "board", "noem ook wat u wilt doen"),
    ((), "board synk", "'synk' bestaat niet; bedoelt u 'sync'?"),
    ((), "record hoord klein", "'hoord' bestaat niet"),
    ((), "check", "VOORSTEL|DOSSIER ontbreekt"),
    ((), "check klein.toml nog iets", "'nog iets' is te veel"),
    ((), "check klein.toml --jsn", "optie '--jsn' bestaat niet; bedoelt u '--json'?"),
    ((), "check klein.toml -q", "optie '-q' bestaat niet"),
    ((), "check klein.toml --json=ja", "bij optie '--json' hoort geen waarde"),
    ((), "new noord-holland", "optie '--adoption' ontbreekt"),
    ((), "new noord-holland --adoption", "zet achter optie '--adoption' een waarde"),
    ((), "why klein", "STAP ontbreekt"),
    ((), "start klein", "FASE ontbreekt"),
    ((), "start klein begin", "bij FASE: 'begin' kan niet; kies uit 'start', 'themas'"),
    ((), "move klein vaststelling 2027-11-11", "optie '--reason' ontbreekt"),
    ((), "calendar klein", "optie '-o' ontbreekt"),
    ((), "record gehoord klein Haarlem", "optie '--antwoord' ontbreekt"),
    ((), "record gehoord klein Haarlem --antwoord ja", "'--antwoord': 'ja' kan niet; kies uit"),
    ((), "record versie klein ontwerp --bevat thema", "'--bevat': 'thema' kan niet"),
    ((), "record vaststelling klein", "optie '--grondslag' ontbreekt"),
    ((), "record themas klein", "THEMA ontbreekt"),
]
MEANT: list[Typed] = [
    ((), "status x", "Dossier 'x' bestaat niet. Kies uit: klein."),
    ((), "start x start", "Dossier 'x' bestaat niet"),
    ((), "why x vaststelling", "Dossier 'x' bestaat niet"),
    ((), "verify x", "Dossier 'x' bestaat niet"),
    ((), "record gedaan x advies", "Dossier 'x' bestaat niet"),
    ((), "calendar x -o x.ics", "Dossier 'x' bestaat niet"),
    (REASON, "move x vaststelling 2027-11-11", "Dossier 'x' bestaat niet"),
    ((), "why klein x", "Stap 'x' bestaat niet. Kies uit: procesbrief"),
    (REASON, "move klein x 2027-11-11", "Stap 'x' bestaat niet"),
    ((), "record gedaan klein x", "Stap 'x' bestaat niet"),
    ((), "record gedaan klein Advies", "Stap 'advies' legt u vast als 'versie'"),
    ((), "record gehoord klein Rotterdam --antwoord zienswijze", "Kies uit: Haarlem, Hoorn"),
    ((), "record akkoord klein wethouder", "'wethouder' kan niet bij 'van'; kies uit"),
    ((), "record vaststelling klein --grondslag 40", "'40' kan niet bij 'grondslag'"),
    (
        ("--burgemeester", "Hoorn"),
        "record vaststelling klein --grondslag 39-1 --alle-burgemeesters",
        "niet allebei",
    ),
    ((), "record versie klein ontwerp --bestand nergens.pdf", "nergens.pdf' is er niet"),
    ((), "record versie klein ontwerp --bestand map", "/map' is er niet"),
    ((), "record reactie klein OR --tekst=", "'tekst' is leeg"),
    ((), "record gedaan klein advies --op 2027-01-05", "5 januari 2027 ligt in de toekomst"),
    ((), "record gedaan klein advies --op 2150-01-01", "het jaar 2150"),
    ((), "record gedaan klein advies --op gisteren", "'gisteren' is geen datum"),
    (("--op", "medio mei 2026"), "record gedaan klein advies", "'medio mei 2026' is geen dag"),
    (("--on", "1 week voor horen"), "status klein", "'1 week voor horen' is geen dag"),
    (("--on", "vrijdag 4 november 2027"), "watch", "die dag is een donderdag"),
    ((), "move klein vaststelling 2027-11-11 --reason druk", "in ten minste 2 woorden"),
    (REASON, "move klein vaststelling 2027-02-30", "bestaat niet in de kalender"),
    ((), "calendar klein -o nergens/x.ics", "nergens/x.ics kan niet worden geschreven"),
    ((), "calendar klein -o map", "map kan niet worden geschreven (het is een map)"),
    ((), "calendar klein -o x.ics --for Rotterdam", "'Rotterdam' is geen actiehouder"),
    ((), "new nergens --adoption 2027-11-04", "Eenheid 'nergens' is niet bekend"),
    ((), "new noord-holland --adoption 2027-11-04 -o klein.toml", "klein.toml bestaat al"),
    ((), "new noord-holland --adoption 2027-11-04 -o nergens/x.toml", "kan niet worden geschr"),
    ((), "new noord-holland --adoption 2026-11-04", "moet na vandaag (4 januari 2027) liggen"),
    ((), "open klein.toml", "Dossier 'klein' is er al"),
    ((), "replay klein.toml", "Van 'klein.toml' is geen verloop bekend"),
    ((), "replay nergens", "'nergens' is er niet"),
    ((), "board sync", "Prefect is niet te bereiken"),
]


@pytest.mark.parametrize(("more", "line", "words"), TYPED + MEANT, ids=lambda v: str(v)[:60])
def test_a_bad_argument_gives_one_sentence_and_changes_nothing(
    opened: Gehoord, folder: Path, more: tuple[str, ...], line: str, words: str
) -> None:
    (folder / "map").mkdir()
    before = files(folder)
    ran = opened(*line.split(), *more)
    assert_sentence(ran.err, words)
    assert (ran.code, ran.out) == (2, "")
    assert files(folder) == before


def test_a_command_that_cannot_be_read_says_where_its_explanation_is(gehoord: Gehoord) -> None:
    for _, line, _ in TYPED:
        said = gehoord(*line.split()).err
        assert said.startswith("'gehoord")
        assert "Zie 'gehoord" in said
        assert said.endswith("--help'.\n")


@pytest.mark.parametrize(
    "line",
    ["status", "status x", "why x y", "start x start", "watch", "verify", "record gedaan x y"],
)
def test_without_a_register_nothing_is_made(gehoord: Gehoord, folder: Path, line: str) -> None:
    before = files(folder)
    ran = gehoord(*line.split())
    assert ran.code == 2
    assert_sentence(ran.err, "nog geen register", "gehoord open", "GEHOORD_HOME")
    assert files(folder) == before
    assert not (folder / "var").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GEHOORD_MAIL_MODE", "foo"),
        ("GEHOORD_PORT", "abc"),
        ("GEHOORD_PORT", "0"),
        ("GEHOORD_PORT", "65536"),
        ("GEHOORD_SMTP_PORT", "-1"),
        ("GEHOORD_SMTP_SECURITY", "ssl"),
    ],
)
def test_a_setting_that_cannot_be_is_named(
    opened: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    before = files(folder)
    ran = opened("status")
    assert ran.code == 2
    assert_sentence(ran.err, name, f"'{value}'", "README")
    assert files(folder) == before


@pytest.mark.parametrize(
    "address",
    [
        "nergens",
        "sqlite:///map",
        "postgresql://gehoord@127.0.0.1:1/gehoord",
        "mysql://gehoord@127.0.0.1/gehoord",
    ],
)
def test_a_database_that_cannot_be_reached_is_said(
    gehoord: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """The cause between brackets is in the words of the database itself."""
    (folder / "map").mkdir()
    monkeypatch.setenv("GEHOORD_DATABASE_URL", address)
    before = files(folder)
    ran = gehoord("open", "klein.toml")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("De database is niet te bereiken (")
    assert ran.err.endswith("). Kijk GEHOORD_DATABASE_URL na.\n")
    assert files(folder) == before


def test_a_home_that_cannot_be_a_folder_is_said(
    gehoord: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEHOORD_HOME", "klein.toml")
    before = files(folder)
    ran = gehoord("open", "klein.toml")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert files(folder) == before


@pytest.mark.parametrize("line", ["", "record"])
def test_a_command_without_anything_shows_what_can_be_done(gehoord: Gehoord, line: str) -> None:
    ran = gehoord(*line.split())
    assert ran.code == 2
    assert ran.err == ""
    assert "vaststelling" in ran.out
