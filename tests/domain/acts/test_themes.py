"""The themes: chosen by a body, and what waits for them."""

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import ReasonGiven, ThemesChosen
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import SENT, state
from tests.domain.acts.story_in_memory import At
from tests.story import ADOPTED, THEMES, Told


def test_the_themes_that_were_chosen_last_are_the_themes(opened: Register) -> None:
    for theme in ("Ondermijning", "Jeugd"):
        record(opened, "klein", ThemesChosen(on=SENT, themes=(theme,)), SENT)
    besluit = state(opened).themes()
    assert besluit is not None
    assert besluit.text == "Jeugd"


def test_drafts_wait_for_the_themes(told: Told) -> None:
    """The procesvoorstel asks it, no statute does."""
    story = told("opened")
    with story.refuses("thema's zijn nog niet gekozen", "procesvoorstel", "'themas'", "Leg eerst"):
        story.starts(Stage.DRAFTS, THEMES)


def test_drafts_do_not_wait_for_the_themes_once_it_is_said_why(told: Told) -> None:
    story = told("opened")
    with story.refuses("gehoord record reden klein volgorde --stap concept-70 --door"):
        story.starts(Stage.DRAFTS, THEMES)
    ground = "de thema's van het vorige plan blijven"
    story.does(
        ReasonGiven(
            on=THEMES, by="regioburgemeester", code="volgorde", ground=ground, step="concept-70"
        )
    )
    story.starts(Stage.DRAFTS, THEMES)


def test_the_themes_are_a_besluit_of_the_body_that_chooses_them(at: At) -> None:
    report = ThemesChosen(on=THEMES, themes=("Ondermijning  in  de haven", "Jeugd"))
    act = decided(report, at("opened"))
    assert act.said == "2 thema's vastgelegd."
    state = at("opened").after(act.changes)
    besluit = state.themes()
    assert besluit is not None
    assert (besluit.kind, besluit.by, besluit.taken_on) == (BesluitKind.THEMES, "rbop", THEMES)
    assert besluit.text == "Ondermijning in de haven\nJeugd"
    [action] = state.actions.where(step="themas")
    assert (action.state, action.done_on) == (ActionState.DONE, THEMES)


def test_themes_that_are_chosen_anew_are_another_besluit_of_whoever_says_so(at: At) -> None:
    act = decided(ThemesChosen(on=THEMES, themes=("Jeugd",), by="secretaris"), at("themes"))
    besluit = at("themes").after(act.changes).themes()
    assert besluit is not None
    assert (besluit.id, besluit.by) == ("klein/themas/2", "secretaris")
    assert act.said == "1 thema vastgelegd."
    assert act.changes.replaced == ()


def test_the_themes_of_an_adopted_plan_do_not_change(told: Told) -> None:
    story = told("adopted")
    with story.refuses("al vastgesteld", "de thema's veranderen niet meer"):
        story.does(ThemesChosen(on=ADOPTED, themes=("Jeugd",)))
