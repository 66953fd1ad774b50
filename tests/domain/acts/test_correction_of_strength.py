# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling that was recorded by mistake: who read it hears so."""

from pathlib import Path

import pytest

from gehoord.domain.acts.report import Corrected, VersionMade
from gehoord.domain.acts.reports_of_changes import TakenBack
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part
from gehoord.store.register import Register
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from tests.story import AGREED, ASKED, HEARD, ONTWERP, Small
from tests.story_in_register import StoryInRegister
from tests.tables_of_strength import SMALL, read, reported

NOTICE = """
[[stap]]
id = "nasturen"
titel = "definitieve sterkteverdeling nasturen"
fase = "horen"
soort = "bericht"
actiehouder = "adviseur"
wanneer = "1 week na verzending"
na = ["verzending"]
brief = "kennisgeving"
aan = "raden"
"""


BACK = Corrected(on=HEARD, report=TakenBack.STRENGTH, reason="het verkeerde bestand gekozen")


@pytest.fixture
def story(register: Register, small: Small) -> StoryInRegister:
    """The small procedure that sends the definitive sterkteverdeling on, once it was asked."""
    _, eenheid, text = small
    proposal = read_toml(Proposal, (text + NOTICE).encode(), "klein")
    told = StoryInRegister(register)
    told.opens((proposal, eenheid, text + NOTICE))
    told._themes()
    told.does(reported(read(SMALL), ONTWERP))
    told.does(VersionMade(on=ONTWERP, step="ontwerp", contains=tuple(Part)))
    told._agreed()
    return told


def letters(story: StoryInRegister, kind: MessageKind, step: str = "nasturen") -> list[Message]:
    with story.register.reading() as reader:
        found = reader.all(Message, "klein", kind=kind)
    return [m for m in found if m.step == step or m.thread == step]


def test_who_has_the_definitive_strength_hears_that_it_is_wrong_and_gets_the_right_one(
    story: StoryInRegister, tmp_path: Path
) -> None:
    story.does(reported(read(SMALL), AGREED, "definitief"))
    story.starts(Stage.HEARING, ASKED)
    assert story.state.is_done("nasturen")
    deliver(story.register, Settings(home=tmp_path))
    said = story.does(BACK)
    assert said.endswith(
        "Nu geldt weer sterkteverdeling 1 (voorlopig, per 1 augustus 2018). 3 ontvangers hebben al "
        "een brief en krijgen bericht dat die niet klopt: Haarlem, Hoorn en Texel."
    )
    told = letters(story, MessageKind.CORRECTION)
    assert len(told) == 3
    for message in told:
        assert "Daarin staat een sterkteverdeling die bij vergissing is vastgelegd." in message.body
    assert story.state.owed("nasturen")
    story.does(reported(read(SMALL), HEARD, "definitief"))
    story.starts(Stage.HEARING, HEARD)
    assert len([m for m in letters(story, MessageKind.LETTER) if m.edition]) == 3


def test_a_notice_of_before_told_of_no_such_table(story: StoryInRegister, tmp_path: Path) -> None:
    story.starts(Stage.HEARING, ASKED)
    deliver(story.register, Settings(home=tmp_path))
    story.does(reported(read(SMALL), HEARD, "definitief"))
    assert "brief" not in story.does(BACK)
    assert letters(story, MessageKind.CORRECTION) == []
    assert story.state.is_done("nasturen")


def test_a_provisional_table_stood_in_no_notice(story: StoryInRegister) -> None:
    story.does(reported(read(SMALL), AGREED, bron="bureau"))
    story.starts(Stage.HEARING, ASKED)
    assert "brief" not in story.does(BACK)
    assert story.state.is_done("nasturen")
