# SPDX-License-Identifier: EUPL-1.2
"""When the daily look last ended is known afterwards, or not known at all."""

from datetime import UTC, datetime
from pathlib import Path

from gehoord.tasks.last_look import last_look, note_look

AT = datetime(2027, 1, 4, 6, 30, tzinfo=UTC)


def test_the_last_look_is_kept_and_what_nobody_can_read_is_none(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert last_look(home) is None
    note_look(home, AT)
    assert last_look(home) == AT
    (home / "laatste-controle").write_text("gisteren")
    assert last_look(home) is None
