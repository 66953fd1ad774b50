# SPDX-License-Identifier: EUPL-1.2
"""The nota van beantwoording: for the councils, and for the body that adopts the plan."""

from datetime import date

from gehoord.domain.dossier.nota import nota_of
from gehoord.domain.dossier.state import State
from gehoord.templates.reports import REPORTS


def nota_document(state: State, on: date) -> str:
    """Return the nota as XHTML: its numbers and main lines, then each council in its turn.

    Law: Politiewet 2012, art. 38b lid 2; Algemene wet bestuursrecht, art. 3:2.
    """
    template = REPORTS.get_template("nota.html.j2")
    return template.render(f=state, on=on, nota=nota_of(state)).strip() + "\n"
