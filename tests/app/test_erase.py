# SPDX-License-Identifier: EUPL-1.2
"""`gehoord erase`: shows first, erases once, and says what it leaves."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.app.conftest import Gehoord, files
from tests.sentence import assert_sentence

NAME, MAIL = "Karel de Proef", "k.proef@klein.example"
REASON = "De betrokkene vroeg het zelf."


@pytest.fixture
def named(opened: Gehoord) -> Gehoord:
    """A dossier in which a name stands in the letterhead and an address at a council."""
    assert opened("record", "briefhoofd", "klein", "--ondertekenaar", NAME).code == 0
    assert opened("record", "adres", "klein", "Haarlem", MAIL).code == 0
    return opened


def test_it_shows_which_contacts_there_are_and_where_before_anything_goes(
    named: Gehoord, folder: Path
) -> None:
    before = files(folder)
    ran = named("erase", "klein")
    assert (ran.code, ran.err) == (0, "")
    assert f"- ondertekenaar: {NAME}\n" in ran.out
    assert f"- mailadres: {MAIL}\n" in ran.out
    shown = json.loads(named("erase", "klein", "--json").out)["contacts"]
    assert {"what": "mailadres", "says": MAIL} in shown
    ran = named("erase", "klein", "--name", NAME, "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Dit zou worden gewist:\n- voorstel, eenheid en briefhoofd: 1\n")
    assert "- regels van het journaal: 1 (regel 2)\n" in ran.out
    assert files(folder) == before


def test_it_is_erased_verified_archived_and_kept_in_a_backup(named: Gehoord, folder: Path) -> None:
    asked = ("--vraag", "andere vraag", "--tekst", "Bel mij.", "--door", NAME)
    assert named("record", "verzoek", "klein", "Haarlem", *asked).code == 0
    ran = named("erase", "klein", "--name", NAME, "--naam", MAIL, "--reden", REASON)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Gewist:\n")
    verified = named("verify", "klein")
    assert verified.code == 0
    assert "In 3 regels zijn woorden gewist, en dat is vastgelegd: 2, 3 en 4." in verified.out
    assert json.loads(named("verify", "--json").out)["erased"] == [2, 3, 4]
    assert named("backup", "-o", "kopie.db").code == 0
    assert named("export", "klein", "-o", "klein.zip").code == 0
    kept = [folder / "kopie.db", folder / "klein.zip", *(folder / "var").glob("gehoord.db*")]
    for file in kept:
        for word in (NAME, MAIL):
            assert word.encode() not in file.read_bytes(), file.name
    assert b"Uit dit dossier zijn namen of adressen gewist" in (folder / "klein.zip").read_bytes()
    assert named("restore", "kopie.db").code == 0
    assert named("verify", "klein").code == 0


def test_all_contacts_go_with_one_option_and_an_office_that_signs_stays(
    named: Gehoord, folder: Path
) -> None:
    """Also who signed before, and a number that stands in a text."""
    given = ("--telefoon", "06 12 34 56 78", "--ondertekenaar", "Anne Later")
    assert named("record", "briefhoofd", "klein", *given).code == 0
    asked = ("--vraag", "andere vraag", "--tekst", "Bel mij op 0687654321.")
    assert named("record", "verzoek", "klein", "Haarlem", *asked).code == 0
    ran = named("erase", "klein", "--contacts", "--reason", REASON)
    assert (ran.code, ran.err) == (0, "")
    kept = b"".join(file.read_bytes() for file in (folder / "var").glob("gehoord.db*"))
    for word in (NAME, "Anne Later", "0687654321"):
        assert word.encode() not in kept
    shown = named("erase", "klein").out
    assert "@" not in shown
    assert NAME not in shown
    assert "06 12" not in shown
    signs = named("record", "briefhoofd", "klein", "--ondertekenaar", "Regioburgemeester")
    assert signs.code == 0
    again = named("erase", "klein", "--contacts", "--reason", REASON)
    assert_sentence(again.err, "Er is niets gewist")
    assert named("status", "klein").code == 0
    assert named("start", "klein", "start").code == 0


REFUSED = (
    (("--name", NAME), "reden"),
    (("--name", NAME, "--reason", "zomaar"), "reden"),
    (("--name", NAME, "--reason", f"{NAME} vroeg het."), "noemt zelf"),
    (("--name", "Haarlem", "--reason", REASON), "feit"),
    (("--name", "K.", "--reason", REASON), "te kort"),
    (("--name", "Niemand Bekend", "--reason", REASON), "Er is niets gewist"),
)


def test_what_cannot_be_erased_is_refused_in_a_sentence(named: Gehoord, folder: Path) -> None:
    before = files(folder)
    for arguments, words in REFUSED:
        ran = named("erase", "klein", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert_sentence(ran.err, words)
    assert files(folder) == before


def test_a_register_that_does_not_fit_its_journal_is_left_alone(
    named: Gehoord, folder: Path
) -> None:
    with sqlite3.connect(folder / "var" / "gehoord.db") as connection:
        connection.execute("UPDATE hearing SET reason = 'vals'")
    connection.close()
    ran = named("erase", "klein", "--name", NAME, "--reason", REASON)
    assert (ran.code, ran.out) == (2, "")
    assert_sentence(ran.err, "klopt niet met het journaal", "gehoord verify")
