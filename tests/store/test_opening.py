# SPDX-License-Identifier: EUPL-1.2
"""A register that is opened to be read is changed by nobody through it, whatever he tries."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.store.opening import open_to_read
from gehoord.store.register import Register

DAY = date(2027, 1, 4)


def test_what_is_opened_to_read_refuses_every_change_and_sees_those_of_others(
    register: Register, database_url: str, small: tuple[Proposal, Eenheid, str]
) -> None:
    readable = open_to_read(database_url, lambda: datetime(2027, 1, 4, tzinfo=UTC))
    open_dossier(register, "klein", *small, DAY)
    with readable.reading() as reader:
        assert reader.names() == ["klein"]
    with pytest.raises(sa.exc.DBAPIError), readable.delivering() as connection:
        connection.execute(sa.text("UPDATE dossier SET title = 'anders'"))
    with readable.reading() as reader:
        assert reader.dossier("klein").title == "Beleidsplan 2028-2031"
    readable.engine.dispose()
