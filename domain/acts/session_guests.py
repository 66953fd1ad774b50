# SPDX-License-Identifier: EUPL-1.2
"""Which guests of an information session get an invitation, and who does not."""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.dutch import counted
from gehoord.calendar.ical.text import one_line
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.guests import party_names, reached, unknown_guests
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.state import State
from gehoord.domain.nearby import near


def who_is_invited(state: State, session: InfoSession, on: date) -> Iterator[str]:
    """Yield in Dutch how many invitations go, who has no address, and whom nobody here knows.

    Args:
        state: the dossier.
        session: as it was planned.
        on: the day of the report; of a session before it nobody is invited any more.
    """
    if session.meets_on < on:
        return
    number, without = reached(state, session)
    if not session.invited:
        yield "Er is niemand genodigd."
        return
    if number:
        go = "gaat" if number == 1 else "gaan"
        yield f"Er {go} {counted(number, 'uitnodiging', 'uitnodigingen')} uit."
    else:
        yield "Er gaat geen uitnodiging uit."
    if without:
        yield (
            f"Niet uitgenodigd, want geen mailadres bekend: {some(without)}. Leg een adres vast "
            "met 'gehoord record adres', of nodig hen zelf uit."
        )
    for name in unknown_guests(state, session):
        yield _unknown(state, name)


def _unknown(state: State, name: str) -> str:
    """Return that Gehoord invites nobody by a name, with the one that was probably meant."""
    close = near(name, party_names(state))
    meant = f"bedoelt u '{close}'?" if close else "nodig die zelf uit."
    return f"Niet uitgenodigd, want hier niet bekend: '{one_line(name)[:60]}'; {meant}"
