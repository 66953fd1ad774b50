"""The themes: chosen by a body, and what waits for them."""

from gehoord.domain.acts.report import ThemesChosen
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import SENT, state
from tests.story import THEMES, Told


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
