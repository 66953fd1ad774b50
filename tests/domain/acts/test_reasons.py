# SPDX-License-Identifier: EUPL-1.2
"""What the checks mean for a dossier: remarks on a stage, and reasons that are recorded."""

from datetime import date

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import ReasonGiven, StepDone, ThemesChosen, VersionMade
from gehoord.domain.checks import Case, Check, all_checks, findings
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.reasoned import reason_for
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.finding import Finding, Severity
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.hearing import hear
from gehoord.store.register import Register
from tests.domain.acts.recorded import NAMES, SENT, ontwerp, proposal_of, record_heard, state
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import (
    ASKED,
    COUNCILS,
    FINAL,
    ONE_DAY,
    OPENED,
    THEMES,
    Small,
    Told,
    adopted,
    heard,
)

GROUND = "de werkgroep kende de uitkomst al"


def test_a_stage_says_what_the_checks_think_of_what_is_ahead(opened: Register) -> None:
    ontwerp(opened, SENT)
    asked = hear(opened, "klein", SENT)
    assert "Let op bij deze fase: " in asked.text
    assert "reces (waarschuwing)" in asked.text
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
    assert reason_for(at("opened").after(act.changes), "reces") == reason
    assert reason_for(at("opened"), "reces") is None


def test_a_finding_that_does_not_exist_has_no_reason(told: Told) -> None:
    story = told("opened")
    report = ReasonGiven(on=OPENED, code="recess", ground="de raden gaven dagen op")
    with pytest.raises(RefusedError, match=r"'recess' bestaat niet; bedoelt u 'reces'\?"):
        story.does(report)


def test_no_reason_helps_against_what_the_law_blocks(told: Told) -> None:
    story = told("opened")
    with story.refuses(
        "'raad-niet-gehoord' is een blokkade: daarvoor helpt geen reden.", law="art. 38b lid 2"
    ):
        report = ReasonGiven(on=OPENED, code="raad-niet-gehoord", ground="wij vinden het zo goed")
        story.does(report)


@pytest.mark.parametrize("ground", ["zomaar", "kan best"])
def test_a_reason_is_a_sentence(told: Told, ground: str) -> None:
    story = told("opened")
    with story.refuses("Schrijf in een zin van ten minste 3 woorden op waarom het toch zo kan."):
        story.does(ReasonGiven(on=OPENED, code="reces", ground=ground))


def test_what_asks_for_a_reason_stands_in_the_way_until_there_is_one(small: Small) -> None:
    _, eenheid, text = small
    parts = 'bevat = ["sterkteverdeling", "wijkagenten", "doelstellingen-minister"]'
    later = 'bevat = ["sterkteverdeling", "wijkagenten"]\nontbreekt = ["doelstellingen-minister"]'
    text = text.replace(parts, later, 1)
    story = StoryInMemory()
    story.tell((proposal_of(text), eenheid, text), "final")
    with story.refuses("Dat kan alleen met een reden", "doelstellingen-later --stap ontwerp"):
        story.does(adopted())
    ground = "de minister stelt ze pas in december vast"
    story.does(
        ReasonGiven(on=FINAL, by="regioburgemeester", code="doelstellingen-later", ground=ground)
    )
    assert story.does(adopted()) == "Het beleidsplan is vastgesteld."


NOT_AGREED = ReasonGiven(
    on=ASKED,
    by="hoofdofficier",
    code="verzonden-voor-akkoord",
    ground="de opdrachtgevers zijn het eens maar tekenen pas na het weekend",
)


def found_in(state: State, code: str, on: date) -> list[Finding]:
    return [f for f in findings(Case.of_dossier(state, on)) if f.code == code]


def test_the_ontwerp_leaves_without_agreement_once_a_client_says_why(told: Told) -> None:
    story = told("ontwerp")
    with story.refuses(
        "gehoord record reden klein verzonden-voor-akkoord --door regioburgemeester --grond"
    ):
        story.starts(Stage.HEARING, ASKED)
    story.does(NOT_AGREED)
    story.starts(Stage.HEARING, ASKED)
    [found] = found_in(story.state, "verzonden-voor-akkoord", ASKED)
    assert found.severity is Severity.REASONED
    assert found.next_step.startswith("Gemotiveerd door de hoofdofficier op 17 juni 2027: ")


def test_the_reason_for_one_ontwerp_is_none_for_the_next(told: Told) -> None:
    story, newer = told("ontwerp"), ASKED + ONE_DAY
    story.does(NOT_AGREED)
    story.starts(Stage.HEARING, ASKED)
    story.does(VersionMade(on=newer, step="ontwerp"))
    with story.refuses("akkoord ontbreekt"):
        story.starts(Stage.HEARING, newer)
    story.does(NOT_AGREED.model_copy(update={"on": newer}))
    story.starts(Stage.HEARING, newer)


def test_a_reason_of_a_later_day_does_not_let_the_ontwerp_leave(told: Told) -> None:
    story = told("ontwerp")
    story.does(NOT_AGREED.model_copy(update={"on": ASKED + ONE_DAY}))
    with story.refuses("akkoord ontbreekt"):
        story.starts(Stage.HEARING, ASKED)


@pytest.mark.parametrize("by", ["adviseur", "korpschef", "griffie van Texel", "burgemeester"])
def test_a_reason_of_another_office_is_refused_with_the_right_one(told: Told, by: str) -> None:
    story = told("ontwerp")
    with story.refuses(
        "De reden bij 'verzonden-voor-akkoord' geeft de regioburgemeester of hoofdofficier van "
        f"justitie, niet de {by}."
    ):
        story.does(NOT_AGREED.model_copy(update={"by": by}))


@pytest.mark.parametrize("check", all_checks, ids=lambda check: check.code)
def test_what_a_statute_blocks_is_never_lifted(check: Check, at: At) -> None:
    if check.severity is Severity.BLOCK:
        for office in ("regioburgemeester", "hoofdofficier", "minister", "adviseur"):
            report = NOT_AGREED.model_copy(update={"code": check.code, "by": office})
            with pytest.raises(RefusedError, match="is een blokkade: daarvoor helpt geen reden"):
                decided(report, at("asked"))


def test_themes_chosen_out_of_order_ask_for_a_reason_and_the_remedy_can_be_done(
    told: Told,
) -> None:
    """A version recorded before the themes: nothing in an open dossier can undo that order."""
    story = told("opened")
    story.does(VersionMade(on=THEMES - ONE_DAY, step="concept-70"))
    story.does(ThemesChosen(on=THEMES, themes=("Ondermijning", "Jeugd")))
    [found] = found_in(story.state, "volgorde", THEMES)
    assert (found.severity, found.steps) == (Severity.REASON, ("concept-70", "themas"))
    assert "gehoord record reden klein volgorde --door regioburgemeester" in found.remedy
    assert "haal de verwijzing" not in found.remedy
    report = ReasonGiven(on=THEMES, by="regioburgemeester", code="volgorde", ground=GROUND)
    story.does(report)
    [found] = found_in(story.state, "volgorde", THEMES)
    assert found.severity is Severity.REASONED


def test_a_reason_is_about_the_steps_that_asked_for_it(told: Told) -> None:
    """What comes out of order later asks for a reason of its own."""
    story = told("opened")
    story.does(VersionMade(on=THEMES - ONE_DAY, step="concept-70"))
    story.does(ThemesChosen(on=THEMES, themes=("Ondermijning", "Jeugd")))
    story.does(ReasonGiven(on=THEMES, by="regioburgemeester", code="volgorde", ground=GROUND))
    story.does(StepDone(on=THEMES, step="verwerking"))
    weights = {f.steps[0]: f.severity for f in found_in(story.state, "volgorde", THEMES)}
    assert weights == {"concept-70": Severity.REASONED, "verwerking": Severity.REASON}


def test_a_reason_for_what_nothing_asks_must_name_its_step(told: Told) -> None:
    story = told("opened")
    report = ReasonGiven(on=OPENED, by="regioburgemeester", code="volgorde", ground=GROUND)
    with story.refuses("Niets vraagt nu om een reden bij 'volgorde'.", "Noem de stap"):
        story.does(report)
    story.does(report.model_copy(update={"step": "verwerking"}))
    with story.refuses("'nergens'"):
        story.does(report.model_copy(update={"step": "nergens"}))


def test_hearing_and_adopting_on_one_day_asks_for_a_reason(told: Told) -> None:
    """Art. 38b lid 2: "voorafgaand aan"; on one day nobody has weighed what was said (Awb 3:2)."""
    story = told("asked")
    for council in COUNCILS:
        story.does(heard(council, FINAL))
    story.does(StepDone(on=FINAL, step="verwerking"))
    story.does(VersionMade(on=FINAL, step="definitief"))
    code = "horen-op-dag-van-vaststelling"
    with story.refuses(
        "Het horen eindigt op 28 oktober 2027, de dag van de vaststelling.",
        f"{code} --stap horen --door regioburgemeester",
        law="Algemene wet bestuursrecht, art. 3:2",
    ):
        story.does(adopted().model_copy(update={"on": FINAL}))
    story.does(
        ReasonGiven(on=FINAL, by="regioburgemeester", code=code, ground=GROUND, step="horen")
    )
    story.does(adopted().model_copy(update={"on": FINAL}))


def test_a_burgemeester_who_gives_a_reason_is_one_of_a_municipality_of_the_dossier(
    told: Told,
) -> None:
    story = told("asked")
    given = {
        "code": "zweeg-zonder-gelegenheid",
        "step": "horen",
        "ground": "er was genoeg tijd voor",
    }
    with story.refuses("'Utrecht' is geen gemeente van dit dossier"):
        story.does(ReasonGiven(on=ASKED, by="burgemeester van Utrecht", **given))
    story.does(ReasonGiven(on=ASKED, by="de burgemeester van texel", **given))
    [reason] = story.state.reasons
    assert reason.office == "burgemeester van Texel"
