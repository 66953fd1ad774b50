# SPDX-License-Identifier: EUPL-1.2
"""Whatever became of a register, `gehoord verify` says so in Dutch and never with a traceback."""

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gehoord.domain.dossier.queued import _DELIVERY
from tests.app.conftest import Gehoord, Ran, files
from tests.sentence import assert_sentence

GARBAGE = ["onzin", None, b"\xff\xfe", -1, 10**18, 0.5, "[" * 5000, "2027-13-45", "", "\U0001f600"]


def database(folder: Path) -> Path:
    return folder / "var" / "gehoord.db"


def tables(file: Path) -> list[tuple[str, str]]:
    """Every column of every table."""
    with closing(sqlite3.connect(file)) as register:
        names = [
            n for (n,) in register.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return [
            (name, column)
            for name in names
            for (_, column, *_) in register.execute(f"PRAGMA table_info({name})")
        ]


def tampered(file: Path, statement: str, *values: object) -> bool:
    """Change a register by hand; tell whether SQLite let it happen."""
    with closing(sqlite3.connect(file)) as register:
        for verb in ("update", "delete"):
            register.execute(f"DROP TRIGGER IF EXISTS journal_no_{verb}")
        try:
            changed = register.execute(statement, values).rowcount
        except sqlite3.IntegrityError:
            return False
        register.commit()
    return changed != 0


def found(ran: Ran, *what: object) -> None:
    assert ran.code == 2, (what, ran)
    said = ran.out + ran.err
    assert said
    assert "Traceback" not in said


EACH = 3 if os.environ.get("GEHOORD_NIGHTLY") else 1
"""How many kinds of garbage each column gets."""


def test_garbage_in_any_column_is_named(opened: Gehoord, folder: Path) -> None:
    opened("start", "klein", "start")
    opened("record", "versie", "klein", "ontwerp", "--bestand", "klein.toml")
    whole = database(folder).read_bytes()
    rnd = random.Random(7)  # noqa: S311
    for table, column in tables(database(folder)):
        if table in ("alembic_version", "register"):
            continue
        for value in rnd.sample(GARBAGE, EACH):
            database(folder).write_bytes(whole)
            one = f"(SELECT min(rowid) FROM {table})"  # noqa: S608
            update = (
                f'UPDATE {table} SET "{column}" = ? '  # noqa: S608
                f'WHERE rowid = {one} AND "{column}" IS NOT ?'
            )
            if tampered(database(folder), update, value, value):
                ran = opened("verify", "klein")
                if (table, column) not in UNPROVEN or ran.code:
                    found(ran, table, column, value)


UNPROVEN = {
    *(("message", column) for column in _DELIVERY - {"id", "recipient", "address"}),
    *(("draft_version", "is_ontwerp"), ("action", "is_told_late")),
    ("hearing", "settles_treatment"),
}
"""What became of a message is not in the journal; whatever is not false is read as true."""


@pytest.mark.parametrize(
    "table", ["hearing", "action", "step", "message", "document", "journal", "dossier", "reason"]
)
def test_a_table_that_is_gone_is_named(opened: Gehoord, folder: Path, table: str) -> None:
    opened("record", "versie", "klein", "ontwerp", "--bestand", "klein.toml")
    tampered(database(folder), f"DROP TABLE {table}")
    ran = opened("verify", "klein")
    found(ran)
    assert "er ontbreekt een tabel" in ran.out + ran.err


def test_a_column_that_is_gone_is_named(opened: Gehoord, folder: Path) -> None:
    tampered(database(folder), "ALTER TABLE hearing RENAME COLUMN heard_on TO x")
    ran = opened("verify", "klein")
    found(ran)
    assert "De tabel 'hearing' is niet te lezen (er ontbreekt een kolom)." in ran.out


@pytest.mark.parametrize("seed", range(12))
def test_a_file_with_bytes_changed_anywhere_is_said_to_be_damaged_or_is_read(
    opened: Gehoord, folder: Path, seed: int
) -> None:
    content, rnd = bytearray(database(folder).read_bytes()), random.Random(seed)  # noqa: S311
    for _ in range(40):
        start = rnd.randrange(100, len(content) - 64)
        content[start : start + 64] = rnd.randbytes(64)
    database(folder).write_bytes(content)
    found(opened("verify", "klein"))


@pytest.mark.parametrize("spoiled", [b"Geachte griffier, " * 100, None, b"\xff\xfe"])
@pytest.mark.parametrize("line", ["check klein", "status klein", "record themas klein Jeugd"])
def test_a_damaged_register_is_said_in_dutch_with_what_to_do(
    opened: Gehoord, folder: Path, line: str, spoiled: bytes | None
) -> None:
    content = bytearray(database(folder).read_bytes())
    if spoiled is None:
        content[100:4096] = b"\xff" * 3996
    elif len(spoiled) > 2:
        content = bytearray(spoiled)
    else:  # the statements that made the tables are no text any more
        content = content.replace(b"CREATE TABLE", spoiled * 6)
    database(folder).write_bytes(content)
    ran = opened(*line.split())
    assert (ran.code, ran.out) == (2, "")
    assert_sentence(ran.err, "Het register is niet te lezen", "gehoord restore")
    assert "decode" not in ran.err


@pytest.mark.parametrize("left", [1, 50, 4096, 20_000, 100_000])
def test_a_file_of_which_the_end_is_gone(opened: Gehoord, folder: Path, left: int) -> None:
    database(folder).write_bytes(database(folder).read_bytes()[:left])
    found(opened("verify", "klein"))


@pytest.mark.parametrize("line", ["verify", "status", "watch", "record themas klein Jeugd"])
def test_a_file_in_which_nothing_is_left_is_not_taken_for_a_new_register(
    opened: Gehoord, folder: Path, line: str
) -> None:
    database(folder).write_bytes(b"")
    before = files(folder)
    ran = opened(*line.split())
    assert ran.code == 2
    assert_sentence(ran.err, "is leeg", "gehoord restore")
    assert files(folder) == before


def test_another_file_a_folder_or_none_where_the_register_should_be(
    opened: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "map").mkdir()
    for name in ("klein.toml", "map", "nergens.db"):
        monkeypatch.setenv("GEHOORD_DATABASE_URL", f"sqlite:///{folder / name}")
        before = files(folder)
        ran = opened("verify", "klein")
        assert ran.code == 2
        assert_sentence(ran.err)
        assert files(folder) == before


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE alembic_version",
        "DELETE FROM alembic_version",
        "UPDATE alembic_version SET version_num = '9999'",
        "UPDATE alembic_version SET version_num = ''",
        "UPDATE alembic_version SET version_num = '0001'",
    ],
)
def test_a_register_of_another_version(opened: Gehoord, folder: Path, statement: str) -> None:
    tampered(database(folder), statement)
    ran = opened("verify", "klein")
    assert ran.code == 2
    assert_sentence(ran.err, "atabase")


@pytest.mark.parametrize("known", ["onzin", "", "abc123", "g" * 64, "a" * 63])
def test_what_is_no_hash_is_said_once_and_on_standard_error(opened: Gehoord, known: str) -> None:
    ran = opened("verify", "klein", "--controlegetal", known)
    assert (ran.code, ran.out) == (2, "")
    assert_sentence(ran.err, "is geen controlegetal")


def test_a_hash_that_is_not_in_the_journal_is_a_finding(opened: Gehoord) -> None:
    ran = opened("verify", "klein", "--controlegetal", "a" * 64)
    assert (ran.code, ran.err) == (2, "")
    assert "regels zijn weg of veranderd" in ran.out


def test_one_that_is_in_it_may_be_pasted_as_it_came(opened: Gehoord) -> None:
    known = opened("verify").out.split()[-1]
    assert opened("verify", "--controlegetal", f" {known[:30]} \n{known[30:].upper()}").code == 0


def test_a_register_that_somebody_keeps_locked_is_said_so(
    opened: Gehoord, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gehoord.store import database as module

    monkeypatch.setattr(module, "PATIENCE", 0.1)
    with closing(sqlite3.connect(database(folder))) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        ran = opened("verify", "klein")
    assert ran.code == 2
    assert_sentence(ran.err, "een ander programma houdt haar bezet")
