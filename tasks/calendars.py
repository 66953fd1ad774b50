"""The calendars of a dossier: one for each owner and one for everything, as iCalendar bytes."""

from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path

from gehoord.calendar.entry import Entry
from gehoord.calendar.feed import feed, shown
from gehoord.calendar.written import Precision
from gehoord.domain.action import Action, ActionState
from gehoord.domain.errors import GehoordError
from gehoord.domain.facts import Facts
from gehoord.tasks.whole_file import write_whole


def calendar_of(facts: Facts, owner: str | None = None, on: date | None = None) -> bytes:
    """Return the calendar of one owner (municipality code or office), or of the whole dossier.

    Args:
        facts: the dossier.
        owner: whose calendar; nothing means everybody's.
        on: leave out what lapsed more than 90 days before this day.

    Raises:
        GehoordError: nobody by that name owes anything in this dossier.
    """
    actions = [a for a in facts.actions if owner in (None, a.owner)]
    if not actions and owner is not None:
        owners = ", ".join(sorted({a.owner for a in facts.actions if a.municipality is None}))
        raise GehoordError(
            f"'{owner}' heeft in dit dossier geen acties. Kies een gemeente of: {owners}."
        )
    plan = facts.proposal.title
    who = actions[0].owner_name if owner else "alle acties"
    entries = [_entry(action, plan) for action in actions]
    return _bytes(f"{plan}: {who}", tuple(shown(entries, on) if on else entries))


@lru_cache(maxsize=2048)
def _bytes(name: str, entries: tuple[Entry, ...]) -> bytes:
    """Build a calendar once for the same entries: they give the same bytes."""
    return feed(name, entries, organizer=None)


def write_calendars(facts: Facts, folder: Path, on: date) -> int:
    """Write every calendar of a dossier below ``folder``; return how many files changed."""
    place = folder / facts.dossier.id
    place.mkdir(parents=True, exist_ok=True)
    wanted = {"dossier": calendar_of(facts, None, on)}
    wanted |= {owner: calendar_of(facts, owner, on) for owner in {a.owner for a in facts.actions}}
    changed = 0
    for name, content in wanted.items():
        file = place / f"{name}.ics"
        if not file.exists() or file.read_bytes() != content:
            write_whole(file, content)
            changed += 1
    return changed


def _key(action: Action) -> tuple[str, str, str]:
    """Return what the UID follows from: dossier, step, and owner (with the year, if yearly)."""
    dossier, step, owner = action.id.split("/", 2)
    return dossier, step, owner


def _entry(action: Action, plan: str) -> Entry:
    whole_window = action.kind.takes_its_whole_window and action.start_on < action.due_on
    rough = action.precision is Precision.APPROXIMATE
    return Entry(
        key=_key(action),
        title=f"{action.owner_name}: {action.title}",
        start=action.start_on if whole_window else action.due_on,
        end=action.due_on,
        changed_at=datetime.combine(action.changed_on, time(), UTC),
        description=f"{plan}. {action.due_in_words[0].upper()}{action.due_in_words[1:]}.",
        approximate=action.words if rough else None,
        sequence=action.sequence,
        cancelled=action.state is ActionState.LAPSED,
    )
