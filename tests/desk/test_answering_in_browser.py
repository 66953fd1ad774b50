# SPDX-License-Identifier: EUPL-1.2
"""A griffie opens the link from its mail, reserves, reports the hearing, changes its answer."""

import hashlib
import os
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from gehoord.domain.dossier.journal import JournalEntry
from gehoord.tasks.settings import settings
from tests.desk.conftest import ADDRESS, Balie, Open
from tests.desk.on_line import on_line
from tests.desk.test_in_browser import PHONE, WIDE, contrasts, wider_than_the_window
from tests.desk.test_party import text_of
from tests.engine.pages import browser, expects
from tests.small_picture import small
from tests.story import ASKED, HEARD

PICTURES = os.environ.get("GEHOORD_PICTURES")
PDF = b"%PDF-1.7\nzienswijze van Haarlem\n%%EOF\n"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as running:
        yield running


@pytest.fixture
def mailed(balie: Open, monkeypatch: pytest.MonkeyPatch) -> Iterator[Balie]:
    """The desk has a public address, and the mail with the ontwerp has left."""
    found = balie("agreed", ASKED)
    monkeypatch.setenv("GEHOORD_HOME", str(found.home))
    monkeypatch.setenv("GEHOORD_DESK_URL", ADDRESS)
    settings.cache_clear()
    found.story._asked()
    found.posts_mail()
    yield found
    settings.cache_clear()


def link_in_mail(found: Balie) -> str:
    """Return the path that the mail with the ontwerp to the griffie of Haarlem names."""
    mails = [message_from_bytes(f.read_bytes(), policy=default) for f in found.home.rglob("*.eml")]
    [own] = [m for m in mails if "gm0392" in m["To"] and "ontwerp voor uw raad" in m["Subject"]]
    [path] = re.findall(rf"{ADDRESS}(/p/\S+)", text_of(own))
    return str(path)


def look(page: Any, name: str, on_phone: str = "") -> None:
    """See that a page fits and reads, in the light, in the dark and on a phone."""
    page.wait_for_load_state()
    for size, scheme in ((WIDE, "light"), (WIDE, "dark"), (PHONE, "light")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        assert wider_than_the_window(page) == []
        assert contrasts(page) >= 4.5
        wanted = {(WIDE["width"], "light"): name, (PHONE["width"], "light"): on_phone}
        if PICTURES and (shown := wanted.get((size["width"], scheme))):
            shot = small(page.context.browser.new_page(), page.screenshot(full_page=True))
            (Path(PICTURES) / f"{shown}.png").write_bytes(shot)
    page.set_viewport_size(WIDE)


def reads(page: Any, words: str) -> None:
    """See words on the page that comes after a click, once it has come."""
    expects(page.locator("main")).to_contain_text(words, use_inner_text=True)


def events(found: Balie) -> dict[str, Any]:
    feed = found.get(found.feed("Haarlem"))
    return {
        str(event["SUMMARY"]): event for event in Calendar.from_ical(feed.content).walk("VEVENT")
    }


def test_from_the_mail_to_a_changed_answer_all_places_agree(mailed: Balie, chromium: Any) -> None:
    with on_line(mailed.client.app) as port:
        page = chromium.new_page(viewport=WIDE)
        own = f"http://127.0.0.1:{port}{link_in_mail(mailed)}"
        page.goto(own)
        page.get_by_role("link", name="Vergadering van de raad melden").click()
        page.get_by_label("Op welke dag is de vergadering?").fill(f"{HEARD}")
        page.get_by_label("Besluitvormend").check()
        page.get_by_label("Gereserveerd").check()
        page.get_by_role("button", name="Vergadering insturen").click()
        reads(page, "De raad van Haarlem reserveert tijd op donderdag 16 september 2027")
        reserved = [event for event in events(mailed).values() if event.decoded("DTSTART") == HEARD]
        assert len(reserved) == 1

        mailed.on = HEARD
        page.get_by_role("link", name="Terug naar uw pagina").click()
        page.locator("#gevraagd").get_by_role("link", name="Antwoord van de raad melden").click()
        look(page, "antwoord", "antwoord-320")
        page.get_by_label("Raadsvergadering").check()
        page.get_by_label("Zienswijze", exact=True).check()
        page.get_by_role("button", name="Antwoord insturen").click()
        expects(page).to_have_title(re.compile("^Fout: "))
        expects(page.locator("#fout")).to_be_focused()
        look(page, "antwoord-fout")
        page.get_by_role("alert").get_by_role("link").first.click()
        expects(page.locator("#veld-op")).to_be_focused()
        page.get_by_label("Op welke dag is de raad gehoord?").fill(f"{HEARD}")
        file = {"name": "zienswijze.pdf", "mimeType": "application/pdf", "buffer": PDF}
        page.get_by_label("Bestand").set_input_files(file)
        page.get_by_role("button", name="Antwoord insturen").click()
        reads(page, hashlib.sha256(PDF).hexdigest())
        look(page, "ontvangst")
        page.reload()
        reads(page, "De raad van Haarlem is gehoord: zienswijze.")

        page.get_by_role("link", name="Terug naar uw pagina").click()
        page.get_by_role("link", name="Antwoord van de raad wijzigen").click()
        page.get_by_label("Tekst van het antwoord").fill("Meer wijkagenten in Zuid.")
        page.get_by_role("button", name="Wijziging insturen").click()
        expects(page).to_have_title(re.compile("^Ontvangen: "))
        page.goto(own)
        reads(page, "Er wordt nu niets gevraagd.")
        assert page.locator("#antwoorden h3 ~ ul li").count() == 3
    [counts] = [z for z in mailed.story.state.zienswijzen if z.counts]
    assert counts.text == "Meer wijkagenten in Zuid."
    assert counts.document == hashlib.sha256(PDF).hexdigest()
    with mailed.story.register.reading() as reader:
        told = reader.all(JournalEntry, "klein")
    assert [entry.event for entry in told[-4:]] == ["reservering", "gehoord", "herstel", "gehoord"]
    assert {entry.by for entry in told[-4:]} == {"griffie van Haarlem"}
    hearing = events(mailed)["Haarlem: raad horen over het ontwerp"]
    assert hearing.decoded("DTSTART") == HEARD
    assert "Gedaan op 16 september 2027." in hearing["DESCRIPTION"]
