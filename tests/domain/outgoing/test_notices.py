# SPDX-License-Identifier: EUPL-1.2
"""Which notices of a stage are ready to be sent."""

import pytest

from gehoord.domain.acts.report import ThemesChosen
from gehoord.domain.dossier.message import Message
from gehoord.domain.proposal.step import Letter
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.themes import choose_themes
from gehoord.store.register import Register
from tests.domain.acts.recorded import DAY, lapse, take_back
from tests.story import Small


@pytest.fixture
def opened(register: Register, small: Small) -> Register:
    open_dossier(register, "klein", *small, DAY)
    return register


def test_no_council_is_told_of_themes_that_nobody_chose(opened: Register) -> None:
    lapse(opened, "themas")
    choose_themes(opened, "klein", DAY)
    with opened.reading() as reader:
        sent = {m.letter for m in reader.all(Message, "klein")}
    assert Letter.THEMES not in sent
    take_back(opened, "themas")
    record(opened, "klein", ThemesChosen(on=DAY, themes=("Ondermijning",)), DAY)
    choose_themes(opened, "klein", DAY)
    with opened.reading() as reader:
        assert Letter.THEMES in {m.letter for m in reader.all(Message, "klein")}
