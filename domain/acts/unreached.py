# SPDX-License-Identifier: EUPL-1.2
"""A council whose ontwerp did not arrive was never asked: its silence says nothing."""

from collections.abc import Iterable

from gehoord.calendar.dutch import alphabetical, enumeration
from gehoord.domain.acts.act import Act
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.message import STUCK, Message
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import Onward, RefusedError
from gehoord.domain.proposal.step import Letter
from gehoord.law.politiewet import HEAR_COUNCILS


def become_silent(act: Act) -> list[Hearing]:
    """Return the hearings that an act closes without an answer."""
    replaced, _ = act.changes.of(Hearing)
    return [hearing for hearing in replaced if hearing.state is HearingState.SILENT]


def refuse_silence_of_unreached(
    state: State, silent: Iterable[Hearing], messages: Iterable[Message]
) -> None:
    """Refuse the silence of a council of which the letter with the ontwerp did not arrive.

    Args:
        state: the dossier.
        silent: the hearings that would be closed without an answer.
        messages: those that did not arrive.

    Raises:
        RefusedError: names the councils, and how to give them an address that works.

    Law: Politiewet 2012, art. 38b lid 2.
    """
    about = {version.number: version.content_id for version in state.versions}
    missed = {
        (message.recipient, about.get(message.version or 0))
        for message in messages
        if message.letter is Letter.ONTWERP and message.state in STUCK and not message.reached
    }
    names = alphabetical(h.name for h in silent if (h.municipality, h.version) in missed)
    if names:
        raise RefusedError(
            f"Niet gevraagd is de raad van {enumeration(names)}: de mail met het ontwerp kwam daar "
            "niet aan. Leg een adres vast dat werkt "
            f"(melding adres, voor {names[0]}); het ontwerp gaat dan daarheen.",
            HEAR_COUNCILS,
            onward=(Onward("Kent u een adres dat werkt?", "adres", {"wie": names[0]}),),
        )
