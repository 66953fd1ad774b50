# SPDX-License-Identifier: EUPL-1.2
"""The statements by which objects enter their tables: each is made and compiled once."""

from functools import cache
from typing import Any

import sqlalchemy as sa

from gehoord.domain.frozen import Frozen
from gehoord.store.columns import TupleOf
from gehoord.store.table_of import table_of


@cache
def inserted(kind: type[Frozen]) -> sa.Insert:
    """Return the statement that adds objects of one kind."""
    return sa.insert(table_of(kind))


@cache
def updated(kind: type[Frozen], names: tuple[str, ...]) -> sa.Update:
    """Return the statement that changes these columns of one object, if they still are as seen."""
    c = table_of(kind).c
    as_seen = [_is_as_seen(c[name]) for name in names]
    this = c.id == sa.bindparam("old_id")
    new = {name: sa.bindparam(f"new_{name}", type_=c[name].type) for name in names}
    return sa.update(table_of(kind)).where(this, *as_seen).values(new)


def _is_as_seen(column: "sa.Column[Any]") -> sa.ColumnElement[bool]:
    """Return whether a column is as it was; a list by its text: PostgreSQL compares no JSON."""
    old: sa.ColumnElement[Any] = sa.bindparam(f"old_{column.name}", type_=column.type)
    if isinstance(column.type, TupleOf):
        return sa.cast(column, sa.Text).is_not_distinct_from(sa.cast(old, sa.Text))
    return column.is_not_distinct_from(old)
