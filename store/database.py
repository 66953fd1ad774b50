"""The connection with the database: SQLite by default, PostgreSQL by one setting."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from gehoord.domain.errors import GehoordError
from gehoord.store.migrations import HEAD


def connect(url: str) -> sa.Engine:
    """Open the database and bring its tables up to date.

    Raises:
        GehoordError: the database cannot be reached, or is newer than this Gehoord.
    """
    try:
        parsed = sa.engine.make_url(url)
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        engine = (
            _sqlite(parsed) if parsed.drivername.startswith("sqlite") else sa.create_engine(parsed)
        )
        if _version(engine) != HEAD:
            _migrate(engine)
    except (sa.exc.SQLAlchemyError, ImportError, OSError, ValueError) as error:
        cause = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise GehoordError(
            f"De database is niet te bereiken ({cause}). Kijk GEHOORD_DATABASE_URL na."
        ) from None
    return engine


def _sqlite(url: sa.URL) -> sa.Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url, connect_args={"timeout": 30})

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy's own BEGIN below, not the driver's
        for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # A change takes the write lock before it reads: of two at once the second waits, and
        # then sees what the first did.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _version(engine: sa.Engine) -> str | None:
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(engine: sa.Engine) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError:
            raise GehoordError(
                "De database is gemaakt door een nieuwere Gehoord. Werk dit programma bij."
            ) from None
