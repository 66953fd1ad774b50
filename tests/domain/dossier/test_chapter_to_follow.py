# SPDX-License-Identifier: EUPL-1.2
"""A chapter that follows, as an official reads it."""

from datetime import date

import pytest

from gehoord.domain.dossier.chapter_to_follow import ChapterStands, ChapterToFollow


@pytest.mark.parametrize(
    ("stands", "by", "said"),
    [
        ("voorlopig", date(2018, 10, 1), "Sterkte (nog voorlopig): volgt uiterlijk 1 oktober 2018"),
        ("ontbreekt", None, "Sterkte (ontbreekt nog): volgt zodra het bekend is"),
    ],
)
def test_it_says_how_it_stands_when_it_follows_and_to_whom(
    stands: str, by: date | None, said: str
) -> None:
    chapter = ChapterToFollow(
        chapter="Sterkte", stands=ChapterStands(stands), to="de raden", follows_by=by, step="x"
    )
    assert chapter.in_words == f"{said}, aan de raden"


@pytest.mark.parametrize(
    ("to", "theirs"),
    [
        ("de gemeenteraden", True),
        ("burgemeesters en raden", True),
        ("de griffies", True),
        ("iedereen", True),
        ("de burgemeesters", False),
        ("de korpsbeheerraadgevers", False),
    ],
)
def test_it_is_for_the_councils_when_the_words_name_them(to: str, theirs: bool) -> None:
    chapter = ChapterToFollow(chapter="Sterkte", stands=ChapterStands.MISSING, to=to, step="x")
    assert chapter.is_for_councils is theirs
