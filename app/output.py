# SPDX-License-Identifier: EUPL-1.2
"""Standard output and standard error: what cannot be shown there undoes nothing that was done."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, TextIO


@dataclass(slots=True)
class Output:
    """What became of the output of one command.

    Attributes:
        lost: why a line could not be written, if one could not.
        is_all: whether nothing came of the command but what it printed.
    """

    lost: OSError | None = None
    is_all: bool = True


_OUTPUT: Final = Output()


def make_ready() -> None:
    """Make sure that a command can write to both streams, whoever reads them and in what encoding.

    A sign that the encoding of a terminal lacks becomes a question mark. A stream that was closed
    leads nowhere: else the first file that is opened, the register, would take its number.
    """
    _OUTPUT.lost, _OUTPUT.is_all = None, True
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def note_done() -> None:
    """Keep in mind that the command changed something: what it prints is no longer all of it."""
    _OUTPUT.is_all = False


def has_done() -> bool:
    """Whether the command changed something."""
    return not _OUTPUT.is_all


def write(line: str) -> None:
    """Write a line to standard output; one that cannot be written stops nothing."""
    try:
        print(line, flush=True)  # noqa: T201
    except OSError as error:
        _lose(error)


def complain(sentence: str) -> None:
    """Write a sentence to standard error, on one line."""
    try:
        print(" ".join(sentence.split()), file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        _lead_nowhere(sys.stderr)


def ended(code: int) -> int:
    """Return the exit code of a command that ended with ``code``, and say what was not shown.

    Who stops reading a pipe has seen enough. A full disk spoils a command that only shows; what
    was done stands.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        _lose(error)
    lost = _OUTPUT.lost
    if lost is None or isinstance(lost, BrokenPipeError):
        return code
    from gehoord.domain.toml_errors import cause

    if has_done():
        complain(f"Niet alles kon worden getoond: {cause(lost)}. Wat u vroeg, is wel gedaan.")
        return code
    complain(f"De uitvoer kan niet worden geschreven: {cause(lost)}.")
    return code or 2


def _lose(error: OSError) -> None:
    _OUTPUT.lost = _OUTPUT.lost or error
    _lead_nowhere(sys.stdout)


def _lead_nowhere(stream: TextIO) -> None:
    """Let the stream take all that is still written to it, so that Python ends in peace."""
    with suppress(OSError):  # a stream that is no file has no number
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
