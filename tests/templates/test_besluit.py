# SPDX-License-Identifier: EUPL-1.2
"""The besluit for signature says what is recorded, and never that a draft was decided.

Law: Politiewet 2012, art. 38b lid 2 and 39; Algemene wet bestuursrecht, art. 3:45.
"""

import re
from html import unescape
from pathlib import Path

import pytest

from gehoord.domain.acts.report import (
    Announced,
    AnswerSupplemented,
    AppealLodged,
    AppealWentOn,
    ConditionLifted,
    DifferenceDecided,
    DifferencePut,
    Disposed,
    Instructed,
    Merged,
    PartAdopted,
    PlanChanged,
    ReasonGiven,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.changed_plan import changes_of_plan
from gehoord.domain.dossier.document import Document
from gehoord.domain.errors import GehoordError
from gehoord.tasks.besluit_files import paper_file
from gehoord.tasks.report_files import ReportForm
from gehoord.templates.besluit import adoption_paper
from gehoord.templates.besluit_of_change import change_paper, jaarverslag_paper, part_paper
from gehoord.templates.besluit_paper import BesluitPaper, besluit_html
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_assenting import WITH_DAY, said
from tests.domain.acts.test_deciding import ADOPTED_PROVISIONALLY
from tests.domain.conftest import at as at
from tests.story import (
    ADOPTED,
    FINAL,
    ONE_DAY,
    REAL_REASON,
    RESPOND_BY,
    adopted,
    heard,
    silent,
)
from tests.tables_of_strength import SMALL, read, reported

PLAN = Document(name="definitief.pdf", content=b"%PDF")


def words(story: StoryInMemory, paper: BesluitPaper) -> str:
    """Return the words of a document, without its marks."""
    html = besluit_html(story.state, paper, ADOPTED)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.split("<main>")[1])).split())


@pytest.fixture
def story(at: At) -> StoryInMemory:
    told = StoryInMemory(at("heard"))
    told.does(VersionMade(on=FINAL, step="definitief", document=PLAN))
    return told


def test_a_draft_says_what_stands_in_the_way_and_that_nothing_is_decided(at: At) -> None:
    """Of what must be prevented: number 32."""
    early = StoryInMemory(at("asked"))
    text = words(early, adoption_paper(early.state, ADOPTED))
    assert text.startswith("Concept-besluit tot vaststelling van het Beleidsplan 2028-2031")
    assert "Dit is een concept. Er is nog niets besloten." in text
    assert "Nog niet gehoord: Haarlem, Hoorn en Texel." in text
    assert "heeft gehoord" not in text
    assert "Besloten op 4" not in text
    assert "is vastgesteld" not in text


def test_the_final_one_has_the_day_the_text_and_a_line_for_each_who_signs(
    story: StoryInMemory,
) -> None:
    story.does(said(WITH_DAY, others=True))
    text = "de korpschef zegde de wijkagent toe"
    story.does(ConditionLifted(on=ADOPTED, condition="1", text=text, by="korpschef"))
    story.does(adopted(hoofdofficier=False, burgemeesters=()))
    shown = words(story, adoption_paper(story.state, ADOPTED))
    assert shown.startswith("Besluit tot vaststelling")
    assert "concept" not in shown
    assert "artikel 38b lid 2 van de Politiewet 2012 en artikel 39 lid 1" in shown
    assert "heeft gehoord over het ontwerp van 3 juni 2027" in shown
    assert f"bestand 'definitief.pdf', SHA-256 {PLAN.sha256}" in shown
    assert "weggenomen: de wijkagent blijft (door korpschef)" in shown
    assert "Besloten op 4 november 2027." in shown
    for name in ("Haarlem", "Hoorn", "Texel"):
        assert f"De burgemeester van {name} aanwezig" in shown
    assert "De hoofdofficier van justitie aanwezig, stemt in" in shown
    assert "Beroep" not in shown


def test_a_silent_council_is_named_and_not_said_to_have_answered(at: At) -> None:
    story = StoryInMemory(at("asked"))
    for name in ("Haarlem", "Hoorn"):
        story.does(heard(name))
    story.does(silent("Texel", RESPOND_BY + ONE_DAY, REAL_REASON))
    text = words(story, adoption_paper(story.state, ADOPTED))
    assert "de raden van 2 van de 3 gemeenten zijn gehoord; de raad van Texel antwoordde" in text
    assert "heeft gehoord" not in text


def test_under_lid_2_the_regioburgemeester_signs_and_appeal_is_told(story: StoryInMemory) -> None:
    story.does(said("Texel; aanwezig; stemt niet in", others=True))
    text = words(story, adoption_paper(story.state, ADOPTED, "39-2"))
    assert "De regioburgemeester van de eenheid Klein" in text
    assert "niet mogelijk is, want niet allen stemmen in: Texel (stemt niet in)" in text
    assert "In overeenstemming met de hoofdofficier van justitie" in text
    assert "beroep instellen bij de minister van Justitie en Veiligheid (artikel 39 lid 5" in text
    assert "De termijn is 6 weken" in text
    assert "artikel 3:45 lid 1 van de Algemene wet bestuursrecht" in text
    assert "De burgemeester van Haarlem" not in text


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("hoofdofficier; aanwezig; stemt niet in",), "De hoofdofficier stemt niet in"),
        ((), "Lid 2 geldt alleen als"),
    ],
)
def test_a_draft_under_lid_2_never_says_what_was_recorded_otherwise(
    story: StoryInMemory, lines: tuple[str, ...], why: str
) -> None:
    """Lid 2 is in agreement with the hoofdofficier, and only where lid 1 fails."""
    story.does(said(*lines, others=True))
    text = words(story, adoption_paper(story.state, ADOPTED, "39-2"))
    assert why in text
    assert "hiermee instemt" not in text
    assert "niet mogelijk is" not in text


def test_what_happens_after_the_day_changes_nothing_in_what_was_signed(at: At) -> None:
    """Not a merger, not the end of a condition, not a zienswijze or its answer."""
    story = StoryInMemory(at("asked"))
    for name in ("Haarlem", "Hoorn"):
        story.does(heard(name))
    said_so = {"answer": Answer.ZIENSWIJZE, "text": "meer wijkagenten"}
    story.does(heard("Texel").model_copy(update=said_so))
    story.does(VersionMade(on=FINAL, step="definitief", document=PLAN))
    story.does(said(WITH_DAY, others=True))
    ground = "de korpschef schrijft de brief nog deze week"
    for code in ("voorwaarde-open", "zienswijze-zonder-antwoord"):
        story.does(ReasonGiven(on=ADOPTED, code=code, ground=ground, by="regioburgemeester"))
    story.does(adopted())
    signed = words(story, adoption_paper(story.state, ADOPTED))
    later = ADOPTED + ONE_DAY
    text = "de korpschef zegde de wijkagent toe"
    story.does(ConditionLifted(on=later, condition="1", text=text, by="korpschef"))
    story.does(Disposed(on=later, sender="Texel", disposition="Overgenomen in hoofdstuk 3."))
    story.does(
        AnswerSupplemented(on=later, municipality="Hoorn", answer=Answer.POINTS, text="en jeugd")
    )
    story.does(Merged(on=later, ceased=("Texel", "Hoorn"), code="GM9999", name="Nieuwstad"))
    assert words(story, adoption_paper(story.state, ADOPTED)) == signed
    assert "nota van beantwoording nog niet af is" in signed
    assert "De burgemeester van Texel aanwezig, stemt in onder voorwaarde" in signed
    draft = words(story, jaarverslag_paper(story.state, 2028))
    assert "De burgemeesters van de 2 gemeenten" in draft
    assert "De burgemeester van Nieuwstad" in draft


def test_under_lid_3_the_decision_of_the_minister_is_considered(story: StoryInMemory) -> None:
    paper = adoption_paper(story.state, ADOPTED, "39-3")
    assert any("had de minister nog geen verschil" in why for why in paper.lacking)
    story.does(DifferencePut(on=FINAL, text="over de wijkagenten in Hoorn"))
    story.does(DifferenceDecided(on=FINAL, text="Hoorn krijgt er twee"))
    paper = adoption_paper(story.state, ADOPTED, "39-3")
    assert any("heeft beslist op 28 oktober 2027" in why for why in paper.considering)
    assert paper.may_appeal is False


def test_a_change_rests_on_the_instruction_and_needs_no_consent(story: StoryInMemory) -> None:
    story.does(adopted())
    with pytest.raises(GehoordError, match="geen wijziging"):
        change_paper(story.state)
    story.does(Instructed(on=ADOPTED, heard_on=ADOPTED, text="Neem de doelen op."))
    story.does(PlanChanged(on=ADOPTED + ONE_DAY, basis="aanwijzing"))
    text = words(story, change_paper(story.state))
    assert "een aanwijzing gaf: Neem de doelen op" in text
    assert "geen nieuwe instemming nodig is (artikel 40 lid 3" in text
    assert "Besloten op 5 november 2027" in text
    still = words(story, adoption_paper(story.state, ADOPTED))
    assert f"SHA-256 {PLAN.sha256}" in still
    assert "De burgemeester van Texel stelde mee vast" in still


def test_a_change_considers_what_asked_for_it_and_nothing_of_later(story: StoryInMemory) -> None:
    """Politiewet 2012, art. 39 lid 6: an appeal that was withdrawn or unfounded changes nothing."""
    story.does(adopted(basis="39-2", burgemeesters=(), body=None))
    story.does(Announced(on=ADOPTED))
    turns = (("Haarlem", "ingetrokken", 0), ("Texel", "gegrond", 0), ("Hoorn", "deels gegrond", 2))
    for who, event, days in turns:
        on = ADOPTED + days * ONE_DAY
        story.does(AppealLodged(on=on, appellant=who))
        story.does(AppealWentOn.model_validate({"op": on, "van": who, "gebeurtenis": event}))
        if "gegrond" in event:
            story.does(PlanChanged(on=on + ONE_DAY, basis="beroep"))
    on = ADOPTED + 4 * ONE_DAY
    for text in ("Neem de doelen op.", "Neem het toezicht op."):
        story.does(Instructed(on=on, heard_on=on, text=text))
        story.does(PlanChanged(on=on, basis="aanwijzing"))
        on += ONE_DAY
    papers = (change_paper(story.state, change) for change in changes_of_plan(story.state))
    first, second, third, fourth = (" ".join(paper.considering) for paper in papers)
    assert "Texel is beslist: gegrond" in first
    assert "Hoorn" not in first
    assert "Hoorn is beslist: deels gegrond" in second
    assert "Haarlem" not in first + second
    assert "toezicht" not in third
    assert "Neem het toezicht op" in fourth


def test_a_part_has_the_remedy_clause_under_lid_2_alone(at: At) -> None:
    """Politiewet 2012, art. 39 lid 2 and 5; Algemene wet bestuursrecht, art. 3:45."""
    story = StoryInMemory(at("heard"))
    for report in ADOPTED_PROVISIONALLY:
        story.does(report)
    assert "Beroep" not in words(story, part_paper(story.state))
    with pytest.raises(GehoordError, match="39-1 of 39-2"):
        part_paper(story.state, "39-3")
    draft = words(story, part_paper(story.state, "39-2"))
    story.does(reported(read(SMALL), ADOPTED, "definitief"))
    story.does(PartAdopted(on=ADOPTED, basis="39-2", hoofdofficier=True))
    text = words(story, part_paper(story.state))
    for paper in (draft, text):
        assert "artikel 39 lid 2 van de Politiewet 2012" in paper
        assert "De regioburgemeester van de eenheid Klein, gelet op" in paper
        assert "In overeenstemming met de hoofdofficier van justitie" in paper
        assert "Een burgemeester van een gemeente in de eenheid kan tegen dit besluit" in paper
        assert "bekend te maken aan de burgemeesters" in paper
    assert "Besloten op 4 november 2027" in text


def test_a_jaarverslag_is_drafted_for_a_year_of_the_adopted_plan(story: StoryInMemory) -> None:
    with pytest.raises(GehoordError, match="nog geen jaarverslag over 2028"):
        jaarverslag_paper(story.state, 2028)
    story.does(adopted())
    text = words(story, jaarverslag_paper(story.state, 2028, "39-2"))
    assert text.startswith("Concept-besluit tot vaststelling van het jaarverslag over 2028")
    assert "Beroep" not in text  # lid 5: only against the plan


def test_it_is_made_in_every_form(story: StoryInMemory) -> None:
    paper = adoption_paper(story.state, ADOPTED)
    starts = {ReportForm.PDF: b"%PDF", ReportForm.HTML: b"<!DOCTYPE"}
    for form, start in starts.items():
        assert paper_file(story.state, paper, ADOPTED, form, Path("/nergens")).startswith(start)
