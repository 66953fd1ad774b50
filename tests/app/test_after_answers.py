# SPDX-License-Identifier: EUPL-1.2
"""After an answer on the desk mail and calendars follow; the board waits until Prefect runs."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from gehoord.app.after_answers import AfterAnswers
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.tasks.settings import Settings, settings
from tests.story_in_register import StoryInRegister, ToldInRegister


@pytest.fixture
def asked(
    told: ToldInRegister, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StoryInRegister]:
    """A dossier of which the mail has not left yet, in a home of its own without a Prefect."""
    story = told("asked")
    url = story.register.engine.url.render_as_string(hide_password=False)
    monkeypatch.setenv("GEHOORD_HOME", str(tmp_path))
    monkeypatch.setenv("GEHOORD_DATABASE_URL", url)
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    settings.cache_clear()
    yield story
    settings.cache_clear()


def test_mail_leaves_and_calendars_are_written_without_a_word(
    asked: StoryInRegister,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    AfterAnswers(settings())("klein")
    with asked.register.reading() as reader:
        states = {message.state for message in reader.all(Message, "klein")}
    assert states == {MessageState.SENT}
    assert list((tmp_path / "outbox").rglob("*.eml"))
    assert list((tmp_path / "agenda").rglob("*.ics"))
    assert caplog.records == []
    assert capsys.readouterr().out == ""


def test_what_cannot_follow_is_told_to_the_log_and_undoes_nothing(
    asked: StoryInRegister, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = asked.everything()
    (tmp_path / "outbox").write_text("in the way")
    (tmp_path / "agenda").write_text("in the way")
    with caplog.at_level(logging.WARNING):
        AfterAnswers(Settings())("klein")
    assert "Nog niet bijgewerkt: de agenda's" in caplog.text
    assert "Traceback" not in caplog.text
    assert [row[0] for row in before] == [row[0] for row in asked.everything()]
