# SPDX-License-Identifier: EUPL-1.2
"""A jaarverslag or a priority that was recorded by mistake is taken back."""

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import LettersWrong
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.proposal.stage import Stage
from tests.conftest import read_day
from tests.domain.acts.test_deciding import JAARVERSLAG
from tests.domain.acts.test_priorities import MID_TERM, priority
from tests.story import ADOPTED, Told

MISTAKE = "het besluit was van een ander overleg"
LATER = read_day("Mon 2029-06-04")
SENT = ("toezending-jaarverslag-2028-minister", "toezending-jaarverslag-2028-korpschef")


def test_a_jaarverslag_that_was_sent_is_adopted_and_sent_anew(told: Told) -> None:
    """Politiewet 2012, art. 39 lid 1 and 4."""
    story = told("adopted")
    story.does(JAARVERSLAG)
    story.starts(Stage.ACCOUNT, LATER)
    assert all(story.state.is_done(step) for step in SENT)
    said = story.does(Corrected(on=LATER, step="jaarverslag", reason=MISTAKE))
    assert "Teruggenomen: de vaststelling van het jaarverslag over 2028." in said
    assert story.state.jaarverslag(2028) is None
    assert not any(story.state.owed(step) for step in SENT)
    story.does(JAARVERSLAG)
    assert all(story.state.owed(step) for step in SENT)


def test_a_year_without_a_jaarverslag_has_none_to_take_back(told: Told) -> None:
    story = told("adopted")
    story.does(JAARVERSLAG)
    with story.refuses("Er is geen jaarverslag over 2029 vastgesteld", "Noem het jaar."):
        story.does(Corrected(on=LATER, step="jaarverslag", owner="2029", reason=MISTAKE))


def test_the_themes_of_before_have_priority_again(told: Told) -> None:
    story = told("adopted")
    was = story.state.themes()
    story.does(priority())
    assert story.state.themes() != was
    said = story.does(Corrected(on=ADOPTED, report="prioriteit", reason=MISTAKE))
    assert said.endswith("Nu gelden weer deze thema's: Ondermijning en Jeugd.")
    assert story.state.themes() == was


def test_who_read_of_a_priority_reads_which_themes_count_now(told: Told) -> None:
    """An earlier priority stands: then the themes of the plan do not count again."""
    story = told("adopted")
    story.does(priority())
    story.does(priority(comes=("Jeugd",), goes=("Ondermijning",)))
    act = decided(Corrected(on=ADOPTED, report="prioriteit", reason=MISTAKE), story.state)
    [wrong] = act.news
    assert isinstance(wrong, LettersWrong)
    was = story.state.besluiten_on(BesluitKind.PRIORITY)[0].text.replace("\n", " en ")
    now = f"Nu gelden weer deze thema's: {was}, zoals besloten op {day_in_words(MID_TERM)}."
    assert wrong.told.endswith(now)
    assert act.said.endswith(now)
