# SPDX-License-Identifier: EUPL-1.2
"""Reads how many came to a session, as people write it: a group a line."""

import re
from collections.abc import Sequence
from typing import Final

from gehoord.domain.dossier.info_session import Attendance
from gehoord.domain.nearby import folded

ALL_TOGETHER: Final = "zonder groep"
"""The group of a number that stands alone."""

_LINE: Final = re.compile(r"\s*(?:(?P<group>[^;]*[^;\s])\s*;)?\s*(?P<people>\d{1,5})\s*")
_LONGEST: Final = 100


def attendance_in(lines: Sequence[str]) -> tuple[Attendance, ...]:
    """Return the groups with how many came.

    Raises:
        ValueError: a line is none, or a group is named twice; it says which, in Dutch.

    >>> attendance_in(["burgemeesters; 12", "raadsleden;8"])[1].people
    8
    """
    found = tuple(_read(line, number) for number, line in enumerate(lines, 1))
    names = [folded(each.group) for each in found]
    if double := next((e.group for e in found if names.count(folded(e.group)) > 1), ""):
        raise ValueError(f"'{double}' staat er twee keer; tel die groep bij elkaar op")
    if len(found) > 1 and folded(ALL_TOGETHER) in names:
        raise ValueError("noem bij elk aantal de groep, of geef alleen het totaal")
    return found


def _read(line: str, number: int) -> Attendance:
    read = _LINE.fullmatch(line)
    group = " ".join((read["group"] or ALL_TOGETHER).split()) if read else ""
    if read is None or len(group) > _LONGEST or not folded(group):
        raise ValueError(
            f"regel {number}: '{line.strip()[:40]}' is geen aantal; schrijf groep en aantal, zoals "
            "'burgemeesters; 12', of alleen het totaal"
        )
    return Attendance(group=group, people=int(read["people"]))
