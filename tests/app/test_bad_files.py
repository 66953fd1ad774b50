# SPDX-License-Identifier: EUPL-1.2
"""Every bad proposal file gives one Dutch sentence, exit code 2, and leaves nothing behind."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.bad_files import ALL, KLEIN, Bad
from tests.app.conftest import Gehoord, files
from tests.conftest import HERE
from tests.sentence import assert_sentence

ADOPTS = 'soort = "vaststelling"\nactiehouder = "'
EENHEID = (HERE / "klein-eenheid.toml").read_text()


def assert_refused(gehoord: Gehoord, folder: Path, *words: str, file: str = "klein.toml") -> None:
    """Run the command that writes most, and see that it wrote nothing."""
    before = files(folder)
    ran = gehoord("open", file, "--on", "2026-12-01")
    assert_sentence(ran.err, *words)
    assert (ran.code, ran.out) == (2, "")
    assert files(folder) == before


@pytest.mark.parametrize("bad", ALL, ids=lambda bad: bad.name)
def test_a_bad_file_gives_one_sentence_and_nothing_is_written(
    gehoord: Gehoord, folder: Path, bad: Bad
) -> None:
    (folder / "klein.toml").write_text(bad.text)
    assert_refused(gehoord, folder, *bad.words)


def test_the_table_tells_no_case_twice() -> None:
    assert len({bad.name for bad in ALL}) == len({bad.text for bad in ALL}) == len(ALL) > 75


def test_the_file_itself_is_good(gehoord: Gehoord) -> None:
    """Or every refusal above would prove nothing."""
    assert gehoord("open", "klein.toml", "--on", "2026-12-01").code == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is leeg"),
        (b"# niets\n\n# dan uitleg\n", "is leeg"),
        (b"#" * 10_000_000, "groter dan 1 MB"),
        (bytes(range(256)), "geen tekst in UTF-8"),
        (KLEIN.replace("raden", "ra\xebden").encode("latin-1"), "waarschijnlijk 'ë' uit Windows"),
        (KLEIN.encode("utf-16"), "geen tekst in UTF-8"),
        (b"\x00" * 100, "regel 1"),
        (b"PK\x03\x04 een spreadsheet", "regel 1"),
    ],
    ids=["empty", "comments", "10 MB", "binary", "latin-1", "utf-16", "nul", "spreadsheet"],
)
def test_what_is_no_proposal_at_all_is_said_so(
    gehoord: Gehoord, folder: Path, content: bytes, words: str
) -> None:
    (folder / "klein.toml").write_bytes(content)
    assert_refused(gehoord, folder, "klein.toml", words)


def test_a_byte_order_mark_does_no_harm(gehoord: Gehoord, folder: Path) -> None:
    (folder / "klein.toml").write_bytes(KLEIN.encode("utf-8-sig"))
    assert gehoord("check", "klein.toml").code == 0
    assert gehoord("open", "klein.toml", "--on", "2026-12-01").code == 0
    assert gehoord("status").code == 0


def test_lines_that_end_the_way_of_windows_do_no_harm(gehoord: Gehoord, folder: Path) -> None:
    (folder / "klein.toml").write_bytes(KLEIN.replace("\n", "\r\n").encode())
    assert gehoord("check", "klein.toml").code == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("map", "'map' is een map"),
        ("nergens.toml", "'nergens.toml' is er niet"),
        ("map/nergens/klein.toml", "is er niet"),
        ("klein.toml/x", "is er niet"),
        ("/proc/self/mem", "/proc/self/mem kan niet worden gelezen"),
        ("x" * 300, "de naam is te lang"),
        ("", "is een map"),
        ("noord-holland/eenheid", "is er niet"),
        ("eenheid.toml", "sleutel 'titel' ontbreekt"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    gehoord: Gehoord, folder: Path, name: str, words: str
) -> None:
    (folder / "map").mkdir()
    assert_refused(gehoord, folder, words, file=name)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"GM0405"', '"GM0392"', "'GM0392' staat er twee keer"),
        ('"GM0405"', '"0405"', "'0405' kan niet bij 'code'"),
        ('id = "v10"', 'id = "rbop"', "partij 'rbop' staat er twee keer"),
        ('id = "v10"', 'id = "minister"', "partij 'minister' staat er twee keer"),
        ('vakantieregio = "noord"', 'vakantieregio = "oost"', "'oost' kan niet"),
        ('naam = "Haarlem"', 'naam = "Haarlem"\nvan = "ooit"', "'van' moet een dag zijn"),
        ('"Hoorn"', '"haarlem "', "GM0392 en GM0405 heten allebei"),
        ('"Haarlem"', '"Haarlem\\u0000"', "in 'naam' staat een teken dat niet te zien is"),
        ('"Haarlem"', '"Haar\\rlem"', "in 'naam' staat een teken dat niet te zien is"),
        ('"Haarlem"', '"Haarlem"\ngriffie_adres = "geen"', "'geen' is geen e-mailadres"),
        ('"Haarlem"', '"Haarlem"\ngriffie_adres = "a@b.nl, geen"', "is geen e-mailadres"),
        ('"Haarlem"', '"Haarlem"\ngriffie_adres = "a@b.nl\\nBcc: c@d.nl"', "is geen e-mailadres"),
        ('"Haarlem"', f'"Haarlem"\ngriffie_adres = "{"a" * 300}@b.nl"', "is te lang"),
        (EENHEID[EENHEID.index("[[gemeente]]") :], "", "'gemeente' ontbreekt"),
        (EENHEID, "", "is leeg"),
    ],
)
def test_a_bad_eenheid_beside_the_proposal_is_named(
    gehoord: Gehoord, folder: Path, old: str, new: str, words: str
) -> None:
    assert old in EENHEID
    (folder / "eenheid.toml").write_text(EENHEID.replace(old, new, 1))
    assert_refused(gehoord, folder, "eenheid.toml", words)


def test_municipalities_of_one_name_that_follow_each_other_are_good(
    gehoord: Gehoord, folder: Path
) -> None:
    text = EENHEID.replace('naam = "Hoorn"', 'naam = "Haarlem"\ntot_en_met = 2025-12-31')
    text = text.replace('naam = "Haarlem"\n\n', 'naam = "Haarlem"\nvan = 2026-01-01\n\n', 1)
    (folder / "eenheid.toml").write_text(text)
    assert gehoord("open", "klein.toml", "--on", "2026-12-01").code == 0


def test_line_breaks_and_tabs_in_a_text_are_good(gehoord: Gehoord, folder: Path) -> None:
    (folder / "klein.toml").write_text(KLEIN.replace('titel = "B', 'titel = "a\\n\\r\\n\\tB', 1))
    assert gehoord("open", "klein.toml", "--on", "2026-12-01").code == 0


@pytest.mark.parametrize(
    ("themes", "words"),
    [
        (("goed", "x" * 301), "'themas' is te lang"),
        (("",), "'themas' is leeg"),
        (("a\x07b",), "in 'themas' staat een teken"),
        (("a\ud800b",), "in 'themas' staat een teken"),
    ],
)
def test_a_bad_theme_is_said_so(
    gehoord: Gehoord, folder: Path, themes: tuple[str, ...], words: str
) -> None:
    gehoord("open", "klein.toml", "--on", "2026-12-01")
    before = files(folder)
    ran = gehoord("record", "themas", "klein", *themes, "--op", "2026-12-01")
    assert_sentence(ran.err, words)
    assert (ran.code, ran.out) == (2, "")
    assert files(folder) == before


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DROP TABLE hearing", "De database weigert dit (er ontbreekt een tabel)"),
        ("UPDATE action SET state = 'onzin'", "een waarde die Gehoord niet kent"),
    ],
)
def test_a_register_that_was_damaged_is_said_so_in_one_sentence(
    gehoord: Gehoord, folder: Path, statement: str, words: str
) -> None:
    gehoord("open", "klein.toml", "--on", "2026-12-01")
    with contextlib.closing(sqlite3.connect(folder / "var" / "gehoord.db")) as connection:
        connection.execute(statement)
        connection.commit()
    ran = gehoord("status", "klein")
    assert_sentence(ran.err, words)
    assert (ran.code, ran.out) == (2, "")


def test_a_home_that_cannot_be_made_names_its_setting(gehoord: Gehoord, folder: Path) -> None:
    (folder / "var").write_text("een bestand")
    ran = gehoord("open", "klein.toml", "--on", "2026-12-01")
    assert_sentence(ran.err, "kan niet worden gemaakt", "GEHOORD_HOME")
    assert ran.code == 2


def test_a_reference_date_without_municipalities_is_refused(gehoord: Gehoord, folder: Path) -> None:
    later = EENHEID.replace("[[gemeente]]", "[[gemeente]]\nvan = 2028-01-01")
    (folder / "eenheid.toml").write_text(later)
    assert_refused(gehoord, folder, "peildatum 1 januari 2027", "geen gemeenten", "Verbeter")


def test_an_eenheid_that_nobody_knows_is_refused(gehoord: Gehoord, folder: Path) -> None:
    (folder / "eenheid.toml").unlink()
    assert_refused(gehoord, folder, "'klein'", "noord-holland")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('tot_en_met = "4 weken voor v', 'tot_en_met = "1 week na v', "38b lid 2"),
        ('soort = "horen"', 'soort = "raadpleging"', "38b lid 2"),
        ('soort = "vaststelling"', 'soort = "besluit"', "art. 39 lid 1"),
        (f"{ADOPTS}rbop", f"{ADOPTS}v10", "V10 is een delegatie"),
        ('aan = "minister"', 'aan = "raden"', "art. 39 lid 4"),
    ],
    ids=["hearing after adoption", "no hearing", "no adoption", "delegation", "not sent out"],
)
def test_an_unlawful_plan_does_not_open(
    gehoord: Gehoord, folder: Path, old: str, new: str, words: str
) -> None:
    text = KLEIN.replace(old, new, 1)
    assert text != KLEIN
    gehoord("open", "klein.toml", "--naam", "ander", "--on", "2026-12-01")
    (folder / "klein.toml").write_text(text)
    assert_refused(gehoord, folder, words)


def test_an_adoption_without_the_hoofdofficier_does_not_open(
    gehoord: Gehoord, folder: Path
) -> None:
    gehoord("open", "klein.toml", "--naam", "ander", "--on", "2026-12-01")
    (folder / "eenheid.toml").write_text(EENHEID.replace("met_hoofdofficier = true\n", ""))
    assert_refused(gehoord, folder, "zonder de hoofdofficier van justitie", "art. 39 lid 1")


@pytest.mark.parametrize("name", ["Klein", "a b", "a/b", "..", "", "-a", "a_b", "a\n", "x" * 61])
def test_a_dossier_has_a_plain_name(gehoord: Gehoord, folder: Path, name: str) -> None:
    before = files(folder)
    ran = gehoord("open", "klein.toml", f"--naam={name}")
    assert ran.code == 2
    assert_sentence(ran.err, "kleine letters, cijfers en streepjes", "--naam")
    assert files(folder) == before


def test_a_dossier_has_no_name_that_windows_keeps_for_itself(gehoord: Gehoord) -> None:
    """Its archive is a folder of that name."""
    for name in ("con", "lpt1"):
        ran = gehoord("open", "klein.toml", f"--naam={name}")
        assert (ran.code, ran.out) == (2, "")
        assert_sentence(ran.err, f"'{name}'", "Windows", "--naam")


def test_a_file_with_spaces_in_its_name_asks_for_another_name(
    gehoord: Gehoord, folder: Path
) -> None:
    shutil.move(folder / "klein.toml", folder / "Mijn voorstel.toml")
    assert_refused(gehoord, folder, "'Mijn voorstel'", "--naam", file="Mijn voorstel.toml")
    assert gehoord("open", "Mijn voorstel.toml", "--naam", "mijn", "--on", "2026-12-01").code == 0


@pytest.fixture
def console(folder: Path) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run the console script itself."""
    script = Path(sys.executable).with_name("gehoord")

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [script, *arguments], cwd=folder, capture_output=True, text=True, check=False
        )

    return run


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("open", "nergens.toml"), "is er niet"),
        (("chek", "klein.toml"), "bedoelt u 'check'"),
        (("open", "klein.toml", "--on", "31 november 2027"), "bestaat niet in de kalender"),
    ],
)
def test_the_console_script_says_it_too(
    console: Callable[..., "subprocess.CompletedProcess[str]"],
    folder: Path,
    arguments: tuple[str, ...],
    words: str,
) -> None:
    before = files(folder)
    ran = console(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert_sentence(ran.stderr, words)
    assert files(folder) == before
