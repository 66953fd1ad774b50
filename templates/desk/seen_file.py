# SPDX-License-Identifier: EUPL-1.2
"""A file that was handed in on a page: what is seen of it before it counts."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Self

from gehoord.calendar.dutch import counted
from gehoord.domain.workbook.fault import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFile:
    """What a file says, or all that is wrong with it, in Dutch words.

    Attributes:
        name: of the file.
        faults: each with tab, row, column, whom it is about, and what is wrong.
        is_other: whether it came to something else when it was looked at before.
        waits: by what the file that waits is known; empty as long as none does.
    """

    name: str
    faults: tuple[tuple[str, ...], ...] = ()
    is_other: bool = False
    waits: str = ""

    @property
    def how_many_faults(self) -> str:
        """How many faults there are, in words."""
        return counted(len(self.faults), "fout", "fouten")

    @property
    def mark(self) -> str:
        """By what this is known: who agreed to it agreed to nothing else."""
        seen = asdict(replace(self, name="", is_other=False, waits=""))
        return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()

    def waiting(self, waits: str, *, is_other: bool) -> Self:
        """Return this, of a file that waits to be agreed to."""
        return replace(self, waits=waits, is_other=is_other)


def fault_rows(faults: Sequence[Fault]) -> tuple[tuple[str, ...], ...]:
    """Return faults with their places, each a sentence."""
    return tuple(map(_row, faults))


def _row(fault: Fault) -> tuple[str, ...]:
    text = fault.text if fault.text.endswith(("?", ".")) else f"{fault.text}."
    return fault.tab, str(fault.row), fault.column, fault.who, f"{text[0].upper()}{text[1:]}"
