# SPDX-License-Identifier: EUPL-1.2
"""What the card of a step says of its information sessions."""

from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.outgoing.happened import Happened, SessionTold
from gehoord.templates.plain import plain
from gehoord.templates.told_sessions import people


def of_session(event: Happened) -> str:
    """Return what became of a session, in Dutch; nothing of any other event."""
    if not isinstance(event.what, SessionTold):
        return ""
    session, before = event.what.session, event.what.before
    return f"informatiesessie {session.number} {_became(before, session)}"


def _became(before: InfoSession | None, session: InfoSession) -> str:
    where = plain(f"{session.when}, {session.place}")
    if before is None:
        return f"gepland: {where}"
    if not session.counts:
        return f"({where}) is teruggenomen"
    if session.called_off_on != before.called_off_on:
        why = plain(session.called_off_because)
        return f"({where}) gaat niet door: {why}" if why else f"gaat toch door: {where}"
    if session.counted_on != before.counted_on:
        held = f"is gehouden, {plain(people(session.attendance))}"
        return held if session.counted_on else "moet weer worden geteld"
    return f"is verplaatst naar {where}"
