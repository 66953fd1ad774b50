# SPDX-License-Identifier: EUPL-1.2
"""The connection with the database: SQLite by default, PostgreSQL by one setting."""

from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from gehoord.domain.errors import GehoordError
from gehoord.domain.toml_errors import cause
from gehoord.store.migrations import HEAD
from gehoord.store.read_only import copied, has_unmerged, immutable, is_read_only
from gehoord.store.updated import agreeing, journal_update

PATIENCE: Final = 30.0
"""Seconds to wait for whoever holds the lock of SQLite."""


def connect(url: str) -> sa.Engine:
    """Open the database and bring its tables up to date.

    One that can only be read is opened as it is; what is older is brought up to date in a copy.

    Raises:
        GehoordError: the database cannot be reached, or is newer than this Gehoord.
    """
    try:
        parsed = sa.engine.make_url(url)
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        if (file := sqlite_file(parsed)) and is_read_only(file):
            return _read_only(file)
        engine = (
            _sqlite(parsed) if parsed.drivername.startswith("sqlite") else sa.create_engine(parsed)
        )
        if _version(engine) != HEAD:
            _migrate(engine)
    except (sa.exc.SQLAlchemyError, ImportError, OSError, ValueError) as error:
        if damaged := damage(error):
            raise GehoordError(damaged) from None
        raise GehoordError(
            f"De database is niet te bereiken ({reason(error)}). Kijk GEHOORD_DATABASE_URL na."
        ) from None
    return engine


def only_read(engine: sa.Engine) -> None:
    """Let the database refuse every change that is tried through this engine from now on."""
    engine.dispose()
    forbid = (
        "PRAGMA query_only=ON"
        if engine.dialect.name == "sqlite"
        else "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"
    )

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.cursor().execute(forbid)
        connection.commit()


def sqlite_file(url: str | sa.URL) -> Path | None:
    """Return the file in which a register is kept; nothing when it is not in a file of SQLite.

    Raises:
        sqlalchemy.exc.ArgumentError: it is no address of a database.
    """
    parsed = sa.engine.make_url(url)
    is_file = parsed.drivername.startswith("sqlite") and parsed.database not in (None, ":memory:")
    return Path(str(parsed.database)) if is_file else None


def _read_only(file: Path) -> sa.Engine:
    if not has_unmerged(file):
        engine = immutable(file)
        if _version(engine) == HEAD:
            return engine
        engine.dispose()
    copy = copied(file)
    engine = _sqlite(sa.URL.create("sqlite", database=str(copy)))
    if _version(engine) != HEAD:
        _migrate(engine)
    engine.dispose()  # the last one to leave brings into it what waits beside it
    return immutable(copy)


def reason(error: Exception) -> str:
    """Say in Dutch what a database has against it; in its own words when they are not known."""
    own = getattr(error, "orig", None) or error
    if isinstance(own, OSError) and own.errno:
        return cause(own)
    said = next(iter(str(own).splitlines()), "") or type(own).__name__
    return next((dutch for words, dutch in _WHY.items() if words in said), f"'{said}'")


def damage(error: Exception) -> str | None:
    """Return what to do when a database is damaged; nothing when it has something else."""
    own = str(getattr(error, "orig", None) or error)
    if not any(words in own for words in _DAMAGE):
        return None
    return (
        f"Het register is niet te lezen: {reason(error)}. Kijk of GEHOORD_HOME en "
        "GEHOORD_DATABASE_URL goed staan, en zet anders een kopie terug met 'gehoord restore'."
    )


_DAMAGE: Final = ("codec can't decode", "decode to UTF-8", "not a database", "malformed")
_WHY: Final = {
    "codec can't decode": "het bestand is beschadigd",
    "Connection refused": "de server antwoordt niet",
    "connection failed": "de server antwoordt niet",
    "timeout expired": "de server antwoordt niet op tijd",
    "not known": "de naam van de server is onbekend",
    "failed to resolve": "de naam van de server is onbekend",
    "password": "het wachtwoord ontbreekt of klopt niet",
    "closed the connection": "de verbinding is verbroken",
    "terminating connection": "de verbinding is verbroken",
    "connection is lost": "de verbinding is verbroken",
    "does not exist": "die database, gebruiker of tabel bestaat niet",
    "no such table": "er ontbreekt een tabel",
    "no such column": "er ontbreekt een kolom",
    "already exists": "er staan tabellen in, maar niet van welke versie",
    "decode to UTF-8": "er staat een teken in dat niet kan worden gelezen",
    "database is locked": "een ander programma houdt haar bezet",
    "unable to open": "het bestand kan niet worden geopend",
    "not a database": "het bestand is geen database",
    "malformed": "het bestand is beschadigd",
    "readonly": "u mag er niet in schrijven",
    "permission denied": "u hebt er geen toestemming voor",
    "is full": "de schijf is vol",
    "disk I/O": "de schijf weigert het",
    "NUL": "in een tekst staat een teken dat niet kan worden bewaard",
    "append-only": "het journaal wordt nooit veranderd",
    "Could not parse": "het adres is niet goed geschreven",
    "load plugin": "dit soort database kent Gehoord niet",
    "No module named": "dit soort database kent Gehoord niet",
}


def is_double(error: sa.exc.IntegrityError) -> bool:
    """Whether a row was refused because one with the same key is there already."""
    own = error.orig
    return (
        getattr(own, "sqlstate", "") == "23505"
        or getattr(own, "sqlite_errorname", "") in _SQLITE_DOUBLE
    )


_SQLITE_DOUBLE: Final = ("SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE")


def _sqlite(url: sa.URL) -> sa.Engine:
    if file := sqlite_file(url):
        folder = file.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GehoordError(
                f"De map {folder} kan niet worden gemaakt ({cause(error)}). Zet GEHOORD_HOME of "
                "GEHOORD_DATABASE_URL op een map waarin u mag schrijven."
            ) from None
    engine = sa.create_engine(url, connect_args={"timeout": PATIENCE})

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
        return _version_in(connection)


def _version_in(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


_MIGRATING: Final = 0x67656861
"""The lock of PostgreSQL that a migration holds: of two processes one migrates."""


def _migrate(engine: sa.Engine) -> None:
    """Bring the tables up to date, in one transaction with what the journals say of it."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":  # SQLite has the write lock by now
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATING)))
        if _version_in(connection) == HEAD:
            return
        agreed = agreeing(connection)
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except (CommandError, AssertionError):  # the latter of a version that is no word
            raise GehoordError(
                "De database is gemaakt door een nieuwere Gehoord. Werk dit programma bij."
            ) from None
        journal_update(connection, agreed, HEAD)
