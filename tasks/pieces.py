# SPDX-License-Identifier: EUPL-1.2
"""The pieces of an archive: documents, letters and mails of a dossier, each with what befell it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.journal import JournalEntry, changes_of
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.papers import papers_of
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.dispatches import letter_of, step_of
from gehoord.store.reader import DOCUMENT, Reader
from gehoord.tasks.file_format import file_format
from gehoord.tasks.file_names import FileNames, parted, plain
from gehoord.templates.besluit_paper import besluit_html
from gehoord.templates.mdto.came_with import happened, is_public, sender_of, sort_of
from gehoord.templates.mdto.piece import ArchivedFile, Happening, Piece
from gehoord.templates.papers_of_besluiten import taken_besluiten


def first_kept(entries: Iterable[JournalEntry]) -> dict[str, Happening]:
    """Return when the journal first spoke of each document, by its SHA-256, and who wrote that."""
    found: dict[str, Happening] = {}
    for entry in entries:
        for table, key in changes_of(entry) or {}:
            if table == DOCUMENT:
                found.setdefault(key, Happening("Opname", entry.at, entry.by))
    return found


def a_file(name: str, content: bytes) -> ArchivedFile:
    """Return a file with the form in which it is kept."""
    return ArchivedFile(name, content, file_format(name, content))


def documents(
    reader: Reader, state: State, entries: list[JournalEntry], given: FileNames
) -> Iterator[tuple[str, Piece]]:
    """Yield every document of a dossier by its SHA-256; one that is gone `verify` has named."""
    came_with: dict[str, list[Filed]] = {}
    for each in papers_of(state):
        came_with.setdefault(each.document or "", []).append(each)
    kept = first_kept(entries)
    for sha256 in sorted({*came_with, *kept}):
        try:
            name, content = reader.document(sha256)
        except GehoordError:
            continue
        filed = came_with.get(sha256, [])
        name = filed[0].file or name if filed else name
        bare, end = parted(name)
        folder = given.folder(f"stuk {plain(bare)[:55]} {sha256[:12]}")
        file = a_file(f"{folder}{end}", content)
        yield (
            sha256,
            _document(f"stuk {sha256}", bare, file, folder, filed, kept.get(sha256), state),
        )


def _document(
    key: str,
    called: str,
    file: ArchivedFile,
    folder: str,
    filed: list[Filed],
    kept: Happening | None,
    state: State,
) -> Piece:
    sort = sort_of(filed[0]) if filed else "stuk"
    happenings = {h for each in filed for h in happened(each, state)}
    return Piece(
        key=key,
        folder=folder,
        title=f"{sort.capitalize()}: {called}",
        kind=sort,
        files=(file,),
        happenings=_in_order({*happenings, kept} if kept else happenings),
        sent_in_by=sender_of(filed[0]) if filed else "",
        is_public=any(is_public(each, state) for each in filed),
    )


def letters(
    state: State, messages: list[Message], papers: Mapping[str, bytes], given: FileNames
) -> Iterator[tuple[str, Piece]]:
    """Yield every letter by the id of its message: as text, and the PDF with which it left."""
    who = names(state)
    for message in messages:
        if (letter := letter_of(message)) is None:
            continue
        waits = "" if message.state is MessageState.SENT else " nog niet verzonden"
        to = who.get(message.recipient, message.recipient)
        folder = given.folder(f"brief {plain(step_of(message))[:21]} {plain(to)[:33]}{waits}")
        forms = [a_file(f"{folder}.html", letter.encode())]
        if paper := papers.get(message.id):
            forms.append(a_file(f"{folder}.pdf", paper))
        title = f"Brief {step_of(message)} aan {to}{waits}"
        yield (
            message.id,
            Piece(
                f"brief {message.id}", folder, title, "brief", tuple(forms), _of_message(message)
            ),
        )


def mail(message: Message, text: str, who: Mapping[str, str], given: FileNames) -> Piece:
    """Return a mail as a piece, with its text."""
    to = who.get(message.recipient, message.recipient)
    name = f"{message.created_on} {message.occasion}"[:50]
    folder = given.folder(f"bericht {name} {plain(to)[:20]}")
    return Piece(
        key=f"bericht {message.id}",
        folder=folder,
        title=f"Bericht aan {to}: {message.subject}",
        kind="bericht",
        files=(a_file(f"{folder}.txt", text.encode()),),
        happenings=_of_message(message),
    )


def sheet(kind: str, folder: str, title: str, text: str, on: date) -> Piece:
    """Return a sheet that Gehoord made of what the register holds."""
    file = a_file(f"{folder}.html", text.encode())
    return Piece(folder, folder, title, kind, (file,), (Happening("Creatie", on),))


def besluiten(state: State, on: date, given: FileNames) -> Iterator[Piece]:
    """Yield each besluit that was taken as a document for signature, with who took it and when.

    What was adopted is public by its nature, as the document is that somebody handed in.
    """
    for paper in taken_besluiten(state):
        text = besluit_html(state, paper.made(state, on), on)
        piece = sheet("besluit", given.folder(paper.key), paper.title, text, on)
        if paper.taken:
            befell = _in_order([*piece.happenings, *happened(paper.taken, state)])
            public = is_public(paper.taken, state)
            yield replace(piece, happenings=befell, is_public=public)


def _of_message(message: Message) -> tuple[Happening, ...]:
    made = Happening("Creatie", message.created_on)
    if message.sent_at is None or message.state is not MessageState.SENT:
        return (made,)
    return (made, Happening("Verzending", message.sent_at))


def _in_order(happened: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return what happened by its day; of one day what people live by goes before the clock."""
    return tuple(sorted(happened, key=lambda h: (_day(h.at), isinstance(h.at, datetime), *h[::2])))


def _day(at: date | datetime) -> date:
    return at.astimezone(AMSTERDAM).date() if isinstance(at, datetime) else at
