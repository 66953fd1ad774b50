# SPDX-License-Identifier: EUPL-1.2
"""What 0.1.0 took back of what councils had said is withdrawn, and the journal agrees."""

import json
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from gehoord.domain.dossier.journal import JournalEntry, changes_of
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.store.rows import columns
from tests.store.version_0_1_0 import LAST_HASH, NAME, TODAY, asked, bare, proof


def test_what_was_taken_back_is_withdrawn_and_the_rest_stays(old: str) -> None:
    [taken_back] = asked(old, "SELECT id FROM zienswijze WHERE disposition LIKE 'Vervallen%'")
    register = Register(connect(old), lambda: datetime.now(UTC))
    with register.reading() as reader:
        by_name = {z.name: z for z in reader.all(Zienswijze, NAME)}
        [last] = reader.all(JournalEntry, NAME)[-1:]
    register.engine.dispose()
    purmerend = by_name.pop("Purmerend")
    assert purmerend.id == taken_back[0]
    assert purmerend.withdrawn_on == date(2023, 9, 29)
    assert purmerend.withdrawn_because == "De zienswijze hoort bij een andere raad."
    assert (purmerend.disposition, purmerend.disposed_on) == ("", None)
    assert not purmerend.counts
    assert len(by_name) == 9
    assert all(z.counts for z in by_name.values())
    said = (changes_of(last) or {})["zienswijze", purmerend.id]
    assert said == purmerend.model_dump(mode="json")


def happened(url: str, event: str, text: str, table: str, key: str, **values: Any) -> None:
    """Change a row, and journal it as 0.1.0 did."""
    known = sa.MetaData()
    with bare(url).begin() as connection:
        known.reflect(connection)
        rows = known.tables[table]
        connection.execute(sa.update(rows).where(rows.c.id == key).values(values))
        row = connection.execute(sa.select(rows).where(rows.c.id == key)).one()
        content = {n: str(v) if isinstance(v, date) else v for n, v in row._mapping.items()}
        journal = known.tables["journal"]
        newest = sa.select(journal.c.number, journal.c.hash).order_by(journal.c.number.desc())
        number, previous = connection.execute(newest.limit(1)).one()
        entry = JournalEntry(
            dossier=NAME,
            number=number + 1,
            on=TODAY,
            at=datetime(2023, 10, 3, 6, tzinfo=UTC),
            by="adviseur",
            event=event,
            text=text,
            changes=json.dumps([[table, content]]),
            previous=previous,
            hash="",
        )
        sealed = columns(entry.model_copy(update={"hash": entry.expected_hash()}))
        then = {name: value for name, value in sealed.items() if name in journal.c}
        connection.execute(sa.insert(journal), [then])


def test_what_was_weighed_and_taken_back_is_withdrawn_as_well(old: str) -> None:
    said, hearing = f"{NAME}/GM0392/8", f"{NAME}/GM0392"
    weighed = {"disposition": "Overgenomen.", "disposed_on": TODAY}
    happened(old, "verwerking", "Haarlem: Overgenomen.", "zienswijze", said, **weighed)
    unheard = {"state": "gevraagd", "heard_on": None, "answer": None}
    happened(old, "herstel", "horen: Dit was: een ander.", "hearing", hearing, **unheard)
    register = Register(connect(old), lambda: datetime.now(UTC))
    with register.reading() as reader:
        withdrawn = {z.id: z for z in reader.all(Zienswijze, NAME) if not z.counts}
    assert proof(register, LAST_HASH).faults == ()
    register.engine.dispose()
    assert withdrawn.keys() == {said, f"{NAME}/GM0439/10"}
    assert (
        withdrawn[said].withdrawal_in_words == "Ingetrokken op 3 oktober 2023: Dit was: een ander."
    )
