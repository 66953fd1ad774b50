# SPDX-License-Identifier: EUPL-1.2
"""One jaarverslag over each year of the plan, by those who may (Politiewet 2012, art. 39 lid 1)."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.calendar.span import Span
from gehoord.domain.proposal.jaarverslag import named_years, years_of
from gehoord.domain.proposal.proposal import Beleidsplan
from gehoord.domain.proposal.step import Step
from tests.domain.checks.cases import judged, of_code

WRITTEN = 'titel = "jaarverslag vaststellen"\nfase = "verantwoording"'
YEARLY = 'wanneer = "jaarlijks van 2028 tot en met 2031"\nna = ["vaststelling"]'
YEARS = (2028, 2029, 2030, 2031)


def yearly(words: str) -> tuple[str, str]:
    return YEARLY, f'wanneer = "{words}"'


def each(titles: Sequence[str], *, days: Sequence[str], owner: str = "rbop") -> tuple[str, str]:
    """Put a step for each title in the place of the yearly one."""
    steps = [
        f'[[stap]]\nid = "verslag-{n}"\ntitel = "{title}"\nfase = "verantwoording"\n'
        f'soort = "besluit"\nactiehouder = "{owner}"\nwanneer = "{day}"\n'
        for n, (title, day) in enumerate(zip(titles, days, strict=True))
    ]
    old = (
        '[[stap]]\nid = "jaarverslag"\ntitel = "jaarverslag vaststellen"\n'
        f'fase = "verantwoording"\nsoort = "besluit"\nactiehouder = "rbop"\n{YEARLY}\n'
    )
    return old, "\n".join(steps)


def about(*changes: tuple[str, str]) -> dict[str, list[str]]:
    found = judged(*changes)
    kinds = ("jaarverslag-ontbreekt", "jaarverslag-jaar", "jaarverslag-onbevoegd")
    return {code: [f.text for f in of_code(code, found)] for code in kinds if of_code(code, found)}


@pytest.mark.parametrize("words", ["van 2028 tot en met 2031", "van 2029 tot en met 2032"])
def test_every_year_of_the_plan_once_is_lawful(words: str) -> None:
    """The years of the plan, or those in which the jaarverslagen are adopted: a year later."""
    assert about(yearly(f"jaarlijks {words}")) == {}


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("van 2028 tot en met 2030", "2031"),
        ("van 2029 tot en met 2031", "2028"),
        ("van 2030 tot en met 2031", "2028 en 2029"),
        ("van 2030 tot en met 2032", "2028"),
    ],
)
def test_a_year_that_is_left_out_is_named(words: str, bare: str) -> None:
    text = f"Over {bare} is er geen stap voor het jaarverslag."
    assert about(yearly(f"jaarlijks {words}")) == {"jaarverslag-ontbreekt": [text]}


def test_a_step_for_each_year_says_which_year_it_is_about() -> None:
    titles = [f"jaarverslag over {year} vaststellen" for year in YEARS]
    days = [f"15 mei {year + 1}" for year in YEARS]
    assert about(each(titles, days=days)) == {}


def test_two_years_in_one_jaarverslag_are_two_years_without_one() -> None:
    titles = ["jaarverslag over 2028 en 2029", "jaarverslag over 2030", "jaarverslag over 2031"]
    found = about(each(titles, days=["15 mei 2030", "15 mei 2031", "15 mei 2032"]))
    assert found["jaarverslag-ontbreekt"] == [
        "Over 2028 en 2029 is er geen stap voor het jaarverslag."
    ]
    assert found["jaarverslag-jaar"] == [
        "'jaarverslag over 2028 en 2029' noemt 2028 en 2029; over elk jaar komt een eigen "
        "jaarverslag."
    ]


def test_a_year_in_doubt_is_asked_and_one_that_is_not_over_too() -> None:
    found = about(each(["jaarverslag", "jaarverslag 2029"], days=["15 mei 2029", "15 mei 2029"]))
    assert found["jaarverslag-jaar"] == [
        "'jaarverslag' zegt niet over welk jaar het gaat.",
        "'jaarverslag 2029' is op 15 mei 2029; dan is 2029 nog niet voorbij.",
    ]


@pytest.mark.parametrize(
    ("owner", "text"),
    [
        ("v10", "V10 kan het jaarverslag niet vaststellen."),
        ("korpschef", "korpschef kan het jaarverslag niet vaststellen."),
    ],
)
def test_it_is_adopted_by_burgemeesters_and_hoofdofficier(owner: str, text: str) -> None:
    titles = [f"jaarverslag over {year}" for year in YEARS]
    days = [f"15 mei {year + 1}" for year in YEARS]
    found = about(each(titles, days=days, owner=owner))
    assert found == {"jaarverslag-onbevoegd": [text] * 4}


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("jaarverslag over 2024", (2024,)),
        ("Jaarverslag 2024 vaststellen", (2024,)),
        ("jaarverslag van het jaar 2024", (2024,)),
        ("verslag over 2024 vaststellen", (2024,)),
        ("jaarverslagen over 2024, 2025 en 2026", (2024, 2025, 2026)),
        ("jaarverslag 2024-2025", (2024, 2025)),
        ("jaarverslag IMV 2024-2027 vaststellen", ()),
        ("jaarverslag vaststellen", ()),
    ],
)
def test_the_years_a_title_names_are_those_of_the_jaarverslag(
    title: str, years: tuple[int, ...]
) -> None:
    step = Step(id="x", title=title, stage="verantwoording", kind="besluit", owner="rbop")
    assert named_years(step) == years
    assert named_years(step.model_copy(update={"year": 2023})) == (2023,)


@given(st.integers(2013, 2090), st.integers(0, 3), st.integers(-2, 2), st.integers(0, 5))
def test_a_jaarverslag_is_adopted_in_the_year_after_the_one_it_is_about(
    begin: int, length: int, first: int, more: int
) -> None:
    plan = Beleidsplan(name="x", start=date(begin, 1, 1), end=date(begin + length, 12, 31))
    written = Span(date(begin + first, 1, 1), date(begin + first + more, 12, 31))
    due = years_of(plan, written)
    assert len(due) == more + 1
    assert all(adopted == year + 1 for year, adopted in due.items())
