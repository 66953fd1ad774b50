# SPDX-License-Identifier: EUPL-1.2
"""What is measured of Gehoord, on the production path. Nothing else here knows where it lives."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from benchmarks.anew import made_anew
from benchmarks.dossier import HEARD, NAME, code
from benchmarks.measure import Work
from benchmarks.story import Story
from gehoord.calendar.working_days import WorkingDays, statutory_working_days
from gehoord.desk.overview import Entrance, content_of
from gehoord.domain.acts.move import Consequences
from gehoord.domain.acts.report import CouncilHeard
from gehoord.domain.dossier.access import feed_token
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.outgoing.dispatches import letter_of
from gehoord.flows.access import give_link
from gehoord.flows.move import move
from gehoord.flows.record import record
from gehoord.flows.watch import look
from gehoord.replay.machine import Clock, Engine, play
from gehoord.store.database import connect
from gehoord.store.register import Register, table_of
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from gehoord.tasks.calendars import write_calendars
from gehoord.tasks.envelope import addressed, writer_of
from gehoord.tasks.letters import set_letter
from gehoord.tasks.mail import deliver
from gehoord.tasks.mime import Mail
from gehoord.tasks.settings import Settings
from gehoord.templates.paper.pdf import letter_as_pdf

ZIENSWIJZE: Final = "De raad vraagt aandacht voor de wijkagent in de kleine kernen."


def table_of_working_days() -> WorkingDays:
    """Return what adds working days, made before."""
    return statutory_working_days()


def answer(register: Register, number: int) -> None:
    """Record the zienswijze of one council, with its journal entry, in one transaction."""
    heard = CouncilHeard(
        on=HEARD, municipality=code(number), answer=Answer.ZIENSWIJZE, text=ZIENSWIJZE
    )
    record(register, NAME, heard, HEARD)


def answers(register: Register, times: int) -> list[Work]:
    """Return the work of recording the answers of that many councils, one after the other."""
    return [partial(answer, register, number) for number in range(times)]


def daily_look(register: Register, on: date) -> None:
    """Look at what is due, as the watch does every morning."""
    look(register, NAME, on)


def find_due(register: Register, on: date) -> list[str]:
    """Find with one statement which actions are due."""
    table = table_of(Action)
    late = sa.select(table.c.id).where(
        table.c.dossier == NAME, table.c.state == "open", table.c.due_on <= on
    )
    with register.engine.connect() as connection:
        return list(connection.scalars(late))


def messages(register: Register) -> int:
    """Return how many messages there are, sent or waiting."""
    with register.reading() as reader:
        return len(reader.all(Message, NAME))


def actions(register: Register) -> list[Action]:
    """Read every action."""
    with register.reading() as reader:
        return reader.all(Action, NAME)


def overview(register: Register, on: date) -> bytes:
    """Make the overview of a dossier, as the desk does for each look at it."""
    with register.reading() as reader:
        return content_of(reader, Entrance(NAME, "/o/sleutel"), None, on)


def rows(register: Register) -> int:
    """Read every action and hearing in plain SQL; return how many there are."""
    found = 0
    with register.engine.connect() as connection:
        for table in (table_of(Action), table_of(Hearing)):
            statement = sa.select(table).where(table.c.dossier == NAME)
            found += len(connection.execute(statement).all())
    return found


def what_if(register: Register) -> Consequences:
    """Ask what happens when the adoption moves two weeks, without moving it."""
    return move(
        register, NAME, "vaststelling", date(2027, 11, 18), "de zaal is bezet", HEARD, dry_run=True
    )


def state(register: Register) -> State:
    """Read everything of the dossier."""
    with register.reading() as reader:
        return state_of(reader, NAME)


def calendars(register: Register, folder: Path, on: date) -> int:
    """Write the calendar of every owner; return how many files changed."""
    return write_calendars(register, NAME, folder, on)


def feed_path(register: Register, home: Path, on: date) -> str:
    """Return where on the desk the calendar of the whole dossier stands."""
    return f"/k/{feed_token(give_link(register, NAME, ADVISER, home, on).token)}.ics"


def page_paths(register: Register, home: Path, councils: list[str], on: date) -> list[str]:
    """Return where on the desk the pages of these griffies stand."""
    links = (give_link(register, NAME, council, home, on) for council in councils)
    return [f"/p/{link.token}" for link in links]


def answered(register: Register) -> int:
    """Return how many councils were heard with a zienswijze that is kept, and told so once."""
    with register.reading() as reader:
        heard = {h.municipality for h in reader.all(Hearing, NAME, state=HearingState.HEARD)}
        kept = {z.municipality for z in reader.all(Zienswijze, NAME)}
        told = [entry for entry in reader.all(JournalEntry, NAME) if entry.event == "gehoord"]
        if verify(reader, NAME).faults or len(told) != len(heard):
            return 0
        return len(heard & kept)


@contextmanager
def time_machine(story: Story, folder: Path) -> Iterator[Engine]:
    """Give a time machine in which nothing has been played yet."""
    place = Settings(home=folder, database_url="", mail_mode="proef")
    start = Clock(story.history.start)
    register = Register(connect(place.database), start.now)
    yield Engine(register, start, place)
    register.engine.dispose()


def replay(engine: Engine, story: Story) -> int:
    """Play a procedure from its first day to its last; return how many events there were."""
    return len(list(play(engine, NAME, story.proposal, story.eenheid, story.text, story.history)))


def sent(register: Register) -> list[Message]:
    """Return every message that left."""
    with register.reading() as reader:
        return reader.all(Message, NAME, state=MessageState.SENT)


def write_mails(engine: Engine, left: list[Message], folder: Path) -> None:
    """Make the mails of a replay anew and write each to a file: what it cannot do without."""
    for number, message in enumerate(made_anew(state(engine.register), left)):
        mail = _as_mail(engine.register, message, engine.place)
        (folder / f"{number}.eml").write_bytes(mail.content)


def live(port: int) -> Settings:
    """Return the settings with which mails leave for a server on this machine."""
    return Settings(database_url="", mail_mode="live", smtp_host="127.0.0.1", smtp_port=port)


def send_live(register: Register, port: int) -> int:
    """Send what waits to a mail server on this machine; return how many left."""
    return deliver(register, live(port)).sent


def letters(register: Register) -> list[tuple[str, date]]:
    """Read every letter as HTML, with its day."""
    with register.reading() as reader:
        found = reader.all(Message, NAME)
    return [(html, m.created_on) for m in found if (html := letter_of(m))]


def letters_on_paper(register: Register) -> Iterator[bytes]:
    """Set every letter as PDF, one after the other, as the sender does."""
    return (letter_as_pdf(html, on) for html, on in letters(register))


def built_mails(register: Register) -> list[Mail]:
    """Build every mail that waits, without sending it."""
    with register.reading() as reader:
        waiting = reader.all(Message, NAME)
    return [_as_mail(register, message, live(25)) for message in waiting]


def _as_mail(register: Register, message: Message, settings: Settings) -> Mail:
    """Build the mail of one message, with its letter as PDF."""
    writer = writer_of(register, settings, partial(set_letter, register))
    return writer.mail(message, addressed(message, settings), register.now())
