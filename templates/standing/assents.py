# SPDX-License-Identifier: EUPL-1.2
"""Those who adopt: who was there, who agrees, and on which conditions."""

from gehoord.domain.dossier.assents import open_conditions
from gehoord.domain.dossier.state import State
from gehoord.templates.assent_rows import assent_rows
from gehoord.templates.links import Links
from gehoord.templates.markdown import as_table, link


def assents(state: State, links: Links) -> list[str]:
    """Return the table in Markdown, with the form by which a condition is taken away.

    Nothing before anybody said something.
    """
    rows = assent_rows(state)
    if not rows:
        return []
    table = as_table(
        [
            {
                "Wie": row.who,
                "Aanwezigheid": row.presence,
                "Instemming": row.answer,
                "Voorwaarde": row.condition,
                "Weg te nemen door": row.lifted_by,
                "Stand": row.standing,
            }
            for row in rows
        ]
    )
    return ["## Wie instemt met het plan", "", *_to_lift(state, links), table]


def _to_lift(state: State, links: Links) -> list[str]:
    found = open_conditions(state)
    filled = {"dossier": state.id, "voorwaarde": found[0].called} if found else {}
    form = links.form("melden-voorwaarde-weg", filled) if found else None
    return [f"{link(f'Meld dat voorwaarde {found[0].number} weg is', form)}.", ""] if form else []
