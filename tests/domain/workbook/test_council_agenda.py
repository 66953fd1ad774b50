# SPDX-License-Identifier: EUPL-1.2
"""The meetings at which councils and committees treat the ontwerp, out to a workbook and in again.

Politiewet 2012, art. 38b lid 2, as we read it: a committee is not the council.
"""

from gehoord.domain.acts.report import TimeReserved
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.filled import Filling, heard_as
from tests.sentence import assert_sentence
from tests.story import ASKED, HEARD, ONE_DAY

TAB = "Behandeling"
DAY, STANDS, WHERE = "Dag van de vergadering", "Stand", "Vergadering"
INFORMING, WEIGHING, DECIDING = "beeldvormend", "oordeelsvormend", "besluitvormend"


class AgendaFilling(Filling):
    """A workbook in which the row of one kind of meeting is filled in."""

    def of(self, who: str, kind: str, *cells: object) -> "AgendaFilling":
        row = next(row for row in self.rows[TAB] if row[0] == who and row[2] == kind)
        row[3:6] = cells  # type: ignore[assignment]
        return self


def test_what_is_filled_in_is_recorded_before_the_answer_and_is_no_news_the_second_time(
    at: At,
) -> None:
    story = StoryInMemory(at("asked"))
    filling = AgendaFilling(story.state, ASKED)
    assert [row[:3] for row in filling.rows[TAB][1:4]] == [
        ["Haarlem", "GM0392", kind] for kind in (INFORMING, WEIGHING, DECIDING)
    ]
    filling.of("Texel", INFORMING, HEARD - 9 * ONE_DAY, "behandeld", "commissie Bestuur")
    filling.of("Texel", WEIGHING, HEARD - 2 * ONE_DAY, "gaat niet door", "")
    filling.of("Hoorn", WEIGHING, HEARD + 9 * ONE_DAY, "op de agenda", "commissie")
    filling.of("Hoorn", DECIDING, HEARD + 20 * ONE_DAY, "", "")
    filling.fill("Raden", "Texel", heard_as("instemming zonder zienswijze", HEARD))
    [wrong] = filling.judged(story.state, HEARD).faults
    assert_sentence(str(wrong), "geen oordeelsvormende behandeling gemeld")
    filling.of("Texel", WEIGHING, "", "", "")
    judged = filling.judged(story.state, HEARD)
    assert judged.faults == ()
    for report in judged.reports:
        story.does(report)
    texel, hoorn = (story.state.hearing_of(code) for code in ("GM0448", "GM0405"))
    assert texel.is_settled
    assert [item.in_words for item in texel.before_deciding] == [
        "7 september 2027, commissie Bestuur (behandeld)"
    ]
    assert [item.kind for item in hoorn.before_deciding] == [WEIGHING]
    assert hoorn.named_meeting == (HEARD + 20 * ONE_DAY, "gereserveerd")
    again = filling.judged(story.state, HEARD)
    assert (again.reports, again.faults) == ((), ())
    off = AgendaFilling(story.state, HEARD)
    off.of("Hoorn", WEIGHING, HEARD + 9 * ONE_DAY, "gaat niet door", "commissie")
    [report] = off.judged(story.state, HEARD).reports
    story.does(report)
    again = off.judged(story.state, HEARD)
    assert (again.reports, again.faults) == ((), ()), "and it still stands there, as off"
    assert story.state.hearing_of("GM0405").before_deciding == ()


def test_that_a_meeting_was_off_may_be_told_after_its_day_and_twice(at: At) -> None:
    story = StoryInMemory(at("asked"))
    named = {"municipality": "Hoorn", "kind": WEIGHING, "stands": "op de agenda"}
    story.does(TimeReserved(on=ASKED, day=HEARD - ONE_DAY, **named))
    off = AgendaFilling(story.state, HEARD)
    off.of("Hoorn", WEIGHING, HEARD - ONE_DAY, "gaat niet door", "")
    [report] = off.judged(story.state, HEARD).reports
    story.does(report)
    again = off.judged(story.state, HEARD)
    assert (again.reports, again.faults) == ((), ())


def test_what_cannot_be_is_told_by_the_cell(at: At) -> None:
    state = at("asked")
    filling = AgendaFilling(state, ASKED)
    filling.of("Haarlem", INFORMING, "", "op de agenda", "")
    filling.of("Hoorn", DECIDING, HEARD, "", "commissie Bestuur")
    filling.of("Texel", DECIDING, HEARD, "behandeld", "")
    told = [str(fault) for fault in filling.judged(state, ASKED).faults]
    assert [words in fault for fault, words in zip(told, _TOLD, strict=True)] == [True] * 3, told


_TOLD = (
    "vul de dag van de vergadering in",
    "besluitvormend vergadert de raad zelf",
    "meld zijn antwoord met 'gehoord'",
)
