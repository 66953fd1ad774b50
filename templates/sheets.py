# SPDX-License-Identifier: EUPL-1.2
"""The sheets of an archive: what people read of a dossier years later, printable on A4."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from gehoord.calendar.due import Due
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line, paragraphs
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.checks import all_checks
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.carried_out import adopters_in_words, provisional
from gehoord.domain.dossier.handed import all_handed_in
from gehoord.domain.dossier.message import Attachment, Message, MessageState
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State
from gehoord.domain.finding import Finding
from gehoord.domain.outgoing.dispatches import Dispatch, in_turn
from gehoord.domain.proposal.part import part_in_words
from gehoord.domain.proposal.proposal import Beleidsplan
from gehoord.domain.proposal.starting_points import StartingPoints
from gehoord.law.politiewet import BASES, BASES_OF_CHANGE
from gehoord.templates import wording
from gehoord.templates.archived_strength import archived_strengths
from gehoord.templates.chosen_themes import told_theme
from gehoord.templates.poll import poll_part
from gehoord.templates.rounds import round_part
from gehoord.templates.told_path import ToldPath, told_paths

_KINDS: Final = {
    BesluitKind.THEMES: "thema's gekozen",
    BesluitKind.AGREEMENT: "akkoord met verzending van het ontwerp",
    BesluitKind.ADOPTION: "beleidsplan vastgesteld",
    BesluitKind.CHANGE: "vastgesteld plan gewijzigd",
    BesluitKind.DIFFERENCE: "verschil voorgelegd aan de minister",
    BesluitKind.DIFFERENCE_DECIDED: "verschil beslist door de minister",
    BesluitKind.INSTRUCTION: "aanwijzing van de minister",
    BesluitKind.PART: "onderdeel van het plan vastgesteld",
    BesluitKind.JAARVERSLAG: "jaarverslag vastgesteld",
    BesluitKind.PRIORITY: "andere prioriteit gekozen",
    BesluitKind.UITVOERINGSPLAN: "uitvoeringsplan vastgesteld",
}


@dataclass(frozen=True)
class Sheets:
    """Writes the sheets of one dossier.

    Attributes:
        state: the dossier.
        at: the moment of its last journal entry; ``entries`` is how many there are.
        findings: what the checks say on that day; nothing when they could not be made up.
        about: what the findings say that a reason answers, by their code.
        kept_on: the day on which the journal first spoke of an object, by id.
        documents: the path of each document in the archive, by its SHA-256.
        letters: the path of each letter in the archive, by the id of its message.
        notes: each letter with the path of its file note.
        faults: what `verify` found.
        missed: where the ontwerp did not arrive.
    """

    state: State
    at: datetime
    entries: int
    last_hash: str
    faults: Sequence[str]
    findings: Sequence[Finding] | None
    about: Mapping[str, Sequence[str]]
    kept_on: Mapping[str, date]
    documents: Mapping[str, str]
    letters: Mapping[str, str]
    beleidsplan: Beleidsplan | None = None
    notes: Sequence[tuple[Dispatch, str]] = ()
    missed: frozenset[str] = frozenset()

    @cached_property
    def _names(self) -> dict[str, str]:
        return names(self.state)

    def overview(self) -> str:
        """Return the printable overview of the whole dossier."""
        return self._written("overzicht.html.j2")

    def file_note(self, dispatch: Dispatch) -> str:
        """Return the dossiernotitie of one letter."""
        sent = sum(m.state is MessageState.SENT for m in dispatch.messages)
        who = self._names
        by_name = sorted(dispatch.messages, key=lambda m: (who.get(m.recipient, m.recipient), m.id))
        return self._written("dossiernotitie.html.j2", d=dispatch, sent=sent, recipients=by_name)

    def message(self, message: Message) -> str:
        """Return one message as text, with where its attachments are."""
        attachments = [(a.name, self._path(message, a)) for a in message.attachments]
        return self._written("bericht.txt.j2", message=message, attachments=attachments)

    def read_me(self, missing: Sequence[str]) -> str:
        """Return what is in the archive and how to check it; ``missing`` could not be made."""
        return self._written("LEESMIJ.txt.j2", missing=missing)

    def _path(self, message: Message, attachment: Attachment) -> str:
        """Return where an attachment is in the archive; empty when it is not there apart."""
        if attachment.document:
            return self.documents.get(attachment.document, "")
        return self.letters.get(message.id, "") if attachment.media_type == "text/html" else ""

    def _written(self, template: str, **more: Any) -> str:
        said = {name: getattr(self, name) for name in self.__dataclass_fields__}
        said |= {
            "f": self.state,
            "names": self._names,
            "adopters": self._adopters(),
            "about": {r.code: self.about.get(r.code, ()) for r in self.state.reasons},
            "versions": {v.id: v for v in self.state.versions},
            "provisional": provisional(self.state) if self.beleidsplan else (),
            "lines": sorted(self.state.lines, key=lambda line: line.end_on or date.max),
            "done_on": {line.step: self._done_on(line.step) for line in self.state.lines},
            **self._of_themes(),
            "strengths": archived_strengths(self.state),
            "paths": self._paths(),
            "missed": self.missed,
            "reasons": in_turn(self.state.reasons),
            "handed": {c.id: all_handed_in(self.state, c) for c in self.state.circulations},
            "grounds": {c.code: c.ground.in_words for c in all_checks},
        }
        return _ENVIRONMENT.get_template(template).render(said | more).strip() + "\n"

    def _adopters(self) -> dict[str, str]:
        """Return who adopted, by the besluit."""
        taken = [besluit for besluit in self.state.besluiten if besluit.adopters]
        return {besluit.id: adopters_in_words(self.state, besluit) for besluit in taken}

    def _of_themes(self) -> dict[str, Any]:
        """Return how the themes came about; of a proposal that cannot be read its counts alone."""
        polls = [poll_part(poll, self.state.themes()) for poll in self.state.polls]
        if not self.beleidsplan:
            return {"polls": polls, "rounds": None, "starting_points": StartingPoints()}
        points = self.state.proposal.starting_points
        return {"polls": polls, "rounds": round_part(self.state), "starting_points": points}

    def _paths(self) -> tuple[ToldPath, ...]:
        """Return the path of each council; nothing where the proposal cannot be read."""
        on = self.at.astimezone(AMSTERDAM).date()
        return told_paths(self.state, on, self.missed) if self.beleidsplan else ()

    def _done_on(self, step: str) -> str:
        """Return the day on which the last owner of a step did it, or what is still open."""
        tally = self.state.tally(step)
        total = tally.open + tally.done + tally.lapsed
        if tally.open:
            return "open" if tally.open == total else f"{tally.open} van {total} open"
        if tally.last_done_on:
            return day_in_words(tally.last_done_on)
        return "vervallen" if total else "vervangen"


def moment_in_words(moment: datetime) -> str:
    """Return the moment as the clock in the Netherlands gave it.

    >>> from datetime import UTC
    >>> moment_in_words(datetime(2027, 6, 17, 6, 5, tzinfo=UTC))
    '17 juni 2027, 08.05 uur'
    """
    here = moment.astimezone(AMSTERDAM)
    return f"{day_in_words(here.date())}, {here:%H.%M} uur"


def _sent(message: Message) -> str:
    """Return when a message left, or that it did not leave yet or never will."""
    if message.sent_at:
        return moment_in_words(message.sent_at)
    match message.state:
        case MessageState.SENT:
            return "verzonden, wanneer is niet bekend"
        case MessageState.WITHDRAWN:
            return "ingetrokken, niet verzonden"
        case _:
            return "nog niet verzonden"


def _short_due(due: Due | None) -> str:
    """Return a last day in numbers, or in the words of what names no day."""
    if due is None or due.names_day:
        return _short(due.day if due else None)
    return due.in_words


def _short(day: date | None) -> str:
    """Return a day as it fits in a narrow column, or nothing."""
    return f"{day:%d-%m-%Y}" if day else ""


def _day_of(moment: datetime) -> str:
    return day_in_words(moment.astimezone(AMSTERDAM).date())


def _basis(basis: str) -> str:
    """Return the article of a besluit; what is no known basis is shown as it is."""
    if basis in BASES:
        return str(BASES[basis])
    return f"{basis} ({BASES_OF_CHANGE[basis]})" if basis in ("beroep", "aanwijzing") else basis


def _readable(value: Any) -> Any:
    """Leave out of text what no reader sees, or what turns the direction of reading."""
    return paragraphs(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("gehoord.templates", "archive"),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        finalize=_readable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = (
        wording.count,
        wording.capital,
        wording.closed,
        wording.listed,
        part_in_words,
        told_theme,
    )
    environment.filters |= {word.__name__: word for word in words}
    environment.filters |= {"day": day_in_words, "moment": moment_in_words, "line": one_line}
    environment.filters |= {
        "short": _short,
        "short_due": _short_due,
        "today": _day_of,
        "basis": _basis,
        "sent": _sent,
    }
    environment.filters |= {"besluit": _KINDS.__getitem__}
    return environment


_ENVIRONMENT: Final = _environment()
