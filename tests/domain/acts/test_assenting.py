# SPDX-License-Identifier: EUPL-1.2
"""Who agrees with the plan, who does not, and on which ground it can be adopted then.

Law: Politiewet 2012, art. 39 lid 1 to 3.
"""

from typing import Any

import pytest
from pydantic import ValidationError

from gehoord.domain.acts.report import (
    AssentGiven,
    Corrected,
    DifferencePut,
    VersionMade,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.assents import assents_of, open_conditions
from gehoord.domain.dossier.state import State
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.sentence import assert_sentence
from tests.story import ADOPT, ADOPTED, COUNCILS, FINAL, ONE_DAY, Told, adopted

MISTAKE = "dat was een ander overleg"
LID_2 = "art. 39 lid 2"
ON_CONDITION = "Texel; aanwezig; stemt in onder voorwaarde; de wijkagent blijft; korpschef; "
WITH_DAY = f"{ON_CONDITION}1-12-2027"
BARE = {"hoofdofficier": False, "burgemeesters": ()}


@pytest.fixture
def told(at: At) -> Told:
    """In memory alone; `test_conditions` tells in a register as well."""
    return lambda until: StoryInMemory(at(until))


def said(*lines: str, others: bool = False, **changes: Any) -> AssentGiven:
    return AssentGiven(**{"on": ADOPTED, "lines": lines, "others": others, **changes})


def codes(state: State) -> set[str]:
    return {f.code for f in findings(Case.of_dossier(state, ADOPTED))}


def test_all_who_agreed_are_the_adopters_without_being_named_again(told: Told) -> None:
    story = told("final")
    done = story.does(said("Texel; vervangen; stemt in", others=True))
    assert "4 van de 4 stemmen in" in done
    assert_sentence(done, "grondslag 39-1")
    story.does(adopted(**BARE))
    assert story.state.adoption
    assert story.state.adoption.adopters == ("GM0392", "GM0405", "GM0448", "hoofdofficier")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Texel; aanwezig; stemt niet in", "Stemt niet in: Texel."),
        ("Texel; afwezig", "Afwezig: Texel."),
        ("Hoofdofficier; afwezig", "Afwezig: hoofdofficier van justitie."),
    ],
)
def test_lid_1_needs_all_of_them_and_what_is_left_is_said(told: Told, line: str, why: str) -> None:
    story = told("final")
    assert why in story.does(said(line, others=True))
    assert "instemming-ontbreekt" in codes(story.state)
    with story.refuses(why, "schriftelijk", "39-2", "39-3", law=ADOPT):
        story.does(adopted())
    who = line.split(";")[0]
    story.does(said(f"{who}; schriftelijk; stemt in", on=ADOPTED + ONE_DAY))
    assert "instemming-ontbreekt" not in codes(story.state)
    with story.refuses("nog niet iedereen ingestemd", "5 november 2027", law=ADOPT):
        story.does(adopted())
    story.does(adopted().model_copy(update={"on": ADOPTED + ONE_DAY}))


def test_what_was_said_on_the_last_day_counts_whenever_it_was_recorded(told: Told) -> None:
    """A letter that is entered after the meeting, but is of before it, undoes nothing."""
    story = told("final")
    story.does(said(others=True))
    done = story.does(said("Texel; schriftelijk; stemt niet in", on=ADOPTED - ONE_DAY))
    assert_sentence(done, "blijft gelden: Texel (4 november 2027: aanwezig, stemt in)", "herstel")
    assert assents_of(story.state).are_complete
    story.does(Corrected(on=ADOPTED, report="instemming", owner="Texel", reason=MISTAKE))
    assert [one.name for one in assents_of(story.state).lacking] == ["Texel"]


def test_who_is_not_on_the_list_did_not_agree_whatever_is_said_of_all(told: Told) -> None:
    story = told("final")
    story.does(said("Haarlem; aanwezig; stemt in", "hoofdofficier; aanwezig; stemt in"))
    with story.refuses("Niet vastgelegd: Hoorn en Texel.", law=ADOPT):
        story.does(adopted())


def test_the_regioburgemeester_adopts_when_a_burgemeester_does_not_agree(told: Told) -> None:
    story = told("final")
    story.does(said("Texel; aanwezig; stemt niet in", others=True))
    story.does(adopted(basis="39-2", body=None, burgemeesters=()))
    assert story.state.adoption
    assert "instemming-ontbreekt" not in codes(story.state)


def test_lid_2_is_no_choice_while_all_of_lid_1_agree(told: Told) -> None:
    """Politiewet 2012, art. 39 lid 2: only where it cannot be adopted in that way."""
    story = told("final")
    story.does(said(others=True))
    with story.refuses("Gebruik grondslag 39-1", law=LID_2):
        story.does(adopted(basis="39-2", body=None, burgemeesters=()))


def test_without_agreement_of_the_hoofdofficier_the_difference_goes_to_the_minister(
    told: Told,
) -> None:
    story = told("final")
    story.does(said("hoofdofficier; aanwezig; stemt niet in", others=True))
    with story.refuses("De hoofdofficier stemt niet in", "39-3", law=LID_2):
        story.does(adopted(basis="39-2", body=None, burgemeesters=()))
    story.does(DifferencePut(on=ADOPTED, text="over de wijkagenten in Hoorn"))


def test_who_agreed_with_an_older_text_did_not_agree_with_this_one(told: Told) -> None:
    story = told("final")
    story.does(said(others=True))
    story.does(VersionMade(on=ADOPTED, step="definitief"))
    assert not assents_of(story.state).are_recorded
    story.does(said("Texel; afwezig", others=True))
    with story.refuses("Afwezig: Texel", law=ADOPT):
        story.does(adopted())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("RBOP; aanwezig; stemt in", ("'RBOP' is geen gemeente",)),
        ("Rotterdam; aanwezig; stemt in", ("'Rotterdam' is geen gemeente",)),
    ],
)
def test_no_body_or_stranger_agrees(told: Told, line: str, words: tuple[str, ...]) -> None:
    story = told("final")
    with story.refuses(*words, law=ADOPT):
        story.does(said(line))


def test_nobody_agrees_with_what_is_not_there_yet_or_is_adopted(told: Told) -> None:
    with told("opened").refuses("nog geen versie"):
        told("opened").does(said(others=True))
    story = told("final")
    with story.refuses("pas van 28 oktober 2027"):
        story.does(said(others=True, on=FINAL - ONE_DAY))
    story.does(adopted())
    with story.refuses("al vastgesteld op 4 november 2027"):
        story.does(said(others=True))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Texel", "geen aanwezigheid"),
        ("Texel; aanwezig", "geen antwoord"),
        ("Texel; afwezig; stemt in", "schrijf dan 'schriftelijk'"),
        ("Texel; er was iemand; stemt in", "kies uit aanwezig, vervangen"),
        ("Texel; aanwezig; stemt in onder voorwaarde", "wie haar kan wegnemen"),
        ("Texel; aanwezig; stemt in; de wijkagent blijft", "kies een van beide"),
        (f"{ON_CONDITION}gauw", "'gauw' is geen dag"),
        (";;", "is niet te lezen"),
    ],
)
def test_what_is_not_readable_is_said_with_its_line(line: str, why: str) -> None:
    with pytest.raises(ValidationError, match=f"regel 2.*{why}"):
        said("Haarlem; aanwezig; stemt in", line)


def test_what_was_said_by_mistake_is_taken_back_with_its_condition(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(said(others=True))
    story.does(said(ON_CONDITION))
    back = Corrected(on=ADOPTED, report="instemming", owner="Texel", reason=MISTAKE)
    assert_sentence(story.does(back), "Texel")
    assert open_conditions(story.state) == []
    story.does(Corrected(on=ADOPTED, report="instemming", owner="alle", reason=MISTAKE))
    assert [one.name for one in assents_of(story.state).lacking] != list(COUNCILS)
    assert assents_of(story.state).are_recorded is False
