# SPDX-License-Identifier: EUPL-1.2
"""What stands in a calendar and is no meeting that counts, with why."""

from datetime import date
from typing import Final, NamedTuple

CALLED_OFF: Final = "gaat niet door"
NOT_FIXED: Final = "de dag staat niet vast"
REPLACED: Final = "vervangen door een nieuwere versie"
OUTSIDE: Final = "heeft geen dag in de periode"
DOUBLE: Final = "staat er al"


class LeftOut(NamedTuple):
    """An entry of a calendar that is left out.

    Attributes:
        day: in Europe/Amsterdam; nothing when it cannot be told.
        title: one line.
        why: in Dutch, without a capital or a full stop.
    """

    day: date | None
    title: str
    why: str
