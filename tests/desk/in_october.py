# SPDX-License-Identifier: EUPL-1.2
"""The real procedure of Noord-Holland on a day in October: most councils were heard, some were not.

Its history is played up to then; three councils named their meeting, and the adoption moved.
"""

from datetime import date
from pathlib import Path
from typing import Final

from starlette.testclient import TestClient

from gehoord.desk.application import desk
from gehoord.desk.place import DeskPlace
from gehoord.domain.acts.report import TimeReserved
from gehoord.flows.move import move
from gehoord.flows.record import record
from gehoord.procedures.library import proposal_of
from gehoord.replay.history import history_of
from gehoord.replay.machine import Clock, Engine, play
from gehoord.store.opening import open_register
from gehoord.tasks.settings import Settings
from tests.desk.conftest import ADDRESS, MAIL, Balie
from tests.story_in_register import StoryInRegister

NAME: Final = "imv-2024-2027"
RESERVED: Final = date(2023, 9, 21)
MEETING: Final = date(2023, 10, 5)
TODAY: Final = date(2023, 10, 3)


def noord_holland(home: Path) -> Balie:
    """Return a desk before that procedure; it takes some seconds."""
    procedure = f"noord-holland/{NAME}"
    history = history_of(procedure)
    events = tuple(entry for entry in history.events if entry.event.on <= TODAY)
    until = history.model_copy(update={"end": TODAY, "events": events})
    place = Settings(home=home, database_url="", mail_mode="proef")
    clock = Clock(history.start)
    engine = Engine(open_register(place.database, clock.now), clock, place)
    list(play(engine, NAME, *proposal_of(procedure), until))
    for council in ("Haarlemmermeer", "Velsen", "Zaanstad"):
        report = TimeReserved(on=RESERVED, municipality=council, day=MEETING)
        record(engine.register, NAME, report, TODAY)
    later = date(2023, 11, 23)
    move(engine.register, NAME, "vaststelling", later, "het RBOP is uitgesteld", TODAY)
    found = Balie(StoryInRegister(engine.register), home, TODAY)
    found.place = DeskPlace(
        register=engine.register,
        writing=engine.register,
        home=home,
        address=ADDRESS,
        mail_from=MAIL,
        follow=lambda _dossier: None,
        sender_header="",
        user_header="",
        today=lambda: TODAY,
        now=clock.now,
    )
    found.client = TestClient(desk(found.place), follow_redirects=False)
    return found
