# SPDX-License-Identifier: EUPL-1.2
"""The mode belongs to the dossier: what was made in earnest leaves in earnest, and only then."""

import socket
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.app.conftest import MONDAY, Gehoord, files
from tests.conftest import read_day
from tests.sentence import assert_sentence

WAITING_LIVE = "berichten wachten; dit dossier is in de stand 'live' en GEHOORD_MAIL_MODE staat"


@pytest.fixture
def no_mail_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing listens where the mail server should."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("GEHOORD_SMTP_HOST", "127.0.0.1")
        monkeypatch.setenv("GEHOORD_SMTP_PORT", str(closed.getsockname()[1]))
        yield


@pytest.fixture
def in_earnest(
    gehoord: Gehoord,
    on_day: Callable[[date], None],
    monkeypatch: pytest.MonkeyPatch,
    no_mail_server: None,
) -> Gehoord:
    """A dossier opened in mode `live`, its announcement waiting; the mode of the shell is gone."""
    on_day(MONDAY)
    with monkeypatch.context() as shell:
        shell.setenv("GEHOORD_MAIL_MODE", "live")
        assert "stand 'live'" in gehoord("open", "klein.toml").out
        assert "niet te bereiken" in gehoord("start", "klein", "start").out
    return gehoord


def states(folder: Path) -> dict[tuple[str, str], int]:
    """How many messages there are of each mode and state."""
    with sqlite3.connect(folder / "var" / "gehoord.db") as register:
        rows = register.execute("SELECT mode, state, count(*) FROM message GROUP BY 1, 2")
        found = {(mode, state): number for mode, state, number in rows}
    register.close()
    return found


def eml(folder: Path) -> list[Path]:
    return list((folder / "var").rglob("*.eml"))


@pytest.mark.parametrize(
    "line", ["record themas klein Jeugd", "watch", "start klein start", "record gedaan klein x"]
)
def test_a_command_without_the_mode_sends_nothing_of_a_live_dossier(
    in_earnest: Gehoord, folder: Path, line: str
) -> None:
    before = states(folder)
    assert set(before) == {("live", "wacht")}
    ran = in_earnest(*line.split())
    assert set(states(folder)) == {("live", "wacht")}
    assert eml(folder) == []
    if ran.code == 0:
        assert WAITING_LIVE in ran.out
        assert ran.out.count("Nog niet verzonden") == 1


def test_what_the_command_itself_makes_waits_for_earnest_too(
    in_earnest: Gehoord, folder: Path
) -> None:
    before = states(folder)["live", "wacht"]
    in_earnest("move", "klein", "vaststelling", "2027-11-11", "--reason", "de zaal is bezet")
    assert set(states(folder)) == {("live", "wacht")}
    assert states(folder)["live", "wacht"] > before
    assert eml(folder) == []


def test_nor_does_a_trial_leave_in_earnest(
    opened: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch, no_mail_server: None
) -> None:
    monkeypatch.setenv("GEHOORD_MAIL_MODE", "live")
    ran = opened("start", "klein", "start")
    assert "dit dossier is in de stand 'proef' en GEHOORD_MAIL_MODE staat hier op 'live'" in ran.out
    assert "niet te bereiken" not in ran.out
    assert set(states(folder)) == {("proef", "wacht")}


@pytest.mark.parametrize(
    "line",
    [
        "watch --on 2027-02-01",
        "start klein start --on 2027-02-01",
        "move klein vaststelling 2027-11-11 --reason verhuisd.vandaag.dus --on 2027-02-01",
    ],
)
@pytest.mark.parametrize("shell", ["proef", "live"])
def test_a_day_to_come_never_runs_in_earnest(
    in_earnest: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch, line: str, shell: str
) -> None:
    monkeypatch.setenv("GEHOORD_MAIL_MODE", shell)
    before = files(folder)
    ran = in_earnest(*[word.replace(".", " ") for word in line.split()])
    assert ran.code == 2
    assert_sentence(ran.err, "1 februari 2027 ligt in de toekomst", "live")
    assert files(folder) == before


def test_nothing_is_opened_in_earnest_on_a_day_to_come(
    gehoord: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEHOORD_MAIL_MODE", "live")
    ran = gehoord("open", "klein.toml", "--on", "2150-01-04")
    assert ran.code == 2
    assert not (folder / "var").exists()


def test_a_person_puts_a_dossier_in_another_mode_and_the_journal_says_why(
    opened: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch, no_mail_server: None
) -> None:
    opened("start", "klein", "start")
    sent = states(folder)["proef", "verzonden"]
    ran = opened("mode", "klein", "live", "--reason", "de oefening is voorbij")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Het dossier gaat van de stand 'proef' naar de stand 'live'. "
        f"{sent} berichten zijn in 'proef' verzonden en gaan niet alsnog echt weg.\n"
    )
    assert "stand 'live'" in opened("status").out
    assert "heel" in opened("verify").out
    with sqlite3.connect(folder / "var" / "gehoord.db") as register:
        [last] = register.execute("SELECT event, text FROM journal ORDER BY number DESC LIMIT 1")
    register.close()
    assert last == ("stand", "live: de oefening is voorbij")
    again = opened("mode", "klein", "live", "--reason", "de oefening is voorbij")
    assert_sentence(again.err, "staat al in de stand 'live'")
    monkeypatch.setenv("GEHOORD_MAIL_MODE", "live")
    assert (
        "niet te bereiken"
        in opened("move", "klein", "vaststelling", "2027-11-11", "--reason", "de zaal is bezet").out
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("mode klein", "STAND ontbreekt"),
        ("mode klein live", "optie '--reason' ontbreekt"),
        ("mode klein echt --reason oefening", "kies uit 'proef', 'live'"),
        ("mode klein onbekend --reason oefening", "kies uit 'proef', 'live'"),
        ("mode klein live --reason klaar", "Geef de reden, in ten minste 2 woorden"),
        ("mode x live --reason oefening", "Dossier 'x' bestaat niet"),
    ],
)
def test_a_mode_that_cannot_be_is_refused(opened: Gehoord, line: str, words: str) -> None:
    ran = opened(*line.split())
    assert ran.code == 2
    assert_sentence(ran.err, words)


def test_a_dossier_of_which_the_mode_is_not_known_waits_until_it_is_said(
    opened: Gehoord, folder: Path, on_day: Callable[[date], None]
) -> None:
    with sqlite3.connect(folder / "var" / "gehoord.db") as register:
        register.execute("UPDATE dossier SET mode = 'onbekend'")
    register.close()
    assert "zeg dat met 'gehoord mode klein proef'" in opened("start", "klein", "start").out
    assert eml(folder) == []
    opened("mode", "klein", "proef", "--reason", "dit was altijd een oefening")
    on_day(read_day("Tue 2027-01-05"))
    assert "Verzonden: 5 berichten" in opened("watch").out
    assert eml(folder)
