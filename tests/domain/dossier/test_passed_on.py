# SPDX-License-Identifier: EUPL-1.2
"""A condition passes on with its municipality: it is asked of nobody who is no more, and not lost.

Law: none knows conditions; who adopts is burgemeester that day (Politiewet 2012, art. 39 lid 1).
"""

from datetime import timedelta

import pytest

from gehoord.domain.acts.report import ConditionMade, Corrected, Merged, TakenBack
from gehoord.domain.dossier.assents import open_conditions
from gehoord.templates.assent_rows import assent_rows
from gehoord.templates.told_assents import assents_in_words
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_assenting import ON_CONDITION, said
from tests.domain.acts.test_conditions import lifted
from tests.story import ADOPTED, ONE_DAY, Story

SAID = ADOPTED - timedelta(days=2)
DAY = ADOPTED - ONE_DAY
INTO = Merged(on=DAY, ceased=("Texel",), code="GM9999", name="Nieuwstad")
AGAIN = ConditionMade(on=DAY, maker="Nieuwstad", text="De wijkagent blijft.", lifted_by="korpschef")
AGREES = "Nieuwstad; schriftelijk; stemt in"


def back(of: str = "Nieuwstad") -> Corrected:
    return Corrected(on=DAY, report=TakenBack.MERGER, owner=of, reason="dat was een ander")


def still_open(story: Story) -> list[int]:
    """The conditions that stand open; each is owed by somebody, and no other is."""
    numbers = [condition.number for condition in open_conditions(story.state)]
    owed = [a.step for a in story.state.open_actions() if a.step.startswith("voorwaarde-")]
    assert owed == [f"voorwaarde-{number}" for number in numbers]
    return numbers


def test_the_successor_has_it_and_can_lift_it(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, on=SAID))
    story.does(INTO)
    assert still_open(story) == [1]
    [row] = [row for row in assent_rows(story.state) if row.condition]
    assert (row.who, row.standing) == ("Burgemeester van Texel (nu van Nieuwstad)", "staat open")
    assert list(assents_in_words(story.state))[-1].startswith(
        "Voorwaarde 1 van de burgemeester van Texel (nu van Nieuwstad): de wijkagent blijft"
    )
    story.does(said(ON_CONDITION.replace("Texel", "Nieuwstad"), on=DAY))
    assert still_open(story) == [1], "it is his own, and not a second one"
    with story.refuses("Dat is al voorwaarde 1."):
        story.does(AGAIN)
    story.does(lifted(by="burgemeester van Nieuwstad"))
    assert still_open(story) == []
    assert story.state.is_finished("voorwaarde-1")
    story.does(back())
    assert still_open(story) == [], "who had it said that it was gone"


def test_it_falls_when_the_successor_agrees_without_it_and_is_back_with_its_maker(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, on=SAID))
    story.does(said("Hoorn; aanwezig; stemt in", on=SAID))
    story.does(INTO.model_copy(update={"code": "GM0405", "name": "Hoorn"}))
    assert still_open(story) == [1], "he agreed before he had it"
    story.does(said("Hoorn; aanwezig; stemt in"))
    assert still_open(story) == []
    assert story.state.has_lapsed("voorwaarde-1")
    assert [row.standing for row in assent_rows(story.state) if row.condition] == [
        "vervallen: wie haar overnam, zei later iets anders"
    ]
    story.does(back("Hoorn"))
    assert still_open(story) == [1]
    assert [row.who for row in assent_rows(story.state) if row.condition] == [
        "Burgemeester van Texel"
    ]
    story.does(Corrected(on=DAY, report=TakenBack.ASSENT, owner="Texel", reason="niet zo gezegd"))
    assert still_open(story) == []


def test_of_one_that_was_split_each_successor_lets_it_fall(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, on=SAID))
    story.does(INTO)
    story.does(INTO.model_copy(update={"code": "GM0405", "name": "Hoorn"}))
    assert "(nu van Hoorn en Nieuwstad)" in "".join(assents_in_words(story.state))
    story.does(said(AGREES))
    assert still_open(story) == [1]
    story.does(said("Hoorn; aanwezig; stemt niet in"))
    assert still_open(story) == []


def test_it_lapses_with_who_has_no_successor_here(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    """It went into a municipality of another unit, or it never was."""
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, on=SAID))
    monkeypatch.setattr("gehoord.domain.acts.merger.lies_elsewhere", lambda *_: True)
    story.does(INTO)
    assert still_open(story) == []
    [row] = [row for row in assent_rows(story.state) if row.condition]
    assert row.standing.endswith("is er niet meer en heeft hier geen opvolger")
    story.does(back("Texel"))
    assert still_open(story) == [1]
    monkeypatch.undo()
    story.does(INTO)
    story.does(said(ON_CONDITION.replace("Texel", "Nieuwstad").replace("blijft", "komt")))
    assert still_open(story) == [1, 2]
    story.does(back())
    assert still_open(story) == [1], "no burgemeester of Nieuwstad ever was"


def test_a_condition_that_was_never_made_is_taken_back_also_of_who_ceased(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, on=SAID))
    wrong = Corrected(on=DAY, report=TakenBack.CONDITION, owner="1", reason="die stelde hij niet")
    with story.refuses("hoort bij een instemming"):
        story.does(wrong)
    story.does(INTO)
    story.does(wrong)
    assert still_open(story) == []
