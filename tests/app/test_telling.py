# SPDX-License-Identifier: EUPL-1.2
"""Whoever waits is told what happens, and that it still does."""

import time

import pytest

from gehoord.app.telling import telling


def test_what_takes_long_says_that_it_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    with telling("Prefect start", every=0.02):
        time.sleep(0.3)
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first == "Prefect start."
    assert second == "Prefect start (0 seconden)."


def test_what_fails_says_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OSError, match="vol"), telling("Prefect start", every=0.02):
        raise OSError("vol")
    capsys.readouterr()
    time.sleep(0.1)
    assert capsys.readouterr().out == ""
