# SPDX-License-Identifier: EUPL-1.2
"""What a party may send in is its own: its council's answer, its steps, its address."""

from datetime import date, timedelta

import pytest

from gehoord.domain.acts.party_form import PartyForm
from gehoord.domain.acts.party_forms import party_forms
from gehoord.domain.acts.party_reports import field_of, left_empty, party_reports
from gehoord.domain.acts.report import StepDone
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import ProposalError, RefusedError
from gehoord.domain.proposal.step import StepKind
from tests.domain.acts.recorded import PER_COUNCIL, proposal_of
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import ASKED, HEARD, OPENED, Small, adopted, heard

GRIFFIE, BURGEMEESTER = "GM0392", "burgemeesters GM0392"
CONSULTED = (
    PER_COUNCIL.replace("mijlpaal", "raadpleging")
    .replace("burgemeesters", "griffies")
    .replace("uitvraag", "peiling")
)


def access(recipient: str) -> Access:
    return Access(
        id="x", dossier="klein", recipient=recipient, generation=1, salt="", page_hash="",
        feed_hash="", made_on=OPENED, expires_on=date(2030, 1, 1),
    )  # fmt: skip


def forms(state: State, recipient: str, on: date = HEARD) -> dict[str, PartyForm]:
    return {form.name: form for form in party_forms(state, access(recipient), on)}


@pytest.fixture
def surveyed(small: Small) -> State:
    """The small dossier with a step that burgemeesters owe, and a consultation of griffies."""
    text = small[2] + PER_COUNCIL + CONSULTED
    story = StoryInMemory()
    story.opens((proposal_of(text), small[1], text))
    return story.state


def test_the_answer_of_a_council_comes_from_its_griffie_alone(at: At) -> None:
    """Politiewet 2012, art. 38b lid 2: each burgemeester hears the council of his own place."""
    state = at("asked")
    assert {"reservering", "gehoord", "adres"} <= set(forms(state, GRIFFIE))
    for other in (BURGEMEESTER, "ambtenaren-oov GM0392", "rbop", "regioburgemeester", "minister"):
        assert {"reservering", "gehoord"}.isdisjoint(forms(state, other))


def test_the_adviser_sends_nothing_in(at: At) -> None:
    assert party_forms(at("asked"), access("adviseur"), HEARD) == ()


def test_no_form_reports_what_only_the_adviser_records(at: At) -> None:
    kinds = {
        form.kind
        for moment in ("opened", "themes", "ontwerp", "agreed", "asked", "heard", "final")
        for who in (GRIFFIE, BURGEMEESTER, "rbop", "regioburgemeester", "hoofdofficier")
        for form in party_forms(at(moment), access(who), HEARD)
    }
    own = {"gehoord", "aanvulling", "reservering", "veiligheidsplan", "adres", "akkoord", "gedaan"}
    assert kinds <= own | {"verzoek"}


def test_each_in_a_municipality_reports_what_it_owes_itself(surveyed: State) -> None:
    assert "gedaan-peiling" in forms(surveyed, GRIFFIE)
    assert "gedaan-uitvraag" not in forms(surveyed, GRIFFIE)
    assert "gedaan-uitvraag" in forms(surveyed, BURGEMEESTER)
    assert "gedaan-peiling" not in forms(surveyed, BURGEMEESTER)
    assert not [name for name in forms(surveyed, "rbop") if name.startswith("gedaan-")]


def test_in_a_consultation_what_is_said_is_a_response_and_the_step_is_done(
    surveyed: State,
) -> None:
    form = forms(surveyed, GRIFFIE)["gedaan-peiling"]
    said = {"tekst": "Ondermijning en jeugd."}
    response, done = party_reports(form, surveyed, said, "griffie van Haarlem", HEARD)
    story = StoryInMemory(surveyed)
    story.does(response)
    story.does(done)
    [kept] = story.state.responses
    assert (kept.sender, kept.text) == ("griffie van Haarlem", "Ondermijning en jeugd.")
    assert "gedaan-peiling" not in forms(story.state, GRIFFIE)
    assert len(story.state.open_actions(kind=StepKind.CONSULTATION, step="peiling")) == 2


def test_a_step_is_done_for_its_own_municipality_alone(surveyed: State) -> None:
    form = forms(surveyed, BURGEMEESTER)["gedaan-uitvraag"]
    by = "burgemeester van Haarlem"
    [report] = party_reports(form, surveyed, {"op": "2027-01-05"}, by, HEARD)
    assert isinstance(report, StepDone)
    assert (report.step, report.owner, report.by) == ("uitvraag", GRIFFIE, by)
    with pytest.raises(ProposalError, match="dag"):
        party_reports(form, surveyed, {"op": "gisteren"}, by, HEARD)


def test_an_answer_is_changed_until_it_is_weighed_or_the_plan_adopted(at: At) -> None:
    story = StoryInMemory(at("asked"))
    form = forms(story.state, GRIFFIE)["gehoord"]
    said = {"op": f"{HEARD}", "antwoord": "zienswijze", "tekst": "Meer."}
    for report in party_reports(form, story.state, said, "griffie van Haarlem", HEARD):
        story.does(report)
    changing = forms(story.state, GRIFFIE)["wijzigen"]
    assert changing.filled == {**said, "wijze": "raadsvergadering"}
    better = {**said, "antwoord": "instemming zonder zienswijze", "tekst": ""}
    for report in party_reports(changing, story.state, better, "griffie van Haarlem", HEARD):
        story.does(report)
    hearing = story.state.hearing_of(GRIFFIE)
    assert hearing.answer == "instemming zonder zienswijze"
    assert [z.text for z in story.state.zienswijzen if z.counts] == []
    assert "wijzigen" in forms(story.state, GRIFFIE)
    assert "wijzigen" not in forms(at("adopted"), GRIFFIE)


def test_a_meeting_that_was_named_stands_in_the_form_of_the_next(at: At) -> None:
    story = StoryInMemory(at("asked"))
    form = forms(story.state, GRIFFIE, ASKED)["reservering"]
    assert form.filled == {}
    said = {"dag": f"{HEARD}", "stand": "gereserveerd"}
    [report] = party_reports(form, story.state, said, "griffie van Haarlem", ASKED)
    story.does(report)
    again = forms(story.state, GRIFFIE, ASKED)["reservering"]
    assert again.filled == said
    story.does(heard("Haarlem"))
    assert "reservering" not in forms(story.state, GRIFFIE)


def test_safety_goals_are_asked_once_they_are_older_than_four_years(at: At) -> None:
    """Politiewet 2012, art. 38b lid 1: Texel set them on 20 September 2023."""
    state, last = at("asked"), date(2027, 9, 20)
    assert "veiligheidsplan" not in forms(state, "GM0448", last)
    assert "veiligheidsplan" in forms(state, "GM0448", last + timedelta(days=1))


def test_a_client_agrees_once_and_with_the_ontwerp_that_is_there(at: At) -> None:
    assert "akkoord" not in forms(at("themes"), "regioburgemeester")
    form = forms(at("ontwerp"), "hoofdofficier")["akkoord"]
    assert (form.fixed, form.version) == ({"van": "hoofdofficier"}, "klein/versie/1")
    assert "akkoord" not in forms(at("agreed"), "hoofdofficier")


@pytest.mark.parametrize(
    ("filled", "empty"),
    [
        ({}, {"op", "wijze", "antwoord"}),
        ({"op": "x", "wijze": "x", "antwoord": "zienswijze"}, {"tekst"}),
        ({"op": "x", "wijze": "x", "antwoord": "zienswijze", "tekst": "x"}, set()),
        ({"op": "x", "wijze": "x", "antwoord": "zienswijze", "bestand": object()}, set()),
        ({"op": "x", "wijze": "x", "antwoord": "alleen besproken"}, set()),
    ],
)
def test_what_must_be_filled_in_is_named(
    at: At, filled: dict[str, object], empty: set[str]
) -> None:
    form = forms(at("asked"), GRIFFIE)["gehoord"]
    assert set(left_empty(form, filled)) == empty


def test_a_refusal_is_told_at_the_field_that_it_is_about(at: At) -> None:
    form = forms(at("asked"), GRIFFIE)["gehoord"]
    assert field_of(RefusedError("Nee.", field="op"), form) == "op"
    assert field_of(RefusedError("Nee.", field="elders"), form) == ""
    assert field_of(ProposalError("'tekst' is te lang."), form) == "tekst"
    assert field_of(ProposalError("Iets anders."), form) == ""


def test_after_the_adoption_a_griffie_only_adds(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(adopted())
    assert set(forms(story.state, GRIFFIE)) == {"aanvulling", "adres", "vraag"}
