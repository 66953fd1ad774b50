"""Writes the file that somebody names, and says what stands in the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gehoord.app.output import note_done
from gehoord.domain.errors import GehoordError
from gehoord.domain.toml_errors import cause
from gehoord.tasks.whole_file import write_whole


@contextmanager
def writing(output: Path) -> Iterator[None]:
    """Let a file be written.

    Raises:
        GehoordError: it cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise GehoordError(f"{output} kan niet worden geschreven ({cause(error)}).") from None
    note_done()


def refuse_taken(output: Path) -> None:
    """Refuse a name that a file has already.

    Raises:
        GehoordError: it has.
    """
    if output.exists():
        raise GehoordError(f"{output} bestaat al. Kies een andere naam.")


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """Let a file be read.

    Raises:
        GehoordError: it cannot be read.
    """
    try:
        yield
    except OSError as error:
        raise GehoordError(f"{file} kan niet worden gelezen ({cause(error)}).") from None


def write_output(output: Path, content: bytes) -> None:
    """Write a file whole or not at all; what is no file, such as a pipe, takes it as it comes.

    Raises:
        GehoordError: it cannot be written.
    """
    with writing(output):
        target = output.resolve()  # who names a link means where it leads
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            write_whole(target, content)
