# SPDX-License-Identifier: EUPL-1.2
"""The chapters that were promised to follow, and whether they did."""

from datetime import date

from gehoord.domain.dossier.state import State
from gehoord.templates.markdown import as_table
from gehoord.templates.told_promises import told_promises


def promises(state: State, on: date) -> list[str]:
    """Return the promises in Markdown; nothing while there are none."""
    rows = [
        {"Hoofdstuk": p.chapter, "Bij versie": p.version, "Aan": p.to, "Stand": p.standing}
        for p in told_promises(state, on)
    ]
    return ["## Toezeggingen", "", as_table(rows)] if rows else []
