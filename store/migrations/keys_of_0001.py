# SPDX-License-Identifier: EUPL-1.2
"""What the keys of messages said in version 0.1.0: the only place that takes them apart."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

_OCCASIONS: Final = (
    ("brief", r"brief (?P<letter>ontwerp), versie (?P<version>\d+), (?P<round>\d+)e keer"),
    ("wijziging", r"brief (?P<letter>kennisgeving), versie (?P<version>\d+)"),
    ("brief", r"brief (?P<letter>proces|themas|reservering|vaststelling|toezending|kennisgeving)"),
    ("herinnering", r"herinnering (?P<rung>[^,]+), dag (?P<due_on>\d{4}-\d\d-\d\d)"),
    ("te laat", r"te laat, dag (?P<due_on>\d{4}-\d\d-\d\d)"),
    ("verplaatst", r"verplaatst (?P<cause>.+), (?P<edition>\d+)"),
    ("uitnodiging", r"uitnodiging (?P<edition>\d+)"),
)
"""Each occasion and the kind it became; the first that fits counts."""


def topics(connection: sa.Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the id of each message with what its new columns hold.

    A key that 0.1.0 cannot have made says nothing: `verify` names such a message.
    """
    actions = _rows(connection, "action", "id", "step", "owner", "municipality")
    about = {action.id: dict(action._mapping) for action in actions}
    lines = {line.id: line.step for line in _rows(connection, "step", "id", "step")}
    codes = {(m.dossier, m.code) for m in _rows(connection, "municipality", "dossier", "code")}
    for message in _rows(connection, "message", "id", "dossier", "occasion", "recipient"):
        said = _said(message.occasion)
        if said is None:
            continue
        place = message.id.partition("|")[0]
        known = about.get(place, {})
        code = message.recipient.rpartition(" ")[2]
        yield (
            message.id,
            {
                **said,
                "step": known.get("step", lines.get(place)),
                "owner": known.get("owner"),
                "municipality": known.get("municipality")
                or (code if (message.dossier, code) in codes else None),
            },
        )


def _said(occasion: str) -> dict[str, Any] | None:
    for kind, pattern in _OCCASIONS:
        if found := re.fullmatch(pattern, occasion):
            try:
                return {"kind": kind} | {k: _read(k, v) for k, v in found.groupdict().items()}
            except ValueError:  # a day that is none
                return None
    return None


def _read(name: str, value: str) -> str | int | date:
    if name == "due_on":
        return date.fromisoformat(value)
    return int(value) if name in ("version", "round", "edition") else value


def _rows(connection: sa.Connection, table: str, *names: str) -> list[sa.Row[Any]]:
    columns: list[sa.ColumnClause[Any]] = [sa.column(name) for name in names]
    return list(connection.execute(sa.select(*columns).select_from(sa.table(table, *columns))))
