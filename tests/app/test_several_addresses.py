# SPDX-License-Identifier: EUPL-1.2
"""A griffie or a body may have several addresses: one mail to all of them."""

import json
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence

TWO = "griffie@hoorn.example, raad@hoorn.example"


def to(folder: Path) -> list[str]:
    return [
        message_from_bytes(file.read_bytes(), policy=policy.default)["To"]
        for file in sorted((folder / "var" / "outbox").rglob("*.eml"))
    ]


@pytest.mark.parametrize(
    "written",
    [
        '["griffie@hoorn.example", "raad@hoorn.example"]',
        '"griffie@hoorn.example, raad@hoorn.example"',
        '"griffie@hoorn.example;raad@hoorn.example"',
        '["griffie@hoorn.example", "griffie@hoorn.example", "raad@hoorn.example"]',
    ],
)
def test_in_eenheid_toml(gehoord: Gehoord, folder: Path, written: str) -> None:
    file = folder / "eenheid.toml"
    text = file.read_text().replace('naam = "Hoorn"', f'naam = "Hoorn"\ngriffie_adres = {written}')
    file.write_text(text)
    assert gehoord("open", "klein.toml").code == 0
    assert gehoord("start", "klein", "start").code == 0
    assert to(folder).count(TWO) == 1


@pytest.mark.parametrize("typed", [TWO, TWO.replace(", ", ","), TWO.replace(", ", " ; ")])
def test_recorded(opened: Gehoord, folder: Path, typed: str) -> None:
    said = opened("record", "adres", "klein", "Hoorn", typed)
    assert (said.code, TWO in said.out) == (0, True)
    opened("start", "klein", "start")
    assert to(folder).count(TWO) == 1


@pytest.mark.parametrize("typed", ["a@b.nl, geen", "a@b.nl,", ", a@b.nl", "a@b.nl b@c.nl", ""])
def test_one_that_is_none_is_named_and_nothing_changes(opened: Gehoord, typed: str) -> None:
    before = json.loads(opened("verify", "klein", "--json").out)
    said = opened("record", "adres", "klein", "Hoorn", typed)
    assert said.code == 2
    assert_sentence(said.err)
    assert json.loads(opened("verify", "klein", "--json").out) == before


@pytest.mark.parametrize("written", ["[]", '["a@b.nl", 5]', '["a@b.nl", "geen"]', "5"])
def test_a_list_that_is_none_is_one_sentence(gehoord: Gehoord, folder: Path, written: str) -> None:
    file = folder / "eenheid.toml"
    text = file.read_text().replace('naam = "Hoorn"', f'naam = "Hoorn"\ngriffie_adres = {written}')
    file.write_text(text)
    said = gehoord("open", "klein.toml")
    assert said.code == 2
    assert_sentence(said.err)


def test_a_body_is_invited_at_each_of_its_addresses(gehoord: Gehoord, folder: Path) -> None:
    file = folder / "eenheid.toml"
    two = '["rbop@klein.example", "kamer@klein.example"]'
    file.write_text(file.read_text().replace('"rbop@klein.example"', two))
    assert gehoord("open", "klein.toml").code == 0
    assert gehoord("start", "klein", "start").code == 0
    invited = [
        message_from_bytes(f.read_bytes(), policy=policy.default)
        for f in (folder / "var" / "outbox").rglob("*uitnodiging*.eml")
    ]
    assert invited
    for mail in invited:
        assert mail["To"] == "rbop@klein.example, kamer@klein.example"
        [calendar] = [p for p in mail.walk() if p.get_content_type() == "text/calendar"]
        assert isinstance(calendar, EmailMessage)
        content = str(calendar.get_content()).replace("\r\n", "\n").replace("\n ", "")
        assert content.count("\nATTENDEE") == 2
        assert "mailto:kamer@klein.example" in content
