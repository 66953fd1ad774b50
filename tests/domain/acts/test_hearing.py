# SPDX-License-Identifier: EUPL-1.2
"""Asking the councils, and what they answer: in memory and in a register.

Law: Politiewet 2012, art. 38b lid 2.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import OntwerpSent
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.hearing import ask_councils
from gehoord.domain.acts.report import Agreed, CouncilHeard, Report, SilenceAccepted, VersionMade
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.eenheid.eenheid import OFFICES
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.hearing import hear
from gehoord.flows.move import move
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import LATE, NAMES, SENT, ontwerp, record_heard, state
from tests.domain.acts.story_in_memory import At
from tests.story import (
    ADOPTED,
    AGREED,
    ASKED,
    HEAR,
    HEARD,
    ONE_DAY,
    REAL_REASON,
    RESPOND_BY,
    Told,
    heard,
    silent,
)


def test_councils_are_not_asked_without_an_ontwerp(told: Told) -> None:
    story = told("themes")
    with story.refuses("nog geen ontwerp", "Leg eerst", law=HEAR):
        story.starts(Stage.HEARING, ASKED)


def test_the_ontwerp_does_not_leave_on_a_day_on_which_it_did_not_exist(opened: Register) -> None:
    ontwerp(opened, SENT)
    with pytest.raises(RefusedError, match="nog geen ontwerp"):
        hear(opened, "klein", SENT - timedelta(days=90))


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
    with story.refuses("mag nog niet weg", missing, "Leg het akkoord vast") as refused:
        story.starts(Stage.HEARING, ASKED)
    assert isinstance(refused.value, RefusedError)
    [form] = refused.value.onward
    assert (form.kind, f"van de {OFFICES[form.filled['van']]}.") == ("akkoord", missing)


def test_agreement_with_an_older_ontwerp_does_not_count(told: Told) -> None:
    story = told("agreed")
    story.does(VersionMade(on=AGREED + ONE_DAY, step="ontwerp"))
    with story.refuses("akkoord ontbreekt"):
        story.starts(Stage.HEARING, ASKED)


def test_a_newer_ontwerp_is_not_sent_with_a_day_to_answer_that_has_passed(opened: Register) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    record_heard(opened, date(2027, 9, 2), *NAMES)
    ontwerp(opened, LATE)
    with pytest.raises(RefusedError, match="Verplaats eerst de stap 'horen'"):
        hear(opened, "klein", LATE)
    move(opened, "klein", "horen", date(2027, 10, 20), "er is een nieuw ontwerp", LATE)
    hear(opened, "klein", LATE)
    assert {h.respond_by for h in state(opened).hearings} == {date(2027, 10, 20)}
    report = SilenceAccepted(
        on=LATE, municipality="Texel", reason="ruim tijd gehad, drie keer gebeld"
    )
    with pytest.raises(RefusedError, match="kan nog tot en met"):
        record(opened, "klein", report, LATE)


def test_a_council_is_not_heard_before_it_is_asked(told: Told) -> None:
    story = told("agreed")
    with story.refuses("Haarlem", "nog niet gekregen", "Start eerst", law=HEAR):
        story.does(heard("Haarlem"))


def test_a_council_is_not_heard_on_a_day_before_it_was_asked(told: Told) -> None:
    story = told("asked")
    with story.refuses("Haarlem", day_in_words(ASKED - ONE_DAY), "Verbeter de dag"):
        story.does(heard("Haarlem", on=ASKED - ONE_DAY), ASKED)


@pytest.mark.parametrize("manner", [m for m in Manner if m is not Manner.COUNCIL_MEETING])
def test_only_the_council_itself_can_be_heard(told: Told, manner: Manner) -> None:
    """A committee is not the raad (Gemeentewet art. 82)."""
    story = told("asked")
    with story.refuses(f"'{manner}' telt niet", "Haarlem", "alleen de raad zelf", law=HEAR):
        story.does(heard("Haarlem", manner=manner))


def test_a_council_is_heard_once(told: Told) -> None:
    story = told("heard")
    with story.refuses("Haarlem", "al gehoord op 16 september 2027"):
        story.does(heard("Haarlem", on=HEARD + ONE_DAY))


def test_a_silence_that_was_judged_is_not_judged_again(told: Told) -> None:
    story = told("asked")
    story.does(silent("Texel", RESPOND_BY + ONE_DAY, REAL_REASON))
    with story.refuses("Texel", "op 8 oktober 2027 al vastgelegd dat hij niet antwoordde"):
        story.does(silent("Texel", RESPOND_BY + ONE_DAY, REAL_REASON))


def test_silence_is_no_answer_before_the_last_day_has_passed(told: Told) -> None:
    story = told("asked")
    with story.refuses("Texel", day_in_words(RESPOND_BY), law=HEAR):
        story.does(silent("Texel", RESPOND_BY, REAL_REASON))
    story.does(silent("Texel", RESPOND_BY + ONE_DAY, REAL_REASON))
    assert story.state.hearing_of("GM0448").state is HearingState.SILENT


@pytest.mark.parametrize("reason", ["", "-", "geen reactie", "  \n  "])
def test_silence_needs_a_real_reason(told: Told, reason: str) -> None:
    story = told("asked")
    with story.refuses("Texel", "genoeg gelegenheid", law=HEAR):
        story.does(silent("Texel", RESPOND_BY + ONE_DAY, reason))


def test_a_council_that_was_never_asked_is_not_silent(told: Told) -> None:
    story = told("agreed")
    with story.refuses("Texel", "nog niet gekregen", law=HEAR):
        story.does(silent("Texel", RESPOND_BY + ONE_DAY, REAL_REASON))


def test_a_council_that_was_heard_is_not_silent(told: Told) -> None:
    story = told("heard")
    with story.refuses("Texel", "al gehoord"):
        story.does(silent("Texel", RESPOND_BY + ONE_DAY, REAL_REASON))


@pytest.mark.parametrize(
    "report",
    [heard("Haarlem", on=ADOPTED), silent("Haarlem", ADOPTED, REAL_REASON)],
    ids=["heard", "silent"],
)
def test_no_council_is_heard_after_the_adoption(told: Told, report: Report) -> None:
    story = told("adopted")
    with story.refuses("al vastgesteld op 4 november 2027", "alleen daarvoor", law=HEAR):
        story.does(report)


CODES = frozenset({"GM0392", "GM0405", "GM0448"})


def test_every_council_is_asked_by_one_act_and_gets_the_ontwerp(at: At) -> None:
    act, councils = ask_councils(at("agreed"), ASKED)
    assert (councils, act.news) == (3, (OntwerpSent("verzending", CODES),))
    state = at("agreed").after(act.changes)
    assert state.owed("verzending") == []
    assert {(h.state, h.round, h.invited_on, h.respond_by) for h in state.hearings} == {
        (HearingState.INVITED, 1, ASKED, RESPOND_BY)
    }


def test_who_was_asked_is_not_asked_again(at: At) -> None:
    act, councils = ask_councils(at("asked"), ASKED + ONE_DAY)
    assert (councils, act.news) == (0, (OntwerpSent("verzending", frozenset()),))
    assert not act.changes
    assert not act.said  # that the ontwerp has no file was told when it left


def test_a_council_that_is_heard_owes_nothing_and_its_zienswijze_waits(at: At) -> None:
    report = CouncilHeard(
        on=HEARD, municipality="texel", answer=Answer.ZIENSWIJZE, text="Meer wijkagenten."
    )
    act = decided(report, at("asked"))
    assert act.said == "De raad van Texel is gehoord: zienswijze."
    state = at("asked").after(act.changes)
    hearing = state.hearing_of("GM0448")
    assert (hearing.state, hearing.heard_on) == (HearingState.HEARD, HEARD)
    assert [a.owner for a in state.owed("horen")] == ["GM0392", "GM0405"]
    [zienswijze] = state.zienswijzen
    assert (zienswijze.text, zienswijze.version) == ("Meer wijkagenten.", hearing.version)
    assert zienswijze.awaits_disposition


@pytest.mark.parametrize("answer", list(Answer))
def test_only_an_answer_that_asks_for_something_is_kept_as_a_zienswijze(
    at: At, answer: Answer
) -> None:
    act = decided(CouncilHeard(on=HEARD, municipality="Texel", answer=answer), at("asked"))
    asks = {Answer.ZIENSWIJZE, Answer.POSITIVE_ZIENSWIJZE, Answer.POINTS}
    assert bool(act.changes.of(Zienswijze)[1]) == (answer in asks)


def test_a_silence_is_kept_with_the_judgement_of_a_person(at: At) -> None:
    after = RESPOND_BY + ONE_DAY
    act = decided(silent("Texel", after, REAL_REASON), at("asked"))
    assert act.said == "Vastgelegd dat de raad van Texel gelegenheid had en niet antwoordde."
    state = at("asked").after(act.changes)
    hearing = state.hearing_of("GM0448")
    assert (hearing.state, hearing.heard_on) == (HearingState.SILENT, after)
    assert hearing.reason == REAL_REASON
    assert [a.owner for a in state.owed("horen")] == ["GM0392", "GM0405"]


def test_a_council_of_elsewhere_is_not_heard(told: Told) -> None:
    story = told("asked")
    with story.refuses("'Rotterdam' is geen gemeente van dit dossier", "Haarlem, Hoorn, Texel"):
        story.does(heard("Rotterdam"))


def test_agreement_of_after_the_sending_does_not_count(at: At) -> None:
    """S003: sent on 10 August 2018, agreed on the 13th."""
    with pytest.raises(RefusedError, match="akkoord ontbreekt"):
        ask_councils(at("agreed"), AGREED - ONE_DAY)
