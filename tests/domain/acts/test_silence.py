# SPDX-License-Identifier: EUPL-1.2
"""Silence is a judgement that someone can defend (Politiewet 2012, art. 38b lid 2).

It counts after a meeting that fitted or, where the meetings are not known, six raadsweken; without
these only on a reason of the council's own.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.acts.report import Agreed, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.silence import opportunity_given
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.finding import Severity
from gehoord.domain.frozen import read_toml
from gehoord.domain.plan.opportunities import WEEKS_OF_A_FULL_PASS
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Part
from gehoord.templates.correspondence import letter
from gehoord.templates.outgoing.outgoing import Outgoing
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.domain.checks.written import text_of, unit
from tests.story import HEAR, silent

MADE, SENT = date(2026, 7, 1), date(2026, 7, 3)
SHAM = date(2026, 7, 13), date(2026, 7, 14)
"""Two days of the summer holidays in the south."""
OWN = "De fractievoorzitters van Deurne bespraken het ontwerp en wilden niet antwoorden."
OTHER = "Land van Cuijk hield een ingelaste vergadering, maar nam daar geen besluit."
Asked = Callable[..., StoryInMemory]


def councils_asked(
    window: tuple[date, date] = SHAM, meetings: str = "", sent: date = SENT
) -> StoryInMemory:
    """Open the small procedure and ask its two councils, with another window or other meetings."""

    first, last = window
    sent = date(2026, 7, 10) if window == SHAM else sent
    text = text_of(
        "toezending-zonder-dag",
        ('van = "4 juli 2026", tot_en_met = "1 november 2026"',
         f"van = {first}, tot_en_met = {last}"),
        ('wanneer = "3 juli 2026"', f"wanneer = {sent}"),
    )  # fmt: skip
    eenheid = unit()
    if meetings:
        eenheid = eenheid.replace(
            'naam = "Deurne"\n', f'naam = "Deurne"\nvergaderingen = {meetings}\n', 1
        )
    story = StoryInMemory()
    story.opens(
        (
            read_toml(Proposal, text.encode(), "proef.toml"),
            read_toml(Eenheid, eenheid.encode(), "eenheid.toml"),
            text,
        )
    )
    story.does(VersionMade(on=MADE, step="ontwerp", contains=tuple(Part)))
    for client in ("regioburgemeester", "hoofdofficier"):
        story.does(Agreed(on=MADE, client=client))
    story.starts(Stage.HEARING, sent)
    return story


@pytest.fixture
def asked() -> Asked:
    return councils_asked


LONG = date(2026, 7, 4), date(2026, 11, 1)
AFTER_SHAM, AFTER_LONG = date(2026, 7, 15), date(2026, 11, 2)


def states(story: StoryInMemory) -> list[HearingState]:
    return [h.state for h in sorted(story.state.hearings, key=lambda h: h.name)]


def test_two_days_in_recess_are_no_opportunity_and_three_words_no_reason(asked: Asked) -> None:
    story = asked()
    with story.refuses("Deurne", "geen echte gelegenheid", "geen raadsweken", law=HEAR):
        story.does(silent("Deurne", AFTER_SHAM, "niets gehoord helaas"))


def test_a_reason_is_not_copied_to_another_council(asked: Asked) -> None:
    story = asked()
    story.does(silent("Deurne", AFTER_SHAM, OWN))
    for copied in (
        OWN,
        OWN.upper(),
        OWN.replace("Deurne", "Land van Cuijk"),
        f"{OWN.replace('Deurne', 'Land van Cuijk')} (2)",
        OWN.replace(" ", "  ").replace(".", "!"),
        OWN.replace("ontwerp", "conceptontwerp"),
        f"Verder geldt hier nog dit: {OWN} Dat staat vast.",
    ):
        with story.refuses("Land van Cuijk", "niet de reden van een andere raad", law=HEAR):
            story.does(silent("Land van Cuijk", AFTER_SHAM, copied))
    story.does(silent("Land van Cuijk", AFTER_SHAM, OTHER))
    assert states(story) == [HearingState.SILENT, HearingState.SILENT]


@pytest.mark.parametrize(
    "words",
    ["a b c d e f", "op 1 2 3 4 5 6 juli", "ja ja ja ja ja ja", "Deurne Deurne was er stil"],
)
def test_letters_numbers_and_names_are_no_reason(asked: Asked, words: str) -> None:
    story = asked()
    with story.refuses("Deurne", "ten minste 6 woorden", law=HEAR):
        story.does(silent("Deurne", AFTER_SHAM, words))


@pytest.mark.parametrize(
    "office", ["adviseur", "griffier", "burgemeester", "burgemeester van Land van Cuijk"]
)
def test_without_an_opportunity_another_office_cannot_judge_the_silence(
    asked: Asked, office: str
) -> None:
    story = asked()
    with story.refuses("de regioburgemeester of de burgemeester van Deurne", office, law=HEAR):
        story.does(silent("Deurne", AFTER_SHAM, OWN, office))


@pytest.mark.parametrize(
    ("office", "kept"),
    [
        ("de Regioburgemeester", "regioburgemeester"),
        ("burgemeester van deurne", "burgemeester van Deurne"),
        ("Burgemeester Deurne", "burgemeester van Deurne"),
        ("burgemeester van GM0762", "burgemeester van Deurne"),
    ],
)
def test_who_judged_the_silence_is_kept_with_the_hearing(
    asked: Asked, office: str, kept: str
) -> None:
    story = asked()
    story.does(silent("Deurne", AFTER_SHAM, OWN, office))
    assert story.state.hearing_of("GM0762").reason_by == kept


def test_a_reason_of_another_office_that_a_register_holds_asks_for_one(asked: Asked) -> None:
    story = asked()
    story.does(silent("Deurne", AFTER_SHAM, OWN))
    hearings = [h.model_copy(update={"reason_by": "adviseur"}) for h in story.state.hearings]
    state = replace(story.state, hearings=Kept(hearings))
    found = {f.code: f for f in findings(Case.of_dossier(state, AFTER_SHAM))}
    assert "1 raad (Deurne)" in found["zweeg-zonder-gelegenheid"].text


def test_of_sham_silence_the_check_names_the_councils(asked: Asked) -> None:
    story = asked()
    story.does(silent("Deurne", AFTER_SHAM, OWN))
    found = {f.code: f for f in findings(Case.of_dossier(story.state, AFTER_SHAM))}
    assert "Zonder vergadering die paste of zes raadsweken: 1 raad (Deurne)" in (
        found["raad-zweeg"].text
    )
    assert "zweeg-zonder-gelegenheid" not in found


def test_silence_that_an_older_register_holds_without_a_reason_asks_for_one(asked: Asked) -> None:
    story = asked()
    hearings = [
        h.model_copy(
            update={"state": HearingState.SILENT, "heard_on": AFTER_SHAM, "reason": "ruim de tijd"}
        )
        for h in story.state.hearings
    ]
    state = replace(story.state, hearings=Kept(hearings))
    found = {f.code: f for f in findings(Case.of_dossier(state, AFTER_SHAM))}
    assert found["zweeg-zonder-gelegenheid"].severity is Severity.REASON
    assert "2 raden (Deurne en Land van Cuijk)" in found["zweeg-zonder-gelegenheid"].text


def test_enough_weeks_outside_recess_are_an_opportunity(asked: Asked) -> None:
    story = asked(LONG)
    story.does(silent("Deurne", AFTER_LONG, "drie keer gevraagd"))
    assert states(story)[0] is HearingState.SILENT
    assert not [
        f
        for f in findings(Case.of_dossier(story.state, AFTER_LONG))
        if "Zonder vergadering" in f.text
    ]


@pytest.mark.parametrize(
    ("last", "weeks"),
    [(date(2026, 10, 1), 5), (date(2026, 10, 2), 6), (date(2026, 10, 23), 8)],
)
def test_the_sixth_week_makes_the_difference(asked: Asked, last: date, weeks: int) -> None:
    """After the summer holidays of the south, that end on 23 August 2026."""
    story = asked((date(2026, 8, 24), last), sent=date(2026, 8, 20))
    hearing = story.state.hearing_of("GM0762")
    given_ = opportunity_given(story.state, hearing, last + timedelta(days=1))
    assert given_.weeks == weeks
    assert given_.is_real == (weeks >= WEEKS_OF_A_FULL_PASS)


def test_a_known_meeting_that_fits_is_an_opportunity_in_fewer_weeks(asked: Asked) -> None:
    window = (date(2026, 8, 24), date(2026, 9, 18))
    met = "{ dagen = [2026-09-10] }"
    story = asked(window, met, sent=date(2026, 8, 20))
    story.does(silent("Deurne", date(2026, 9, 19), "drie keer gevraagd"))
    with story.refuses("Land van Cuijk", "raadsweken buiten het reces", law=HEAR):
        story.does(silent("Land van Cuijk", date(2026, 9, 19), "drie keer gevraagd"))


def test_many_weeks_without_a_meeting_that_fits_are_none(asked: Asked) -> None:
    """What is known of the meetings goes before the weeks."""
    story = asked(LONG, "{ dagen = [2026-07-06, 2026-11-05] }")
    with story.refuses("Deurne", "geen raadsvergadering die paste", law=HEAR):
        story.does(silent("Deurne", AFTER_LONG, "drie keer gevraagd"))


def test_a_hearing_without_a_last_day_counts_up_to_the_day_of_judgement(asked: Asked) -> None:
    story = asked(LONG)
    hearing = story.state.hearing_of("GM0762").due_anew(None)
    early, late = date(2026, 8, 1), date(2026, 11, 1)
    assert not opportunity_given(story.state, hearing, early).is_real
    assert opportunity_given(story.state, hearing, late).is_real


def test_all_silent_councils_with_a_real_opportunity_are_recorded_at_once(asked: Asked) -> None:
    story = asked(LONG)
    said = story.does(silent("alle", AFTER_LONG, "herinnerd, gebeld en gemaild"))
    assert said.startswith("Vastgelegd dat 2 raden gelegenheid hadden en niet antwoordden: Deurne")
    assert states(story) == [HearingState.SILENT, HearingState.SILENT]
    assert not [a for a in story.state.open_actions() if a.step == "horen"]


def test_at_once_leaves_out_who_had_no_real_opportunity(asked: Asked) -> None:
    story = asked(LONG, "{ dagen = [2026-07-06, 2026-11-05] }")
    said = story.does(silent("Alle", AFTER_LONG, "herinnerd, gebeld en gemaild"))
    assert "Zonder echte gelegenheid, dus elk met een eigen reden: Deurne." in said
    assert states(story) == [HearingState.INVITED, HearingState.SILENT]


def test_at_once_is_refused_where_nobody_had_one(asked: Asked) -> None:
    story = asked()
    with story.refuses("geen raad", "Deurne en Land van Cuijk", law=HEAR):
        story.does(silent("alle", AFTER_SHAM, "herinnerd, gebeld en gemaild"))


def test_the_letter_states_no_opportunity_that_was_not_there(asked: Asked) -> None:
    story = asked()
    story.does(silent("Deurne", AFTER_SHAM, OWN))
    post = Outgoing(story.state, AFTER_SHAM, "adviseur@proef.example")
    told = letter(Letter.SEND_OUT, post.to("Minister", "minister")).letter
    assert "blijkt niet dat er genoeg gelegenheid was" in told
    assert f"Deurne: {OWN}" in told
    assert "Deze gelegenheid om te antwoorden is er geweest" not in told


def test_the_letter_names_which_councils_had_which_opportunity(asked: Asked) -> None:
    story = asked(LONG, "{ dagen = [2026-09-10] }")
    story.does(silent("alle", AFTER_LONG, "herinnerd, gebeld en gemaild"))
    post = Outgoing(story.state, AFTER_LONG, "adviseur@proef.example")
    told = letter(Letter.SEND_OUT, post.to("Minister", "minister")).letter
    assert "<li>Deurne: de raadsvergadering van 10 september 2026.</li>" in told
    assert "<li>Land van Cuijk: 10 raadsweken buiten het reces van 4 juli 2026 tot" in told
    assert "blijkt niet" not in told


@settings(max_examples=40)
@given(st.integers(0, 120))
def test_more_days_never_take_an_opportunity_away(days: int) -> None:
    story = councils_asked(LONG)
    hearing = story.state.hearing_of("GM0762").due_anew(None)
    day = SENT + timedelta(days=days)
    now, later = (
        opportunity_given(story.state, hearing, on) for on in (day, day + timedelta(days=7))
    )
    assert later.is_real >= now.is_real
    assert (now.weeks or 0) <= (later.weeks or 0)
