# SPDX-License-Identifier: EUPL-1.2
"""The tab of the councils: what they were asked, and what they answered (art. 38b lid 2)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import ClassVar, Final

from gehoord.calendar.due import Due
from gehoord.calendar.dutch import by_letters
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.cell import Value, plain
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.tab import Column, Content, Row, Sort, Tab, TabLine

SILENT: Final = "geen antwoord"
VERSION: Final = "Over versie"
ANSWER: Final = "Antwoord"
DAY: Final = "Gehoord of beoordeeld op"
MANNER: Final = "Wijze"
TEXT: Final = "Zienswijze"
REASON: Final = "Reden bij geen antwoord"
JUDGE: Final = "Beoordeeld door"

_TAKE_BACK: Final = "was het een vergissing, neem het dan terug met een herstel"


class CouncilsTab(Tab):
    """One row for each council that must be heard."""

    name = "Raden"
    columns = (
        Column("Gemeente"),
        Column("CBS-code"),
        Column("Stand"),
        Column("Gevraagd op", Sort.DAY),
        Column(VERSION),
        Column("Antwoord uiterlijk", Sort.DAY),
        Column(ANSWER, Sort.CHOICE, (*Answer, SILENT), is_asked=True),
        Column(DAY, Sort.DAY, is_asked=True),
        Column(MANNER, Sort.CHOICE, tuple(Manner), is_asked=True),
        Column(TEXT, is_asked=True),
        Column(REASON, is_asked=True),
        Column(JUDGE, is_asked=True),
    )
    headings: ClassVar = {"op": DAY, "wijze": MANNER, "reden": REASON, "door": JUDGE}

    def lines(self, state: State) -> list[TabLine]:
        """Return a row for each council that still exists, by name."""
        return [self.line_of(state, hearing) for hearing in by_name(state.owed_hearings)]

    def line_of(self, state: State, hearing: Hearing) -> TabLine:
        """Return the row of one council."""
        is_heard = hearing.state is HearingState.HEARD
        is_silent = hearing.state is HearingState.SILENT
        return self.line(
            hearing.id,
            hearing.name,
            hearing.municipality,
            hearing.state_in_words,
            hearing.invited_on or "",
            _version(state, hearing),
            _last_day(hearing.due),
            SILENT if is_silent else hearing.answer or "",
            hearing.settled_on or "",
            Manner.COUNCIL_MEETING if is_heard else "",
            _said(state, hearing),
            hearing.reason if is_silent else "",
            hearing.reason_by if is_silent else "",
        )

    def wrong(self, row: Row) -> Iterator[Fault]:
        """Yield what is missing from an answer, or does not go with it."""
        cells = row.cells
        if plain(cells[VERSION]) != plain(row.was(VERSION)):
            yield row.fault(_why_of_older_version(row), VERSION)
        elif not cells[ANSWER]:
            yield row.fault(_why_no_answer(row), ANSWER)
        else:
            yield from self._wrong_with_answer(row)

    def _wrong_with_answer(self, row: Row) -> Iterator[Fault]:
        cells = row.cells
        if not cells[DAY]:
            yield row.fault("vul de dag in, zoals 16-9-2027", DAY)
        if cells[ANSWER] == SILENT:
            if not cells[REASON]:
                yield row.fault("vul in waarom de raad genoeg gelegenheid had", REASON)
            headings, why = (MANNER, TEXT), f"hoort niet bij '{SILENT}'; maak deze cel leeg"
        else:
            headings, why = (REASON, JUDGE), f"hoort alleen bij '{SILENT}'; maak deze cel leeg"
        yield from (row.fault(why, heading) for heading in headings if cells[heading])

    def is_same(self, heading: str, said: Value, recorded: Value) -> bool:
        """Whether it is what the register has; what may be left out is then what is usual."""
        if heading == JUDGE:
            return not said or _office(str(said)) == _office(str(recorded))
        is_usual = heading == MANNER and not said and recorded == Manner.COUNCIL_MEETING
        return is_usual or super().is_same(heading, said, recorded)

    def reports(self, row: Row) -> list[Content]:
        """Return that the council was heard, or that its silence counts."""
        cells = row.cells
        about = {"gemeente": cells["CBS-code"], "op": cells[DAY]}
        if cells[ANSWER] == SILENT:
            judge = {"door": cells[JUDGE]} if cells[JUDGE] else {}
            return [{"wat": "geen-antwoord", "reden": cells[REASON], **about, **judge}]
        manner = cells[MANNER] or Manner.COUNCIL_MEETING
        told = {"antwoord": cells[ANSWER], "wijze": manner, "tekst": cells[TEXT]}
        return [{"wat": "gehoord", **told, **about}]


def by_name(hearings: Iterable[Hearing]) -> list[Hearing]:
    """Return hearings in the order in which people look for a municipality."""
    return sorted(hearings, key=lambda hearing: (by_letters(hearing.name), hearing.id))


def _version(state: State, hearing: Hearing) -> str:
    """Return about which version a council was asked, as people name it."""
    version = state.versions.one(hearing.version or "")
    return f"{version.number}: {version.title}" if version else hearing.version or ""


def _why_of_older_version(row: Row) -> str:
    if not row.cells[VERSION]:
        return (
            "dit bestand is van voordat de raad is gevraagd; dat is hij nu over "
            f"'{row.was(VERSION)}'. Maak een nieuw bestand, en vul in wat de raad daarover zei"
        )
    return (
        f"dit bestand is van toen de raad was gevraagd over '{row.cells[VERSION]}'; nu is dat "
        f"'{row.was(VERSION)}'. Maak een nieuw bestand, en vul in wat de raad daarover zei"
    )


def _why_no_answer(row: Row) -> str:
    if row.was(ANSWER):
        return f"hier stond '{row.was(ANSWER)}'; zet dat terug, of {_TAKE_BACK}"
    return "kies wat de raad antwoordde, of maak de andere cellen leeg die u invulde"


def _office(name: str) -> str:
    """Return an office as it is compared: people write it with and without small words."""
    words = name.casefold().split()
    return folded("".join(word for word in words if word not in ("de", "van")))


def _said(state: State, hearing: Hearing) -> str:
    """Return what a council said on the version that it was asked about, as far as it counts."""
    said = state.zienswijzen.where(municipality=hearing.municipality)
    return "\n\n".join(z.text for z in standing(said) if z.version == hearing.version and z.text)


def _last_day(due: Due | None) -> Value:
    """Return a last day, or the words of what names no day."""
    if due is None:
        return ""
    day: date = due.day
    return day if due.names_day else due.in_words
