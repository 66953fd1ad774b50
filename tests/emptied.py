# SPDX-License-Identifier: EUPL-1.2
"""Databases of PostgreSQL that one test after the other takes.

One with its tables takes half a second to make and some milliseconds to empty.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

KEPT = ("alembic_version", "register")
"""What a new database holds already: its version, and its identity."""

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
_SHAPE = """
SELECT c.relname, a.attname, a.atttypid::text, a.attnotnull::text
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0
UNION ALL SELECT tgrelid::regclass::text, tgname, tgenabled::text, pg_get_triggerdef(oid)
FROM pg_trigger
UNION ALL SELECT 'alembic_version', version_num, '', '' FROM alembic_version
UNION ALL SELECT 'register', id, '', '' FROM register
ORDER BY 1, 2, 3, 4
"""
Shape = list[tuple[str, ...]]


class EmptiedDatabases:
    """Databases with the tables of Gehoord and nothing in them, to be taken and given back."""

    def __init__(self, server: str) -> None:
        self.server = server
        self._free: list[str] = []
        self._shapes: dict[str, Shape] = {}

    @contextmanager
    def one(self) -> Iterator[str]:
        """Lend the address of one that nobody else has."""
        name = self._free.pop() if self._free else self._made()
        yield f"{self.server}/{name}"
        with self._connected(name) as connection:
            connection.execute(_OTHERS)
            if self._emptied(connection) == self._shapes[name]:
                self._free.append(name)  # else a test changed its tables: nobody gets it again

    def _made(self) -> str:
        from gehoord.store.database import connect

        name = f"leeg_{len(self._shapes)}"
        with self._connected("postgres") as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        connect(f"{self.server}/{name}").dispose()
        with self._connected(name) as connection:
            self._shapes[name] = self._emptied(connection)
        return name

    def _connected(self, name: str) -> "psycopg.Connection[tuple[str, ...]]":
        return psycopg.connect(f"{self.server}/{name}", autocommit=True)

    @staticmethod
    def _emptied(connection: "psycopg.Connection[tuple[str, ...]]") -> Shape:
        """Take every row away, those of the journal too, and return what is left."""
        connection.execute("SET session_replication_role = replica")  # the journal may not refuse
        tables = {name for (name,) in connection.execute(_TABLES)} - {*KEPT}
        gone = sql.SQL("; ").join(
            sql.SQL("DELETE FROM {}").format(sql.Identifier(name)) for name in sorted(tables)
        )
        connection.execute(gone)
        return connection.execute(_SHAPE).fetchall()
