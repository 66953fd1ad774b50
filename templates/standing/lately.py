# SPDX-License-Identifier: EUPL-1.2
"""What was done last in a dossier."""

from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.outgoing.standing import LastDone, StateOfAffairs
from gehoord.templates.markdown import plain
from gehoord.templates.wording import capital, shortened

MOST: Final = 8
_LONGEST: Final = 200
"""Signs of one line; the journal has the whole."""


def lately(affairs: StateOfAffairs) -> list[str]:
    """Return the last entries of the journal, the newest first, in Markdown."""
    return ["## Wat er het laatst gebeurde", "", *map(_line, affairs.lately)]


def _line(entry: LastDone) -> str:
    return f"- {day_in_words(entry.on)}: {plain(done_in_words(entry))}"


def done_in_words(entry: LastDone) -> str:
    """Return what was done and by whom, on one line."""
    said = shortened(" ".join(entry.text.split()), _LONGEST)
    what = f"{capital(entry.event)}: {said}" if said else capital(entry.event)
    return f"{what} ({entry.by})"
