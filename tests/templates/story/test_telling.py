# SPDX-License-Identifier: EUPL-1.2
"""Cards of one procedure, as a coordinator reads them.

After a change of wording that is meant: set GEHOORD_GOLDEN=1, and read the difference.
"""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from gehoord.domain.acts.report import AddressGiven, Corrected
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.outgoing.story import Story, stories
from gehoord.flows.watch import look
from gehoord.store.database import connect
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.store.register import Register
from gehoord.store.table_of import table_of
from gehoord.templates.cards import name
from gehoord.templates.links import Links
from gehoord.templates.story.telling import Teller
from tests.conftest import MOMENT, read_day
from tests.story import ASKED, Small, heard, silent
from tests.story_in_register import StoryInRegister

GOLDEN = Path(__file__).parent / "verhalen.txt"
FORMS = (
    "melden-gehoord",
    "melden-geen-antwoord",
    "melden-gedaan",
    "melden-herinnering",
    "verplaatsen",
    "4-horen",
)
LINKS = Links("http://127.0.0.1:4200", {form: form for form in FORMS})
SHOWN = ("horen/GM0448", "horen/GM0405", "verzending/adviseur", "nabellen-horen/GM0448/2027-10-14")
M = table_of(Message)


def meets(register: Register, state: MessageState, when: datetime, **which: object) -> None:
    """Let what waits leave, or not arrive."""
    moment = "sent_at" if state is MessageState.SENT else "failing_since"
    of = [M.c.state == MessageState.WAITING, *(M.c[key] == value for key, value in which.items())]
    with register.delivering() as connection:
        connection.execute(sa.update(M).where(*of).values({"state": state, moment: when}))


class Clock:
    """Goes a second each time it is asked, and with the days as for people."""

    def __init__(self) -> None:
        self.moment = MOMENT

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def goes_to(self, day: date) -> None:
        self.moment = datetime.combine(day, time(6), UTC)


@pytest.fixture
def told(small: Small, tmp_path: Path, empty_sqlite: Path) -> Iterator[StoryInRegister]:
    """Texel is asked twice, moved, late and silent; Hoorn answers, takes it back and answers."""
    file = shutil.copy(empty_sqlite, tmp_path / "gehoord.db")
    clock = Clock()
    register = Register(connect(f"sqlite:///{file}"), clock.now)
    story = StoryInRegister(register)
    story.tell(small, "asked")
    meets(register, MessageState.UNREACHABLE, register.now(), recipient="GM0448")
    meets(register, MessageState.SENT, register.now())
    address = AddressGiven(on=ASKED, who="Texel", address="griffie@texel.example")
    story.does(address)
    meets(register, MessageState.SENT, register.now())
    for day in ("Thu 2027-09-23", "Mon 2027-10-04"):
        clock.goes_to(read_day(day))
        look(register, "klein", read_day(day))
        meets(register, MessageState.SENT, register.now())
    clock.goes_to(read_day("Wed 2027-10-06"))
    story.does(heard("Hoorn", read_day("Tue 2027-10-05")))
    wrong = Corrected(on=read_day("Wed 2027-10-06"), step="horen", owner="Hoorn", reason=WRONG)
    story.does(wrong)
    later = read_day("Thu 2027-10-14")
    story.moves("horen", later, read_day("Wed 2027-10-06"), "zie https://kwaad.example\nhaast")
    meets(register, MessageState.SENT, register.now())
    clock.goes_to(read_day("Fri 2027-10-15"))
    look(register, "klein", read_day("Fri 2027-10-15"))
    meets(register, MessageState.SENT, register.now(), kind=MessageKind.REMINDER)
    clock.goes_to(read_day("Mon 2027-10-25"))
    look(register, "klein", read_day("Mon 2027-10-25"))
    meets(register, MessageState.SENT, register.now(), kind=MessageKind.REMINDER)
    clock.goes_to(LOOKED)
    for council in ("Texel", "Hoorn"):
        story.does(silent(council, read_day("Tue 2027-10-26"), "drie keer herinnerd en gebeld"))
    yield story
    register.engine.dispose()


LOOKED = read_day("Tue 2027-10-26")
WRONG = "dat was de raad van Haarlem"


def stories_of(told: StoryInRegister) -> dict[str, Story]:
    with told.register.reading() as reader:
        return stories(told.state, recorded(reader, "klein"), fates(reader, "klein"), LOOKED)


def test_a_coordinator_reads_what_was_asked_and_what_became_of_it(told: StoryInRegister) -> None:
    found, teller = stories_of(told), Teller(told.state, LINKS)
    said = "\n\n".join(
        "\n".join([name(story), *(f"{line.level} {line.text}" for line in teller.lines(story))])
        for story in (found[f"klein/{key}"] for key in SHOWN)
    )
    if os.environ.get("GEHOORD_GOLDEN"):
        GOLDEN.write_text(said + "\n")
    assert said + "\n" == GOLDEN.read_text()


def test_a_card_leads_to_the_overview_behind_a_login_and_bears_no_key(
    told: StoryInRegister,
) -> None:
    """Everybody who reads Prefect reads it: a link that is a key would be everybody's."""
    story = stories_of(told)["klein/horen/GM0448"]
    behind = Teller(told.state, LINKS, "https://balie.example/overzicht").lines(story)
    without = Teller(told.state, LINKS).lines(story)
    [added] = {line.text for line in behind} - {line.text for line in without}
    assert added == "Het overzicht op de balie: https://balie.example/overzicht/klein"
    assert not [line.text for line in behind if "/o/" in line.text or "/p/" in line.text]
