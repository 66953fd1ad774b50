# SPDX-License-Identifier: EUPL-1.2
"""The register: one transaction for a change and its journal, on SQLite and PostgreSQL alike."""

import threading
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.answer import Manner
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.store import tables_of_post
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.store.rows import columns
from gehoord.store.state import state_of
from gehoord.store.table_of import table_of
from gehoord.store.verify import verify
from tests.story import HEARD, heard
from tests.story_in_register import ToldInRegister

Small = tuple[Proposal, Eenheid, str]
OPENED = date(2026, 11, 23)


@pytest.fixture
def opened(register: Register, small: Small) -> Register:
    open_dossier(register, "klein", *small, OPENED)
    return register


def faults(register: Register) -> tuple[str, ...]:
    with register.reading() as reader:
        return verify(reader, "klein").faults


def test_the_migrations_make_exactly_the_tables_of_the_models(register: Register) -> None:
    with register.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    assert found == []
    assert tables_of_post.JournalRow.__tablename__ == "journal"


def test_a_dossier_opens_with_an_action_for_every_council(opened: Register) -> None:
    with opened.reading() as reader:
        state = state_of(reader, "klein")
    assert [m.name for m in state.municipalities] == ["Haarlem", "Hoorn", "Texel"]
    assert len(state.open_actions(step="horen")) == 3
    assert len(state.hearings) == 3
    assert faults(opened) == ()


def test_a_second_dossier_by_the_same_name_is_refused_and_leaves_no_trace(
    opened: Register, small: Small
) -> None:
    with pytest.raises(RefusedError, match="is er al"):
        open_dossier(opened, "klein", *small, OPENED)
    with opened.reading() as reader:
        assert len(reader.all(JournalEntry, "klein")) == 1


def test_what_fails_halfway_changes_nothing(opened: Register) -> None:
    def fail_after_a_change() -> None:
        with opened.changing("klein", OPENED, "adviseur", "gedaan") as change:
            action = state_of(change, "klein").open_actions()[0]
            change.replace([(action, action.done(OPENED))])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_a_change()
    with opened.reading() as reader:
        assert all(a.done_on is None for a in reader.all(Action, "klein"))
        assert len(reader.all(JournalEntry, "klein")) == 1


def test_a_change_of_what_somebody_else_changed_is_refused(opened: Register) -> None:
    with opened.reading() as reader:
        seen = state_of(reader, "klein").open_actions()[0]
    with opened.changing("klein", OPENED, "adviseur", "gedaan") as change:
        change.replace([(seen, seen.done(OPENED))])
    with (
        pytest.raises(RefusedError, match="Iemand anders"),
        opened.changing("klein", OPENED, "adviseur", "gedaan") as change,
    ):
        change.replace([(seen, seen.done(OPENED))])
    assert faults(opened) == ()


def test_of_two_changes_at_once_the_second_sees_what_the_first_did(opened: Register) -> None:
    done: list[int] = []

    def work() -> None:
        with opened.changing("klein", OPENED, "adviseur", "gedaan") as change:
            waiting = state_of(change, "klein").open_actions(step="horen")
            change.replace([(a, a.done(OPENED)) for a in waiting])
            done.append(len(waiting))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [0, 0, 0, 3]
    assert faults(opened) == ()


def test_what_stays_as_it_is_may_be_replaced_by_itself(opened: Register) -> None:
    with opened.changing("klein", OPENED, "adviseur", "gedaan") as change:
        seen = state_of(change, "klein").open_actions()[0]
        change.replace([(seen, seen)])
    assert faults(opened) == ()


def test_what_stays_as_it_is_must_still_be_what_was_seen(opened: Register) -> None:
    with opened.reading() as reader:
        seen = state_of(reader, "klein").open_actions()[0]
    with opened.changing("klein", OPENED, "adviseur", "gedaan") as change:
        change.replace([(seen, seen.done(OPENED))])
    with (
        pytest.raises(RefusedError, match="Iemand anders"),
        opened.changing("klein", OPENED, "adviseur", "gedaan") as change,
    ):
        change.replace([(seen, seen)])


def test_of_two_that_open_the_same_dossier_at_once_one_is_refused(
    register: Register, small: Small
) -> None:
    said: list[str] = []

    def work() -> None:
        try:
            open_dossier(register, "klein", *small, OPENED)
            said.append("open")
        except RefusedError as error:
            said.append(str(error))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(said) == 4
    assert said.count("open") == 1
    assert all(s.startswith("Dossier 'klein' is er al. ") for s in said if s != "open")
    assert faults(register) == ()


def test_what_is_there_already_cannot_be_added_again(opened: Register) -> None:
    with (
        pytest.raises(RefusedError, match=r"is er al\. Bekijk de stand en probeer het opnieuw"),
        opened.changing("klein", OPENED, "adviseur", "gedaan") as change,
    ):
        change.add(state_of(change, "klein").hearings)
    assert faults(opened) == ()


@pytest.mark.parametrize("statement", ["UPDATE journal SET text = 'x'", "DELETE FROM journal"])
def test_the_journal_cannot_be_changed_or_shortened(opened: Register, statement: str) -> None:
    with (
        pytest.raises(sa.exc.DBAPIError, match="append-only"),
        opened.engine.begin() as connection,
    ):
        connection.execute(sa.text(statement))


def test_a_dossier_that_was_deleted_meanwhile_is_not_there(opened: Register) -> None:
    table = table_of(Dossier)
    with opened.reading() as reader:
        other = reader.dossier("klein").model_copy(update={"id": "ander"})
    with opened.engine.begin() as connection:
        connection.execute(table.insert().values(columns(other)))
    with opened.reading() as reader:
        assert reader.dossier("ander") == other
    with opened.engine.begin() as connection:
        connection.execute(table.delete().where(table.c.id == "ander"))
    with (
        opened.reading() as reader,
        pytest.raises(GehoordError, match=r"'ander' bestaat niet\. Kies uit: klein"),
    ):
        reader.dossier("ander")


def test_verify_names_a_row_that_was_changed_behind_the_journal(opened: Register) -> None:
    with opened.engine.begin() as connection:
        connection.execute(
            sa.text("UPDATE action SET due_on = '2030-01-01' WHERE id = 'klein/horen/GM0448'")
        )
    assert faults(opened) == ("'klein/horen/GM0448' (action) is buiten het journaal om veranderd.",)


def test_verify_names_a_row_that_was_removed(opened: Register) -> None:
    with opened.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM hearing WHERE municipality = 'GM0392'"))
    assert faults(opened) == ("'klein/GM0392' (hearing) is weg, maar staat in het journaal.",)


def test_verify_names_an_entry_that_was_rewritten(opened: Register, database_url: str) -> None:
    with opened.engine.begin() as connection:
        if database_url.startswith("sqlite"):
            connection.execute(sa.text("DROP TRIGGER journal_no_update"))
        else:
            connection.execute(sa.text("ALTER TABLE journal DISABLE TRIGGER ALL"))
        connection.execute(sa.text("UPDATE journal SET by = 'een ander'"))
    assert faults(opened) == ("Regel 1 (geopend, 23 november 2026) is achteraf veranderd.",)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("postgresql://127.0.0.1:1/nergens", "de server antwoordt niet"),
        ("nergens", "het adres is niet goed geschreven"),
        ("onzin://x/y", "dit soort database kent Gehoord niet"),
        ("sqlite:////proc/gehoord.db", "het bestand kan niet worden geopend"),
    ],
)
def test_a_database_that_cannot_be_reached_is_said_in_one_sentence(url: str, why: str) -> None:
    with pytest.raises(GehoordError) as refused:
        connect(url)
    assert str(refused.value) == (
        f"De database is niet te bereiken ({why}). Kijk GEHOORD_DATABASE_URL na."
    )


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "brief.db").write_bytes(b"Geachte griffier, " * 100)
    with pytest.raises(GehoordError, match="het bestand is geen database"):
        connect(f"sqlite:///{tmp_path / 'brief.db'}")


def test_a_folder_that_cannot_be_made_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("een bestand")
    with pytest.raises(GehoordError, match=r"kan niet worden gemaakt .*GEHOORD_HOME"):
        connect(f"sqlite:///{tmp_path / 'var' / 'gehoord.db'}")


def test_two_at_once_do_not_both_win(told: ToldInRegister) -> None:
    story = told("asked")
    hearing = story.state.hearing_of("GM0392")
    story.does(heard("Haarlem"))
    other = hearing.hear(HEARD, Manner.COUNCIL_MEETING, heard("Haarlem").answer)
    with (
        story.refuses("Iemand anders", "probeer het opnieuw"),
        story.register.changing("klein", HEARD, "adviseur", "gehoord") as change,
    ):
        change.replace([(hearing, other)])


def test_changes_that_are_made_together_each_have_an_entry_or_none_is_kept(
    opened: Register,
) -> None:
    def moved_on(fails: bool) -> None:
        with opened.together("klein") as together:
            for number in (1, 2):
                with together.change(OPENED, "adviseur", f"proef {number}") as change:
                    first = together.all(Action, "klein")[number]
                    change.replace([(first, first.done(OPENED))])
            if fails:
                raise GehoordError("Toch niet.")

    with opened.reading() as reader:
        before = reader.all(JournalEntry, "klein")
    with pytest.raises(GehoordError):
        moved_on(fails=True)
    with opened.reading() as reader:
        assert reader.all(JournalEntry, "klein") == before
    moved_on(fails=False)
    with opened.reading() as reader:
        new = reader.all(JournalEntry, "klein")[len(before) :]
    assert [entry.event for entry in new] == ["proef 1", "proef 2"]
    assert faults(opened) == ()
