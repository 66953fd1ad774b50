# SPDX-License-Identifier: EUPL-1.2
"""The two forms in Prefect by which a dossier is opened: they ask no dossier that is there."""

from collections.abc import Sequence
from typing import Final

from gehoord.domain.acts.form import boxes
from gehoord.domain.acts.opening_forms import LAYING_OUT, OPENING, LayingOut, Opening
from gehoord.domain.dossier.state import State
from gehoord.templates.form_fields import Field, Form, form_of

FLOWS_OF_OPENING: Final = {
    OPENING: "Een dossier openen",
    LAYING_OUT: "Een nieuwe procedure uitzetten",
}
"""How the flow behind each of them is called."""


def forms_of_opening(
    states: Sequence[State], proposals: tuple[str, ...], eenheden: tuple[str, ...]
) -> dict[str, Form]:
    """Return both forms by their names.

    Args:
        states: the dossiers; on those that are adopted another procedure can follow.
        proposals: what can be opened.
        eenheden: the units for which a procedure can be laid out.
    """
    adopted = tuple(state.id for state in states if state.is_adopted)
    opening = [Field(box, proposals if box.name == "voorstel" else None) for box in boxes(Opening)]
    choices = {"na": adopted, "eenheid": eenheden}
    laying_out = [
        Field(box, choices.get(box.name))
        for box in boxes(LayingOut)
        if adopted or box.name not in _AFTER_A_DOSSIER
    ]
    return {
        OPENING: {**form_of(opening, {}), "description": _ABOUT_OPENING},
        LAYING_OUT: {**form_of(laying_out, {}), "description": _ABOUT_LAYING_OUT},
    }


_AFTER_A_DOSSIER: Final = ("na", "verlengen", "besloten", "grond")
"""What is asked only where a dossier was adopted."""
_ABOUT_OPENING: Final = (
    "**Een dossier openen van een voorstel dat klaarligt.** Dat zijn de procedures die Gehoord bij "
    "zich heeft, en uw eigen bestanden op .toml in de map *plannen*, naast de map van het "
    "register. Zet u er nu een bij, dan staat het hier na de volgende melding, of de volgende "
    "ochtend.\n\nHet plan en de bevindingen staan bij *Logs*, en als tabel bij *Artifacts*. Staat "
    "de wet in de weg, dan gaat er niets open, en staat bij *Logs* waarom. Het dossier krijgt de "
    "stand, proef of live, waarin Gehoord draait."
)
_ABOUT_LAYING_OUT: Final = (
    "**Een nieuwe procedure uitzetten**, teruggerekend vanaf de vaststelling: na een vastgesteld "
    "dossier, of voor een eenheid.\n\nMet *Alleen bekijken* aan gaat er niets open: de stappen met "
    "hun dagen en de bevindingen staan bij *Logs*, en als tabel bij *Artifacts*; bij *Logs* staat "
    "ook de link om het dossier te openen. Het krijgt de stand, proef of live, waarin "
    "Gehoord draait. Een andere dag geeft u daarna met *verplaatsen*."
)
