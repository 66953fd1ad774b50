# SPDX-License-Identifier: EUPL-1.2
"""A process knows the pages of the Prefect that it was told of, and of no other."""

import pytest

from gehoord.tasks.board.own_pages import own_pages
from gehoord.templates.links import Links


def test_a_process_that_was_told_of_no_prefect_has_no_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("PREFECT_API_URL", "PREFECT_UI_URL"):
        monkeypatch.delenv(name, raising=False)
    assert own_pages() is None


def test_one_that_was_told_has_the_pages_as_its_settings_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from prefect.settings import PREFECT_UI_URL, temporary_settings

    monkeypatch.setenv("PREFECT_UI_URL", "http://prefect.example/")
    with temporary_settings({PREFECT_UI_URL: "http://prefect.example/"}):
        assert own_pages() == Links("http://prefect.example")
