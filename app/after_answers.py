# SPDX-License-Identifier: EUPL-1.2
"""What follows what a party sent in on the desk: the same as after a command, and without a word.

Nobody reads what the desk prints: it is told to a log, and only what did not go well.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from gehoord.app.board import ask_before_sending, follow_quietly
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.store.opening import open_register
from gehoord.store.outbox import waiting
from gehoord.tasks.calendars import write_calendars
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings

_CONSOLE: Final = logging.getLogger(__name__)


class AfterAnswers:
    """Lets mail, calendars and board follow a dossier; without Prefect the board waits for it.

    Args:
        place: the settings of this installation.
    """

    def __init__(self, place: Settings) -> None:
        self._place = place
        self._register = open_register(place.database, clock.now)

    def __call__(self, dossier: str) -> None:
        """Let them follow; each that cannot now is caught up with by the next look."""
        where, day = self._register, clock.today()
        with _noting("de mail"):
            if waiting(where):
                ask_before_sending(where)
            deliver(where, self._place)
        with _noting("de agenda's"):
            write_calendars(where, dossier, self._place.calendars, day)
        with _noting("het bord"):
            if not follow_quietly(where, dossier, day):
                _CONSOLE.warning("Nog niet bijgewerkt: het bord.")


@contextmanager
def _noting(what: str) -> Iterator[None]:
    try:
        yield
    except (GehoordError, OSError, SQLAlchemyError) as error:
        _CONSOLE.warning("Nog niet bijgewerkt: %s (%s).", what, type(error).__name__)
