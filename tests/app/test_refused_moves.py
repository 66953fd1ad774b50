"""Which moves are refused: in one sentence, and nothing has changed.

Law: Politiewet 2012, art. 38b lid 2.
"""

from datetime import timedelta

import pytest

from tests.app.story import ADOPTED, ASKED, OPENED, THEMES, Told

DAY = timedelta(days=1)
HEAR = "art. 38b lid 2"


def test_a_step_is_not_moved_to_the_past(told: Told) -> None:
    story = told("opened")
    with story.refuses("30 november 2026 is al voorbij", "vanaf 1 december 2026"):
        story.moves("themas", OPENED - DAY, OPENED)


def test_what_is_done_is_not_moved(told: Told) -> None:
    story = told("themes")
    with story.refuses("'themas' is al gedaan"):
        story.moves("themas", THEMES + DAY, THEMES)


def test_a_step_is_not_moved_to_its_own_day(told: Told) -> None:
    story = told("opened")
    with story.refuses("staat al op 4 november 2027"):
        story.moves("vaststelling", ADOPTED, OPENED)


@pytest.mark.parametrize("reason", ["", " ", "druk"])
def test_a_move_needs_a_reason_on_the_command_line_and_in_the_form_alike(
    told: Told, reason: str
) -> None:
    story = told("opened")
    with story.refuses("Geef in een paar woorden de reden: waarom verandert de dag?"):
        story.moves("vaststelling", ADOPTED + 7 * DAY, OPENED, reason)


@pytest.mark.parametrize("days", [0, 1, 7])
def test_the_hearing_is_not_moved_past_the_adoption(told: Told, days: int) -> None:
    story = told("opened")
    with story.refuses("Het horen duurt tot en met", "4 november 2027", law=HEAR):
        story.moves("horen", ADOPTED + days * DAY, OPENED)


def test_the_adoption_is_not_moved_before_a_hearing_with_a_day_of_its_own(told: Told) -> None:
    """Once it has been given a day of its own, the hearing no longer follows the adoption."""
    story = told("opened")
    assert story.moves("horen", ADOPTED - 21 * DAY, OPENED).appearing == ()
    with story.refuses("Het horen duurt tot en met 14 oktober 2027", law=HEAR):
        story.moves("vaststelling", ADOPTED - 21 * DAY, OPENED)


def test_a_step_is_not_moved_beyond_the_calendar(told: Told) -> None:
    story = told("opened")
    with story.refuses("2150", "2100"):
        story.moves("vaststelling", ADOPTED.replace(year=2150), OPENED)


def test_a_window_is_not_moved_to_end_before_it_starts(told: Told) -> None:
    story = told("opened")
    with story.refuses("'horen'", "voordat hij begint"):
        story.moves("horen", ASKED - DAY, OPENED)


def test_a_yearly_duty_has_no_day_to_move(told: Told) -> None:
    story = told("opened")
    with story.refuses("'jaarverslag' komt elk jaar terug"):
        story.moves("jaarverslag", ADOPTED, OPENED)
