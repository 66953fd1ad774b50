# SPDX-License-Identifier: EUPL-1.2
"""An approximation is several days: only a conflict on all of them blocks.

Law: Politiewet 2012, art. 38b lid 2 and 39 lid 4.
"""

import pytest

from gehoord.domain.finding import Finding, Severity
from tests.domain.checks.written import judged_with

BASE = "toezending-zonder-dag"
HEARD_BY = 'tot_en_met = "1 november 2026"'
ADOPTED = 'wanneer = "25 november 2026"'
MADE = 'wanneer = "1 juli 2026"'
SENT = 'wanneer = "3 juli 2026"'
TO_MINISTER = 'aan = "minister", na = ["vaststelling"]'
UNSURE = "benadering-onzeker"


def heard_by(words: str) -> tuple[str, str]:
    return HEARD_BY, f'tot_en_met = "{words}"'


def adopted(words: str) -> tuple[str, str]:
    return ADOPTED, f'wanneer = "{words}"'


def blocks(found: list[Finding]) -> set[str]:
    return {f.code for f in found if f.severity is Severity.BLOCK}


def unsure(found: list[Finding]) -> list[tuple[str, ...]]:
    return [f.steps for f in found if f.code == UNSURE]


@pytest.mark.parametrize(
    ("until", "on"),
    [
        ("medio november 2026", "12 november 2026"),
        ("medio november 2026", "15 november 2026"),
        ("eind november 2026", "25 november 2026"),
        ("eind november 2026", "eind november 2026"),
        ("18 november 2026", "medio november 2026"),
        ("rond 27 november 2026", "25 november 2026"),
    ],
)
def test_a_hearing_that_may_end_in_time_warns_and_blocks_nothing(until: str, on: str) -> None:
    found = judged_with(BASE, heard_by(until), adopted(on))
    assert not blocks(found)
    assert "horen-op-dag-van-vaststelling" not in {f.code for f in found}
    assert unsure(found) == [("horen", "vaststelling")]
    [text] = [f.text for f in found if f.code == UNSURE]
    assert "(bij benadering)" in text


@pytest.mark.parametrize(
    ("until", "on"),
    [
        ("medio november 2026", "9 november 2026"),
        ("eind november 2026", "20 november 2026"),
        ("21 november 2026", "medio november 2026"),
        ("26 november 2026", "25 november 2026"),
        ("november 2026", "25 november 2026"),
    ],
)
def test_a_hearing_that_surely_ends_too_late_blocks(until: str, on: str) -> None:
    found = judged_with(BASE, heard_by(until), adopted(on))
    assert blocks(found) == {"horen-na-vaststelling"}
    assert not unsure(found)


@pytest.mark.parametrize(
    ("change", "code", "steps"),
    [
        ((MADE, 'wanneer = "begin juli 2026"'), "", ()),
        ((SENT, 'wanneer = "eind juni 2026"'), "oude-versie-gehoord", ()),
        ((MADE, 'wanneer = "medio juli 2026"'), "oude-versie-gehoord", ()),
        ((MADE, 'wanneer = "rond 6 juli 2026"'), "", ("ontwerp", "verzending")),
        ((TO_MINISTER, f'{TO_MINISTER}, wanneer = "rond 22 november 2026"'), "",
         ("vaststelling", "naar-minister")),
        ((TO_MINISTER, f'{TO_MINISTER}, wanneer = "medio november 2026"'), "niet-toegezonden", ()),
        ((TO_MINISTER, f'{TO_MINISTER}, wanneer = "5 dagen voor vaststelling"'),
         "niet-toegezonden", ()),
    ],
)  # fmt: skip
def test_what_the_law_orders_is_judged_by_every_day_that_it_may_be(
    change: tuple[str, str], code: str, steps: tuple[str, ...]
) -> None:
    found = judged_with(BASE, change)
    assert blocks(found) == ({code} if code else set())
    assert unsure(found) == ([steps] if steps else [])


def test_what_is_counted_from_an_approximation_is_as_wide_as_that() -> None:
    late = adopted("1 week na definitief")
    final = ('id = "definitief",', 'id = "definitief", wanneer = "oktober 2026",')
    assert "horen-na-vaststelling" not in blocks(judged_with(BASE, final, late))
    rough = (final[0], final[1].replace("oktober", "eind oktober"))
    found = judged_with(BASE, heard_by("3 november 2026"), rough, late)
    assert not blocks(found)


@pytest.mark.parametrize(
    ("on", "told"), [("medio november 2026", False), ("15 november 2026", True)]
)
def test_an_adoption_by_approximation_has_no_weekday(on: str, told: bool) -> None:
    found = judged_with(BASE, heard_by("1 oktober 2026"), adopted(on))
    assert (("vaststelling",) in [f.steps for f in found if f.code == "vrije-dag"]) is told
