# SPDX-License-Identifier: EUPL-1.2
"""A register on a medium on which nobody may write can be read, and stays as it is."""

import hashlib
import lzma
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from gehoord.domain.dossier.message import Message
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.store.verify import verify
from tests.conftest import on_ticking_clock
from tests.lacking import leave_out
from tests.sentence import assert_sentence
from tests.store.version_0_1_0 import FIXTURE, LAST_HASH
from tests.tasks.test_mail import DAY

Small = tuple[Proposal, Eenheid, str]


@pytest.fixture
def medium(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which nobody may write: also for root, whom no right stops."""
    folder = tmp_path / "schijf"
    folder.mkdir()
    allowed = os.access

    def access(path: Path, mode: int) -> bool:
        if mode & os.W_OK and folder in (Path(path), *Path(path).parents):
            return False
        return bool(allowed(path, mode))

    monkeypatch.setattr("gehoord.store.read_only.os.access", access)
    yield folder
    folder.chmod(0o700)


def seal(folder: Path) -> dict[str, str]:
    """Take away the right to write, and return what is there."""
    for file in folder.iterdir():
        file.chmod(0o400)
    folder.chmod(0o500)
    return there(folder)


def there(folder: Path) -> dict[str, str]:
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.iterdir()}


def opened(folder: Path) -> Register:
    return Register(connect(f"sqlite:///{folder / 'gehoord.db'}"), lambda: datetime.now(UTC))


@pytest.fixture
def kept(small: Small, medium: Path) -> Register:
    """A register with a dossier on the medium, which somebody still writes."""
    register = on_ticking_clock(f"sqlite:///{medium / 'gehoord.db'}")
    open_dossier(register, "klein", *small, DAY)
    return register


def change_something(register: Register, name: str) -> None:
    with register.changing(name, DAY, "adviseur", "test") as change:
        dossier = change.dossier(name)
        change.replace([(dossier, dossier)])


def entries(register: Register) -> int:
    with register.reading() as reader:
        proof = verify(reader, "klein")
    assert proof.faults == ()
    return proof.entries


def test_it_is_read_and_nothing_is_written_beside_it(kept: Register, medium: Path) -> None:
    kept.engine.dispose()
    before = seal(medium)
    register = opened(medium)
    assert entries(register) == 1
    register.engine.dispose()
    assert there(medium) == before


def test_what_waits_beside_it_is_read_too(kept: Register, medium: Path, tmp_path: Path) -> None:
    change_something(kept, "klein")
    for name in ("gehoord.db", "gehoord.db-wal"):
        shutil.copy(medium / name, tmp_path / name)
    kept.engine.dispose()
    (medium / "gehoord.db").unlink()
    for name in ("gehoord.db", "gehoord.db-wal"):
        shutil.move(tmp_path / name, medium / name)
    assert (medium / "gehoord.db-wal").stat().st_size
    before = seal(medium)
    register = opened(medium)
    assert entries(register) == 2
    register.engine.dispose()
    assert there(medium) == before


def test_somebody_else_may_be_writing_it(kept: Register, medium: Path) -> None:
    change_something(kept, "klein")
    register = opened(medium)
    assert entries(register) == 2
    register.engine.dispose()
    kept.engine.dispose()


def test_an_older_one_is_brought_up_to_date_in_a_copy(medium: Path) -> None:
    (medium / "gehoord.db").write_bytes(lzma.decompress(FIXTURE.read_bytes()))
    before = seal(medium)
    register = opened(medium)
    with register.reading() as reader:
        proof = verify(reader, "imv-2024-2027", LAST_HASH)
        assert reader.all(Message, "imv-2024-2027")
    assert proof.faults == ()
    register.engine.dispose()
    assert there(medium) == before


@pytest.mark.parametrize("name", ["klein", "imv-2024-2027"])
def test_what_would_change_it_is_refused(small: Small, medium: Path, name: str) -> None:
    file = medium / "gehoord.db"
    if name == "klein":
        register = on_ticking_clock(f"sqlite:///{file}")
        open_dossier(register, name, *small, DAY)
        register.engine.dispose()
    else:
        file.write_bytes(lzma.decompress(FIXTURE.read_bytes()))
    before = seal(medium)
    found = opened(medium)
    with pytest.raises(sa.exc.OperationalError, match="readonly"):
        change_something(found, name)
    found.engine.dispose()
    assert there(medium) == before


PROGRAM = "import sys; from gehoord.app.cli import main; main(sys.argv[1:])"


def without_rights() -> list[str]:
    """How a program starts that may write no more than the files say, also when it is root."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        leave_out("setpriv", "apt-get install util-linux", "such a medium was read in this process")
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]


@pytest.mark.parametrize(
    "line",
    [
        "status --on 2027-01-05",
        "check klein",
        "verify",
        "why klein vaststelling",
        "calendar klein -o {}/x.ics",
        "export klein -o {}/x.zip",
        "record themas klein Jeugd",
    ],
)
def test_somebody_without_the_right_to_write_reads_with_every_command(
    kept: Register, medium: Path, tmp_path: Path, line: str
) -> None:
    kept.engine.dispose()
    before = seal(medium)
    ran = subprocess.run(
        [*without_rights(), sys.executable, "-c", PROGRAM, *line.format(tmp_path).split()],
        env={**os.environ, "GEHOORD_HOME": str(medium)},
        capture_output=True,
        text=True,
    )
    if "record" in line:
        assert ran.returncode == 2
        assert_sentence(ran.stderr, "u mag er niet in schrijven")
    else:
        assert ran.returncode == 0, ran.stderr
        assert (ran.stderr, bool(ran.stdout)) == ("", True)
    assert there(medium) == before
