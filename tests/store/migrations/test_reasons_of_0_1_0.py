# SPDX-License-Identifier: EUPL-1.2
"""A reason that 0.1.0 kept is of the round in which it was given, and about the whole dossier."""

from datetime import UTC, date, datetime

import sqlalchemy as sa

from gehoord.domain.dossier.reason import Reason
from gehoord.store.database import connect
from gehoord.store.register import Register
from tests.store.version_0_1_0 import NAME, asked, bare


def test_a_reason_gets_the_ontwerp_that_was_the_newest_on_its_day(old: str) -> None:
    [(ontwerp, made_on)] = asked(old, "SELECT id, made_on FROM draft_version WHERE is_ontwerp")
    made = date.fromisoformat(str(made_on))
    known = sa.MetaData()
    with bare(old).begin() as connection:
        known.reflect(connection)
        for number, given_on in enumerate([made.replace(day=1), made], start=1):
            connection.execute(
                sa.insert(known.tables["reason"]).values(
                    id=f"{NAME}/reden/9{number}",
                    dossier=NAME,
                    code="vertrekkende-raad-gehoord",
                    office="adviseur",
                    ground="de nieuwe raad wilde niet wachten",
                    given_on=given_on,
                )
            )
    register = Register(connect(old), lambda: datetime.now(UTC))
    with register.reading() as reader:
        before, after = reader.all(Reason, NAME)[-2:]
    register.engine.dispose()
    assert made.day > 1
    assert (before.version, after.version) == (None, ontwerp)
    assert before.steps == after.steps == ()
