# SPDX-License-Identifier: EUPL-1.2
"""The account of the responses: S003 gave all officials every response and what became of it."""

from xml.etree import ElementTree

import pytest

from gehoord.domain.acts.report import PointNoted, ResponseReceived, StanceMarked
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.rounds_answered import critical_of, perhaps_critical, rounds_answered
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Stance
from gehoord.templates.account import account_book, account_document
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.conftest import at as at
from tests.story import AGREED, ASKED, FINAL, ONTWERP

OTHER_THEMES = (
    "niet Terrorisme", "niet Zorg en Veiligheid", "HIC i.p.v. Zorg en Veiligheid",
    "Lokale Handhaving i.p.v. Cyber", "5e thema drugs i.r.t. jeugd",
)  # fmt: skip
"""The suggestions of S003: each once, none of them taken over."""
WHY = "De vier thema's komen uit de peiling."


@pytest.fixture
def state(at: At) -> State:
    """Five suggested other themes, two asked for more concrete words, one was <b>hostile</b>."""
    story = StoryInMemory(at("ontwerp"))
    for number, text in enumerate(OTHER_THEMES, start=1):
        sender = f"gemeente {number}"
        story.does(ResponseReceived(on=AGREED, sender=sender, text=text))
        story.does(noted(sender, text, "Andere thema's", PointOutcome.NOT_TAKEN_OVER, WHY))
    story.does(ResponseReceived(on=AGREED, sender="OM", text="SMART? En wie doet wat?"))
    story.does(noted("OM", "SMART?", "Concreter", PointOutcome.TAKEN_OVER))
    story.does(noted("OM", "Wie doet wat?", "Concreter"))
    story.does(ResponseReceived(on=ASKED, sender="<b>x</b>", text="=1+1 & \x07{{ 7 }}"))
    return story.state


def noted(
    sender: str, text: str, line: str, outcome: PointOutcome | None = None, why: str = ""
) -> PointNoted:
    return PointNoted(
        on=AGREED, sender=sender, subject="Thema's", text=text, main_line=line, outcome=outcome,
        explanation=why,
    )  # fmt: skip


def test_main_lines_are_counted_by_point_sender_and_outcome(state: State) -> None:
    [one] = rounds_answered(state)
    themes, concrete = one.main_lines
    assert (themes.name, len(themes.points), themes.senders) == ("Andere thema's", 5, 5)
    assert themes.number(PointOutcome.NOT_TAKEN_OVER) == 5
    assert (len(concrete.points), concrete.senders, concrete.number(None)) == (2, 1, 1)


def test_the_document_is_xhtml_with_each_answer_whole(state: State) -> None:
    page = ElementTree.fromstring(account_document(state, FINAL))  # noqa: S314, our own words
    assert [h.text for h in page.iter("h1")] == ["Verantwoording van de reacties"]
    assert all(table.find("thead") is not None for table in page.iter("table"))
    said = " ".join("".join(page.itertext()).split())
    for text in (*OTHER_THEMES, WHY, "SMART? En wie doet wat?", "<b>x</b>", "{{ 7 }}"):
        assert text in said
    assert "Niet verwerkt: De vier thema's komen uit de peiling." in said
    assert "Nog niet bekend" in said


def test_the_workbook_has_a_row_for_each_point_and_is_never_a_formula(state: State) -> None:
    lines, account = (tab.rows for tab in account_book(state, FINAL).tabs)
    assert [row[:4] for row in lines] == [
        ["ontwerp van 3 juni 2027", "Andere thema's", "5", "5"],
        ["ontwerp van 3 juni 2027", "Concreter", "2", "1"],
    ]
    assert len(account) == 8


def test_who_asked_for_a_change_is_suggested_as_critical_and_never_made_so(at: At) -> None:
    story = StoryInMemory(at("ontwerp"))
    story.does(ResponseReceived(on=ONTWERP, sender="OM", text="Het stuk mist nuance."))
    story.does(PointNoted(on=ONTWERP, sender="OM", subject="Zorg", text="Het mist nuance."))
    assert perhaps_critical(story.state) == []
    story.does(noted("OM", "Anders.", "", PointOutcome.TAKEN_OVER))
    assert [r.sender for r in perhaps_critical(story.state)] == ["OM"]
    ontwerp = story.state.ontwerp
    assert ontwerp
    assert critical_of(story.state, ontwerp) == []
    story.does(StanceMarked(on=AGREED, sender="OM", stance=Stance.CRITICAL))
    assert [r.sender for r in critical_of(story.state, ontwerp)] == ["OM"]
    assert perhaps_critical(story.state) == []


def test_nothing_was_answered_is_said(at: At) -> None:
    assert "Er zijn nog geen reacties" in account_document(at("opened"), ONTWERP)
