"""Makes the one archive of a dossier: everything a person needs of it years later, as a zip."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from typing import Any, Final

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.journal import JournalEntry, changes_of
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.papers import papers_of
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.finding import Finding
from gehoord.domain.outgoing.dispatches import dispatches, first_recorded, letter_of, step_of
from gehoord.store.papers import papers_in
from gehoord.store.reader import DOCUMENT, Reader
from gehoord.store.salvage import Salvage
from gehoord.store.state import state_of
from gehoord.store.verify import Verification, verify
from gehoord.tasks.file_names import FileNames, parted, plain
from gehoord.tasks.posting import organizer_of
from gehoord.templates.account import account_document
from gehoord.templates.calendars import calendar_of
from gehoord.templates.nota import nota_document
from gehoord.templates.sheets import Sheets
from gehoord.templates.spreadsheet import councils_sheet

CHECKSUMS: Final = "sha256.txt"
_EARLIEST: Final = datetime(1980, 1, 1, tzinfo=AMSTERDAM)
_LATEST: Final = datetime(2107, 12, 31, tzinfo=AMSTERDAM)
"""The days that a zip can hold."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The bytes of the zip, how many files are in it, and what `verify` found."""

    content: bytes
    files: int
    faults: tuple[str, ...]


def archive_of(reader: Reader, dossier: str) -> Archive:
    """Return the archive of a dossier; the same register gives the same bytes.

    A register that was changed outside Gehoord is archived as far as it can be read; the archive
    says what is wrong with it.

    Raises:
        GehoordError: there is no dossier by that name.
    """
    salvage = Salvage(reader)
    state = state_of(salvage, dossier)
    proof = verify(reader, dossier)
    entries = salvage.all(JournalEntry, dossier)
    messages = sorted(salvage.all(Message, dossier), key=lambda m: (m.created_on, m.id))
    files = _files(salvage, state, proof, entries, messages)
    files[CHECKSUMS] = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        for name, content in sorted(files.items())
    ).encode()
    return Archive(zipped(files, _moment(state, entries)), len(files), proof.faults)


def zipped(files: Mapping[str, bytes], at: datetime) -> bytes:
    """Return a zip of the files, sorted by name, each with the same moment; nothing is packed.

    What is stored as it is stays the same whichever library wrote it, and can be read longest.
    """
    packed = io.BytesIO()
    moment = min(max(at, _EARLIEST), _LATEST).astimezone(AMSTERDAM).timetuple()[:6]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, moment)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def _files(
    reader: Reader,
    state: State,
    proof: Verification,
    entries: list[JournalEntry],
    messages: list[Message],
) -> dict[str, bytes]:
    given, at = FileNames(), _moment(state, entries)
    documents, stukken = _documents(reader, state, entries, given)
    letters, brieven = _letters(state, messages, papers_in(reader, state.dossier.id), given)
    found, about, failed = _judged(state, at, proof)
    letters_out = dispatches(state, messages, entries)
    notes = [(d, given.give("dossiernotitie", f"{d.on} {d.step}", ".html")) for d in letters_out]
    sheets = Sheets(
        state=state,
        at=at,
        entries=len(entries),
        last_hash=proof.last_hash,
        faults=proof.faults,
        findings=found,
        about=about,
        kept_on=first_recorded(entries),
        documents=documents,
        letters=letters,
        beleidsplan=None if failed else state.proposal.beleidsplan,
        notes=notes,
    )
    texts = {"LEESMIJ.txt": sheets.read_me(failed), "overzicht.html": sheets.overview()}
    texts |= _of_register(state, proof, entries, found)
    texts |= {path: sheets.file_note(dispatch) for dispatch, path in notes}
    texts |= {path: sheets.message(m) for m, path in _messages(state, messages, given)}
    made = {name: text.encode() for name, text in texts.items()}
    if not failed:
        made["agenda.ics"] = calendar_of(state, organizer_of(state))
        made |= _of_answers(state, at.astimezone(AMSTERDAM).date())
    return made | stukken | brieven | {"raden.csv": councils_sheet(state)}


def _of_answers(state: State, on: date) -> dict[str, bytes]:
    """Return the nota van beantwoording, and the account of responses where there are points."""
    made = {"nota.html": nota_document(state, on)} if state.ontwerp else {}
    if state.points:
        made["verantwoording.html"] = account_document(state, on)
    return {name: text.encode() for name, text in made.items()}


def _of_register(
    state: State, proof: Verification, entries: list[JournalEntry], found: list[Finding] | None
) -> dict[str, str]:
    """Return what the register holds as it holds it, and what was verified and found."""
    texts = {
        "voorstel.toml": state.dossier.proposal,
        "eenheid.json": state.dossier.eenheid,
        "dossier.json": _json(_as_json(state)),
        "journaal.jsonl": "".join(_line(entry) for entry in entries),
        "controle.txt": "\n".join([*proof.said_of(state.dossier.id), ""]),
    }
    if found is not None:
        texts["bevindingen.json"] = _json({"findings": [f.as_json() for f in found]})
    return texts


def _messages(
    state: State, messages: list[Message], given: FileNames
) -> Iterator[tuple[Message, str]]:
    """Yield each message with the path of what it says."""
    who = names(state)
    for message in messages:
        name = f"{message.created_on} {message.occasion}"[:60]
        to = who.get(message.recipient, message.recipient)
        yield message, given.give("berichten", f"{name} {to}", ".txt")


def _documents(
    reader: Reader, state: State, entries: list[JournalEntry], given: FileNames
) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the path of each document by its SHA-256, and the bytes of each by its path."""
    called = _called(state)
    wanted = set(called)
    for entry in entries:
        wanted |= {key for table, key in changes_of(entry) or {} if table == DOCUMENT}
    paths: dict[str, str] = {}
    contents: dict[str, bytes] = {}
    for sha256 in sorted(wanted):
        try:
            first, content = reader.document(sha256)
        except GehoordError:  # `verify` has named it
            continue
        bare, end = parted(called.get(sha256) or first)
        path = given.give("stukken", f"{plain(bare)[:60]} {sha256[:12]}", end)
        paths[sha256], contents[path] = path, content
    return paths, contents


def _called(state: State) -> dict[str, str]:
    """Return how each document is called: as the first thing with which it came has it."""
    filed = reversed(list(papers_of(state)))
    return {each.document: each.file for each in filed if each.document}


def _letters(
    state: State, messages: list[Message], papers: Mapping[str, bytes], given: FileNames
) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the path of each letter by the id of its message, and the bytes of each by path.

    Beside each stands the PDF with which it left, if it left as one.
    """
    who = names(state)
    paths: dict[str, str] = {}
    contents: dict[str, bytes] = {}
    for message in messages:
        if (letter := letter_of(message)) is not None:
            waits = "" if message.state is MessageState.SENT else " nog niet verzonden"
            to = who.get(message.recipient, message.recipient)[:60] + waits
            folder = f"brieven/{plain(step_of(message))}"
            path = given.give(folder, to, ".html")
            paths[message.id], contents[path] = path, letter.encode()
            if paper := papers.get(message.id):
                contents[given.give(folder, to, ".pdf")] = paper
    return paths, contents


def _judged(
    state: State, at: datetime, proof: Verification
) -> tuple[list[Finding] | None, dict[str, list[str]], list[str]]:
    """Return the findings, what each code says, and the files that a damaged register prevents."""
    on = at.astimezone(AMSTERDAM).date()
    said: dict[str, list[str]] = {}
    try:
        found = findings(Case.of_dossier(state, on))
        calendar_of(state, organizer_of(state))
        _of_answers(state, on)
        for finding in found:
            said.setdefault(finding.code, []).append(finding.text)
        planned = [
            f for f in findings(Case.of(state.proposal, state.eenheid)) if f.code not in said
        ]
    except Exception:
        # Who changes the register by hand can break any rule that the checks and calendars build
        # on, so that no list of exceptions is whole; the archive is needed most of all then. A
        # register that `verify` finds whole has no such excuse: there the fault is ours.
        if not proof.faults:
            raise
        return None, {}, ["agenda.ics", "bevindingen.json", "nota.html"]
    for finding in planned:
        said.setdefault(finding.code, []).append(finding.text)
    return found, said, []


def _moment(state: State, entries: list[JournalEntry]) -> datetime:
    """Return when the last entry of the journal was written; without one, the day of opening."""
    return entries[-1].at if entries else datetime.combine(state.dossier.opened_on, time(), UTC)


def _as_json(state: State) -> dict[str, Any]:
    """Return every fact as the register holds it."""
    content: dict[str, Any] = {}
    for field in fields(state):
        value = getattr(state, field.name)
        content[field.name] = (
            [item.model_dump(mode="json") for item in value]
            if isinstance(value, Kept)
            else value.model_dump(mode="json")
        )
    return content


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _line(entry: JournalEntry) -> str:
    """Return an entry on one line, its moments written as they are in its hash."""
    content = dict(entry) | {"on": entry.on.isoformat(), "at": entry.at.isoformat()}
    return json.dumps(content, ensure_ascii=False) + "\n"
