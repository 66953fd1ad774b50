# SPDX-License-Identifier: EUPL-1.2
"""What is a meeting of the council by its name; what says both is something else."""

import pytest

from gehoord.calendar.incoming.council import why_no_council
from gehoord.calendar.meetings import NAMELESS


@pytest.mark.parametrize(
    "title",
    [
        "Raad", "RAAD", "Raadsvergadering", "raadsvergadering (extra)", "Gemeenteraad",
        "Gemeenteraadsvergadering", "Vergadering gemeenteraad", "Besluitvormende raad",
        "Besluitvormend", "Raad: kadernota", "De raad besluit", "Begrotingsraad",
        "Raad van de gemeente Haarlem", "Vergadering (raadsvergadering)", "Raadszitting",
        "Extra raad", "Raad, vervolg", "Openbare raadsvergadering (begroting 2028)", "RAAD HAARLEM",
        "Raadsvergadering donderdag 16 september 2027, 19.30 uur", "Raad II", "Besloten raad",
        "Raadsvergadering (ingelast)", "Gemeenteraad Haarlem 2e deel", "Raads-vergadering",
        f"{NAMELESS} (raadsvergadering)", "Raadzaal: raadsvergadering", "Voorjaarsnota - raad",
    ],
)  # fmt: skip
def test_a_meeting_of_the_council_is_known_by_its_name(title: str) -> None:
    assert why_no_council(title, "Haarlem") == ""


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Raadscommissie Bestuur", "commissie"),
        ("Besluitvormende commissie", "commissie"),
        ("Commissie van de raad", "commissie"),
        ("Fractievergadering", "fractie"),
        ("Presidium", "niet de raad zelf"),
        ("Rekenkamer en raad", "niet de raad zelf"),
        ("Raad van State", "niet de raad zelf"),
        ("Beeldvormende raad", "besluit de raad niet"),
        ("Oordeelsvormende raadsvergadering", "besluit de raad niet"),
        ("Raadsinformatieavond", "besluit de raad niet"),
        ("Informatieavond raad", "besluit de raad niet"),
        ("Werkbezoek gemeenteraad", "besluit de raad niet"),
        ("Excursie raad", "besluit de raad niet"),
        ("Reservedatum raad", "staat niet vast"),
        ("Raad (onder voorbehoud)", "staat niet vast"),
        ("Raadsvergadering (optie)", "staat niet vast"),
        ("Raadsvergadering verplaatst naar 21 oktober", "staat niet vast"),
        ("VERPLAATST: Raadsvergadering", "staat niet vast"),
        ("Verzet naar 30/9: raadsvergadering", "staat niet vast"),
        ("Concept raad", "staat niet vast"),
        ("Deadline stukken raadsvergadering", "niet alleen"),
        ("Verzending stukken raad", "niet alleen"),
        ("Publicatie agenda gemeenteraad", "niet alleen"),
        ("Verkiezingen gemeenteraad", "niet alleen"),
        ("Technische vragen raad", "niet alleen"),
        ("Voorbespreking raad", "niet alleen"),
        ("Hoorzitting raad", "niet alleen"),
        ("Rondetafelgesprek raad", "niet alleen"),
        ("Besluitenlijst raad", "niet alleen"),
        ("Raad van Elf", "niet alleen"),
        ("Raad van de gemeente Hoorn", "niet alleen"),
        ("Reces gemeenteraad", "reces"),
        ("Raadsavond", "geen raadsvergadering"),
        ("Ondernemingsraad", "geen raadsvergadering"),
        ("Kinderraad", "geen raadsvergadering"),
        ("Nieuwjaarsreceptie", "besluit de raad niet"),
        ("", "geen raadsvergadering"),
        (NAMELESS, "geen raadsvergadering"),
    ],
)
def test_what_is_something_else_says_what(title: str, why: str) -> None:
    assert why in why_no_council(title, "Haarlem")
