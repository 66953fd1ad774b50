# SPDX-License-Identifier: EUPL-1.2
"""The archive of a dossier: the same bytes each time, complete, and safe whatever it holds."""

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.report import ThemesChosen, VersionMade
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.archive import archive_of, zipped
from gehoord.tasks.documents import read_document
from tests.store.test_verify import tamper, without_triggers
from tests.story import ONTWERP, Small
from tests.tasks.told_archive import (
    BACKDATED,
    FORMULA,
    GROUND,
    PDF,
    Files,
    exported,
    files_of,
    on_own_clock,
    open_with_names,
    packed_in,
    page,
    send_all,
)

SAFE_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
HOSTILE = {
    "Haarlem": "../../../etc/cron.d/x",
    "Hoorn": "</td><script>alert(1)</script>\u202e",
    "Texel": "..\\..\\etc/cron.d:x",
}


@pytest.fixture
def told(told_database: Path, tmp_path: Path) -> Iterator[Register]:
    """The told procedure in a register of its own."""
    register = on_own_clock(Path(shutil.copy(told_database, tmp_path / "told.db")))
    yield register
    register.engine.dispose()


@pytest.fixture
def files(told: Register) -> Files:
    return files_of(exported(told))


def unpacked(files: Files, folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sha256sum", "--check", "--strict", "sha256.txt"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def chain_is_whole(lines: bytes) -> bool:
    """Recalculate the chain as LEESMIJ.txt tells it, with nothing of Gehoord."""
    previous = "0" * 64
    for number, line in enumerate(lines.decode().split("\n")[:-1], start=1):
        entry = json.loads(line)
        names = "dossier number on at by event text changes previous salt"
        said = json.dumps([entry[name] for name in names.split()], ensure_ascii=False)
        if entry["hash"] != hashlib.sha256(said.encode()).hexdigest():
            return False
        if (entry["number"], entry["previous"]) != (number, previous):
            return False
        previous = entry["hash"]
    return previous != "0" * 64


def test_the_same_register_gives_the_same_bytes_on_every_database(
    register: Register, small: Small, tmp_path: Path
) -> None:
    open_with_names(register, small, {})
    first, again = exported(register), exported(register)
    assert first == again
    assert first.faults == ()
    assert chain_is_whole(files_of(first)["journaal.jsonl"])
    assert checked(unpacked(packed_in(first), tmp_path / "uit")).returncode == 0


def test_a_file_that_was_changed_in_the_archive_is_found(told: Register, tmp_path: Path) -> None:
    files = packed_in(exported(told))
    folder = unpacked(files, tmp_path / "uit")
    whole = checked(folder)
    assert (whole.returncode, whole.stdout.count(": OK\n")) == (0, len(files) - 1)
    (folder / "klein" / "overzicht.html").write_bytes(b"iets anders")
    changed = checked(folder)
    assert changed.returncode == 1
    assert "klein/overzicht.html: FAILED" in changed.stdout


def test_the_chain_can_be_recalculated_without_gehoord(files: Files) -> None:
    journal = files["journaal.jsonl"]
    assert chain_is_whole(journal)
    assert not chain_is_whole(journal.replace(b"regioburgemeester", b"hoofdofficier", 1))
    assert not chain_is_whole(journal[journal.index(b"\n") + 1 :])
    last = json.loads(journal.splitlines()[-1])["hash"]
    for name in ("LEESMIJ.txt", "controle.txt", "overzicht.html"):
        assert last in files[name].decode(), name


def test_a_recorded_reason_is_in_the_note_of_a_later_letter_and_of_no_earlier_one(
    files: Files,
) -> None:
    assert GROUND in files["overzicht.html"].decode()
    assert GROUND not in files[page("dossiernotitie-2026-12-02-procesbrief")].decode()
    later = files[page("dossiernotitie-2027-06-17-verzending")].decode()
    assert GROUND in later
    assert "regioburgemeester, op 11 maart 2027" in later
    assert "zijn schoolvakantie" in later


def test_a_reason_that_was_dated_back_is_in_no_letter_that_left_before(files: Files) -> None:
    assert BACKDATED in files["overzicht.html"].decode()
    assert "In het journaal gezet op" in files["overzicht.html"].decode()
    assert BACKDATED not in files[page("dossiernotitie-2027-06-17-verzending")].decode()
    assert BACKDATED in files[page("dossiernotitie-2027-11-04-vaststellingsbrief")].decode()


def test_the_note_of_the_ontwerp_says_which_version_and_who_agreed(files: Files) -> None:
    note = files[page("dossiernotitie-2027-06-17-verzending")].decode()
    sha256 = hashlib.sha256(PDF).hexdigest()
    folder = f"stuk-ontwerp-imv-95-{sha256[:12]}"
    path = f"{folder}/{folder}.pdf"
    assert files[path] == PDF
    assert sha256 in note
    assert f'href="../{path}"' in note
    assert "<li>regioburgemeester, op 10 juni 2027</li>" in note
    assert "<li>hoofdofficier van justitie, op 10 juni 2027</li>" in note
    assert "drie ontvangers" in note
    earlier = files[page("dossiernotitie-2026-12-02-procesbrief")].decode()
    assert "gaat niet over een versie" in earlier
    assert "akkoord" not in earlier


def test_every_letter_is_kept_as_it_was_sent_and_what_waits_is_named_so(
    told: Register, files: Files
) -> None:
    with told.reading() as reader:
        messages = reader.all(Message, "klein")
    letters = {a.content.encode() for m in messages for a in m.attachments if a.name[-4:] == "html"}
    kept = {name: content for name, content in files.items() if name.startswith("brief-")}
    assert set(kept.values()) == letters
    assert len(kept) == 3 + 3 + 5
    waits = "brief-toezending-minister-minister-nog-niet-verzonden"
    assert page("brief-verzending-haarlem") in kept
    assert page(waits) in kept
    mails = {name: content for name, content in files.items() if name.startswith("bericht-")}
    assert len(mails) == len(messages)
    folder = "bericht-2027-06-17-brief-ontwerp-versie-1-1e-keer-haarlem"
    mail = mails[f"{folder}/{folder}.txt"].decode()
    assert mail.startswith("Aan: Haarlem\nOnderwerp: Beleidsplan 2028-2031: ontwerp voor uw raad")
    assert re.search(r"^Verzonden op: \d+ januari 2028, 07\.00 uur$", mail, re.MULTILINE)
    assert "Bijlage: brief.html (brief-verzending-haarlem/brief-verzending-haarlem.html)\n" in mail
    assert "Wilt u beide aan uw raad voorleggen?" in mail


def test_the_overview_tells_every_council_answer_and_besluit(files: Files) -> None:
    overview = files["overzicht.html"].decode()
    for words in (
        "2 van 3 gehoord; 1 zonder antwoord",
        "Politiewet 2012, art. 39 lid 1",
        "RBOP (de burgemeesters van alle 3 gemeenten en de hoofdofficier van justitie)",
        "instemming zonder zienswijze",
        "Reden: Drie keer gevraagd, en ruim tijd gehad.",
        "Overgenomen in hoofdstuk 3.",
        "&lt;b&gt;OM&lt;/b&gt;, ontvangen op 16 september 2027",
        "Waarschuwing: raad-zweeg",
        hashlib.sha256(PDF).hexdigest(),
    ):
        assert words in overview, words
    linked = re.findall(r'href="([^"]+)"', overview)
    assert len(linked) > 5
    assert not [path for path in linked if path not in files]


def test_what_programs_read_is_what_the_register_holds(told: Register, files: Files) -> None:
    with told.reading() as reader:
        state = state_of(reader, "klein")
    assert files["voorstel.toml"].decode() == state.dossier.proposal
    assert json.loads(files["eenheid.json"])["naam"] == "Klein"
    content = json.loads(files["dossier.json"])
    assert [Reason.model_validate(r) for r in content["reasons"]] == state.reasons
    assert {name: len(content[name]) for name in ("hearings", "municipalities", "versions")} == {
        "hearings": 3, "municipalities": 3, "versions": 2,
    }  # fmt: skip
    found = json.loads(files["bevindingen.json"])
    assert set(found) == {"findings"}
    assert set(found["findings"][0]) == {
        "code", "severity", "steps", "text", "article", "ground", "reading", "source", "remedy",
        "offices", "reason",
    }  # fmt: skip
    assert files["agenda.ics"].startswith(b"BEGIN:VCALENDAR")


def test_every_entry_has_the_moment_of_the_last_line_of_the_journal(told: Register) -> None:
    archive = exported(told)
    with zipfile.ZipFile(io.BytesIO(archive.content)) as packed:
        entries = packed.infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert len(names) == archive.files
    assert len({entry.date_time for entry in entries}) == 1
    last = json.loads(files_of(archive)["journaal.jsonl"].splitlines()[-1])["at"]
    assert entries[0].date_time[:3] == datetime.fromisoformat(last).timetuple()[:3]


@pytest.mark.parametrize("year", [1, 1979, 2108, 9998])
def test_a_moment_that_no_zip_can_hold_is_moved_to_one_that_it_can(year: int) -> None:
    assert zipped({"x": b""}, datetime(year, 6, 1, tzinfo=UTC))


def test_the_spreadsheet_opens_rightly_and_starts_no_formula(files: Files) -> None:
    content = files["raden.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row["Gemeente"] for row in rows] == ["Haarlem", "Hoorn", "Texel"]
    assert rows[0]["Zienswijze"] == f"'{FORMULA}"
    assert rows[0]["Gehoord of beoordeeld op"] == "2027-09-16"
    assert rows[2]["Reden bij geen antwoord"] == "Drie keer gevraagd, en ruim tijd gehad."


def test_hostile_names_never_leave_their_folder_and_never_collide(
    register: Register, small: Small, tmp_path: Path
) -> None:
    open_with_names(register, small, HOSTILE)
    send_all(register)
    document = tmp_path / "..\\..\\.bashrc\n.sh"
    document.write_bytes(PDF)
    made = VersionMade(on=ONTWERP, step="ontwerp", document=read_document(document))
    record(register, "klein", made, ONTWERP)
    archive = exported(register)
    files = files_of(archive)
    assert len([name for name in files if name.startswith("brief-procesbrief-")]) == 3
    assert page("brief-procesbrief-etc-cron-d-x") in files
    assert page("brief-procesbrief-etc-cron-d-x-2") in files
    assert PDF in files.values()
    parts = [part for name in files for part in name.split("/")]
    assert not [part for part in parts if not SAFE_PART.fullmatch(part)]
    assert len({name.casefold() for name in files}) == len(files)
    for name in (
        "overzicht.html",
        page("dossiernotitie-2026-12-02-procesbrief"),
    ):
        assert "<script" not in files[name].decode()
        assert "\u202e" not in files[name].decode()
    assert checked(unpacked(packed_in(archive), tmp_path / "uit")).returncode == 0


def sorts_in(files: Files) -> set[str]:
    """The files about the whole dossier, and of the folders of pieces which sorts there are."""
    return {name.partition("/")[0].partition("-")[0] for name in files}


NOT_MADE = {"agenda.ics", "besluit", "bevindingen.json", "nota"}


@pytest.mark.parametrize(
    ("statement", "fault", "missing"),
    [
        ("UPDATE journal SET text = 'vals' WHERE number = 2", "achteraf veranderd", set()),
        ("DELETE FROM journal", "staat niet in het journaal", set()),
        ("UPDATE hearing SET state = 'onzin' WHERE municipality = 'GM0392'", "te lezen", set()),
        (
            "UPDATE message SET id = 'x|' || id, step = ''",
            "staat niet in het journaal",
            set(),
        ),
        ("UPDATE dossier SET state = 'onzin'", "niet meer te lezen", set()),
        ("DELETE FROM document", "is weg", {"stuk"}),
        ("UPDATE dossier SET proposal = 'x ='", "veranderd", NOT_MADE),
        ("UPDATE dossier SET eenheid = '{}'", "veranderd", NOT_MADE),
        ("DELETE FROM step", "is weg", set()),
        ("UPDATE reason SET given_on = 'gisteren'", "niet meer te lezen", set()),
    ],
)
def test_a_broken_register_is_archived_as_far_as_it_can_be_read(
    told: Register, tmp_path: Path, statement: str, fault: str, missing: set[str]
) -> None:
    whole = files_of(exported(told))
    without_triggers(told)
    tamper(told, statement)
    archive = exported(told)
    files = files_of(archive)
    assert archive.faults
    assert "klopt niet" in files["controle.txt"].decode()
    assert fault in files["controle.txt"].decode()
    assert "LET OP" in files["LEESMIJ.txt"].decode()
    assert "Het register klopt niet met het journaal." in files["overzicht.html"].decode()
    assert sorts_in(whole) - sorts_in(files) == missing
    assert checked(unpacked(packed_in(archive), tmp_path / "uit")).returncode == 0
    assert exported(told) == archive


def test_a_dossier_that_is_not_there_has_no_archive(told: Register) -> None:
    with told.reading() as reader, pytest.raises(GehoordError, match="bestaat niet"):
        archive_of(reader, "geen")


def test_a_provisional_besluit_stands_apart_and_is_no_adoption(
    register: Register, small: Small
) -> None:
    text = small[2].replace("kiest_themas = true", "kiest_themas = true\nvoorlopig = true")
    text = text.replace("thema's vaststellen", "instemmen met de thema's")
    open_dossier(
        register, "klein", read_toml(Proposal, text.encode(), "k"), small[1], text, ONTWERP
    )
    record(register, "klein", ThemesChosen(on=ONTWERP, themes=("Jeugd",)), ONTWERP)
    overview = files_of(exported(register))["overzicht.html"].decode()
    day = day_in_words(ONTWERP)
    assert f"<h3>Voorlopig: instemmen met de thema&#39;s, {day}</h3>" in overview
    assert "geen vaststelling van het beleidsplan" in overview
    assert "<dd>open</dd>" in overview
