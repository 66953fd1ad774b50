"""What the checks mean for a dossier: remarks on a stage, and reasons that are recorded."""

from datetime import date

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import ReasonGiven
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.errors import RefusedError
from gehoord.flows.hearing import hear
from gehoord.store.register import Register
from tests.domain.acts.recorded import NAMES, SENT, ontwerp, proposal_of, record_heard, state
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import FINAL, OPENED, THEMES, Small, Told, adopted


def test_a_stage_says_what_the_checks_think_of_what_is_ahead(opened: Register) -> None:
    ontwerp(opened, SENT)
    asked = hear(opened, "klein", SENT)
    assert "Let op bij deze fase: reces (waarschuwing)" in asked.text
    record_heard(opened, date(2027, 7, 1), *NAMES)
    assert "Let op" not in hear(opened, "klein", date(2027, 7, 2)).text


def test_councils_that_got_the_ontwerp_late_have_little_time(opened: Register) -> None:
    late = date(2027, 9, 20)
    ontwerp(opened, late)
    assert "weinig-tijd-om-te-horen (waarschuwing)" in hear(opened, "klein", late).text
    found = findings(Case.of_dossier(state(opened), late))
    (text,) = [f.text for f in found if f.code == "weinig-tijd-om-te-horen"]
    assert "21 september 2027 tot en met 7 oktober 2027" in text
    assert "1 raadsweek" in text


def test_why_people_go_on_is_kept_with_their_office(at: At) -> None:
    report = ReasonGiven(
        on=THEMES, by="regioburgemeester", code="reces", ground="de raden gaven dagen op"
    )
    act = decided(report, at("opened"))
    assert act.said == "Reden vastgelegd bij 'reces'."
    [reason] = act.changes.of(Reason)[1]
    assert (reason.code, reason.office, reason.given_on) == ("reces", "regioburgemeester", THEMES)
    assert reason.ground == "de raden gaven dagen op"
    assert at("opened").after(act.changes).has_reason("reces")
    assert not at("opened").has_reason("reces")


def test_a_finding_that_does_not_exist_has_no_reason(told: Told) -> None:
    story = told("opened")
    report = ReasonGiven(on=OPENED, code="recess", ground="de raden gaven dagen op")
    with pytest.raises(RefusedError, match=r"'recess' bestaat niet; bedoelt u 'reces'\?"):
        story.does(report)


def test_no_reason_helps_against_what_the_law_blocks(told: Told) -> None:
    story = told("opened")
    with story.refuses("'raad-niet-gehoord' is een blokkade: daarvoor helpt geen reden."):
        report = ReasonGiven(on=OPENED, code="raad-niet-gehoord", ground="wij vinden het zo goed")
        story.does(report)


@pytest.mark.parametrize("ground", ["zomaar", "kan best"])
def test_a_reason_is_a_sentence(told: Told, ground: str) -> None:
    story = told("opened")
    with story.refuses("Schrijf in een zin op waarom het toch zo kan."):
        story.does(ReasonGiven(on=OPENED, code="reces", ground=ground))


def test_what_asks_for_a_reason_stands_in_the_way_until_there_is_one(small: Small) -> None:
    _, eenheid, text = small
    parts = 'bevat = ["sterkteverdeling", "wijkagenten", "doelstellingen-minister"]'
    later = 'bevat = ["sterkteverdeling", "wijkagenten"]\nontbreekt = ["doelstellingen-minister"]'
    text = text.replace(parts, later, 1)
    story = StoryInMemory()
    story.tell((proposal_of(text), eenheid, text), "final")
    with story.refuses(
        "Dat kan alleen met een reden", "'doelstellingen-later'", law="art. 20 lid 1"
    ):
        story.does(adopted())
    ground = "de minister stelt ze pas in december vast"
    story.does(ReasonGiven(on=FINAL, code="doelstellingen-later", ground=ground))
    assert story.does(adopted()) == "Het beleidsplan is vastgesteld."
