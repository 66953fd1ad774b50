# SPDX-License-Identifier: EUPL-1.2
"""Each mistake that must be prevented is made once, and caught before it harms."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from gehoord.domain.checks.checks_page import MISTAKES
from tests.replay.careless import NotCaughtError, found, in_proposal, refused
from tests.replay.careless_deeds import DEEDS, PARTS, adopts
from tests.replay.mistakes_page import listing

DOCUMENT = Path(__file__).parents[2] / "docs" / "fouten.md"
ROW = re.compile(r"^\| (\d+) \|.*\| (-|\d+) \|$", re.MULTILINE)


def test_the_page_of_mistakes_is_current() -> None:
    """After a change: python -m tests.replay.mistakes_page > docs/fouten.md"""
    said = listing()
    assert DOCUMENT.read_text() == said
    rows = ROW.findall(said)
    assert len(rows) == len(DEEDS), "none is caught only after it did harm"
    assert {int(number) for number, _ in rows} == set(MISTAKES)


@pytest.mark.parametrize(
    "commit",
    [
        in_proposal("volgorde"),
        in_proposal("deel-ontbreekt", (PARTS, f"{PARTS} # gelijk")),
        refused("ready", lambda story, on: adopts(story, on + timedelta(days=7)), "Nog niet"),
        found("deel-ontbreekt", "ready", lambda *_: None),
    ],
)
def test_what_is_no_mistake_is_not_caught(commit) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotCaughtError):
        commit()
