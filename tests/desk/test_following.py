# SPDX-License-Identifier: EUPL-1.2
"""What follows an answer happens one at a time, once for all that wait, and undoes nothing."""

import threading

import pytest

from gehoord.desk.following import Following


def test_what_comes_meanwhile_is_followed_once_by_who_is_at_it() -> None:
    followed: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def follow(name: str) -> None:
        followed.append(name)
        begun.set()
        assert go_on.wait(10)

    following = Following(follow)
    first = threading.Thread(target=following, args=("klein",))
    first.start()
    assert begun.wait(10)
    for _ in range(5):
        following("klein")
    assert followed == ["klein"]
    go_on.set()
    first.join()
    assert followed == ["klein", "klein"]


def test_what_goes_wrong_is_told_and_the_next_answer_is_followed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tried: list[str] = []

    def follow(name: str) -> None:
        tried.append(name)
        if len(tried) == 1:
            raise OSError("de schijf is vol")

    following = Following(follow)
    following("klein")
    following("klein")
    assert tried == ["klein", "klein"]
    assert "Na een antwoord volgde niet alles." in caplog.text
