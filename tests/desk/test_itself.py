# SPDX-License-Identifier: EUPL-1.2
"""What the desk tells of itself: its health, whom to warn of a flaw, and the style of the house."""

from datetime import UTC, datetime

import pytest

from gehoord.tasks.last_look import note_look
from tests.desk.conftest import MAIL, Balie, Open
from tests.story import OPENED


@pytest.fixture
def opened(balie: Open) -> Balie:
    return balie("opened", OPENED)


def test_health_says_how_old_the_last_look_is(opened: Balie) -> None:
    assert opened.get("/gezond").json() == {
        "toestand": "goed",
        "dossiers": 1,
        "laatste_controle": None,
        "minuten_geleden": None,
    }
    note_look(opened.home, datetime(2026, 12, 1, 6, 30, tzinfo=UTC))
    assert opened.get("/gezond").json()["minuten_geleden"] == 330


def test_who_finds_a_flaw_reads_whom_to_tell(opened: Balie) -> None:
    """RFC 9116: a contact, and a day within a year until which it holds."""
    lines = opened.get("/.well-known/security.txt").text.splitlines()
    said = dict(line.split(": ", 1) for line in lines)
    assert said["Contact"] == f"mailto:{MAIL}"
    until = datetime.fromisoformat(said["Expires"])
    assert 0 < (until.date() - OPENED).days < 365


def test_who_finds_a_flaw_reads_how_to_tell_it_and_what_not_to_do(opened: Balie) -> None:
    lines = opened.get("/.well-known/security.txt").text.splitlines()
    policy = dict(line.split(": ", 1) for line in lines)["Policy"]
    page = opened.get("/" + policy.rsplit("/", 1)[1])
    assert page.status_code == 200
    assert f'href="mailto:{MAIL}"' in page.text
    assert "Verander of wis niets" in page.text


def test_an_organisation_puts_its_own_style_in_the_home(opened: Balie) -> None:
    first = opened.get("/huisstijl.css")
    assert "--utrecht-document-color" in first.text
    own = ":root { --utrecht-document-color: #003366; }"
    opened.home.mkdir(exist_ok=True)
    (opened.home / "huisstijl.css").write_text(own)
    assert opened.get("/huisstijl.css").text == own
    layout = opened.get("/stijl.css")
    assert layout.headers["content-type"] == "text/css; charset=utf-8"
    assert opened.get("/stijl.css", if_none_match=layout.headers["etag"]).status_code == 304


def test_every_colour_of_the_layout_is_a_token_with_something_to_fall_back_on(
    opened: Balie,
) -> None:
    screen = opened.get("/stijl.css").text.partition("@media print")[0]
    assert "#" not in screen.replace("#agenda", "")
    assert screen.count("var(--") == screen.count("var(--utrecht-") + screen.count("var(--nl-")
