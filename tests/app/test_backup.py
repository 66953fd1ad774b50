# SPDX-License-Identifier: EUPL-1.2
"""A copy of the register is made and put back; what may have left before is shown, and waits."""

import errno
import lzma
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.app.conftest import Gehoord, files
from tests.conftest import read_day
from tests.sentence import assert_sentence
from tests.store.version_0_1_0 import FIXTURE, LAST_HASH

HELD = "dit register is een oudere kopie, want bij regel"
REASON = ("--reason", "dat staat in de postbus")


def mails(folder: Path) -> list[str]:
    """The Message-ID of every mail that left."""
    found = [message_from_bytes(f.read_bytes()) for f in (folder / "var").rglob("*.eml")]
    return sorted(str(mail["Message-ID"]) for mail in found)


def events(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "var" / "gehoord.db")) as register:
        return [e for (e,) in register.execute("SELECT event FROM journal ORDER BY number")]


def test_what_waits_after_a_copy_was_put_back_is_only_new_mail(opened: Gehoord) -> None:
    """Nothing waits yet; what comes waits until a person says that the register is right."""
    opened("backup", "-o", "kopie.db")
    release = "Nieuwe mail wacht tot u zegt dat dit register klopt: 'gehoord outbox klein --send"
    said = opened("restore", "kopie.db").out
    assert f"klein: er wacht geen mail. {release}" in said
    shown = opened("outbox", "klein").out
    assert "Wacht op verzending: geen berichten." in shown
    assert release in shown
    assert "al eerder zijn verzonden" not in shown
    opened("outbox", "klein", "--send", "--reason", "dit is het goede register")
    assert release not in opened("outbox", "klein").out


def test_a_copy_is_a_register_and_holds_all_of_it(opened: Gehoord, folder: Path) -> None:
    opened("start", "klein", "start")
    ran = opened("backup", "-o", "kopie.db")
    assert (ran.code, ran.out) == (0, "Geschreven: kopie.db (1 dossier).\n")
    assert sorted(p.name for p in folder.glob("*kopie*")) == ["kopie.db"]
    known = opened("verify").out.split()[-1]
    shutil.rmtree(folder / "var")
    assert opened("restore", "kopie.db").code == 0
    assert opened("verify", "--controlegetal", known).code == 0
    assert events(folder)[-1] == "teruggezet"


def test_a_copy_takes_no_other_file_s_place(opened: Gehoord, folder: Path) -> None:
    before = files(folder)
    ran = opened("backup", "-o", "klein.toml")
    assert ran.code == 2
    assert_sentence(ran.err, "klein.toml bestaat al")
    assert files(folder) == before


def test_a_full_disk_leaves_no_half_copy(
    opened: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    before = files(folder)
    ran = opened("backup", "-o", "kopie.db")
    assert ran.code == 2
    assert_sentence(ran.err, "kopie.db kan niet worden geschreven (de schijf is vol)")
    assert files(folder) == before


@pytest.fixture
def yesterday(opened: Gehoord, folder: Path) -> Gehoord:
    """A copy was made; after it the announcement left."""
    assert opened("backup", "-o", "gisteren.db").code == 0
    assert "Verzonden: 5 berichten" in opened("start", "klein", "start").out
    return opened


def test_later_entries_are_not_lost_without_a_word(yesterday: Gehoord, folder: Path) -> None:
    before = files(folder)
    ran = yesterday("restore", "gisteren.db")
    assert ran.code == 2
    assert_sentence(ran.err, "'klein' (tot en met regel 2)", "--discard-later", "gehoord backup")
    assert files(folder) == before
    ran = yesterday("restore", "gisteren.db", "--discard-later")
    assert (ran.code, ran.err) == (0, "")
    assert events(folder) == ["geopend", "teruggezet"]
    assert yesterday("verify").code == 0


@pytest.mark.parametrize("how", ["restore", "by hand"])
def test_what_left_before_an_older_copy_is_shown_and_waits(
    yesterday: Gehoord, folder: Path, how: str
) -> None:
    before = mails(folder)
    if how == "restore":
        yesterday("restore", "gisteren.db", "--discard-later")
    else:
        shutil.copy(folder / "gisteren.db", folder / "var" / "gehoord.db")
    shutil.rmtree(folder / "var" / "outbox")
    ran = yesterday("start", "klein", "start")
    assert "Verzonden" not in ran.out
    assert "5 berichten wachten" in ran.out
    assert ("oudere kopie" if how == "by hand" else "teruggezet") in ran.out
    assert mails(folder) == []
    shown = yesterday("outbox", "klein")
    assert "Wacht op verzending: 5 berichten." in shown.out
    assert "griffie van Texel" in shown.out or "Texel" in shown.out
    assert "'gehoord outbox klein --send" in shown.out
    assert "berichten wachten" in yesterday("watch").out
    released = yesterday("outbox", "klein", "--send", "--reason", "dat was een vergissing")
    assert "Verzonden: 5 berichten" in released.out
    assert mails(folder) == before
    assert events(folder)[-1] == "vrijgegeven"
    assert yesterday("verify").code == 0
    moved = yesterday("move", "klein", "vaststelling", "2027-11-11", "--reason", "zaal is bezet")
    assert "Verzonden" in moved.out


def test_what_had_left_is_recorded_as_that(yesterday: Gehoord, folder: Path) -> None:
    yesterday("restore", "gisteren.db", "--discard-later")
    shutil.rmtree(folder / "var" / "outbox")
    yesterday("start", "klein", "start")
    ran = yesterday("outbox", "klein", "--already-sent", *REASON)
    assert ran.out.startswith("5 berichten vastgelegd als al verzonden.")
    assert mails(folder) == []
    assert "Wacht op verzending: geen berichten." in yesterday("outbox", "klein").out
    assert (events(folder)[-1], yesterday("verify").code) == ("al verzonden", 0)
    assert yesterday("export", "klein", "-o", "x.zip").code == 0


def test_every_mail_says_how_far_the_journal_had_come(yesterday: Gehoord, folder: Path) -> None:
    [said] = {
        " ".join(message_from_bytes(f.read_bytes())["X-Gehoord-Journaal"].split())
        for f in (folder / "var").rglob("*.eml")
    }
    dossier, number, known = said.split()
    assert (dossier, number) == ("klein", "2")
    assert yesterday("verify", "klein", "--controlegetal", known).code == 0
    yesterday("restore", "gisteren.db", "--discard-later")
    assert "regels zijn weg" in yesterday("verify", "klein", "--controlegetal", known).out


def test_the_register_that_went_on_sends_on(yesterday: Gehoord, folder: Path) -> None:
    moved = yesterday("move", "klein", "vaststelling", "2027-11-11", "--reason", "zaal is bezet")
    assert "Verzonden" in moved.out
    assert "oudere kopie" not in moved.out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("outbox klein --send", "Geef de reden, in ten minste 3 woorden"),
        ("outbox klein --send --already-sent", "niet allebei"),
        ("outbox x", "Dossier 'x' bestaat niet"),
        ("restore nergens.db", "nergens.db kan niet worden gelezen"),
        ("restore klein.toml", "klein.toml is geen kopie van een register"),
        ("restore leeg.db", "leeg.db is geen kopie van een register"),
        ("restore ander.db", "ander.db is geen kopie van een register"),
        ("restore kapot.db", "kapot.db"),
        ("restore nieuwer.db", "nieuwere Gehoord"),
        ("restore var", "var kan niet worden gelezen (het is een map)"),
        ("backup -o nergens/x.db", "nergens/x.db kan niet worden geschreven"),
        ("backup", "optie '-o' ontbreekt"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    opened: Gehoord, folder: Path, line: str, words: str
) -> None:
    opened("backup", "-o", "kopie.db")
    whole = (folder / "kopie.db").read_bytes()
    (folder / "leeg.db").write_bytes(b"")
    (folder / "kapot.db").write_bytes(whole[: len(whole) // 2])
    shutil.copy(folder / "kopie.db", folder / "nieuwer.db")
    for name, statement in (
        ("ander.db", "CREATE TABLE x (y)"),
        ("nieuwer.db", "UPDATE alembic_version SET version_num = '0099'"),
    ):
        with closing(sqlite3.connect(folder / name)) as there:
            there.execute(statement)
            there.commit()
    before = files(folder)
    ran = opened(*line.split())
    assert ran.code == 2
    assert_sentence(ran.err, words)
    assert files(folder) == before


def test_a_damaged_register_is_kept_beside_the_copy_that_takes_its_place(
    yesterday: Gehoord, folder: Path
) -> None:
    here = folder / "var" / "gehoord.db"
    here.write_bytes(b"SQLite format 3\x00" + b"onzin" * 5000)
    ran = yesterday("restore", "gisteren.db")
    assert ran.code == 2
    assert_sentence(ran.err, "niet te lezen", "--discard-later")
    assert yesterday("restore", "gisteren.db", "--discard-later").code == 0
    assert yesterday("verify").code == 0
    [kept] = (folder / "var").glob("gehoord.db.onleesbaar-*")
    assert kept.read_bytes().endswith(b"onzin")


def test_another_register_is_not_overwritten_by_mistake(
    opened: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened("backup", "-o", "kopie.db")
    monkeypatch.setenv("GEHOORD_HOME", "oefenen")
    opened("open", "klein.toml")
    ran = opened("restore", "kopie.db")
    assert ran.code == 2
    assert_sentence(ran.err, "Hier staat een ander register, met 'klein'")


def test_who_has_the_register_open_sees_the_copy_too(yesterday: Gehoord, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "var" / "gehoord.db")) as other:
        assert other.execute("SELECT count(*) FROM message").fetchone() == (5,)
        yesterday("restore", "gisteren.db", "--discard-later")
        assert other.execute("SELECT count(*) FROM message").fetchone() == (0,)


def test_a_copy_that_cannot_be_put_back_leaves_all_as_it_was(
    yesterday: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gehoord.store import restore

    def locked(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(restore, "_into_file", locked)
    before = files(folder)
    ran = yesterday("restore", "gisteren.db", "--discard-later")
    assert ran.code == 2
    assert_sentence(ran.err, "een ander programma houdt haar bezet", "Er is niets veranderd")
    assert files(folder) == before


def test_a_copy_of_0_1_0_comes_back_up_to_date(
    gehoord: Gehoord, folder: Path, on_day: Callable[[date], None]
) -> None:
    on_day(read_day("Tue 2023-10-03"))
    (folder / "oud.db").write_bytes(lzma.decompress(FIXTURE.read_bytes()))
    before = (folder / "oud.db").read_bytes()
    assert gehoord("restore", "oud.db").code == 0
    assert gehoord("verify", "--controlegetal", LAST_HASH).code == 0
    assert (folder / "oud.db").read_bytes() == before
