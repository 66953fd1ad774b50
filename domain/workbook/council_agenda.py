# SPDX-License-Identifier: EUPL-1.2
"""The tab of the meetings at which each council, or its committee, treats the ontwerp."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final

from gehoord.domain.dossier.agenda_item import MeetingKind, MeetingStands
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.cell import Value
from gehoord.domain.workbook.councils import by_name
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.tab import Column, Content, Row, Sort, Tab, TabLine

KIND: Final = "Soort"
DAY: Final = "Dag van de vergadering"
STANDS: Final = "Stand"
WHERE: Final = "Vergadering"

_Meeting = tuple[date, MeetingStands, str]


class CouncilAgendaTab(Tab):
    """Three rows for each council that must be heard: one for each kind of meeting, in their order.

    No council is heard by what stands here; a meeting that is off keeps its day until another
    takes its place, as it does in calendars.
    """

    name = "Behandeling"
    columns = (
        Column("Gemeente"),
        Column("CBS-code"),
        Column(KIND),
        Column(DAY, Sort.DAY, is_asked=True, may_come=True),
        Column(STANDS, Sort.CHOICE, tuple(MeetingStands), is_asked=True),
        Column(WHERE, is_asked=True),
    )
    goes_first = True
    headings: ClassVar = {"dag": DAY, "stand": STANDS, "vergadering": WHERE}

    def lines(self, state: State) -> list[TabLine]:
        """Return them by name of the municipality."""
        hearings = by_name(state.owed_hearings)
        return [self._line(hearing, kind) for hearing in hearings for kind in MeetingKind]

    def _line(self, hearing: Hearing, kind: MeetingKind) -> TabLine:
        day, stands, where = _meeting(hearing, kind) or ("", "", "")
        about = (hearing.name, hearing.municipality, kind)
        return self.line(f"{hearing.id}/{kind}", *about, day, stands, where)

    def wrong(self, row: Row) -> Iterator[Fault]:
        """Yield that a meeting has no day, lost what was known of it, or has a name too many."""
        if not row.cells[DAY]:
            yield row.fault(_why_no_day(row), DAY)
        if row.was(STANDS) and not row.cells[STANDS]:
            yield row.fault(f"hier stond '{row.was(STANDS)}'; kies hoe ver de raad nu is", STANDS)
        if row.cells[KIND] == MeetingKind.DECIDING and row.cells[WHERE]:
            yield row.fault(
                "besluitvormend vergadert de raad zelf; maak deze cel leeg, of vul een commissie "
                "in bij beeldvormend of oordeelsvormend",
                WHERE,
            )

    def is_same(self, heading: str, said: Value, recorded: Value) -> bool:
        """Whether it is what the register has; without a choice time was reserved."""
        is_usual = heading == STANDS and not said and recorded == MeetingStands.RESERVED
        return is_usual or super().is_same(heading, said, recorded)

    def reports(self, row: Row) -> list[Content]:
        """Return at which meeting the ontwerp is treated, or that it is not."""
        cells = row.cells
        told = {"dag": cells[DAY], "stand": cells[STANDS] or MeetingStands.RESERVED}
        about = {"gemeente": cells["CBS-code"], "soort": cells[KIND]}
        return [{"wat": "reservering", **about, **told, "vergadering": cells[WHERE]}]


def _meeting(hearing: Hearing, kind: MeetingKind) -> _Meeting | None:
    """Return the meeting of a kind that a council named, also when it is off."""
    if kind is MeetingKind.DECIDING:
        return _deciding(hearing)
    item = next((each for each in hearing.agenda if each.kind is kind), None)
    if item is None:
        return None
    stands = MeetingStands.OFF if hearing.is_item_off(item) else item.stands
    return item.day, stands, item.where


def _deciding(hearing: Hearing) -> _Meeting | None:
    if hearing.meets_on is None:
        return None
    if hearing.meeting_stands is None or hearing.is_called_off:
        return hearing.meets_on, MeetingStands.OFF, ""
    return hearing.meets_on, hearing.meeting_stands, ""


def _why_no_day(row: Row) -> str:
    if row.was(DAY):
        return (
            "hier stond een dag; zet die terug en kies bij de stand 'gaat niet door', of neem de "
            "vergadering terug met een herstel als zij een vergissing was"
        )
    return "vul de dag van de vergadering in, zoals 16-9-2027"
