# SPDX-License-Identifier: EUPL-1.2
"""A copy of the register is one file, whatever database it comes from and goes to."""

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from gehoord.domain.acts.report import VersionMade
from gehoord.domain.dossier.document import Document
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.start import start
from gehoord.store.backup import TABLES, back_up, table_named
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.store.restore import lost_by, opened_copy, put_back
from gehoord.store.verify import verify
from tests.tasks.test_mail import DAY

Small = tuple[Proposal, Eenheid, str]
AT = datetime(2027, 1, 6, 7, tzinfo=UTC)


@pytest.fixture
def kept(register: Register, small: Small) -> Register:
    """A dossier with messages and a document."""
    open_dossier(register, "klein", *small, DAY)
    start(register, "klein", DAY)
    made = VersionMade(on=DAY, step="ontwerp", document=Document(name="o.pdf", content=b"\x00\xff"))
    record(register, "klein", made, DAY)
    return register


def everything(register: Register) -> dict[str, list[tuple[Any, ...]]]:
    with register.engine.connect() as connection:
        return {
            name: sorted(map(tuple, connection.execute(sa.select(table_named(name)))), key=repr)
            for name in TABLES
        }


def url(register: Register) -> str:
    return register.engine.url.render_as_string(hide_password=False)


def test_the_copy_holds_every_row_and_is_one_file(kept: Register, tmp_path: Path) -> None:
    folder = tmp_path / "kopie"
    folder.mkdir()
    back_up(kept, folder / "kopie.db")
    assert [file.name for file in folder.iterdir()] == ["kopie.db"]
    with opened_copy(folder / "kopie.db", AT) as copy:
        assert everything(copy) == everything(kept)
        assert copy.identity == kept.identity
        with copy.reading() as reader:
            assert verify(reader, "klein").faults == ()


def test_put_back_it_is_as_it_was(kept: Register, tmp_path: Path) -> None:
    before = everything(kept)
    back_up(kept, tmp_path / "kopie.db")
    start(kept, "klein", DAY)
    record(kept, "klein", VersionMade(on=DAY, step="ontwerp"), DAY)
    with opened_copy(tmp_path / "kopie.db", AT) as copy:
        lost = lost_by(copy, url(kept))
        assert (list(lost.dossiers), lost.is_other, lost.is_readable) == (["klein"], False, True)
        put_back(copy, url(kept), is_readable=True, at=AT)
    assert everything(kept) == before
    with pytest.raises(sa.exc.DBAPIError, match="append-only"), kept.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM journal"))


def test_what_is_the_same_or_earlier_loses_nothing(kept: Register, tmp_path: Path) -> None:
    back_up(kept, tmp_path / "kopie.db")
    with opened_copy(tmp_path / "kopie.db", AT) as copy:
        assert not lost_by(copy, url(kept))


def test_a_copy_from_one_kind_of_database_goes_into_the_other(
    kept: Register, tmp_path: Path
) -> None:
    back_up(kept, tmp_path / "kopie.db")
    elsewhere = f"sqlite:///{tmp_path / 'elders' / 'gehoord.db'}"
    with opened_copy(tmp_path / "kopie.db", AT) as copy:
        put_back(copy, elsewhere, is_readable=True, at=AT)
    found = Register(connect(elsewhere), lambda: AT)
    assert everything(found) == everything(kept)
    found.engine.dispose()


def test_a_copy_while_others_change_the_register_is_of_one_moment(
    kept: Register, tmp_path: Path
) -> None:
    stopped = threading.Event()

    def go_on() -> None:
        while not stopped.is_set():
            with kept.changing("klein", DAY, "adviseur", "test") as change:
                dossier = change.dossier("klein")
                change.replace([(dossier, dossier)])

    writer = threading.Thread(target=go_on)
    writer.start()
    try:
        for number in range(5):
            back_up(kept, tmp_path / f"{number}.db")
    finally:
        stopped.set()
        writer.join()
    for number in range(5):
        with opened_copy(tmp_path / f"{number}.db", AT) as copy, copy.reading() as reader:
            assert verify(reader, "klein").faults == ()


def test_a_row_that_cannot_be_read_is_copied_as_it_is(kept: Register, tmp_path: Path) -> None:
    with kept.engine.begin() as connection:
        connection.execute(sa.text("UPDATE hearing SET state = 'onzin'"))
    back_up(kept, tmp_path / "kopie.db")
    with closing(sqlite3.connect(tmp_path / "kopie.db")) as copy:
        assert copy.execute("SELECT DISTINCT state FROM hearing").fetchall() == [("onzin",)]
