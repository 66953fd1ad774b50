# SPDX-License-Identifier: EUPL-1.2
"""What a card of the board says in Prefect: its name, and the state of its run."""

from typing import Final

from gehoord.calendar.due import Stretch, by_in_words
from gehoord.calendar.dutch import counted
from gehoord.domain.outgoing.story import Story

DONE: Final = "De actie is gedaan."
LAPSED: Final = "De actie is vervallen."
UNKNOWN: Final = "De actie staat niet meer in het register."


def name(story: Story) -> str:
    """Return the name of a card: who must do what by when, and what can be counted of it.

    That is how often its owner was reminded, of a notice how many of its letters left, and of the
    adoption how many zienswijzen have no answer yet. Of what is late it says what holds it up.
    """
    said = [f"{story.reminders}x herinnerd"] * bool(story.reminders)
    if story.letters:
        left = "" if story.letters_left == story.letters else f"{story.letters_left} van "
        said.append(f"{left}{counted(story.letters, 'brief', 'brieven')} verzonden")
    if story.unanswered:
        said.append(f"{counted(story.unanswered, 'zienswijze', 'zienswijzen')} zonder antwoord")
    if story.waits_for:
        said.append(f"wacht op {story.waits_for}")
    counts = f" ({', '.join(said)})" if said else ""
    return f"{story.action.name}{counts}"


def due(days: Stretch | None) -> str:
    """Return by when it is due, as a sentence begins: a month or an approximation stays one."""
    said = by_in_words(days)
    return said[0].upper() + said[1:]


def owed(days: Stretch | None, *, late: bool) -> str:
    """Return by when it is due, and whether that has passed."""
    if days is None or not late:
        return due(days)
    passed = "die dag is voorbij." if days.names_day else "volgens de planning voorbij."
    return f"{due(days)}: {passed}"
