# SPDX-License-Identifier: EUPL-1.2
"""What follows the register keeps up to where it has come, so that it does nothing twice."""

from datetime import date
from pathlib import Path
from typing import Final
from uuid import uuid4

from pydantic import ValidationError

from gehoord.domain.frozen import Frozen
from gehoord.store.since import Place
from gehoord.tasks.whole_file import write_whole

FOREVER: Final = date.max


class Followed(Frozen):
    """What was last made from a dossier.

    Attributes:
        place: the last entry of the journal that is in it.
        made_with: what it rests on besides: the version of Gehoord, and settings, as one text.
        on: the day for which it was made.
        until: the first day on which the same would be made otherwise.
        digest: of what was made, if it may come out the same on another day.
    """

    place: Place
    made_with: str
    on: date
    until: date = FOREVER
    digest: str = ""

    def is_right(self, made_with: str, on: date) -> bool:
        """Whether what is in it would be made the same on this day."""
        return self.made_with == made_with and self.on <= on < self.until


def followed(file: Path) -> Followed | None:
    """Return what was kept in a file; nothing when there is none, or it cannot be read."""
    try:
        return Followed.model_validate_json(file.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def keep_followed(file: Path, now: Followed) -> None:
    """Keep it in a file, once what it speaks of is there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, now.model_dump_json().encode())


def begin_following(file: Path, on: date) -> Followed:
    """Keep that somebody is at it: until it is done, nothing is known of what is there.

    Returns: a mark that no other beginning has; whoever finds another one when he is done was not
        alone.
    """
    mark = Followed(place=Place(0, uuid4().hex), made_with="", on=on)
    keep_followed(file, mark)
    return mark


MADE_BY: Final = "Gehoord 0.1.0"
"""Another version may make the same thing otherwise. To ask the packages for it costs 2 ms."""
