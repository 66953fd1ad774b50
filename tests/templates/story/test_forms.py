# SPDX-License-Identifier: EUPL-1.2
"""A card points to the form that closes its action, filled in with what is known of it."""

import pytest

from gehoord.domain.acts.form import KINDS_WITH_FORM
from gehoord.domain.acts.report import (
    SessionHeld,
    SessionPlanned,
    StepDone,
    StepLapsed,
    ThemeExplored,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.dossier.request import RequestKind
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.desk.adviser_ways import AdviserWays
from gehoord.templates.links import Links
from gehoord.templates.story.forms import Offered, next_is_laid_out, offered
from tests.domain.acts.asking import asks
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.domain.acts.surveyed import opened_with_survey
from tests.story import ADOPTED, ONTWERP, OPENED, THEMES, Small

FORMS = (
    {f"melden-{kind}" for kind in KINDS_WITH_FORM}
    | {stage.numbered for stage in Stage}
    | {"verplaatsen"}
)

SESSIONS = """
[[stap]]
id = "sessies"
titel = "informatiesessies houden"
fase = "themas"
soort = "mijlpaal"
actiehouder = "adviseur"
melding = "informatiesessie"
uiterlijk = "26 februari 2027"
"""


@pytest.fixture
def state(small: Small) -> State:
    story = StoryInMemory()
    story.tell(small, "opened")
    return story.state


def forms_of(state: State, step: str) -> list[Offered]:
    return offered(state, state.actions.where(step=step)[0])


def test_every_action_points_to_forms_that_exist(state: State) -> None:
    for action in state.actions:
        found = offered(state, action)
        assert {one.form for one in found} <= FORMS, action.id
        assert all(one.filled["dossier"] == "klein" for one in found)


def test_a_council_answered_or_not_is_reminded_or_moves_with_the_others(
    state: State,
) -> None:
    heard, reserved, silent, reminded, moves = forms_of(state, "horen")
    assert (heard.form, heard.filled["gemeenten"]) == ("melden-gehoord", ["Haarlem"])
    assert (reserved.form, reserved.filled["gemeente"]) == ("melden-reservering", "Haarlem")
    assert (silent.form, silent.filled["gemeenten"]) == ("melden-geen-antwoord", ["Haarlem"])
    assert (reminded.form, reminded.filled["actiehouders"]) == ("melden-herinnering", ["Haarlem"])
    assert (moves.form, moves.filled["stap"]) == ("verplaatsen", "horen")
    assert "voor alle gemeenten" in moves.words


@pytest.mark.parametrize(
    ("step", "form", "filled"),
    [
        ("akkoord", "melden-akkoord", {"van": "regioburgemeester"}),
        ("ontwerp", "melden-versie", {"stap": "ontwerp"}),
        ("verzending", "4-horen", {}),
        ("vaststelling", "melden-vaststelling", {}),
        ("verwerking", "melden-gedaan", {"stap": "verwerking"}),
    ],
)
def test_who_did_it_reports_it_there(
    state: State, step: str, form: str, filled: dict[str, str]
) -> None:
    done = forms_of(state, step)[0]
    assert done.form == form
    assert filled.items() <= done.filled.items()


def test_a_version_that_can_come_no_more_leads_to_no_form_that_is_refused(small: Small) -> None:
    """The draft that was skipped lapses from its card, and from the page of the adviser."""
    story = StoryInMemory()
    story.tell(small, "themes")
    board = Links("https://prefect.example", {"melden-vervalt": "lapse"})
    ways = AdviserWays("/p/adviseur", board)
    [draft] = story.state.actions.where(step="concept-70")
    assert ways.of(story.state, draft)[0].address == "/p/adviseur/stukken/versie"
    story.does(VersionMade(on=ONTWERP, step="ontwerp"))
    with story.refuses("Een oudere versie kan er niet meer bij."):
        story.does(VersionMade(on=ONTWERP, step="concept-70"))
    assert forms_of(story.state, "concept-70")[0].form == "melden-vervalt"
    [way] = ways.of(story.state, draft)
    assert "/deployment/lapse/run" in way.address
    assert way.text == "Komt deze versie niet meer? Laat de stap vervallen"
    story.does(StepLapsed(on=ONTWERP, step="concept-70", reason="het ontwerp kwam er direct"))


def test_a_request_is_granted_or_answered_in_one_click_with_what_is_known(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    story.does(asks(who="burgemeester van Texel"))
    longer, answer = forms_of(story.state, "antwoord-op-verzoek")
    assert longer.form == "melden-uitstel"
    assert longer.filled == {"dossier": "klein", "gemeente": "Texel", "naar": "2027-10-21"}
    assert answer.form == "melden-antwoord-op-verzoek"
    assert answer.filled["verzoek"] == (
        "1 (burgemeester van Texel: uitstel tot en met 21 oktober 2027)"
    )
    story.does(asks(RequestKind.OTHER))
    [only] = offered(story.state, story.state.actions.where(step="antwoord-op-verzoek")[1])
    assert only.words == "Antwoorden? Doe het hier:"


def test_a_theme_that_is_explored_is_decided_on_from_the_card_of_its_meeting(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "opened")
    explored = ("Zorg en veiligheid: vaststelling",)
    story.does(ThemesChosen(on=THEMES, themes=("Jeugd",), explored=explored))
    first = forms_of(story.state, "vaststelling")[0]
    assert first.words == "Is over het thema Zorg en veiligheid besloten? Meld het:"
    assert (first.form, first.filled) == (
        "melden-verkenning", {"dossier": "klein", "thema": "Zorg en veiligheid"}
    )  # fmt: skip
    story.does(ThemeExplored(on=ONTWERP, theme="Zorg en veiligheid", outcome="wordt een thema"))
    assert forms_of(story.state, "vaststelling")[0].form == "melden-vaststelling"


def test_who_came_to_a_session_is_told_from_the_card_of_its_step(small: Small) -> None:
    story = opened_with_survey(small, SESSIONS)
    plan = SessionPlanned(on=OPENED, day=THEMES, start="13:30", place="Haarlem")
    assert forms_of(story.state, "sessies")[0].form == "melden-informatiesessie"
    story.does(plan)
    count, another, *_ = forms_of(story.state, "sessies")
    assert (count.form, count.words) == (
        "melden-sessie-gehouden", "Is een sessie gehouden? Meld hoeveel er waren:"
    )  # fmt: skip
    assert another.form == "melden-informatiesessie"
    story.does(SessionHeld(on=THEMES, session="1", attendance=("45",)))
    assert "melden-sessie-gehouden" not in {one.form for one in forms_of(story.state, "sessies")}


def test_who_agrees_is_told_from_the_card_of_the_adoption(state: State) -> None:
    forms = [one.form for one in forms_of(state, "vaststelling")]
    assert forms[:2] == ["melden-vaststelling", "melden-instemming"]


def test_the_next_procedure_is_laid_out_from_its_card_and_then_reported(small: Small) -> None:
    """The page of the adviser leads to the same form; only then the action is reported as done."""
    story = StoryInMemory()
    story.tell(small, "adopted")
    laid_out, done, *_ = forms_of(story.state, "volgende-procedure")
    assert (laid_out.form, laid_out.filled) == ("nieuw-dossier", {"na": "klein"})
    [way] = AdviserWays("/p/adviseur", Links("https://prefect.example", {"nieuw-dossier": "n"})).of(
        story.state, story.state.actions.where(step="volgende-procedure")[0]
    )
    assert way.text == "Voorstel maken? Zet de volgende procedure uit"
    [reported] = next_is_laid_out(story.state)
    assert (reported.form, reported.filled) == (done.form, done.filled)
    assert done.form == "melden-gedaan"
    story.does(StepDone(on=ADOPTED, step="volgende-procedure"))
    assert next_is_laid_out(story.state) == []


def test_what_comes_every_year_cannot_be_moved(state: State) -> None:
    assert [one.form for one in forms_of(state, "jaarverslag")] == ["melden-jaarverslag"]


def test_a_prefect_without_a_form_is_not_pointed_to(state: State) -> None:
    heard = forms_of(state, "horen")[0]
    assert heard.said(Links("http://127.0.0.1:4200")) is None
    said = heard.said(Links("http://127.0.0.1:4200", {"melden-gehoord": "7f"}))
    assert said is not None
    assert said.startswith("Gehoord? Meld het: http://127.0.0.1:4200/deployments/deployment/7f/run")
