# SPDX-License-Identifier: EUPL-1.2
"""The safety picture of the unit: who made it, when, and its themes."""

from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.safety_picture import newest_picture
from gehoord.domain.dossier.state import State
from gehoord.templates.markdown import plain

UNKNOWN_THEMES: Final = "Welke thema's erin staan, is niet vastgelegd."


def safety_picture(state: State) -> list[str]:
    """Return the safety picture in Markdown; nothing while there is none."""
    picture = newest_picture(state)
    if picture is None:
        return []
    lines = [f"- {plain(theme)}" for theme in picture.themes] or [UNKNOWN_THEMES]
    made = f"Van {plain(picture.maker)}, {day_in_words(picture.made_on)}."
    return ["## Veiligheidsbeeld", "", made, "", *lines]
