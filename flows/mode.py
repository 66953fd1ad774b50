# SPDX-License-Identifier: EUPL-1.2
"""Stand: a person says that a dossier is carried out in earnest, or no longer."""

from datetime import date

from gehoord.domain.acts.mode import in_other_mode, refuse_mode_without_reason
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.message import CAN_LEAVE, Message, MessageState
from gehoord.domain.dossier.mode import Mode
from gehoord.store.register import Register


def put_in_mode(register: Register, dossier: str, mode: Mode, reason: str, on: date) -> str:
    """Put a dossier in another mode, and say what that means for its mail.

    What was made in the old mode stays of that mode, and does not leave in the new one.

    Raises:
        RefusedError: it is in that mode already.
        GehoordError: no reason is given.
    """
    refuse_mode_without_reason(reason)
    with register.changing(dossier, on, "adviseur", "stand", f"{mode}: {reason}") as change:
        before = change.dossier(dossier)
        made = change.all(Message, dossier, mode=before.mode)
        said = in_other_mode(
            before.mode,
            mode,
            sent=sum(m.state is MessageState.SENT for m in made if not m.is_trial),
            waiting=sum(m.state in CAN_LEAVE for m in made),
        )
        change.apply(Changes.replacing([(before, before.model_copy(update={"mode": mode}))]))
    return said
