# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in on the way to the themes: candidates, a choice, a count, and a theme."""

from datetime import date, timedelta

from gehoord.domain.dossier.besluit import BesluitKind
from tests.engine.filled import Filled, Told, texts
from tests.engine.two_dossiers import NOW

CHOSEN = "Ondermijning\nJeugd en veiligheid"


def chosen_in_rounds() -> tuple[Told, ...]:
    """Return what is filled in before the themes are chosen."""
    return (
        Filled(
            "kandidaten",
            NOW,
            {"Welke kandidaten?": ["Ondermijning", "Jeugd en veiligheid", "Verkeer"]},
            lambda state: [len(each.names) for each in state.candidates] == [3],
        ),
        Filled(
            "keuze",
            NOW,
            {"Stap": "eerste-keuze", "Wat is gekozen?": ["Ondermijning", "Verkeer"]},
            lambda state: [each.chosen for each in state.choices] == [("Ondermijning", "Verkeer")],
        ),
        Filled(
            "peiling",
            NOW,
            {
                "Welke telling?": "definitief",
                "Wat kreeg hoeveel stemmen?": ["thema; Ondermijning; 30", "thema; Verkeer; 12"],
                "Welke groepen?": ["Totaal"],
                "Hoeveel respondenten?": 40,
            },
            lambda state: [poll.respondents for poll in state.polls] == [40],
        ),
    )


def themes_chosen(today: date) -> tuple[Told, ...]:
    """Return the choice of the themes, and of one that was still explored."""
    early = today - timedelta(days=3)
    return (
        Filled(
            "themas",
            NOW,
            {
                "Thema's": ["Ondermijning", "Jeugd en veiligheid"],
                "Welk thema wordt nog verkend?": ["Zorg: vaststelling"],
                "Op welke dag?": early,
            },
            lambda state: texts(state, BesluitKind.THEMES) == [CHOSEN],
        ),
        Filled(
            "verkenning",
            NOW,
            {"Welk thema?": "Zorg", "Wat is besloten?": "wordt geen thema"},
            lambda state: texts(state, BesluitKind.THEMES) == [CHOSEN, CHOSEN],
        ),
    )
