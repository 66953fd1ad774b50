# SPDX-License-Identifier: EUPL-1.2
"""What SQLAlchemy compiled for one database serves all that the tests open.

A process of Gehoord opens one database and compiles each statement once. The tests open thousands,
one after the other, and would compile some hundred statements for each.
"""

from typing import Any

import sqlalchemy as sa


class CompiledOnce(dict[Any, Any]):
    """Statements by the kind of database that they were compiled for, not by which one it is."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_of_kind(key), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_of_kind(key), compiled)


def _of_kind(key: tuple[Any, ...]) -> tuple[Any, ...]:
    dialect, *statement = key
    return (dialect.name, *statement)


def compile_once() -> None:
    """Let every database that is opened from now on share what was compiled."""
    compiled = CompiledOnce()

    @sa.event.listens_for(sa.Engine, "engine_connect")
    def share(connection: sa.Connection) -> None:
        connection.execution_options(compiled_cache=compiled)
