# SPDX-License-Identifier: EUPL-1.2
"""The mistakes that cannot be made: the code leaves no way to make them.

Each number stands in the second table of docs/checks.md.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from gehoord.calendar.due import Due, Precision
from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.feed import feed
from gehoord.calendar.offset import Offset
from gehoord.calendar.term import last_day
from gehoord.calendar.written import Fixed, UnreadableDateError, read
from gehoord.domain.acts.adopters import refuse_unless_adopted_by_right
from gehoord.domain.acts.report import Adopted
from gehoord.domain.checks import all_checks
from gehoord.domain.checks.checks_page import MISTAKES, PREVENTED
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.message import MessageKind, Topic, message_key
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.last_lawful_day import last_lawful_day
from gehoord.law.politiewet import TERM_TO_ADOPT_AGAIN
from gehoord.law.term import Term, TermUnit
from tests.domain.checks.cases import opened

Day = Callable[[str], date]


def test_every_mistake_has_a_check_or_cannot_be_made() -> None:
    checked = {number for check in all_checks for number in check.mistakes}
    assert checked | set(PREVENTED) == set(MISTAKES)
    assert len(set(MISTAKES)) == 32


@pytest.mark.parametrize("manner", [m for m in Manner if m is not Manner.COUNCIL_MEETING])
def test_2_only_the_council_itself_can_be_heard(manner: Manner) -> None:
    asked = Hearing(id="k/1", dossier="k", municipality="GM0448", name="Texel").ask(
        "k/versie/1", date(2027, 6, 17), Due.on(date(2027, 10, 7))
    )
    with pytest.raises(RefusedError, match="telt niet als horen"):
        asked.hear(date(2027, 9, 16), manner, Answer.AGREES)
    assert asked.hear(date(2027, 9, 16), Manner.COUNCIL_MEETING, Answer.AGREES).is_settled


def test_14_voor_leaves_out_the_day_and_tot_en_met_includes_it(day: Day) -> None:
    before, including = read("voor 16 november 2027"), read("tot en met 16 november 2027")
    assert isinstance(before, Fixed)
    assert isinstance(including, Fixed)
    assert before.span.end == day("Mon 2027-11-15")
    assert including.span.end == day("Tue 2027-11-16")


@pytest.mark.parametrize("words", ["medio oktober 2027", "eind 2027", "na de zomer van 2027"])
def test_15_an_approximation_keeps_its_words(words: str) -> None:
    written = read(words)
    assert isinstance(written, Fixed)
    assert written.precision is Precision.APPROXIMATE
    assert written.words == words
    assert "bij benadering" in written.rule


def test_16_an_agreed_term_and_a_term_in_years_are_never_extended(day: Day) -> None:
    agreed = last_day(day("Sat 2027-10-09"), Term(2, TermUnit.WEEKS), statutory_holidays())
    assert agreed.last_day == day("Sat 2027-10-23")
    years = last_day(day("Tue 2023-10-24"), TERM_TO_ADOPT_AGAIN, statutory_holidays())
    assert years.last_day == last_lawful_day(date(2023, 10, 24)) == day("Sun 2027-10-24")


def test_17_a_term_counted_back_never_moves_forward() -> None:
    two_weeks_before = read("2 weken voor vaststelling")
    assert isinstance(two_weeks_before, Offset)
    moment = date(2027, 1, 1)
    for _ in range(365):
        assert two_weeks_before.from_day(moment) == moment - timedelta(weeks=2)
        moment += timedelta(days=1)


def test_18_5_may_is_a_holiday_every_year_and_the_days_of_the_decrees_are_there(day: Day) -> None:
    holidays = statutory_holidays()
    assert all(holidays.name_of(date(year, 5, 5)) for year in range(1990, 2029))
    assert holidays.is_day_off(day("Fri 2027-05-07"))
    assert not holidays.is_day_off(day("Tue 2027-05-04"))


@pytest.mark.parametrize("words", ["16 november", "medio oktober", "uiterlijk 13 juli", "maart"])
def test_19_a_day_without_a_year_is_refused(words: str) -> None:
    with pytest.raises(UnreadableDateError):
        read(words)
    assert read(f"{words} 2027")


def test_22_no_adoption_is_recorded_without_the_hoofdofficier_or_by_a_delegation() -> None:
    state = opened()
    report = Adopted(
        on=date(2027, 11, 4), basis="39-1", hoofdofficier=True, burgemeesters="alle", body="rbop"
    )
    refuse_unless_adopted_by_right(report, state.eenheid, state.municipalities)
    for wrong in ({"hoofdofficier": False}, {"body": "v10"}, {"burgemeesters": ("Texel",)}):
        with pytest.raises(RefusedError):
            refuse_unless_adopted_by_right(
                report.model_copy(update=wrong), state.eenheid, state.municipalities
            )


def test_29_the_same_reminder_has_the_same_key() -> None:
    asked = Topic(
        dossier="klein",
        kind=MessageKind.REMINDER,
        recipient="GM0448",
        step="horen",
        owner="GM0448",
        rung="14 dagen voor",
        due_on=date(2027, 10, 7),
    )
    assert message_key(asked) == message_key(asked.model_copy())
    assert message_key(asked) != message_key(asked.model_copy(update={"recipient": "GM0392"}))


def test_30_a_calendar_says_the_day_after_as_end_and_keeps_its_uid() -> None:
    changed_at = datetime(2027, 6, 17, 9, tzinfo=UTC)
    entry = Entry(
        key=("imv", "horen", "GM0448"), title="raad horen", start=date(2027, 6, 18),
        end=date(2027, 10, 7), changed_at=changed_at,
    )  # fmt: skip
    later = replace(entry, end=date(2027, 10, 14), sequence=1)
    gone = replace(later, cancelled=True, sequence=2)
    written = [_event(e) for e in (entry, later, gone)]
    assert [e.decoded("DTEND") for e in written] == [
        date(2027, 10, 8), date(2027, 10, 15), date(2027, 10, 15),
    ]  # fmt: skip
    assert len({str(e["UID"]) for e in written}) == 1
    assert [int(str(e["SEQUENCE"])) for e in written] == [0, 1, 2]
    assert str(written[2]["STATUS"]) == "CANCELLED"
    assert re.match("VERVALLEN: ", str(written[2]["SUMMARY"]))


def _event(entry: Entry) -> Component:
    mailbox = Address("beleidsplan@politie.example", "Secretariaat")
    content = feed("IMV", [entry], mailbox)
    return Calendar.from_ical(content).walk("VEVENT")[0]
