# SPDX-License-Identifier: EUPL-1.2
"""Keeps when the daily look last came to its end, for who watches over Gehoord itself."""

from datetime import datetime
from pathlib import Path
from typing import Final

from gehoord.tasks.whole_file import write_whole

_FILE: Final = "laatste-controle"


def note_look(home: Path, at: datetime) -> None:
    """Keep that a look ended at this moment (UTC)."""
    home.mkdir(parents=True, exist_ok=True)
    write_whole(home / _FILE, at.isoformat().encode())


def last_look(home: Path) -> datetime | None:
    """Return when the last look ended, in UTC; nothing when none did, or nobody can tell."""
    try:
        return datetime.fromisoformat((home / _FILE).read_text())
    except (OSError, ValueError):
        return None
