"""What the procedure refuses up to the hearing: in one sentence, and nothing has changed.

Law: Politiewet 2012, art. 38b lid 2 and art. 39 lid 1.
"""

from datetime import timedelta
from typing import Any

import pytest

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.report import Agreed, StepDone, VersionMade
from gehoord.domain.dossier.hearing import HearingState, Manner
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.opening import open_dossier
from tests.app.story import (
    ADOPTED,
    AGREED,
    ASKED,
    FINAL,
    HEARD,
    ONTWERP,
    OPENED,
    RESPOND_BY,
    THEMES,
    Small,
    Told,
    heard,
    silent,
)

DAY = timedelta(days=1)
HEAR = "art. 38b lid 2"
REAL_REASON = "uitgesteld, herinnerd en gebeld"


def test_the_lawful_story_can_be_told_to_its_end(told: Told) -> None:
    """Or every refusal below would prove nothing."""
    story = told("adopted")
    assert story.state.adoption is not None
    assert story.state.adoption.taken_on == ADOPTED
    assert {h.respond_by for h in story.state.hearings} == {RESPOND_BY}
    assert story.starts(Stage.ADOPTION, ADOPTED).startswith("5 brieven")


def test_a_dossier_is_opened_once(told: Told, small: Small) -> None:
    story = told("opened")
    with story.refuses("'klein' is er al", "--naam"):
        open_dossier(story.register, "klein", *small, OPENED)


def test_drafts_wait_for_the_themes(told: Told) -> None:
    """The procesvoorstel asks it, no statute does."""
    story = told("opened")
    with story.refuses("thema's zijn nog niet gekozen", "procesvoorstel", "'themas'", "Leg eerst"):
        story.starts(Stage.DRAFTS, THEMES)


def test_councils_are_not_asked_without_an_ontwerp(told: Told) -> None:
    story = told("themes")
    with story.refuses("nog geen ontwerp", "Leg eerst", law=HEAR):
        story.starts(Stage.HEARING, ASKED)


def test_the_ontwerp_does_not_leave_without_any_agreement(told: Told) -> None:
    story = told("ontwerp")
    with story.refuses("regioburgemeester en hoofdofficier van justitie"):
        story.starts(Stage.HEARING, ASKED)


@pytest.mark.parametrize(
    ("client", "missing"),
    [
        ("regioburgemeester", "van de hoofdofficier van justitie."),
        ("hoofdofficier", "van de regioburgemeester."),
    ],
)
def test_one_agreement_is_not_enough(told: Told, client: Any, missing: str) -> None:
    story = told("ontwerp")
    story.does(Agreed(on=AGREED, client=client))
    with story.refuses("mag nog niet weg", missing, "Leg het akkoord vast"):
        story.starts(Stage.HEARING, ASKED)


def test_agreement_with_an_older_ontwerp_does_not_count(told: Told) -> None:
    story = told("agreed")
    story.does(VersionMade(on=AGREED + DAY, step="ontwerp"))
    with story.refuses("akkoord ontbreekt"):
        story.starts(Stage.HEARING, ASKED)


def test_there_must_be_something_to_agree_with(told: Told) -> None:
    story = told("themes")
    with story.refuses("nog geen ontwerp om mee akkoord te gaan", "Leg eerst de versie vast"):
        story.does(Agreed(on=AGREED, client="hoofdofficier"))


def test_nobody_agrees_before_the_ontwerp_exists(told: Told) -> None:
    story = told("ontwerp")
    with story.refuses(day_in_words(ONTWERP - DAY), "nog niet", "Verbeter de dag"):
        story.does(Agreed(on=ONTWERP - DAY, client="hoofdofficier"))


def test_nobody_agrees_twice_with_the_same_ontwerp(told: Told) -> None:
    story = told("agreed")
    with story.refuses("al akkoord"):
        story.does(Agreed(on=AGREED, client="hoofdofficier"))


def test_a_council_is_not_heard_before_it_is_asked(told: Told) -> None:
    story = told("agreed")
    with story.refuses("Haarlem", "nog niet gekregen", "Start eerst", law=HEAR):
        story.does(heard("Haarlem"))


def test_a_council_is_not_heard_on_a_day_before_it_was_asked(told: Told) -> None:
    story = told("asked")
    with story.refuses("Haarlem", day_in_words(ASKED - DAY), "Verbeter de dag"):
        story.does(heard("Haarlem", on=ASKED - DAY), ASKED)


@pytest.mark.parametrize("manner", [m for m in Manner if m is not Manner.COUNCIL_MEETING])
def test_only_the_council_itself_can_be_heard(told: Told, manner: Manner) -> None:
    """A committee is not the raad (Gemeentewet art. 82)."""
    story = told("asked")
    with story.refuses(f"'{manner}' telt niet", "Haarlem", "alleen de raad zelf", law=HEAR):
        story.does(heard("Haarlem", manner=manner))


def test_a_council_is_heard_once(told: Told) -> None:
    story = told("heard")
    with story.refuses("Haarlem", "al gehoord op 16 september 2027"):
        story.does(heard("Haarlem", on=HEARD + DAY))


def test_a_silence_that_was_judged_is_not_judged_again(told: Told) -> None:
    story = told("asked")
    story.does(silent("Texel", RESPOND_BY + DAY, REAL_REASON))
    with story.refuses("Texel", "op 8 oktober 2027 al vastgelegd dat hij niet antwoordde"):
        story.does(silent("Texel", RESPOND_BY + DAY, REAL_REASON))


def test_silence_is_no_answer_before_the_last_day_has_passed(told: Told) -> None:
    story = told("asked")
    with story.refuses("Texel", day_in_words(RESPOND_BY), law=HEAR):
        story.does(silent("Texel", RESPOND_BY, REAL_REASON))
    story.does(silent("Texel", RESPOND_BY + DAY, REAL_REASON))
    assert story.state.hearing_of("GM0448").state is HearingState.SILENT


@pytest.mark.parametrize("reason", ["", "-", "geen reactie", "  \n  "])
def test_silence_needs_a_real_reason(told: Told, reason: str) -> None:
    story = told("asked")
    with story.refuses("Texel", "genoeg gelegenheid", law=HEAR):
        story.does(silent("Texel", RESPOND_BY + DAY, reason))


def test_a_council_that_was_never_asked_is_not_silent(told: Told) -> None:
    story = told("agreed")
    with story.refuses("Texel", "nog niet gekregen", law=HEAR):
        story.does(silent("Texel", RESPOND_BY + DAY, REAL_REASON))


def test_a_council_that_was_heard_is_not_silent(told: Told) -> None:
    story = told("heard")
    with story.refuses("Texel", "al gehoord"):
        story.does(silent("Texel", RESPOND_BY + DAY, REAL_REASON))


def test_a_step_is_done_once(told: Told) -> None:
    story = told("final")
    with story.refuses("'verwerking'", "niets open"):
        story.does(StepDone(on=FINAL, step="verwerking"))


def test_a_step_is_done_by_who_owes_it(told: Told) -> None:
    story = told("heard")
    with story.refuses("'verwerking'", "voor rbop niets open"):
        story.does(StepDone(on=FINAL, step="verwerking", owner="rbop"))


@pytest.mark.parametrize(
    ("step", "own"),
    [
        ("themas", "legt u vast als 'themas'"),
        ("ontwerp", "legt u vast als 'versie'"),
        ("akkoord", "legt u vast als 'akkoord'"),
        ("horen", "legt u vast als 'gehoord'"),
        ("vaststelling", "legt u vast als 'vaststelling'"),
    ],
)
def test_a_step_with_a_deed_of_its_own_is_not_merely_done(told: Told, step: str, own: str) -> None:
    story = told("final")
    with story.refuses(f"'{step}'", own):
        story.does(StepDone(on=FINAL, step=step))


def test_the_ontwerp_is_not_merely_said_to_have_left(told: Told) -> None:
    story = told("agreed")
    with story.refuses("de fase 'horen' te starten", law=HEAR):
        story.does(StepDone(on=ASKED, step="verzending"))


def test_a_meeting_is_no_version(told: Told) -> None:
    story = told("opened")
    with story.refuses("'themas' is geen versie, maar een besluit"):
        story.does(VersionMade(on=THEMES, step="themas"))


def test_nothing_is_recorded_before_it_happens(told: Told) -> None:
    story = told("heard")
    with story.refuses("28 oktober 2027 ligt in de toekomst"):
        story.does(StepDone(on=FINAL, step="verwerking"), FINAL - DAY)


def test_two_at_once_do_not_both_win(told: Told) -> None:
    story = told("asked")
    hearing = story.state.hearing_of("GM0392")
    story.does(heard("Haarlem"))
    other = hearing.hear(HEARD, Manner.COUNCIL_MEETING, heard("Haarlem").answer)
    with (
        story.refuses("Iemand anders", "probeer het opnieuw"),
        story.register.changing("klein", HEARD, "adviseur", "gehoord") as change,
    ):
        change.replace([(hearing, other)])
