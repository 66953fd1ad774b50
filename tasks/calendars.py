"""Keeps the calendar files of a dossier as the register has it."""

from datetime import date
from pathlib import Path

from gehoord.domain.dossier.state import State
from gehoord.tasks.settings import settings
from gehoord.tasks.whole_file import write_whole
from gehoord.templates.calendars import calendar_of, mailbox


def write_calendars(state: State, folder: Path, on: date) -> int:
    """Write every calendar of a dossier below ``folder``; return how many files changed."""
    place = folder / state.dossier.id
    place.mkdir(parents=True, exist_ok=True)
    behind = mailbox(state, settings().mail_from)
    wanted = {"dossier": calendar_of(state, behind, None, on)}
    owners = {a.owner for a in state.actions}
    wanted |= {owner: calendar_of(state, behind, owner, on) for owner in owners}
    changed = 0
    for name, content in wanted.items():
        file = place / f"{name}.ics"
        if not file.exists() or file.read_bytes() != content:
            write_whole(file, content)
            changed += 1
    return changed
