# SPDX-License-Identifier: EUPL-1.2
"""The hearing of one council: asked once about each version; heard, or its silence judged."""

from datetime import date

import pytest

from gehoord.calendar.due import Due, Precision
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.errors import RefusedError

PLANNED = Hearing(id="klein/GM0448", dossier="klein", municipality="GM0448", name="Texel")
SENT, LAST = date(2027, 6, 17), Due.on(date(2027, 10, 7))
ASKED = PLANNED.ask("klein/versie/1", SENT, LAST)
SAID = [
    (
        Due(date(2027, 10, 15), Precision.APPROXIMATE, "medio oktober 2027"),
        "medio oktober 2027 (bij benadering)",
    ),
    (Due(date(2027, 10, 31), Precision.WINDOW, "oktober 2027"), "oktober 2027"),
    (Due.on(date(2027, 10, 15)), "15 oktober 2027"),
]


@pytest.mark.parametrize(("due", "said"), SAID)
def test_the_refusal_of_silence_says_until_when_as_sure_as_it_is(due: Due, said: str) -> None:
    asked = PLANNED.ask("klein/versie/1", SENT, due)
    with pytest.raises(RefusedError, match="kan nog tot en met") as refused:
        asked.accept_silence(due.day, "drie keer gevraagd")
    assert f"kan nog tot en met {said} antwoorden." in str(refused.value)


def test_a_council_is_asked_about_a_version_once_and_about_a_newer_one_again() -> None:
    heard = ASKED.hear(date(2027, 9, 16), Manner.COUNCIL_MEETING, Answer.AGREES)
    with pytest.raises(RefusedError, match="is al gevraagd op 17 juni 2027"):
        heard.ask("klein/versie/1", SENT, LAST)
    again = heard.ask("klein/versie/2", date(2027, 9, 20), LAST, 2)
    assert (again.state, again.round, again.answer) == (HearingState.INVITED, 2, None)
    assert (again.heard_on, again.due) == (None, LAST)


@pytest.mark.parametrize("on", [LAST.day, date(2027, 10, 8)])
def test_a_council_is_not_asked_with_a_last_day_that_has_come(on: date) -> None:
    with pytest.raises(RefusedError, match="moeten antwoorden voordat hij de vraag krijgt"):
        PLANNED.ask("klein/versie/1", on, LAST)


def test_only_an_answer_that_was_given_is_taken_back() -> None:
    with pytest.raises(RefusedError, match="nog geen antwoord vastgelegd"):
        ASKED.take_back(LAST.day)
    heard = ASKED.hear(date(2027, 9, 16), Manner.COUNCIL_MEETING, Answer.AGREES)
    assert heard.take_back(LAST.day) == ASKED


def test_a_council_that_ceased_is_asked_nothing_and_ceases_once() -> None:
    gone = ASKED.lapse(LAST.day)
    assert not gone.is_owed
    with pytest.raises(RefusedError, match="Texel bestaat niet meer"):
        gone.lapse(LAST.day)
    with pytest.raises(RefusedError, match="Texel bestaat niet meer"):
        gone.ask("klein/versie/2", SENT, LAST)


def test_another_council_starts_as_if_nobody_was_asked() -> None:
    former = ASKED.model_copy(update={"lapsed_on": LAST.day})
    assert ASKED.start_over(LAST.day) == PLANNED.model_copy(update={"former": (former,)})
    assert PLANNED.due is None
