# SPDX-License-Identifier: EUPL-1.2
"""Which themes were chosen, and what is still explored."""

from gehoord.domain.dossier.state import State
from gehoord.templates.chosen_themes import ExploredTheme, ToldTheme, chosen_themes
from gehoord.templates.markdown import plain


def themes(state: State) -> list[str]:
    """Return the themes in Markdown; nothing while none were chosen."""
    chosen = chosen_themes(state)
    if not chosen.themes and not chosen.explored:
        return []
    by = f"Gekozen door {plain(chosen.by)}" if chosen.by else "Gekozen"
    advised = f", op advies van {plain(chosen.advised_by)}" if chosen.advised_by else ""
    lines = [*map(_chosen, chosen.themes), *map(_explored, chosen.explored)]
    return ["## Thema's", "", f"{by}{advised}:", "", *lines]


def _chosen(theme: ToldTheme) -> str:
    beneath = f": {plain('; '.join(theme.subthemes))}" if theme.subthemes else ""
    return f"- {plain(theme.name)}{beneath}"


def _explored(theme: ExploredTheme) -> str:
    day = f" {plain(theme.day.moment)}" if theme.day else ""
    where = f"{plain(theme.body)} besluit{day} ({plain(theme.meeting)})"
    return f"- Nog verkend: {plain(theme.name)}. {where}"
