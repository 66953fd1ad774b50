"""The statements by which objects enter their tables: each is made and compiled once."""

from functools import cache

import sqlalchemy as sa

from gehoord.domain.frozen import Frozen
from gehoord.store.table_of import table_of


@cache
def inserted(kind: type[Frozen]) -> sa.Insert:
    """Return the statement that adds objects of one kind."""
    return sa.insert(table_of(kind))


@cache
def updated(kind: type[Frozen], names: tuple[str, ...]) -> sa.Update:
    """Return the statement that changes these columns of one object, if they still are as seen."""
    c = table_of(kind).c
    as_seen = [c[n].is_not_distinct_from(sa.bindparam(f"old_{n}", type_=c[n].type)) for n in names]
    this = c.id == sa.bindparam("old_id")
    new = {name: sa.bindparam(f"new_{name}", type_=c[name].type) for name in names}
    return sa.update(table_of(kind)).where(this, *as_seen).values(new)
