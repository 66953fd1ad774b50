# SPDX-License-Identifier: EUPL-1.2
"""A dossier comes in another mode: what a person decides, and what it means for its mail."""

from gehoord.calendar.dutch import counted
from gehoord.domain.acts.moving import FEWEST_WORDS
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.errors import GehoordError, RefusedError


def refuse_mode_without_reason(reason: str) -> None:
    """Refuse another mode of which nobody says why."""
    if len(reason.split()) < FEWEST_WORDS:
        raise GehoordError(
            f"Geef de reden, in ten minste {FEWEST_WORDS} woorden: waarom verandert de stand?"
        )


def in_other_mode(old: Mode, new: Mode, sent: int, waiting: int) -> str:
    """Return in Dutch what it means that a dossier comes in another mode.

    Args:
        old: the mode it was in.
        new: the mode it comes in.
        sent: how many messages left in the old mode.
        waiting: how many of the old mode wait.

    Raises:
        RefusedError: it is in that mode already.
    """
    if old is new:
        raise RefusedError(f"Het dossier staat al in de stand '{new}'. Er is niets veranderd.")
    said = [f"Het dossier gaat van de stand '{old}' naar de stand '{new}'."]
    if old is Mode.TRIAL and sent:
        left = counted(sent, "bericht is", "berichten zijn")
        said.append(f"{left} in 'proef' verzonden en gaan niet alsnog echt weg.")
    if old is not Mode.UNKNOWN and waiting:
        kept = counted(waiting, "bericht", "berichten")
        said.append(f"{kept} uit de stand '{old}' blijven wachten en gaan in '{new}' niet weg.")
    return " ".join(said)
