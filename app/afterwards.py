"""What every command that changes something does afterwards, and for which day it may run."""

from datetime import date

from gehoord.app.board import keep_board
from gehoord.app.printing import say
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.acts.ahead import refuse_to_run_ahead
from gehoord.flows import clock
from gehoord.store.register import Register


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


def settle(where: Register, name: str, day: date) -> None:
    """Send what waits, write the calendars, and let the board follow."""
    from gehoord.tasks.following import send_and_write
    from gehoord.tasks.settings import settings

    delivery = send_and_write(where, name, day, settings())
    if delivery.sent:
        place = f" in {settings().outbox / name}" if settings().mail_mode == "proef" else ""
        say(f"Verzonden: {counted(delivery.sent, 'bericht', 'berichten')}{place}.")
    for reason in delivery.held[:3]:
        say(f"Nog niet verzonden: {reason}.")
    keep_board(where, name, day)
