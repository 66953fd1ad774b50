# SPDX-License-Identifier: EUPL-1.2
"""What a run says of itself is a line for each thing, whatever people wrote."""

import logging

import pytest
from prefect.context import FlowRunContext

from gehoord.flows import telling


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> object:
    monkeypatch.setattr(FlowRunContext, "get", lambda: object())
    monkeypatch.setattr(telling, "get_run_logger", lambda: logging.getLogger("een run"))
    caplog.set_level(logging.INFO)
    return caplog


def test_what_people_wrote_cannot_pass_for_another_line(
    heard: pytest.LogCaptureFixture,
) -> None:
    telling.say(["Reactie van OM\r\n12:00 | ERROR | Geweigerd", "100% %s klaar", " "])
    assert heard.messages == ["Reactie van OM 12:00 | ERROR | Geweigerd", "100% %s klaar"]


def test_a_refusal_is_coloured(heard: pytest.LogCaptureFixture) -> None:
    telling.say(["Dat kan niet."], logging.ERROR)
    assert [record.levelno for record in heard.records] == [logging.ERROR]


def test_outside_a_run_nobody_reads_it() -> None:
    telling.say(["Dit leest niemand."])
