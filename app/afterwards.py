# SPDX-License-Identifier: EUPL-1.2
"""What every command that changes something does afterwards, and for which day it may run."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Final, NoReturn

import typer
from sqlalchemy.exc import SQLAlchemyError

from gehoord.app.board import ask_before_sending, keep_board
from gehoord.app.output import note_done
from gehoord.app.printing import say
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.acts.ahead import refuse_to_run_ahead
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.store.database import reason
from gehoord.store.outbox import waiting
from gehoord.store.register import Register

if TYPE_CHECKING:
    from gehoord.tasks.mail import Delivery
    from gehoord.tasks.settings import Settings


def not_ahead(on: date | None) -> date:
    """Return the day for which a command runs; in mode ``live`` never one that is still to come.

    Of a dossier in that mode the work itself refuses it, whatever the settings say.
    """
    day = day_of(on)
    if day > clock.today():
        say(
            f"Let op: {day_in_words(day)} ligt in de toekomst. Wat nu in de stand 'proef' weggaat, "
            "is verzonden."
        )
    return day


def day_of(on: date | None) -> date:
    """Return the same, and say nothing of a day that is still to come.

    Raises:
        GehoordError: it is still to come, and the mode is ``live``.
    """
    from gehoord.tasks.settings import settings

    today = clock.today()
    refuse_to_run_ahead(on or today, today, is_live=settings().is_live)
    return on or today


def settle(where: Register, names: Sequence[str], day: date) -> bool:
    """Send what waits, write the calendars of these dossiers, and let the board follow.

    What cannot follow now is said, and follows later: what was recorded stands.

    Returns: whether all that had to leave has left, and the calendars are right.
    """
    from gehoord.tasks.calendars import write_calendars
    from gehoord.tasks.mail import deliver
    from gehoord.tasks.settings import settings

    note_done()
    place = settings()
    done: list[bool] = []
    with _following("de mail", done):
        if waiting(where):
            ask_before_sending(where)
        _tell(delivery := deliver(where, place), place, names)
        done.append(not delivery.held)
    for name in names:
        with _following("de agenda's", done):
            write_calendars(where, name, place.calendars, day)
        with _following("het bord", done):
            keep_board(where, name, day)
    return all(done)


def leave_unsettled() -> NoReturn:
    """End a command that was carried out, but of which not everything left."""
    raise typer.Exit(NOT_ALL_LEFT)


NOT_ALL_LEFT: Final = 3
"""The exit code of a command that was carried out, while mail or calendars stayed behind."""


@contextmanager
def _following(what: str, done: list[bool]) -> Iterator[None]:
    """Let something follow the register; what stands in its way is said, and changes nothing."""
    try:
        yield
    except (GehoordError, OSError, SQLAlchemyError) as error:
        say(f"Nog niet bijgewerkt: {what} ({_why(error)}). De volgende opdracht haalt dat in.")
        done.append(False)


def _why(error: Exception) -> str:
    return str(error).rstrip(".") if isinstance(error, GehoordError) else reason(error)


def _tell(delivery: "Delivery", place: "Settings", names: Sequence[str]) -> None:
    if delivery.sent:
        folder = place.outbox / names[0] if len(names) == 1 else place.outbox
        where = "" if place.is_live else f" in {folder}"
        say(f"Verzonden: {counted(delivery.sent, 'bericht', 'berichten')}{where}.")
    say(*delivery.told)
