# SPDX-License-Identifier: EUPL-1.2
"""One walk through the pages of Prefect: what the tests judge and the guide shows in pictures."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from gehoord.templates.links import Links
from tests.engine.falling_late import COUNCILS, LATE
from tests.engine.pages import Person

COUNCIL = "Heemskerk"


def walk(person: Person, links: Links, dossier: str) -> Iterator[str]:
    """Go from the list of what is late to a dossier in which every council is heard.

    Yields: the name of each stop, while its page stands before the person.
    """
    yield from _report_what_is_late(person.begins(), links, dossier)
    yield from _report_together(person.begins(), links, dossier)
    yield from _start_a_stage(person.begins(), links, dossier)
    yield from _look_at_a_move(person.begins(), links, dossier)


def _report_what_is_late(person: Person, links: Links, dossier: str) -> Iterator[str]:
    person.goes_to(links.late(dossier))
    person.sees(f"{LATE} runs")
    person.sees("uiterlijk")
    person.tells("what is late")
    yield "te-laat"
    person.opens_card(f"{COUNCIL}: raad horen")
    person.sees_card("Gehoord? Meld het", "herinnering (3 dagen voor)")
    person.tells("who was reminded when")
    yield "kaart"
    person.follows("Gehoord? Meld het")
    person.fills_in(
        {"Wat antwoordde de raad?": "zienswijze", "Tekst": "Denk aan de kleine kernen."}
    )
    yield "melden-gehoord"
    person.submits()
    person.sees("Vastgelegd")
    person.sees(f"De raad van {COUNCIL} is gehoord")
    person.tells("a council is heard, from the list")
    yield "vastgelegd"
    person.goes_to(links.late(dossier))
    person.sees(f"{LATE - 1} runs")
    yield "te-laat-daarna"


def _report_together(person: Person, links: Links, dossier: str) -> Iterator[str]:
    person.goes_to(links.standing(dossier))
    together = person.sees(f"Meld ze samen: {COUNCILS - 1} raden")
    yield "stand-van-zaken"
    person.follows_link(together)
    person.fills_in({"Wat antwoordde de raad?": "instemming zonder zienswijze"})
    person.submits()
    person.sees("Vastgelegd")
    person.sees("en 30 andere raden: gehoord")
    person.tells("31 councils are heard, from the Stand van zaken")
    yield "samen"


def _start_a_stage(person: Person, links: Links, dossier: str) -> Iterator[str]:
    person.goes_to(links.standing(dossier))
    person.follows_link(person.page.get_by_role("link", name=re.compile(r"^4\. ")).first)
    person.sees("Welk dossier?")
    yield "fase"
    person.submits()
    person.sees(f"Alle {COUNCILS} raden gehoord")
    person.tells("a stage is started, from the Stand van zaken")
    yield "fase-gestart"


def _look_at_a_move(person: Person, links: Links, dossier: str) -> Iterator[str]:
    later = date.today() + timedelta(days=40)  # noqa: DTZ011  (the worker's own today)
    person.goes_to(links.coming(dossier))
    person.opens_card("Regionaal Bestuurlijk Overleg Politie (RBOP): beleidsplan vaststellen")
    person.follows("Andere dag?")
    person.fills_in(
        {
            "Naar welke dag?": later,
            "Waarom verandert de dag?": "de zaal is bezet",
        }
    )
    yield "verplaatsen"
    person.submits()
    person.sees(re.compile(r"Alleen bekeken: \d+ acties"))
    person.sees(re.compile("Voer het uit"))  # lines come a moment after the state
    person.tells("looking at a move")
    yield "alleen-bekeken"
    person.follows("Voer het uit")
    person.submits()
    person.sees("Verplaatst")
    person.tells("moving, after looking")
    yield "verplaatst"
