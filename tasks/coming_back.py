# SPDX-License-Identifier: EUPL-1.2
"""What was written to municipalities that are there again, found in the register."""

from datetime import date

from gehoord.domain.acts.act import Act
from gehoord.domain.acts.coming_back import asked_again, there_again
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.store.reader import Reader


def with_councils_asked_again(reader: Reader, state: State, act: Act, on: date) -> Act:
    """Return an act with each council that comes back, and has no ontwerp, yet to be asked."""
    back = there_again(act)
    if not back:
        return act
    messages = [m for each in back for m in reader.all(Message, state.id, municipality=each.code)]
    return asked_again(act, state, messages, on)
