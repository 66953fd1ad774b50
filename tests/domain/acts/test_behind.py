# SPDX-License-Identifier: EUPL-1.2
"""A move says which steps with a day of their own now lie before what they rest on."""

from datetime import date

import pytest

from gehoord.domain.acts.move import Consequences
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.domain.checks.written import text_of, unit

ON = date(2026, 6, 15)


def moved(step: str, to: date, *changes: tuple[str, str]) -> Consequences:
    text = text_of("toezending-zonder-dag", *changes)
    story = StoryInMemory()
    story.opens(
        (
            read_toml(Proposal, text.encode(), "proef.toml"),
            read_toml(Eenheid, unit().encode(), "eenheid.toml"),
            text,
        )
    )
    return story.moves(step, to, ON)


def milestone(name: str, more: str) -> str:
    return (
        f'{{ id = "{name}", titel = "{name}", fase = "ontwerpen", soort = "mijlpaal", '
        f'actiehouder = "adviseur"{more} }},\n  '
    )


def test_what_rests_on_it_by_way_of_a_step_without_a_day_is_named() -> None:
    steps = [
        milestone("peiling", ', wanneer = "3 augustus 2026"'),
        milestone("duiding", ', na = ["peiling"]'),
        milestone("verslag", ', wanneer = "5 augustus 2026", na = ["duiding"]'),
    ]
    first = '{ id = "definitief"'
    found = moved("peiling", date(2026, 8, 10), (first, "".join([*steps, first])))
    assert found.behind == (
        "'verslag' houdt zijn eigen dag, 5 augustus 2026, maar rust op 'peiling' van "
        "10 augustus 2026.",
    )


def test_a_version_with_a_day_of_its_own_that_a_longer_hearing_overtakes_is_named() -> None:
    long = ('na = ["horen"], volledigheid', 'na = ["verwerking"], volledigheid')
    dated = (
        '{ id = "definitief"',
        '{ id = "verwerking", titel = "verwerken", fase = "vaststelling", soort = "mijlpaal", '
        'actiehouder = "adviseur", wanneer = { van = 2026-11-02, tot_en_met = 2026-11-13 } },\n'
        '  { id = "definitief", wanneer = "16 november 2026"',
    )
    found = moved("verwerking", date(2026, 11, 20), long, dated)
    assert [sentence.split(",")[0] for sentence in found.behind] == [
        "'definitieve versie' houdt zijn eigen dag"
    ]


def test_what_moves_along_and_what_lay_behind_before_is_not_named() -> None:
    counted = ('wanneer = "3 juli 2026"', 'wanneer = "2 dagen na ontwerp"')
    assert moved("ontwerp", date(2026, 7, 2), counted).behind == ()
    assert moved("vaststelling", date(2026, 11, 26)).behind == ()


@pytest.mark.parametrize("to", [date(2026, 7, 2), date(2026, 7, 3)])
def test_on_the_same_day_nothing_is_behind(to: date) -> None:
    assert moved("ontwerp", to).behind == ()
