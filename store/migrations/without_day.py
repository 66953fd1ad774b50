# SPDX-License-Identifier: EUPL-1.2
"""Which rows of 0.1.0 have a day that nobody gave: that of what rests on their step.

Until 0.1.0 a step without a date got the latest day that what rests on it allowed. Now it has none.
A limit that people wrote (``uiterlijk``, ``niet_voor``) stays. Only the migration reads this.
"""

import tomllib
from typing import Final

import sqlalchemy as sa

_UNDATED: Final = "zonder datum"
_LAST: Final = {"action": "due_on", "step": "end_on"}
"""The column of the last day, by table."""


def take_away_invented_days(connection: sa.Connection) -> None:
    """Take the day from every action and step of a dossier for which its proposal names none."""
    for dossier, text in connection.execute(sa.text("SELECT id, proposal FROM dossier")).all():
        for step, begins in _without_last_day(text).items():
            for table in _LAST:
                _take_away(connection, table, (dossier, step), keeps_first=begins)


def _without_last_day(text: str) -> dict[str, bool]:
    """Return the steps without a last day, and whether a first one was written for them."""
    try:
        steps = tomllib.loads(text).get("stap", [])
    except tomllib.TOMLDecodeError:  # changed outside Gehoord: left as it is
        return {}
    return {
        step["id"]: "niet_voor" in step
        for step in steps
        if "wanneer" not in step and "uiterlijk" not in step
    }


def _take_away(
    connection: sa.Connection, table: str, of: tuple[str, str], *, keeps_first: bool
) -> None:
    names = ("dossier", "step", "precision", "due_precision", "start_on", "start_precision")
    rows = sa.table(table, *(sa.column(name) for name in (*names, _LAST[table], "remind_on")))
    taken: dict[str, str | None] = {_LAST[table]: None, "due_precision": _UNDATED}
    if table == "action":
        taken["remind_on"] = None
    if not keeps_first:
        taken |= {"start_on": None, "start_precision": _UNDATED}
    of_step = (rows.c.dossier == of[0]) & (rows.c.step == of[1])
    connection.execute(
        sa.update(rows).where(of_step & (rows.c.precision == _UNDATED)).values(taken)
    )
