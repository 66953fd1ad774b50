# SPDX-License-Identifier: EUPL-1.2
"""`gehoord export`: what it says, what it refuses, and that it writes all or nothing."""

import hashlib
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from gehoord.procedures.library import shipped
from tests.app.conftest import Gehoord, files
from tests.sentence import assert_sentence


def test_a_dossier_becomes_one_file(opened: Gehoord, folder: Path) -> None:
    opened("start", "klein", "start")
    before = files(folder)
    ran = opened("export", "klein", "-o", "klein.zip")
    assert (ran.code, ran.err) == (0, "")
    content = (folder / "klein.zip").read_bytes()
    assert hashlib.sha256(content).hexdigest() in ran.out
    assert files(folder) == {**before, str(folder / "klein.zip"): content}
    with zipfile.ZipFile(folder / "klein.zip") as packed:
        names = packed.namelist()
        assert f"klein.zip ({len(names)} bestanden)" in ran.out
        assert packed.read("klein/controle.txt").decode() == opened("verify", "klein").out
    assert "klein/brief-procesbrief-haarlem/brief-procesbrief-haarlem.html" in names


def test_json_says_what_was_written(opened: Gehoord, folder: Path) -> None:
    first = json.loads(opened("export", "-o", "a.zip", "--json").out)
    again = json.loads(opened("export", "klein", "-o", "b.zip", "--json").out)
    content = (folder / "a.zip").read_bytes()
    assert first == {
        "dossier": "klein",
        "path": "a.zip",
        "files": len(zipfile.ZipFile(folder / "a.zip").namelist()),
        "sha256": hashlib.sha256(content).hexdigest(),
        "faults": [],
    }
    assert again == {**first, "path": "b.zip"}
    assert (folder / "b.zip").read_bytes() == content


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("klein", "-o", "klein.toml"), "bestaat al. Kies een andere naam."),
        (("klein", "-o", "geen/map/x.zip"), "kan niet worden geschreven"),
        (("klein", "-o", "klein.toml/x.zip"), "kan niet worden geschreven"),
        (("klein", "-o", "var"), "bestaat al"),
        (("onbekend", "-o", "x.zip"), "Dossier 'onbekend' bestaat niet. Kies uit: klein."),
        (("klein",), "optie '-o' ontbreekt"),
    ],
)
def test_what_cannot_be_written_is_refused_and_leaves_nothing(
    opened: Gehoord, folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    before = files(folder)
    ran = opened("export", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert_sentence(ran.err, words)
    assert files(folder) == before


def test_what_the_archivist_decided_later_comes_from_a_file_of_the_unit(
    opened: Gehoord, folder: Path
) -> None:
    unit = (folder / "eenheid.toml").read_text()
    (folder / "later.toml").write_text(f'{unit}\n[archief]\narchiefvormer = "Gemeente Voorbeeld"\n')
    ran = opened("export", "klein", "-o", "klein.zip", "--eenheid", "later.toml")
    assert (ran.code, ran.err) == (0, "")
    with zipfile.ZipFile(folder / "klein.zip") as packed:
        assert b"Gemeente Voorbeeld" in packed.read("klein/klein.mdto.xml")
    (folder / "later.toml").write_text(f'{unit}\n[archief]\nwaardering = "B"\n')
    ran = opened("export", "klein", "-o", "nog.zip", "--eenheid", "later.toml")
    assert (ran.code, ran.out) == (2, "")
    assert_sentence(ran.err, "selectielijst")
    assert not (folder / "nog.zip").exists()


def test_without_a_register_there_is_nothing_to_keep(gehoord: Gehoord, folder: Path) -> None:
    before = files(folder)
    ran = gehoord("export", "klein", "-o", "klein.zip")
    assert (ran.code, ran.out) == (2, "")
    assert_sentence(ran.err, "nog geen register")
    assert files(folder) == before


@pytest.mark.parametrize(
    "statement",
    ["UPDATE hearing SET state = 'gehoord'", "UPDATE dossier SET state = 'onzin'"],
)
def test_a_broken_register_is_kept_and_said_to_be_broken(
    opened: Gehoord, folder: Path, statement: str
) -> None:
    with sqlite3.connect(folder / "var" / "gehoord.db") as connection:
        connection.execute(statement)
    connection.close()
    ran = opened("export", "klein", "-o", "klein.zip", "--json")
    assert ran.code == 0
    assert_sentence(ran.err, "klopt niet met het journaal", "controle.txt")
    faults = json.loads(ran.out)["faults"]
    assert faults
    verified = opened("verify", "klein")
    assert verified.code == 2
    with zipfile.ZipFile(folder / "klein.zip") as packed:
        assert packed.read("klein/controle.txt").decode() == verified.out
    for fault in faults:
        assert fault in verified.out


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_procedure_can_be_exported_right_after_opening(
    gehoord: Gehoord, folder: Path, name: str
) -> None:
    """One of them has a step without a day; one is unlawful, and cannot be opened."""
    opened = gehoord("open", name, "--naam", "proef")
    assert opened.code == gehoord("check", name).code, opened.err
    if opened.code:
        return
    ran = gehoord("export", "proef", "-o", "proef.zip")
    assert (ran.code, ran.err) == (0, "")
    with zipfile.ZipFile(folder / "proef.zip") as packed:
        for inner in packed.namelist():
            text = packed.read(inner).decode()
            assert "Ground(" not in text
            assert "Article(" not in text
