# SPDX-License-Identifier: EUPL-1.2
"""The calendar of a party is that of the register, whatever was written when, byte for byte."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from gehoord.domain.acts.report import Corrected, Merged, RespiteGiven, StepLapsed
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.errors import GehoordError
from gehoord.tasks.calendars import calendar_now, write_calendars
from tests.story import ASKED, COUNCILS, RESPOND_BY, heard
from tests.story_in_register import StoryInRegister, ToldInRegister

STEPS = ("vaststelling", "verwerking", "definitief", "jaarverslag", "horen")
OWNERS = ("GM0392", "GM0405", "GM0448", "GM9999", "rbop", ADVISER, "hoofdofficier")
WHY = "De raad vergadert pas een week later."


def moves(story: StoryInRegister, random: Random, on: date) -> None:
    to = RESPOND_BY + timedelta(days=random.randrange(60))
    story.moves(random.choice(STEPS), to, on)


def hears(story: StoryInRegister, random: Random, on: date) -> None:
    story.does(heard(random.choice(COUNCILS), on), on)


def takes_back(story: StoryInRegister, random: Random, on: date) -> None:
    council = random.choice(COUNCILS)
    story.does(Corrected(on=on, step="horen", owner=council, reason="Dit was een andere raad."), on)


def lapses(story: StoryInRegister, random: Random, on: date) -> None:
    story.does(StepLapsed(on=on, step=random.choice(STEPS), reason=WHY), on)


def gives_longer(story: StoryInRegister, random: Random, on: date) -> None:
    until = RESPOND_BY + timedelta(days=random.randrange(1, 60))
    council = random.choice(COUNCILS)
    story.does(RespiteGiven(on=on, municipality=council, until=until, reason=WHY), on)


def merges(story: StoryInRegister, random: Random, on: date) -> None:
    ceased = tuple(random.sample(COUNCILS, 2))
    story.does(Merged(on=on, ceased=ceased, code="GM9999", name="Nieuwstad"), on)


ACTS: tuple[Callable[[StoryInRegister, Random, date], None], ...] = (
    moves, hears, takes_back, lapses, gives_longer, merges
)  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_whatever_was_written_when_each_calendar_is_that_of_the_register(
    told: ToldInRegister, tmp_path: Path, seed: int
) -> None:
    story, random, on = told("asked"), Random(seed), ASKED  # noqa: S311
    written, nowhere, done = tmp_path / "agenda", tmp_path / "leeg", 0

    def calendars(folder: Path) -> list[bytes]:
        with story.register.reading() as reader:
            return [calendar_now(reader, "klein", owner, folder, on) for owner in OWNERS]

    for _ in range(25):
        with suppress(GehoordError):
            random.choice(ACTS)(story, random, on)
            done += 1
        if random.random() < 0.4:
            write_calendars(story.register, "klein", written, on)
        if random.random() < 0.2:
            on += timedelta(days=random.randrange(40))
        assert calendars(written) == calendars(nowhere)
    assert done > 3
