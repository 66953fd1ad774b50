# SPDX-License-Identifier: EUPL-1.2
"""What axe-core finds on the desk: nothing, on any page, at any moment, however it is looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from httpx import Response

from gehoord.domain.acts.report import (
    Requested,
    SafetyPictureMade,
    SessionHeld,
    SessionPlanned,
    VersionMade,
)
from gehoord.domain.dossier.request import RequestKind
from gehoord.domain.proposal.step import Part
from gehoord.flows.access import give_link, withdraw_link
from gehoord.tasks.settings import settings
from tests.desk.axe import COLOURS, Axe
from tests.desk.conftest import ADDRESS, Balie, Open
from tests.desk.in_window import showing
from tests.desk.test_access import AtTheLinks
from tests.desk.test_answering import PDF, SAID, form_of, hidden, post, send
from tests.desk.test_assents import TEXEL, AtTheTable
from tests.desk.test_filing import VERSION, AtTheFiling
from tests.desk.test_keeping import AtTheKeeping, doubtful
from tests.desk.test_meetings import OTHERS, AtTheMeetings
from tests.desk.test_overview import USER, behind_login
from tests.desk.test_polling import handed_in
from tests.desk.test_rewording import typed
from tests.desk.test_sheet import AtTheSheet, answers, filled
from tests.desk.test_strength import hands_in
from tests.domain.acts.test_assenting import WITH_DAY, said
from tests.domain.acts.test_conditions import lifted
from tests.domain.dossier.polled import CSV
from tests.engine.pages import browser
from tests.story import ADOPTED, ASKED, FINAL, HEARD, OPENED, THEMES, Moment, adopted, heard
from tests.tables_of_strength import FILE, SMALL

LATE = date(2027, 10, 11)
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Seen:
    """A page at a moment of the story, on a day; ``come_by`` says how somebody comes by it."""

    moment: Moment
    on: date
    come_by: Callable[[Balie], Response]
    status: int = 200


def page_of(who: str, below: str = "") -> Callable[[Balie], Response]:
    return lambda found: found.get(f"{found.page(who)}{below}")


def page_of_overview(found: Balie) -> Response:
    link = give_link(found.story.register, "klein", "overzicht", found.home, found.on)
    return found.get(link.path)


def overview_with_request(found: Balie) -> Response:
    asked = Requested(on=ASKED, who="Hoorn", question=RequestKind.COMMITTEE, text="is dat genoeg?")
    found.story.does(asked)
    return page_of_overview(found)


def overview_with_assents(found: Balie) -> Response:
    """The plan is adopted, and a condition was taken away before that."""
    found.story.does(said(WITH_DAY, others=True))
    found.story.does(lifted())
    found.story.does(adopted())
    return page_of_overview(found)


def told_sessions(found: Balie) -> None:
    guests = ("burgemeesters", "RBOP", "partners")
    for number, place in enumerate(("Haarlem", "Hoorn"), start=1):
        found.story.does(
            SessionPlanned(on=OPENED, day=OPENED, start="13:30", place=place, invited=guests)
        )
        held = SessionHeld(on=OPENED, session=str(number), attendance=("burgemeesters; 3", "OM; 4"))
        found.story.does(held)
    found.story.does(SafetyPictureMade(on=OPENED, maker="DRIO", themes=("Drugs", "Fraude")))


def overview_with_sessions(found: Balie) -> Response:
    told_sessions(found)
    return page_of_overview(found)


def guest_of_sessions(found: Balie) -> Response:
    told_sessions(found)
    return found.get(found.page("burgemeester van Haarlem"))


def all_overviews(found: Balie) -> Response:
    answer: Response = behind_login(found).get("/overzicht", headers={USER: "coordinator"})
    return answer


def once_heard(found: Balie) -> Response:
    found.story.does(heard("Haarlem"))
    return found.get(found.page("Haarlem"))


def links_to_mail(found: Balie) -> Response:
    """The desk has an address that others can open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GEHOORD_DESK_URL", ADDRESS)
        settings.cache_clear()
        page = found.get(f"{found.page('adviseur')}/toegang")
    settings.cache_clear()
    return page


def withdrawn(found: Balie) -> Response:
    page = found.page("Haarlem")
    withdraw_link(found.story.register, "klein", "Haarlem", ASKED)
    return found.get(page)


def unreadable(found: Balie) -> Response:
    page = found.page("Haarlem")
    with found.story.register.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE access RENAME TO elders")
    return found.get(page)


def sheet_seen(found: Balie) -> Response:
    adviser = AtTheSheet(found)
    return adviser.hands_in(filled(adviser.takes(), answers("Haarlem")))


def poll_seen(found: Balie) -> Response:
    return handed_in(found, f"{found.page('adviseur')}/peiling", CSV)


def poll_wrong(found: Balie) -> Response:
    return handed_in(found, f"{found.page('adviseur')}/peiling", CSV.replace("77", "veel"))


def strength_seen(found: Balie) -> Response:
    return hands_in(found, FILE.read_bytes())


def strength_wrong(found: Balie) -> Response:
    return hands_in(found, SMALL.replace("10,50", "-10,50").encode())


def version_seen(found: Balie) -> Response:
    return AtTheFiling(found, "versie").hands_in(VERSION)


def version_wrong(found: Balie) -> Response:
    return AtTheFiling(found, "versie").hands_in(VERSION, b"geen pdf")


def papers_filed(found: Balie) -> Response:
    AtTheFiling(found, "versie").agrees(version_seen(found), VERSION)
    return found.get(f"{found.page('adviseur')}/stukken")


def words_seen(found: Balie) -> Response:
    return typed(found, f"{found.page('adviseur')}/brieven/tekst")


def sheet_wrong(found: Balie) -> Response:
    adviser = AtTheSheet(found)
    wrong = answers("Haarlem") | {("Raden", "Hoorn", "Antwoord"): "zienswijs"}
    return adviser.hands_in(filled(adviser.takes(), wrong))


def sheet_recorded(found: Balie) -> Response:
    return AtTheSheet(found).agrees(sheet_seen(found))


def calendar_seen(found: Balie) -> Response:
    return AtTheMeetings(found, "Haarlem").hands_in(OTHERS)


def calendar_known(found: Balie) -> Response:
    griffie = AtTheMeetings(found, "Haarlem")
    griffie.agrees(calendar_seen(found))
    return griffie.page()


def calendar_wrong(found: Balie) -> Response:
    return AtTheMeetings(found, "Haarlem").hands_in(b"geen agenda")


def assents_seen(found: Balie) -> Response:
    return AtTheTable(found).looks_at(**TEXEL)


def site_seen(found: Balie) -> Response:
    found.story.does(doubtful())
    return AtTheKeeping(found).asks("site")


def link_to_withdraw(found: Balie) -> Response:
    found.token("Haarlem")
    adviser = AtTheLinks(found)
    return adviser.sends(adviser.form("GM0392", "intrekken"))


def form_wrong(found: Balie) -> Response:
    return post(found, form_of(found, "Haarlem", "gehoord"), {"antwoord": "zienswijze"})


def form_gone(found: Balie) -> Response:
    return found.get(form_of(found, "rbop", "gehoord"))


def receipt_seen(found: Balie) -> Response:
    answer = post(found, form_of(found, "Haarlem", "gehoord"), SAID, PDF)
    return found.get(answer.headers["location"])


def form_outdated(found: Balie) -> Response:
    path = form_of(found, "Haarlem", "gehoord")
    old = hidden(found.get(path).text) | SAID
    send(found, path, old)
    return send(found, path, old | {"tekst": "Iets anders."})


def once_answered(found: Balie) -> Response:
    receipt_seen(found)
    return found.get(found.page("Haarlem"))


def form_to_change(found: Balie) -> Response:
    receipt_seen(found)
    return found.get(form_of(found, "Haarlem", "wijzigen"))


def sent_in_seen(found: Balie) -> Response:
    receipt_seen(found)
    return found.get(found.page("adviseur"))


def judgement_asked(found: Balie) -> Response:
    parts = (Part.STRENGTH, Part.WIJKAGENTEN)
    found.story.does(VersionMade(on=FINAL, step="definitief", contains=parts))
    return found.get(form_of(found, "regioburgemeester", "opnieuw-horen"))


PAGES = {
    "griffie, nothing asked yet": Seen("opened", OPENED, page_of("Haarlem")),
    "griffie, asked": Seen("asked", ASKED, page_of("Haarlem")),
    "griffie, late": Seen("asked", LATE, page_of("Haarlem")),
    "griffie, heard": Seen("asked", ASKED, once_heard),
    "griffie, adopted": Seen("adopted", ADOPTED, page_of("Haarlem")),
    "burgemeester": Seen("asked", ASKED, page_of("burgemeester van Haarlem")),
    "body": Seen("asked", ASKED, page_of("rbop")),
    "adviser": Seen("asked", LATE, page_of("adviseur")),
    "answer": Seen("asked", HEARD, page_of("Haarlem", "/antwoord/gehoord")),
    "answer, wrong": Seen("asked", HEARD, form_wrong, 422),
    "answer, gone": Seen("asked", HEARD, form_gone, 404),
    "answer, sent in otherwise": Seen("asked", HEARD, form_outdated, 409),
    "answer, to change": Seen("asked", HEARD, form_to_change),
    "answer, to add": Seen("adopted", ADOPTED, page_of("Haarlem", "/antwoord/aanvulling")),
    "griffie, answered": Seen("asked", HEARD, once_answered),
    "reservation": Seen("asked", ASKED, page_of("Haarlem", "/antwoord/reservering")),
    "respite": Seen("asked", ASKED, page_of("Haarlem", "/antwoord/uitstel")),
    "question": Seen("asked", ASKED, page_of("Haarlem", "/antwoord/vraag")),
    "address": Seen("asked", ASKED, page_of("rbop", "/antwoord/adres")),
    "judgement on hearing again": Seen("heard", FINAL, judgement_asked),
    "receipt": Seen("asked", HEARD, receipt_seen),
    "overview, nothing happened": Seen("opened", OPENED, page_of_overview),
    "overview, a request": Seen("asked", ASKED, overview_with_request),
    "overview, late": Seen("asked", LATE, page_of_overview),
    "overview, adopted": Seen("final", ADOPTED, overview_with_assents),
    "adviser, sent in": Seen("asked", HEARD, sent_in_seen),
    "overview, all dossiers": Seen("asked", ASKED, all_overviews),
    "letters": Seen("asked", HEARD, page_of("adviseur", "/brieven")),
    "overview, sessions": Seen("opened", OPENED, overview_with_sessions),
    "guest of sessions": Seen("opened", OPENED, guest_of_sessions),
    "own words": Seen("asked", HEARD, page_of("adviseur", "/brieven/tekst")),
    "own words, seen": Seen("asked", HEARD, words_seen),
    "account": Seen("asked", HEARD, page_of("adviseur", "/verantwoording")),
    "poll": Seen("opened", THEMES, page_of("adviseur", "/peiling")),
    "poll, seen": Seen("opened", THEMES, poll_seen),
    "poll, wrong": Seen("opened", THEMES, poll_wrong, 422),
    "strength": Seen("opened", HEARD, page_of("adviseur", "/sterkte")),
    "strength, seen": Seen("opened", HEARD, strength_seen),
    "strength, wrong": Seen("opened", HEARD, strength_wrong, 422),
    "papers": Seen("asked", HEARD, page_of("adviseur", "/stukken")),
    "papers, filed": Seen("asked", HEARD, papers_filed),
    "version": Seen("asked", HEARD, page_of("adviseur", "/stukken/versie")),
    "version, seen": Seen("asked", HEARD, version_seen),
    "version, wrong": Seen("asked", HEARD, version_wrong, 422),
    "sheet": Seen("asked", HEARD, page_of("adviseur", "/werkblad")),
    "sheet, seen": Seen("asked", HEARD, sheet_seen),
    "sheet, wrong": Seen("asked", HEARD, sheet_wrong, 422),
    "sheet, recorded": Seen("asked", HEARD, sheet_recorded),
    "meetings": Seen("asked", ASKED, page_of("adviseur", "/vergaderingen")),
    "meetings, seen": Seen("asked", ASKED, calendar_seen),
    "meetings, known": Seen("asked", ASKED, calendar_known),
    "meetings, wrong": Seen("asked", ASKED, calendar_wrong, 422),
    "links": Seen("asked", ASKED, links_to_mail),
    "links, none to be mailed": Seen("asked", ASKED, page_of("adviseur", "/toegang")),
    "links, asked to be sure": Seen("asked", ASKED, link_to_withdraw),
    "assents": Seen("final", ADOPTED, page_of("adviseur", "/instemming")),
    "assents, seen": Seen("final", ADOPTED, assents_seen),
    "archive and site": Seen("asked", ASKED, page_of("adviseur", "/bewaren")),
    "archive and site, seen": Seen("asked", HEARD, site_seen),
    "flaw": Seen("asked", ASKED, lambda found: found.get("/zwakke-plek")),
    "withdrawn": Seen("asked", ASKED, withdrawn, 404),
    "unreadable": Seen("asked", ASKED, unreadable, 503),
}
"""Every page and state. Who adds one to the desk adds it here."""


@pytest.fixture(scope="module")
def window() -> Iterator[Any]:
    with browser() as running:
        yield running.new_page()


@pytest.fixture(scope="module")
def axe() -> Axe:
    return Axe()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_breaks_no_rule_in_the_light_the_dark_and_on_a_phone(
    name: str, balie: Open, window: Any, axe: Axe
) -> None:
    seen = PAGES[name]
    found = balie(seen.moment, seen.on)
    page = seen.come_by(found)
    assert page.status_code == seen.status
    showing(window, found, page)
    window.emulate_media(color_scheme="light")
    for size in (WIDE, PHONE):
        window.set_viewport_size(size)
        assert axe.faults(window) == []
        assert sideways(window) == 0
    window.set_viewport_size(WIDE)
    window.emulate_media(color_scheme="dark")
    assert axe.faults(window, COLOURS) == []


def sideways(window: Any) -> int:
    """Return how far the page itself can be scrolled sideways (WCAG 2.2, 1.4.10)."""
    found: int = window.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    return found


PLANTED = {
    "html-has-lang": "document.documentElement.removeAttribute('lang')",
    "color-contrast": "document.querySelector('h1').style.color = '#ccc'",
    "link-name": "document.querySelector('main a').textContent = ''",
    "label": "document.querySelector('main').append(document.createElement('input'))",
    "heading-order": "document.querySelector('#gevraagd h2').outerHTML = '<h5>x</h5>'",
}


def test_every_planted_fault_is_caught(balie: Open, window: Any, axe: Axe) -> None:
    found = balie("asked", ASKED)
    showing(window, found, found.get(found.page("Haarlem")))
    window.emulate_media(color_scheme="light")
    for fault in PLANTED.values():
        window.evaluate(fault)
    assert {fault.partition(":")[0] for fault in axe.faults(window)} >= set(PLANTED)


def test_what_is_hard_to_read_in_the_dark_alone_is_caught(
    balie: Open, window: Any, axe: Axe
) -> None:
    found = balie("asked", ASKED)
    showing(window, found, found.get(found.page("Haarlem")))
    window.evaluate("document.querySelector('h1').style.color = '#333'")
    window.emulate_media(color_scheme="light")
    assert axe.faults(window) == []
    window.emulate_media(color_scheme="dark")
    assert len(axe.faults(window, COLOURS)) == 1
