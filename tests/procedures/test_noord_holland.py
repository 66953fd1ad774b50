# SPDX-License-Identifier: EUPL-1.2
"""Noord-Holland as shipped: its municipalities and its two procedures."""

import re
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files

import pytest

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import MONTHS, WEEKDAYS
from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.offset import Offset
from gehoord.calendar.span import Span
from gehoord.calendar.written import Fixed
from gehoord.domain.checks import Case, findings
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.finding import Severity
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Part
from gehoord.procedures.library import eenheid_of, proposal_of, shipped

PAST, NEXT = "noord-holland/imv-2024-2027", "noord-holland/imv-2028-2031"
BOTH = pytest.mark.parametrize("name", [PAST, NEXT])
FILES = ("eenheid", "imv-2024-2027", "imv-2024-2027.verloop", "imv-2028-2031")


def day(words: str) -> date:
    """Read "Thu 2023-11-09" and refuse a weekday that is wrong."""
    named, iso = words.split()
    found = date.fromisoformat(iso)
    assert found.strftime("%a") == named, words
    return found


CODES_2022 = {
    "GM0361",
    "GM0373",
    "GM0383",
    "GM0400",
    "GM1980",
    "GM0498",
    "GM0388",
    "GM0399",
    "GM1911",
    "GM0405",
    "GM1598",
    "GM0420",
    "GM0432",
    "GM0441",
    "GM0532",
    "GM0448",
    "GM0385",
    "GM0415",
    "GM0431",
    "GM0439",
    "GM0852",
    "GM0880",
    "GM0479",
    "GM0375",
    "GM0377",
    "GM0392",
    "GM0394",
    "GM0396",
    "GM0397",
    "GM0450",
    "GM0453",
    "GM0473",
}
CODES_2019 = CODES_2022 - {"GM1980"} | {"GM0398", "GM0416", "GM0370"}
CODES_2018 = CODES_2019 | {"GM0393"}


@pytest.fixture(scope="module")
def eenheid() -> Eenheid:
    return eenheid_of("noord-holland")


@pytest.mark.parametrize(
    ("on", "count", "codes"),
    [
        ("Mon 2018-01-01", 35, CODES_2018),
        ("Mon 2018-12-31", 35, CODES_2018),
        ("Tue 2019-01-01", 34, CODES_2019),
        ("Fri 2021-12-31", 34, CODES_2019),
        ("Sat 2022-01-01", 32, CODES_2022),
        ("Fri 2027-01-01", 32, CODES_2022),
    ],
)
def test_the_unit_has_35_then_34_then_32_municipalities(
    eenheid: Eenheid, on: str, count: int, codes: set[str]
) -> None:
    found = [m.code for m in eenheid.municipalities_on(day(on))]
    assert len(found) == count
    assert set(found) == codes


def test_since_2013_seven_municipalities_ended_and_one_came(eenheid: Eenheid) -> None:
    ended = {m.name: m.until for m in eenheid.municipalities if m.until}
    assert ended == {
        "Graft-De Rijp": day("Wed 2014-12-31"),
        "Schermer": day("Wed 2014-12-31"),
        "Zeevang": day("Thu 2015-12-31"),
        "Haarlemmerliede en Spaarnwoude": day("Mon 2018-12-31"),
        "Heerhugowaard": day("Fri 2021-12-31"),
        "Langedijk": day("Fri 2021-12-31"),
        "Beemster": day("Fri 2021-12-31"),
    }
    came = {m.name: m.since for m in eenheid.municipalities if m.since}
    assert came == {"Dijk en Waard": day("Sat 2022-01-01")}


def test_the_districts_of_2022_have_16_and_7_and_9_municipalities(eenheid: Eenheid) -> None:
    districts = Counter(m.district for m in eenheid.municipalities_on(day("Sat 2022-01-01")))
    assert districts == {"Noord-Holland-Noord": 16, "Zaanstreek-Waterland": 7, "Kennemerland": 9}


def test_only_the_rbop_can_adopt_and_the_v10_is_a_delegation(eenheid: Eenheid) -> None:
    """Politiewet 2012, art. 39 lid 1: all burgemeesters and the hoofdofficier."""
    assert [p.id for p in eenheid.parties if p.adopts and p.includes_hoofdofficier] == ["rbop"]
    assert [p.id for p in eenheid.parties if p.is_delegation] == ["v10"]


@BOTH
def test_a_shipped_procedure_is_found_by_its_name_and_laid_out(name: str) -> None:
    assert name in shipped()
    proposal, unit, text = proposal_of(name)
    assert proposal.title in text
    assert len(proposal.municipalities(unit)) == 32
    assert len(lay_out(proposal).steps) == len(proposal.steps)


@BOTH
def test_no_check_blocks_a_shipped_procedure(name: str) -> None:
    proposal, unit, _ = proposal_of(name)
    found = findings(Case.of(proposal, unit))
    assert [f.text for f in found if f.severity is Severity.BLOCK] == []


@BOTH
def test_no_step_comes_before_a_step_it_rests_on(name: str) -> None:
    plan = lay_out(proposal_of(name)[0])
    pairs = [(plan[i], later) for later in plan.steps for i in later.step.after]
    dated = [(e, s) for e, s in pairs if e.step.when or e.step.not_after]
    assert len(dated) > 20
    for earlier, later in dated:
        assert earlier.due_on <= later.due_on, (earlier.id, later.id)
        assert earlier.span.start <= later.due_on, (earlier.id, later.id)
        if earlier.step.kind.takes_its_whole_window:
            assert earlier.due_on <= later.span.start, (earlier.id, later.id)


@BOTH
def test_the_steps_stand_in_the_order_of_the_six_stages(name: str) -> None:
    stages = [step.stage for step in proposal_of(name)[0].steps]
    assert list(dict.fromkeys(stages)) == list(Stage)
    assert stages == sorted(stages, key=list(Stage).index)


@BOTH
def test_both_clients_agree_before_the_ontwerp_leaves(name: str) -> None:
    """The mistake of 2018: sent on 10 August, agreed on 13 August."""
    proposal = proposal_of(name)[0]
    plan = lay_out(proposal)
    assert "akkoord" in proposal.step("verzending").after
    assert plan["ontwerp"].due_on <= plan["akkoord"].due_on <= plan["verzending"].due_on


@BOTH
def test_the_plan_that_is_adopted_is_whole_and_is_sent_out(name: str) -> None:
    """Politiewet 2012, art. 39 lid 1 and 4, and art. 20."""
    proposal = proposal_of(name)[0]
    final = proposal.step("definitief")
    assert (final.completeness, set(final.contains)) == (100, set(Part))
    assert "definitief" in proposal.step("vaststelling").after
    sent = [s for s in proposal.steps if s.letter is Letter.SEND_OUT and "vaststelling" in s.after]
    assert {to for s in sent for to in s.to} == {"minister", "korpschef"}


@BOTH
def test_every_year_of_the_plan_has_its_jaarverslag(name: str) -> None:
    """Politiewet 2012, art. 39 lid 1."""
    proposal = proposal_of(name)[0]
    account = lay_out(proposal)["jaarverslag"]
    assert account.precision is Precision.YEARLY
    assert account.span == Span(proposal.beleidsplan.start, proposal.beleidsplan.end)


@BOTH
def test_a_title_reads_as_an_action_after_the_name_of_its_owner(name: str) -> None:
    for step in proposal_of(name)[0].steps:
        assert len(step.title) <= 60, step.title
        assert not step.title.endswith("."), step.title
        assert step.title[0].islower() or step.title.startswith(("IMV ", "7", "8", "9")), step.title


@pytest.mark.parametrize("file", FILES)
def test_every_weekday_named_in_a_file_is_right(file: str) -> None:
    text = (files("gehoord.procedures") / "noord-holland" / f"{file}.toml").read_text("utf-8")
    weekdays, months = "|".join(WEEKDAYS), "|".join(MONTHS)
    text = " ".join(text.replace("#", " ").split())
    named = re.findall(rf"({weekdays}) (\d{{1,2}}) ({months}) (\d{{4}})", text)
    assert len(named) > 10 or file != "imv-2028-2031"
    for weekday, number, month, year in named:
        found = date(int(year), MONTHS.index(month) + 1, int(number))
        assert WEEKDAYS[found.weekday()] == weekday, found


@pytest.mark.parametrize("file", FILES)
def test_a_file_holds_no_address_of_a_person(file: str) -> None:
    text = (files("gehoord.procedures") / "noord-holland" / f"{file}.toml").read_text("utf-8")
    assert "@" not in text


def test_the_next_plan_is_adopted_on_the_last_rbop_within_four_years() -> None:
    """Politiewet 2012, art. 39 lid 1; a term in years is not extended (Atw art. 4)."""
    proposal = proposal_of(NEXT)[0]
    adopted = lay_out(proposal)["vaststelling"].due_on
    assert adopted == day("Thu 2027-11-04")
    assert proposal.beleidsplan.previous_adopted_on == day("Thu 2023-11-09")
    assert adopted <= day("Tue 2027-11-09") < adopted + timedelta(weeks=1)


def test_every_step_of_the_next_procedure_has_a_date_on_a_working_day() -> None:
    holidays = statutory_holidays()
    steps = [p for p in lay_out(proposal_of(NEXT)[0]).steps if p.precision is not Precision.YEARLY]
    assert len(steps) > 25
    for planned in steps:
        assert planned.step.when is not None, planned.id
        for end in (planned.span.start, planned.span.end):
            assert not holidays.is_day_off(end), (planned.id, end)


def test_every_rbop_of_the_next_procedure_is_on_a_thursday() -> None:
    steps = [
        p
        for p in lay_out(proposal_of(NEXT)[0]).steps
        if p.step.owner == "rbop" and p.precision is not Precision.YEARLY
    ]
    assert len(steps) >= 6
    assert {p.due_on.strftime("%a") for p in steps} == {"Thu"}


def test_councils_have_weeks_before_and_after_the_summer() -> None:
    hearing = lay_out(proposal_of(NEXT)[0])["horen"].span
    summer = Span(day("Sat 2027-07-10"), day("Sun 2027-08-22"))
    assert (summer.start - hearing.start).days >= 21
    assert (hearing.end - summer.end).days >= 42
    assert hearing.end.month == 10


def test_griffies_are_asked_for_time_before_the_themes_are_sent() -> None:
    plan = lay_out(proposal_of(NEXT)[0])
    asked = plan["reservering"].due_on
    assert day("Mon 2027-02-01") <= asked <= day("Fri 2027-04-30")
    assert asked < plan["themabrief"].due_on


def test_moving_the_adoption_moves_the_sending_and_the_end_of_the_hearing() -> None:
    proposal = proposal_of(NEXT)[0]
    before, after = lay_out(proposal), lay_out(proposal.moved("vaststelling", date(2027, 11, 11)))
    for step in ("ontwerp", "akkoord", "verzending", "definitief", "toezending-minister"):
        assert after[step].due_on == before[step].due_on + timedelta(weeks=1), step
    assert after["horen"].due_on == before["horen"].due_on + timedelta(weeks=1)
    assert after["themas"].due_on == before["themas"].due_on


def test_the_next_procedure_mixes_agreed_days_with_days_that_are_counted() -> None:
    written = [step.when for step in proposal_of(NEXT)[0].steps]
    assert len([w for w in written if isinstance(w, Offset)]) >= 8
    assert len([w for w in written if isinstance(w, Fixed)]) >= 8


def test_the_poll_and_the_strength_of_the_next_plan_are_closed_by_their_own_report() -> None:
    proposal, _, _ = proposal_of(NEXT)
    assert proposal.step("prioriteitenpeiling").reported_as == "peiling"
    assert proposal.step("sterkteverdeling").reported_as == "sterkte"
    assert proposal.most_themes == 4
