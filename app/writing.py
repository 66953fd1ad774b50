# SPDX-License-Identifier: EUPL-1.2
"""Writes the file that somebody names, and says what stands in the way."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from shutil import rmtree
from typing import TypeVar
from uuid import uuid4

from gehoord.app.output import note_done
from gehoord.calendar.dutch import enumeration
from gehoord.domain.errors import GehoordError
from gehoord.domain.toml_errors import cause
from gehoord.tasks.whole_file import write_whole

Form = TypeVar("Form", bound=StrEnum)


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


def form_of(output: Path, forms: type[Form]) -> Form:
    """Return the form that the name of a file asks for, by how it ends.

    Raises:
        GehoordError: it ends in none of these forms.
    """
    ending = output.suffix.lower().removeprefix(".")
    if ending not in list(forms):
        endings = enumeration([f".{form}" for form in forms])
        raise GehoordError(f"{output} kan niet: de naam kan eindigen op {endings}. Kies er een.")
    return forms(ending)


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


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder that is not there yet whole or not at all, with each file below it by path.

    Raises:
        GehoordError: it cannot be written.
    """
    fresh = folder.with_name(f".{uuid4().hex}.nieuw")
    with writing(folder):
        try:
            fresh.mkdir()
            for path, content in files.items():
                (fresh / path).parent.mkdir(parents=True, exist_ok=True)
                (fresh / path).write_bytes(content)
            fresh.rename(folder)
        finally:
            rmtree(fresh, ignore_errors=True)


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
