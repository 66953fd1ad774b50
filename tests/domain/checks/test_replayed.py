# SPDX-License-Identifier: EUPL-1.2
"""A whole procedure played again, and then judged by what happened.

The history of the IMV 2024-2027 heard every council, Texel three weeks late, and adopted in time.
"""

from datetime import date
from pathlib import Path

import pytest

from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.message import Message
from gehoord.procedures.library import proposal_of
from gehoord.replay.history import history_of
from gehoord.replay.machine import Clock, Engine, play
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.settings import Settings

NAME = "noord-holland/imv-2024-2027"


@pytest.mark.model
def test_what_happened_is_judged_without_false_alarm(tmp_path: Path) -> None:
    proposal, eenheid, text = proposal_of(NAME)
    history = history_of(NAME)
    place = Settings(home=tmp_path, database_url="", mail_mode="proef")
    clock = Clock(history.start)
    engine = Engine(Register(connect(place.database), clock.now), clock, place)
    list(play(engine, "imv", proposal, eenheid, text, history))
    with engine.register.reading() as reader:
        state, messages = state_of(reader, "imv"), reader.all(Message, "imv")
    engine.register.engine.dispose()
    assert len([m for m in messages if m.is_reminder]) > 50
    found = findings(Case.of_dossier(state, date(2024, 1, 31), messages))
    assert [(f.code, f.steps) for f in found] == [
        ("verschoven", ("themas-gepland", "themas")),
        ("verschoven", ("themabrief-gepland", "themabrief")),
        ("thema-nog-open", ("rbop-juni", "ontwerp")),
        ("te-laat-aangenomen", ("horen",)),
    ]
    assert "Texel" in found[-1].text
