# SPDX-License-Identifier: EUPL-1.2
"""`gehoord export --public`: a folder or a zip, the list beside it, and all or nothing."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.app.conftest import Gehoord, files
from tests.sentence import assert_sentence


def test_a_site_is_a_folder_that_opens_by_itself(opened: Gehoord, folder: Path) -> None:
    before = files(folder)
    ran = opened("export", "klein", "--public", "-o", "site")
    assert (ran.code, ran.err) == (0, "")
    assert "Begin bij index.html." in ran.out
    assert "niet echt verzonden." in ran.out
    site = {Path(name).name for name in files(folder / "site")}
    assert f"site ({len(site)} bestanden)" in ran.out
    assert {"index.html", "raad-haarlem-gm0392.html", "stijl.css", "huisstijl.css"} <= site
    fresh = files(folder).keys() - before.keys()
    assert {Path(name).name for name in fresh} - site == {"site-weggelaten.txt"}
    assert not (folder / "site" / "site-weggelaten.txt").exists()


def test_a_site_in_a_zip_is_the_same_each_time(opened: Gehoord, folder: Path) -> None:
    (folder / "var" / "huisstijl.css").write_text(":root { --utrecht-link-color: #000 }")
    first = json.loads(opened("export", "--public", "-o", "a.zip", "--json").out)
    again = json.loads(opened("export", "--public", "-o", "b.zip", "--json").out)
    assert again == {**first, "path": "b.zip"}
    assert first["dossier"] == "klein"
    assert (folder / "a.zip").read_bytes() == (folder / "b.zip").read_bytes()
    with zipfile.ZipFile(folder / "a.zip") as packed:
        assert len(packed.namelist()) == first["files"]
        assert b"--utrecht-link-color: #000" in packed.read("huisstijl.css")
    assert (folder / "a-weggelaten.txt").exists()


def test_a_house_style_that_calls_another_site_is_refused(opened: Gehoord, folder: Path) -> None:
    (folder / "var" / "huisstijl.css").write_text("@import 'https://x.example/a.css';")
    before = files(folder)
    ran = opened("export", "--public", "-o", "site")
    assert (ran.code, ran.out) == (2, "")
    assert_sentence(ran.err, "van buiten de openbare site")
    assert files(folder) == before


def test_a_publisher_may_come_from_a_file_of_the_unit(opened: Gehoord, folder: Path) -> None:
    own = (folder / "eenheid.toml").read_text()
    (folder / "nieuw.toml").write_text(
        own.replace(
            'vakantieregio = "noord"\n',
            'vakantieregio = "noord"\n[openbaar]\nuitgever = "Gemeente Haarlem"\n'
            'contact = "plan@haarlem.example"\n',
            1,
        )
    )
    assert opened("export", "--public", "--eenheid", "nieuw.toml", "-o", "site").code == 0
    page = (folder / "site" / "colofon.html").read_text()
    assert "Gemeente Haarlem" in page
    assert "mailto:plan@haarlem.example" in page


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--public", "-o", "klein.toml"), "bestaat al. Kies een andere naam."),
        (("--public", "-o", "var"), "bestaat al"),
        (("--public", "-o", "bezet"), "bezet-weggelaten.txt bestaat al"),
        (("--public", "-o", "geen/map/site"), "kan niet worden geschreven"),
        (("--public", "-o", "site", "--include", "abcdef123456"), "nog geen stuk"),
        (("--public", "-o", "site", "--address", "http://x.example"), "kan niet bij '--address'"),
        (("--public", "-o", "site", "--address", "https://x.example"), "wie uitgeeft"),
        (("--public", "-o", "site", "--eenheid", "amsterdam"), "is van eenheid Amsterdam"),
        (("-o", "site.zip", "--include", "abcdef123456"), "'--include' hoort bij een openbare"),
        (("-o", "site.zip", "--address", "https://x.example"), "'--address' hoort bij"),
    ],
)
def test_what_cannot_be_written_is_refused_and_leaves_nothing(
    opened: Gehoord, folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    (folder / "bezet-weggelaten.txt").write_text("van eerder")
    before = files(folder)
    ran = opened("export", "klein", *arguments)
    assert ran.code == 2
    assert_sentence(ran.err, words)
    assert files(folder) == before
    assert not list(folder.rglob(".*.nieuw"))
