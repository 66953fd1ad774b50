# SPDX-License-Identifier: EUPL-1.2
"""The plan: the days of every step, and why they are these."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.due import Precision
from gehoord.calendar.offset import Offset
from gehoord.calendar.span import Span
from gehoord.domain.errors import NoDayError, ProposalError
from gehoord.domain.frozen import read_toml
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Window
from gehoord.procedures.library import proposal_of, shipped
from tests.conftest import HERE, read_day

Day = Callable[[str], date]
KLEIN = (HERE / "klein.toml").read_text()
ADOPTION = 'wanneer = "donderdag 4 november 2027"'
THEMES = 'wanneer = "34 weken voor vaststelling"'
LETTER = 'wanneer = "2 weken na themas"'
ADVICE = 'wanneer = "35 weken voor vaststelling"\n'
ACCOUNT = 'wanneer = "jaarlijks van 2028 tot en met 2031"'


def proposal(*changes: tuple[str, str]) -> Proposal:
    text = KLEIN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return read_toml(Proposal, text.encode(), "klein.toml")


def plan(*changes: tuple[str, str]) -> Plan:
    return lay_out(proposal(*changes))


def days(planned: PlannedStep) -> tuple[date, date]:
    return planned.span.start, planned.span.end


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2027-03-11", "Thu 2027-03-11", "Thu 2027-03-11", Precision.DAY),
        ('"donderdag 11 maart 2027"', "Thu 2027-03-11", "Thu 2027-03-11", Precision.DAY),
        ('"uiterlijk 11 maart 2027"', "Thu 2027-03-11", "Thu 2027-03-11", Precision.DAY),
        ('"voor 11 maart 2027"', "Wed 2027-03-10", "Wed 2027-03-10", Precision.DAY),
        ('"maart 2027"', "Mon 2027-03-01", "Wed 2027-03-31", Precision.WINDOW),
        ('"medio maart 2027"', "Mon 2027-03-15", "Mon 2027-03-15", Precision.APPROXIMATE),
        ('"34 weken voor vaststelling"', "Thu 2027-03-11", "Thu 2027-03-11", Precision.RELATIVE),
        (
            '{ van = 2027-03-01, tot_en_met = "34 weken voor vaststelling" }',
            "Mon 2027-03-01",
            "Thu 2027-03-11",
            Precision.WINDOW,
        ),
        (
            '{ van = "begin maart 2027", tot_en_met = 2027-03-11 }',
            "Mon 2027-03-01",
            "Thu 2027-03-11",
            Precision.WINDOW,
        ),
        (
            '"begin maart 2027 tot en met 11 maart 2027"',
            "Mon 2027-03-01",
            "Thu 2027-03-11",
            Precision.WINDOW,
        ),
        (
            '{ van = 2027-03-01, tot_en_met = "medio maart 2027" }',
            "Mon 2027-03-01",
            "Mon 2027-03-15",
            Precision.APPROXIMATE,
        ),
        (
            '{ van = "maart 2027", tot_en_met = "april 2027" }',
            "Mon 2027-03-01",
            "Fri 2027-04-30",
            Precision.WINDOW,
        ),
    ],
)
def test_each_way_of_writing_a_day_gives_its_days(
    day: Day, written: str, first: str, last: str, precision: Precision
) -> None:
    found = plan((THEMES, f"wanneer = {written}"))["themas"]
    assert days(found) == (day(first), day(last))
    assert found.precision is precision
    assert found.derivation


def test_a_day_is_explained_back_to_where_it_comes_from(day: Day) -> None:
    links = plan()["themabrief"].derivation
    assert [link.day for link in links] == [
        day("Thu 2027-03-25"),
        day("Thu 2027-03-11"),
        day("Thu 2027-11-04"),
    ]
    assert [link.rule for link in links] == [
        "2 weken na themas: gerekend vanaf 'thema's vaststellen' op donderdag 11 maart 2027",
        "34 weken voor vaststelling: teruggerekend vanaf 'beleidsplan vaststellen' op donderdag "
        "4 november 2027",
        "donderdag 4 november 2027: de dag zoals die is opgegeven",
    ]


def test_a_window_is_explained_at_both_ends_without_saying_it_twice() -> None:
    rules = [link.rule for link in plan()["horen"].derivation]
    assert len(rules) == len(set(rules))
    assert [rule.partition(":")[0] for rule in rules] == [
        "1 dag na verzending",
        "20 weken voor vaststelling",
        "donderdag 4 november 2027",
        "4 weken voor vaststelling",
    ]


def test_before_counts_from_the_first_day_and_after_from_the_last(day: Day) -> None:
    window = (THEMES, "wanneer = { van = 2027-03-01, tot_en_met = 2027-03-11 }")
    after = plan(window)
    before = plan(window, (LETTER, 'wanneer = "2 weken voor themas"'))
    assert after["themabrief"].due_on == day("Thu 2027-03-25")
    assert before["themabrief"].due_on == day("Mon 2027-02-15")
    for counted, base in ((after, "Thu 2027-03-11"), (before, "Mon 2027-03-01")):
        assert [link.day for link in counted["themabrief"].derivation][1:] == [day(base)]


def test_what_counts_from_an_approximation_is_one(day: Day) -> None:
    found = plan((THEMES, 'wanneer = "medio maart 2027"'))
    assert found["themabrief"].precision is Precision.APPROXIMATE
    assert found["themabrief"].due_on == day("Mon 2027-03-29")
    assert found["themabrief"].due_in_words == "2 weken na themas (bij benadering)"
    assert found["themas"].due_in_words == "medio maart 2027 (bij benadering)"
    assert found["vaststelling"].due_in_words == "4 november 2027"


def test_counted_back_from_a_rough_first_day_is_rough_and_on_from_an_exact_last_is_not() -> None:
    rough_start = '{ van = "begin maart 2027", tot_en_met = 2027-03-11 }'
    window = (THEMES, f"wanneer = {rough_start}")
    before = plan(window, (LETTER, 'wanneer = "2 weken voor themas"'))
    assert before["themabrief"].precision is Precision.APPROXIMATE
    assert plan(window)["themabrief"].precision is Precision.RELATIVE
    assert plan(window)["themas"].words == "van begin maart 2027 tot en met 11 maart 2027"
    assert plan(window)["themas"].due_in_words == "11 maart 2027"
    stretch = (LETTER, 'wanneer = { van = "2 weken voor themas", tot_en_met = 2027-11-01 }')
    said = plan(window, stretch)["themabrief"].words
    assert said == "van 2 weken voor themas (bij benadering) tot en met 1 november 2027"


def test_a_month_keeps_its_words_and_claims_no_day() -> None:
    found = plan((THEMES, 'wanneer = "maart 2027"'))["themas"]
    assert (found.due_in_words, found.names_day) == ("maart 2027", False)


@pytest.mark.parametrize(
    ("old", "step"), [(ADVICE, "advies"), (LETTER, "themabrief"), (ACCOUNT, "jaarverslag")]
)
def test_a_step_without_a_day_gets_none_from_what_rests_on_it(old: str, step: str) -> None:
    found = plan((old, ""))[step]
    assert (found.has_day, found.precision) == (False, Precision.UNDATED)
    assert (found.due_in_words, found.names_day) == ("nog zonder dag", False)
    assert (found.first, found.derivation) == (None, ())
    with pytest.raises(NoDayError, match=f"Stap '{step}' heeft nog geen dag"):
        _ = found.due_on


def test_a_step_without_a_day_comes_before_what_rests_on_it() -> None:
    ids = [step.id for step in plan((ADVICE, "")).steps]
    assert ids.index("advies") == ids.index("themas") - 1


def test_a_step_without_a_day_on_which_nothing_rests_comes_after_what_it_rests_on() -> None:
    ids = [step.id for step in plan((LETTER, "")).steps]
    assert ids.index("themas") < ids.index("themabrief") < ids.index("ontwerp")


def test_a_step_may_have_a_first_day_alone() -> None:
    found = plan((ADVICE, 'niet_voor = "begin maart 2027"\n'))["advies"]
    assert (found.has_day, found.first_is_rough) == (False, True)
    assert found.start_in_words == "begin maart 2027 (bij benadering)"
    assert found.derivation


@pytest.mark.parametrize(
    ("limits", "first", "last"),
    [
        ("uiterlijk = 2027-03-05", "Fri 2027-03-05", "Fri 2027-03-05"),
        ("niet_voor = 2027-03-01\nuiterlijk = 2027-03-05", "Mon 2027-03-01", "Fri 2027-03-05"),
        ('uiterlijk = "1 week voor themas"', "Thu 2027-03-04", "Thu 2027-03-04"),
    ],
)
def test_limits_hold_a_step_without_a_day(day: Day, limits: str, first: str, last: str) -> None:
    found = plan((ADVICE, f"{limits}\n"))["advies"]
    assert found.precision is Precision.UNDATED
    assert days(found) == (day(first), day(last))


@pytest.mark.parametrize(
    ("limits", "first", "last"),
    [
        ('uiterlijk = "medio februari 2027"', "", "medio februari 2027 (bij benadering)"),
        ('uiterlijk = "februari 2027"', "", "in februari 2027"),
        ('niet_voor = "begin maart 2027"\nuiterlijk = 2027-03-11',
         "begin maart 2027 (bij benadering)", "uiterlijk 11 maart 2027"),
        ('niet_voor = "2026"\nuiterlijk = 2027-03-11', "2026", "uiterlijk 11 maart 2027"),
    ],
)  # fmt: skip
def test_a_limit_that_names_no_day_is_none(limits: str, first: str, last: str) -> None:
    found = plan((ADVICE, f"{limits}\n"))["advies"].stretch
    assert (found.start_in_words, found.by_in_words) == (first, last)
    assert (found.precision, found.words) == (Precision.UNDATED, "")


def test_a_yearly_step_covers_its_years(day: Day) -> None:
    found = plan()["jaarverslag"]
    assert found.precision is Precision.YEARLY
    assert days(found) == (day("Sat 2028-01-01"), day("Wed 2031-12-31"))


def test_steps_stand_in_the_order_of_their_last_day_and_then_of_the_file() -> None:
    found = plan()
    ends = [s.due_on for s in found.steps]
    assert ends == sorted(ends)
    same = [s.id for s in found.steps if s.due_on == read_day("Thu 2027-11-11")]
    assert same == ["vaststellingsbrief", "toezending-minister", "toezending-korpschef"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (ADOPTION, "", "'procesbrief' rekent vanaf 'vaststelling', maar die heeft geen datum"),
        (THEMES, "wanneer = { van = 2027-03-12, tot_en_met = 2027-03-11 }", "voordat hij begint"),
        (
            LETTER,
            'wanneer = "999 jaar na themas"',
            "'999 jaar na themas' valt buiten",
        ),
        (LETTER, 'wanneer = "99 jaar voor themas"', "'99 jaar voor themas' valt buiten"),
    ],
)
def test_days_that_cannot_be_worked_out_are_refused(old: str, new: str, words: str) -> None:
    found = proposal((old, new))
    with pytest.raises(ProposalError) as refused:
        lay_out(found)
    assert words in str(refused.value)


def test_a_plan_knows_its_steps_by_id() -> None:
    with pytest.raises(ProposalError, match="'hooren' bestaat niet"):
        plan()["hooren"]


@pytest.mark.parametrize("name", shipped())
def test_every_step_that_gehoord_ships_starts_before_it_ends_and_says_why(name: str) -> None:
    found = lay_out(proposal_of(name)[0])
    assert len(found.steps) > 10
    for step in found.steps:
        assert not step.has_day or step.span.start <= step.span.end
        assert step.derivation or not step.first
        assert all(link.rule for link in step.derivation)


def counted_from(found: Proposal, anchor: str) -> set[str]:
    """Every step of which a day is counted from ``anchor``, straight or by way of another."""
    known = {anchor}
    while True:
        more = {
            step.id
            for step in found.steps
            for when in (
                (step.when.start, step.when.end) if isinstance(step.when, Window) else (step.when,)
            )
            if isinstance(when, Offset) and when.anchor in known
        }
        if more <= known:
            return known
        known |= more


MIXED = proposal(
    ('wanneer = "44 weken voor vaststelling"', "wanneer = 2026-12-31"),
    ('wanneer = "40 weken voor vaststelling"', 'wanneer = "4 weken na procesbrief"'),
    ('wanneer = "22 weken voor vaststelling"', 'wanneer = "medio mei 2027"'),
)


@settings(max_examples=60)
@given(st.integers(-120, 400))
def test_moving_the_adoption_moves_exactly_the_steps_that_count_from_it(shift: int) -> None:
    by = timedelta(days=shift)
    before = lay_out(MIXED)
    after = lay_out(MIXED.moved("vaststelling", read_day("Thu 2027-11-04") + by))
    follow = counted_from(MIXED, "vaststelling")
    assert {"themabrief", "horen", "raadpleging-70"} <= follow
    assert {"procesbrief", "reservering", "ontwerp", "jaarverslag"}.isdisjoint(follow)
    for step in before.steps:
        moved = by if step.id in follow else timedelta(0)
        assert after[step.id].span == Span(step.span.start + moved, step.span.end + moved)


WHEN = st.one_of(
    st.builds("{} {} {} {}".format, st.integers(0, 99), st.sampled_from(["dagen", "weken"]),
              st.sampled_from(["voor", "na"]), st.sampled_from(["vaststelling", "procesbrief"])),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)).map(date.isoformat),
    st.sampled_from(["maart 2027", "medio juni 2027", "begin 2027", "na de zomer 2027", "2027"]),
)  # fmt: skip


@settings(max_examples=100)
@given(WHEN, WHEN, st.booleans())
def test_every_step_of_every_plan_starts_before_it_ends(one: str, two: str, window: bool) -> None:
    written = f'{{ van = "{one}", tot_en_met = "{two}" }}' if window else f'"{one}"'
    found = proposal((THEMES, f"wanneer = {written}"), (ADVICE, f'niet_voor = "{two}"\n'))
    try:
        laid_out = lay_out(found)
    except ProposalError as error:
        assert "voordat hij begint" in str(error)  # noqa: PT017
        return
    dated = [step for step in laid_out.steps if step.has_day]
    assert all(step.span.start <= step.span.end for step in dated)
