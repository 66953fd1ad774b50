# SPDX-License-Identifier: EUPL-1.2
"""Makes the one archive of a dossier: everything a person needs of it years later, as a zip."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from typing import Any, Final

from gehoord.calendar.dutch import alphabetical
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.missed_ontwerp import missed_ontwerp
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.archiving import Archiving
from gehoord.domain.finding import Finding
from gehoord.domain.outgoing.dispatches import dispatches, first_recorded
from gehoord.store.accesses import identity_in
from gehoord.store.papers import papers_in
from gehoord.store.reader import Reader
from gehoord.store.salvage import Salvage
from gehoord.store.state import state_of
from gehoord.store.verify import Verification, verify
from gehoord.tasks.delivery import delivered
from gehoord.tasks.file_names import FileNames
from gehoord.tasks.pieces import besluiten, documents, letters, mail, sheet
from gehoord.tasks.posting import organizer_of
from gehoord.templates.account import account_document
from gehoord.templates.calendars import calendar_of
from gehoord.templates.mdto.metadata import DossierMetadata
from gehoord.templates.mdto.packing_slip import checksums
from gehoord.templates.mdto.piece import Identities, Piece
from gehoord.templates.nota import nota_document
from gehoord.templates.sheets import Sheets
from gehoord.templates.spreadsheet import councils_sheet

CHECKSUMS: Final = "sha256.txt"
READ_ME: Final = "LEESMIJ.txt"
_EARLIEST: Final = datetime(1980, 1, 1, tzinfo=AMSTERDAM)
_LATEST: Final = datetime(2107, 12, 31, tzinfo=AMSTERDAM)
"""The days that a zip can hold."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The bytes of the zip, how many files are in it, and what `verify` found."""

    content: bytes
    files: int
    faults: tuple[str, ...]


def archive_of(reader: Reader, dossier: str, archiving: Archiving | None = None) -> Archive:
    """Return the archive of a dossier; the same register gives the same bytes.

    A register that was changed outside Gehoord is archived as far as it can be read; the archive
    says what is wrong with it.

    Args:
        reader: a consistent view of the register.
        dossier: its name.
        archiving: what is decided about its archive, if not as its unit had it at the opening.

    Raises:
        GehoordError: there is no dossier by that name.
    """
    salvage = Salvage(reader)
    state = state_of(salvage, dossier)
    proof = verify(reader, dossier)
    entries = salvage.all(JournalEntry, dossier)
    messages = sorted(salvage.all(Message, dossier), key=lambda m: (m.created_on, m.id))
    written = _written(salvage, state, proof, entries, messages)
    about = _about(salvage, state, entries, archiving)
    files = delivered(about, written.pieces, written.own)
    files[READ_ME] = written.read_me
    files[CHECKSUMS] = checksums(files).encode()
    return Archive(zipped(files, about.at), len(files), proof.faults)


def _about(
    reader: Reader, state: State, entries: list[JournalEntry], archiving: Archiving | None
) -> DossierMetadata:
    """Return what the metadata say of the dossier; of a damaged unit nothing was decided."""
    if archiving is None:
        try:
            archiving = state.eenheid.archiving
        except ValueError:
            archiving = Archiving()
    return DossierMetadata(
        dossier=state.id,
        title=state.dossier.title,
        eenheid=state.dossier.eenheid_name,
        archiving=archiving,
        identities=Identities(identity_in(reader), state.id),
        began=state.dossier.opened_on,
        ended=state.adoption.taken_on if state.adoption else None,
        at=_moment(state, entries),
        councils=alphabetical(m.name for m in state.municipalities if not m.never_was),
    )


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


@dataclass(frozen=True, slots=True)
class Contents:
    """What is written of a dossier: its pieces, the files about all of it, and how to read it."""

    pieces: list[Piece]
    own: dict[str, bytes]
    read_me: bytes


def _written(
    reader: Reader,
    state: State,
    proof: Verification,
    entries: list[JournalEntry],
    messages: list[Message],
) -> Contents:
    given, at = FileNames(), _moment(state, entries)
    stukken = dict(documents(reader, state, entries, given))
    brieven = dict(letters(state, messages, papers_in(reader, state.id), given))
    found, about, failed = _judged(state, at, proof)
    notes = [
        (d, given.folder(f"dossiernotitie {d.on} {d.step}"))
        for d in dispatches(state, messages, entries)
    ]
    sheets = Sheets(
        state=state,
        at=at,
        entries=len(entries),
        last_hash=proof.last_hash,
        faults=proof.faults,
        findings=found,
        about=about,
        kept_on=first_recorded(entries),
        documents=_paths(stukken),
        letters=_paths(brieven),
        beleidsplan=None if failed else state.proposal.beleidsplan,
        notes=[(d, f"{folder}/{folder}.html") for d, folder in notes],
        missed=missed_ontwerp(state, messages),
    )
    own = {"overzicht.html": sheets.overview(), **_of_register(state, proof, entries, found)}
    pieces = [*stukken.values(), *brieven.values(), *_mails(sheets, messages, given)]
    pieces += [
        sheet("dossiernotitie", folder, f"Dossiernotitie: {d.title}", sheets.file_note(d), d.on)
        for d, folder in notes
    ]
    made = {name: text.encode() for name, text in own.items()} | _tables(state, failed)
    pieces += [] if failed else _of_answers(state, at.astimezone(AMSTERDAM).date(), given)
    return Contents(pieces, made, sheets.read_me(failed).encode())


def _paths(pieces: Mapping[str, Piece]) -> dict[str, str]:
    return {key: piece.path for key, piece in pieces.items()}


def _mails(sheets: Sheets, messages: list[Message], given: FileNames) -> Iterator[Piece]:
    who = names(sheets.state)
    for message in messages:
        yield mail(message, sheets.message(message), who, given)


def _tables(state: State, failed: list[str]) -> dict[str, bytes]:
    """Return what other programs open; no calendar of what a damaged register prevents."""
    made = {"raden.csv": councils_sheet(state)}
    return made if failed else made | {"agenda.ics": calendar_of(state, organizer_of(state))}


def _of_answers(state: State, on: date, given: FileNames) -> list[Piece]:
    """Return the nota, the account where there are points, and each besluit that was taken."""
    made = []
    if state.ontwerp:
        made.append(("nota", "Nota van beantwoording", nota_document(state, on)))
    if state.points:
        what = "Verantwoording van de reacties"
        made.append(("verantwoording", what, account_document(state, on)))
    told = [sheet(kind, given.folder(kind), what, text, on) for kind, what, text in made]
    return [*told, *besluiten(state, on, given)]


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


def _judged(
    state: State, at: datetime, proof: Verification
) -> tuple[list[Finding] | None, dict[str, list[str]], list[str]]:
    """Return the findings, what each code says, and the files that a damaged register prevents."""
    on = at.astimezone(AMSTERDAM).date()
    said: dict[str, list[str]] = {}
    try:
        found = findings(Case.of_dossier(state, on))
        calendar_of(state, organizer_of(state))
        _of_answers(state, on, FileNames())
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
        besluit = ["de besluiten"] if state.adoption else []
        return None, {}, ["agenda.ics", "bevindingen.json", "nota", *besluit]
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
