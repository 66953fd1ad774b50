# SPDX-License-Identifier: EUPL-1.2
"""The uitvoeringsplannen of each year: which are adopted, and which themes have none yet."""

from datetime import date

from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.uitvoeringsplannen import years_of_plans
from gehoord.templates.markdown import plain


def uitvoering(state: State, on: date) -> list[str]:
    """Return the uitvoeringsplannen in Markdown; nothing while no year has begun."""
    lines = [f"- {plain(year.in_words)}" for year in years_of_plans(state, on)]
    return ["## Uitvoeringsplannen", "", *lines] if lines else []
