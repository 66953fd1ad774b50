"""The page on which the adviser takes the workbook of a dossier, and hands it in again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.workbook.cell import Value
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.judging import CellChange, Judged

LONGEST_SHOWN: Final = 300
"""Signs of a cell; who wants the rest has it in his file."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What a file comes to that was handed in, in Dutch words.

    Attributes:
        name: of the file.
        faults: each with tab, row, column, whom it is about, and what is wrong.
        changes: each with tab, row, whom it is about, column, what was and what comes.
        ignored: the tabs that are none of ours.
        agree: what the button says that records it; empty when there is nothing to record.
        waits: by what the file that waits is known; empty when none does.
        mark: by what these changes are known.
        is_other: whether it came to something else when it was looked at before.
    """

    name: str
    faults: tuple[tuple[str, ...], ...]
    changes: tuple[tuple[str, ...], ...]
    ignored: tuple[str, ...]
    agree: str
    waits: str
    mark: str
    is_other: bool

    @classmethod
    def of(cls, name: str, found: Judged, waits: str, *, is_other: bool) -> "LookedAt":
        """Return what was found in a file, as people read it."""
        number = len(found.reports)
        agree = "Leg deze melding vast" if number == 1 else f"Leg deze {number} meldingen vast"
        return cls(
            name=one_line(name),
            faults=tuple(map(_fault, found.faults)),
            changes=tuple(map(_change, found.changes)),
            ignored=tuple(map(one_line, found.ignored)),
            agree=agree if waits else "",
            waits=waits,
            mark=found.mark,
            is_other=is_other,
        )

    @property
    def how_many_faults(self) -> str:
        """How many faults there are, in words."""
        return counted(len(self.faults), "fout", "fouten")


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What the adviser reads.

    Attributes:
        plan: the procedure, and ``eenheid`` the unit.
        key: the hidden key of its forms.
        wrong: why what he did was refused; empty when it was not.
        looked: what the file comes to that he handed in, if he did.
        told: what was recorded, a sentence each.
    """

    plan: str
    eenheid: str
    key: str
    wrong: str
    looked: LookedAt | None
    told: tuple[str, ...]

    @classmethod
    def of(
        cls, dossier: Dossier, key: str, *, wrong: str, looked: LookedAt | None, told: Iterable[str]
    ) -> "SheetPage":
        """Return the page for a dossier."""
        plan, eenheid = one_line(dossier.title), one_line(dossier.eenheid_name)
        return cls(plan, eenheid, key, wrong, looked, tuple(told))

    @property
    def heading(self) -> str:
        """What the page is about now."""
        if self.told:
            return "Vastgelegd"
        if self.looked and self.looked.faults:
            return "Er klopt iets niet in het werkblad"
        return "Dit zou er veranderen" if self.looked else "Werkblad"

    @property
    def is_refused(self) -> bool:
        """Whether something is wrong; the title of the page then says so first."""
        return bool(self.wrong or (self.looked and self.looked.faults))


def _fault(fault: Fault) -> tuple[str, ...]:
    text = fault.text if fault.text.endswith(("?", ".")) else f"{fault.text}."
    return fault.tab, str(fault.row), fault.column, fault.who, f"{text[0].upper()}{text[1:]}"


def _change(change: CellChange) -> tuple[str, ...]:
    was, becomes = _shown(change.was), _shown(change.becomes)
    return change.tab, str(change.row), change.who, change.heading, was, becomes


def _shown(value: Value) -> str:
    if isinstance(value, date):
        return day_in_words(value)
    text = str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
