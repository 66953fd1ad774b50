# SPDX-License-Identifier: EUPL-1.2
"""How the adviser does what is asked on his own page: the desk's own page for it, or a form."""

from dataclasses import dataclass
from typing import Final

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.state import State
from gehoord.templates.desk.overview_links import RowLink
from gehoord.templates.links import Links
from gehoord.templates.story.forms import offered

_VERSION: Final = "melden-versie"


@dataclass(frozen=True, slots=True)
class AdviserWays:
    """Finds the link of what the adviser owes.

    Attributes:
        path: of his page, with its key.
        board: the pages of Prefect; nothing when he cannot reach them from here.
    """

    path: str
    board: Links | None

    def of(self, state: State, action: Action) -> tuple[RowLink, ...]:
        """Return the link by which an action is done; a version is handed in with its document."""
        form = offered(state, action)[0]
        if form.form == _VERSION:
            return (RowLink("Klaar? Lever de versie in", f"{self.path}/stukken/versie"),)
        address = self.board.form(form.form, form.filled) if self.board else None
        return (RowLink(form.words.removesuffix(":"), address),) if address else ()
