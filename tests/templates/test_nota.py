# SPDX-License-Identifier: EUPL-1.2
"""The nota van beantwoording: per council its answer, and what is done with each point."""

from xml.etree import ElementTree

import pytest

from gehoord.domain.acts.report import (
    AnswerSupplemented,
    CouncilHeard,
    PointNoted,
    ResponseReceived,
)
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.nota import nota_of
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.state import State
from gehoord.templates.nota import nota_document
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.conftest import at as at
from tests.story import ADOPTED, FINAL, HEARD, ONE_DAY, REAL_REASON, RESPOND_BY, silent

HOSTILE = '=1+1 <b>x</b> {{ 7 }} #read("/etc/passwd")'
LATE = RESPOND_BY + ONE_DAY


def says(council: str, text: str, on: object = HEARD) -> CouncilHeard:
    return CouncilHeard(
        on=on, municipality=council, manner=Manner.COUNCIL_MEETING, answer=Answer.ZIENSWIJZE,
        text=text,
    )  # fmt: skip


def point(
    council: str, subject: str, text: str, outcome: PointOutcome | None = None, why: str = ""
) -> PointNoted:
    return PointNoted(
        on=FINAL, sender=council, subject=subject, text=text, main_line="Concreter",
        outcome=outcome, explanation=why,
    )  # fmt: skip


@pytest.fixture
def state(at: At) -> State:
    """Texel answers in time and with points, Hoorn too late, Haarlem not at all."""
    story = StoryInMemory(at("asked"))
    story.does(says("Texel", "Over jeugd en cyber.\nEn over jeugd."))
    story.does(says("Hoorn", HOSTILE, LATE))
    story.does(silent("Haarlem", LATE, REAL_REASON))
    story.does(ResponseReceived(on=HEARD, sender="Openbaar Ministerie", text="Geheim."))
    story.does(point("Texel", "Jeugd", "Meer over jeugd", PointOutcome.TAKEN_OVER))
    why = "Cyber is geen thema."
    story.does(point("Texel", "Cyber", "Noem cyber", PointOutcome.NOT_TAKEN_OVER, why))
    story.does(point("Texel", "Jeugd", "Wie doet wat?"))
    return story.state


def read(state: State) -> str:
    page = ElementTree.fromstring(nota_document(state, FINAL))  # noqa: S314, our own words
    return " ".join("".join(page.itertext()).split())


def test_councils_stand_in_the_order_of_their_names_with_points_by_subject(state: State) -> None:
    nota = nota_of(state)
    assert [council.hearing.name for council in nota.councils] == ["Haarlem", "Hoorn", "Texel"]
    [texel] = nota.councils[2].said
    assert [(p.number, p.subject) for p in texel.by_subject] == [
        (1, "Jeugd"), (3, "Jeugd"), (2, "Cyber"),
    ]  # fmt: skip
    assert [(line.name, len(line.points)) for line in nota.subjects] == [("Cyber", 1), ("Jeugd", 2)]
    assert [line.name for line in nota.main_lines] == ["Concreter"]


def test_the_numbers_count_councils_zienswijzen_and_points(state: State) -> None:
    nota = nota_of(state)
    assert [len(c) for c in (nota.owed, nota.heard, nota.silent, nota.waiting)] == [3, 2, 1, 0]
    assert [nota.number(outcome) for outcome in (*PointOutcome, None)] == [1, 1, 0, 1]
    assert [said.answered.sender for said in nota.said if said.answered.is_late] == ["Hoorn"]


def test_what_is_open_is_marked_and_late_is_said(state: State) -> None:
    said = read(state)
    assert "Deze nota is nog niet af." in said
    assert "wordt gedaan met dit punt: 3 (Texel: Jeugd)." in said
    assert "de zienswijze van Hoorn" in said
    assert "Niet verwerkt: Cyber is geen thema." in said
    assert "na de laatste dag, 7 oktober 2027. Het antwoord telt mee." in said


def test_a_silent_council_is_named_with_its_opportunity(state: State) -> None:
    assert nota_of(state).councils[0].had_opportunity
    said = read(state)
    assert "en had wel echt de gelegenheid om te worden gehoord: Haarlem." in said
    assert f"door de regioburgemeester: {REAL_REASON}." in said


def test_own_words_are_printed_and_officials_are_left_out(state: State) -> None:
    said = read(state)
    assert HOSTILE in said
    assert "Over jeugd en cyber." in said
    assert "Geheim" not in said
    assert "Openbaar Ministerie" not in said


def test_what_came_after_the_adoption_is_kept_and_asks_for_nothing(at: At) -> None:
    story = StoryInMemory(at("adopted"))
    story.does(
        AnswerSupplemented(
            on=ADOPTED + ONE_DAY, municipality="Texel", answer=Answer.ZIENSWIJZE, text="Toch nog."
        )
    )
    said = read(story.state)
    assert "na de vaststelling. Toch nog. Dit kwam na de vaststelling." in said
    assert "nog niet af" not in said


def test_before_anybody_was_asked_nobody_is_said_to_have_answered(at: At) -> None:
    said = read(at("ontwerp"))
    assert "Nog niet gehoord: Haarlem, Hoorn en Texel." in said
