# SPDX-License-Identifier: EUPL-1.2
"""An adoption that was recorded by mistake is none; what was decided on it forbids to say so."""

import pytest

from gehoord.domain.acts.report import (
    Announced,
    AnswerSupplemented,
    AppealLodged,
    Corrected,
    DifferencePut,
    Instructed,
    StepDone,
    TakenBack,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.zienswijze import Arrival
from gehoord.domain.proposal.stage import Stage
from tests.conftest import read_day
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_priorities import priority
from tests.story import (
    ADOPTED,
    FINAL,
    ONE_DAY,
    REAL_REASON,
    RESPOND_BY,
    Told,
    adopted,
    heard,
    silent,
)

MISTAKE = "het besluit was van een ander overleg"
LATER = ADOPTED + ONE_DAY
UNDER_LID_2 = adopted(basis="39-2", burgemeesters=(), body=None)


def taken_back() -> Corrected:
    return Corrected(on=LATER, step="vaststelling", reason=MISTAKE)


def test_nothing_is_adopted_any_more_and_it_can_be_adopted_on_another_ground(told: Told) -> None:
    story = told("adopted")
    said = story.does(taken_back())
    assert "Teruggenomen: de vaststelling van 4 november 2027." in said
    assert not story.state.is_adopted
    assert story.state.adoption is None
    assert story.state.owed("vaststelling")
    story.does(UNDER_LID_2, on=LATER)
    adoption = story.state.adoption
    assert adoption is not None
    assert (adoption.id, adoption.basis) == ("klein/vaststelling/2", "39-2")
    first = story.state.besluiten.one("klein/vaststelling")
    assert first is not None
    assert (first.withdrawn_on, first.withdrawn_because) == (LATER, MISTAKE)


def test_what_came_with_the_adoption_goes_with_it_and_comes_again(at: At) -> None:
    """Awb, art. 3:41 and 6:8: without an adoption nothing is announced and no term runs."""
    story = StoryInMemory(at("final"))
    was = as_it_reads(story.state)
    story.does(UNDER_LID_2)
    story.does(Announced(on=LATER))
    said = story.does(Corrected(on=LATER, step="bekendmaking", reason=MISTAKE))
    assert said.endswith("Er loopt geen termijn voor beroep.")
    assert "beroep" not in story.does(taken_back())
    assert as_it_reads(story.state) == was
    story.does(UNDER_LID_2)
    for step in ("bekendmaking", "verantwoording-beleidsplan"):
        assert story.state.owed(step)
    story.does(Announced(on=LATER))
    [end] = story.state.owed("einde-beroepstermijn")
    assert end.due_on == read_day("Fri 2027-12-24")


def test_what_was_announced_is_undone_by_another_besluit(told: Told) -> None:
    """Awb, art. 3:41 and 6:8: from then on there are who may appeal, or could have done so."""
    story = told("final")
    story.does(UNDER_LID_2)
    story.does(Announced(on=LATER))
    much_later = read_day("Wed 2028-03-01")
    with story.refuses("bekendgemaakt op 5 november 2027", "nieuw besluit", law="art. 39 lid 5"):
        story.does(Corrected(on=much_later, step="vaststelling", reason=MISTAKE))


def test_what_follows_the_adoption_was_not_done_either(told: Told) -> None:
    story = told("adopted")
    story.starts(Stage.ADOPTION, ADOPTED)
    assert story.state.is_done("toezending-minister")
    story.does(taken_back())
    for step in ("vaststellingsbrief", "toezending-minister", "toezending-korpschef"):
        assert story.state.owed(step)
    with story.refuses("geen vaststelling", law="art. 39 lid 1"):
        story.does(taken_back())


def test_an_answer_of_after_the_adoption_is_an_answer_like_any_other(told: Told) -> None:
    """Politiewet 2012, art. 38b lid 2: as long as nothing is adopted a council can be heard."""
    story = told("asked")
    for council in ("Haarlem", "Hoorn"):
        story.does(heard(council))
    story.does(silent("Texel", RESPOND_BY + ONE_DAY, REAL_REASON))
    story.does(StepDone(on=FINAL, step="verwerking"))
    story.does(VersionMade(on=FINAL, step="definitief"))
    story.does(adopted())
    late = AnswerSupplemented(on=LATER, municipality="Texel", answer=Answer.POINTS)
    story.does(late)
    assert story.state.hearing_of("GM0448").state is HearingState.SILENT
    story.does(taken_back())
    [said] = story.state.zienswijzen
    assert (said.arrival, said.awaits_disposition) == (Arrival.LATE, True)
    assert story.state.hearing_of("GM0448").state is HearingState.HEARD
    story.does(Corrected(on=LATER, report="aanvulling", owner="Texel", reason=MISTAKE))
    texel = story.state.hearing_of("GM0448")
    assert (texel.state, texel.heard_on) == (HearingState.SILENT, RESPOND_BY + ONE_DAY)


def test_an_appeal_forbids_it(told: Told) -> None:
    story = told("final")
    story.does(UNDER_LID_2)
    story.does(Announced(on=LATER))
    story.does(AppealLodged(on=LATER, appellant="Texel"))
    for step in ("vaststelling", "bekendmaking"):
        with story.refuses("De burgemeester van Texel heeft beroep ingesteld", law="art. 39 lid 5"):
            story.does(Corrected(on=LATER, step=step, reason=MISTAKE))


def test_what_was_decided_since_forbids_it_until_that_is_taken_back(told: Told) -> None:
    story = told("adopted")
    story.does(priority())
    with story.refuses("een andere prioriteit vastgelegd", "(melding 'prioriteit')"):
        story.does(taken_back())
    story.does(Corrected(on=LATER, report="prioriteit", reason=MISTAKE))
    story.does(Instructed(on=LATER, heard_on=LATER, text="Neem de doelen op."))
    with story.refuses("een aanwijzing van de minister", "Leg vast wat er nu"):
        story.does(taken_back())


def test_a_difference_lies_with_the_minister_again(at: At) -> None:
    """Politiewet 2012, art. 39 lid 3."""
    story = StoryInMemory(at("final"))
    story.does(DifferencePut(on=FINAL, text="over de wijkagenten in Hoorn"))
    was = as_it_reads(story.state)
    story.does(adopted())
    assert not story.state.owed("beslissing-verschil")
    story.does(taken_back())
    assert as_it_reads(story.state) == was


@pytest.mark.parametrize("report", ["bekendmaking", "jaarverslag", "prioriteit"])
def test_what_was_not_recorded_is_not_taken_back(told: Told, report: TakenBack) -> None:
    story = told("adopted")
    with story.refuses("Er is geen"):
        story.does(Corrected(on=LATER, report=report, reason=MISTAKE))
