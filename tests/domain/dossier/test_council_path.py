# SPDX-License-Identifier: EUPL-1.2
"""The path of a council: each station with its day, and the version or document it rests on."""

from datetime import date

import pytest

from gehoord.domain.acts.report import (
    Agreed,
    AnswerSupplemented,
    CouncilHeard,
    TimeReserved,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.council_path import (
    CouncilPath,
    StationKind,
    StationStands,
    council_path,
    version_heard,
)
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.proposal.stage import Stage
from tests.conftest import read_day
from tests.story import ASKED, HEARD, ONE_DAY, REAL_REASON, RESPOND_BY, Story, Told, silent

WEIGHING = read_day("Tue 2027-09-07")
LETTER = Document(name="zienswijze.txt", content=b"De raad vraagt om meer wijkagenten.")


def path(story: Story, on: date = ASKED) -> CouncilPath:
    return council_path(story.state, story.state.hearing_of("GM0448"), on, ())


def said(story: Story, on: date = ASKED) -> dict[str, str]:
    return {station.kind: station.in_words for station in path(story, on).known}


def reserves(kind: str, day: date, where: str = "") -> TimeReserved:
    told = {"on": ASKED, "municipality": "Texel", "day": day, "kind": kind, "where": where}
    return TimeReserved(**told)


def test_nothing_is_known_of_a_council_that_was_not_asked(told: Told) -> None:
    assert path(told("opened")).known == ()


def test_each_station_has_its_day_and_what_it_rests_on(told: Told) -> None:
    story = told("asked")
    story.does(reserves("oordeelsvormend", WEIGHING, "commissie Bestuur"))
    story.does(reserves("besluitvormend", HEARD))
    assert said(story) == {
        "ontwerp gestuurd": "17 juni 2027, versie 1 (ontwerp opleveren)",
        "tijd gereserveerd": "17 juni 2027, voor 16 september 2027",
        "oordeelsvormend": "7 september 2027, commissie Bestuur (gereserveerd)",
        "besluitvormend": "16 september 2027, de raad (gereserveerd)",
    }
    stands = {station.kind: station.stands for station in path(story, WEIGHING + ONE_DAY).stations}
    assert stands[StationKind.WEIGHING] is StationStands.UNCONFIRMED
    late = path(story, WEIGHING + ONE_DAY).at(StationKind.WEIGHING)
    assert late.in_words.endswith("commissie Bestuur (gereserveerd, niet bevestigd)")
    assert stands[StationKind.INFORMING] is StationStands.UNSAID
    assert stands[StationKind.DECIDING] is StationStands.AHEAD


@pytest.mark.parametrize("answer", list(Answer))
def test_the_answer_stands_in_its_own_form_with_its_document(told: Told, answer: Answer) -> None:
    """Any form will do: the law names none (Politiewet 2012, art. 38b lid 2)."""
    story = told("asked")
    story.does(CouncilHeard(on=HEARD, municipality="Texel", answer=answer, document=LETTER))
    found = said(story, HEARD)
    assert found["besluitvormend"] == "16 september 2027, de raad"
    assert found["gehoord"] == "16 september 2027, over versie 1 (ontwerp opleveren)"
    assert found["antwoord"] == f"16 september 2027, {answer}, stuk 'zienswijze.txt'"


def test_what_was_added_and_a_silence_are_told_as_such(told: Told) -> None:
    story = told("asked")
    story.does(silent("Texel", RESPOND_BY + ONE_DAY, REAL_REASON))
    assert path(story, RESPOND_BY + ONE_DAY).at(StationKind.HEARD).stands is StationStands.OPEN
    assert "geen antwoord; reden: uitgesteld" in said(story)["antwoord"]
    added = {"municipality": "Texel", "answer": Answer.POINTS, "text": "Meer blauw op straat."}
    story.does(AnswerSupplemented(on=RESPOND_BY + 3 * ONE_DAY, **added))
    assert said(story)["antwoord"] == "10 oktober 2027, aandachtspunten, met tekst"
    story.does(AnswerSupplemented(on=RESPOND_BY + 4 * ONE_DAY, **added))
    assert said(story)["antwoord"].endswith(
        "; aanvulling na de laatste dag op 11 oktober 2027: aandachtspunten, met tekst"
    )


def test_what_was_treated_of_an_older_ontwerp_is_on_the_path_no_more(told: Told) -> None:
    story = told("asked")
    story.does(reserves("oordeelsvormend", ASKED + ONE_DAY))
    newer = ASKED + 5 * ONE_DAY
    story.does(VersionMade(on=newer, step="ontwerp"))
    assert path(story, newer).at(StationKind.WEIGHING).is_known
    for client in ("regioburgemeester", "hoofdofficier"):
        story.does(Agreed(on=newer, client=client))
    story.starts(Stage.HEARING, newer)
    assert not path(story, newer).at(StationKind.WEIGHING).is_known
    assert said(story, newer)["ontwerp gestuurd"] == "22 juni 2027, versie 2 (ontwerp opleveren)"


def test_the_version_that_was_heard_is_the_text_of_then(told: Told) -> None:
    """Better words alone leave a hearing standing; they are not what the council had."""
    story = told("heard")
    corrected = {"step": "ontwerp", "wording": "een tikfout in de inleiding hersteld"}
    story.does(VersionMade(on=HEARD + ONE_DAY, **corrected))
    texel = story.state.hearing_of("GM0448")
    found = version_heard(story.state, texel)
    assert (texel.state, found and found.number) == (HearingState.HEARD, 1)
