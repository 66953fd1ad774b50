# SPDX-License-Identifier: EUPL-1.2
"""What 0.1.0 took back of what councils had said; it marked only what was not weighed yet."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from gehoord.domain.dossier.journal import said_in

_MARK: Final = "Vervallen, vastgelegd bij vergissing: "
"""How it began in the place of a disposition."""
_ZIENSWIJZE: Final = sa.table(
    "zienswijze",
    *(sa.column(name, sa.String()) for name in ("id", "disposition", "withdrawn_because")),
    *(sa.column(name, sa.Date()) for name in ("disposed_on", "withdrawn_on")),
)
_JOURNAL: Final = sa.table(
    "journal",
    *(sa.column(name, sa.String()) for name in ("dossier", "event", "text", "changes")),
    sa.column("number", sa.Integer()),
    sa.column("on", sa.Date()),
)


def withdraw_what_was_taken_back(connection: sa.Connection) -> None:
    """Withdraw every zienswijze that was taken back, on the day and for the reason of then."""
    _withdraw_what_was_marked(connection)
    for identifier, on, because in _taken_back(connection):
        connection.execute(
            sa.update(_ZIENSWIJZE)
            .where(_ZIENSWIJZE.c.id == identifier, _ZIENSWIJZE.c.withdrawn_on.is_(None))
            .values(withdrawn_on=on, withdrawn_because=because)
        )


def _withdraw_what_was_marked(connection: sa.Connection) -> None:
    said, on, length = _ZIENSWIJZE.c.disposition, _ZIENSWIJZE.c.disposed_on, len(_MARK)
    connection.execute(
        sa.update(_ZIENSWIJZE)
        .where(sa.func.substr(said, 1, length) == _MARK, on.is_not(None))
        .values(
            withdrawn_on=on,
            withdrawn_because=sa.func.substr(said, length + 1),
            disposition="",
            disposed_on=None,
        )
    )


def _taken_back(connection: sa.Connection) -> Iterator[tuple[str, date, str]]:
    """Yield the zienswijzen that the journal says were taken back, with the day and the reason.

    In such an entry the hearing is again what it was before it was heard.
    """
    heard: dict[str, Any] = {}
    answers: dict[tuple[str, Any], str] = {}
    c = _JOURNAL.c
    entries = sa.select(c.on, c.event, c.text, c.changes).order_by(c.dossier, c.number)
    for on, event, text, changes in connection.execute(entries).all():
        for (table, key), content in (said_in(changes) or {}).items():
            if table == "zienswijze":
                council = f"{content.get('dossier')}/{content.get('municipality')}"
                answers[council, content.get("received_on")] = key
            elif table == "hearing":
                answer = answers.get((key, heard.get(key)))
                if event == "herstel" and content.get("heard_on") is None and answer:
                    yield answer, on, text.partition(": ")[2]
                heard[key] = content.get("heard_on")
