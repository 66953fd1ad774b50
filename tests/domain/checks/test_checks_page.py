# SPDX-License-Identifier: EUPL-1.2
"""docs/checks.md says what the code does."""

import re
from pathlib import Path

from gehoord.domain.checks import all_checks
from gehoord.domain.checks.checks_page import MISTAKES, listing

DOCUMENT = Path(__file__).parents[3] / "docs" / "checks.md"
ROW = re.compile(r"^\| (?:`(?P<code>[^`]+)` \| )?(?P<numbers>[\d, ]+|-) \|", re.MULTILINE)


def test_the_table_of_checks_is_current() -> None:
    """After a change: python -m gehoord.domain.checks.checks_page > docs/checks.md"""
    assert DOCUMENT.read_text() == listing()


def test_every_number_of_the_list_stands_in_the_table() -> None:
    numbers = {n for row in ROW.finditer(listing()) for n in re.findall(r"\d+", row["numbers"])}
    assert {int(number) for number in numbers} == set(MISTAKES)


def test_every_check_stands_in_the_table_once_under_its_own_code() -> None:
    listed = [row["code"] for row in ROW.finditer(listing()) if row["code"]]
    assert sorted(listed) == sorted(check.code for check in all_checks)
    assert len(set(listed)) == len(listed)


def test_every_check_has_an_article_or_a_practice() -> None:
    assert all(check.ground.article or check.ground.practice for check in all_checks)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", check.code) for check in all_checks)


def test_every_remedy_is_a_dutch_sentence() -> None:
    for check in all_checks:
        assert check.remedy[0].isupper()
        assert check.remedy.endswith(".")
        assert check.what.endswith(".")
