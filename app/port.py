# SPDX-License-Identifier: EUPL-1.2
"""The port on which Prefect is to listen, and who listens there already."""

import json
import socket
import urllib.error
import urllib.request
from typing import Final

from gehoord.domain.errors import GehoordError

_PATIENCE_SECONDS: Final = 3
_OWNER: Final = "variables/name/gehoord_register"
"""Where a board says to which register it belongs (`tasks.board.belonging`)."""


def refuse_taken_port(port: int, otherwise: str = "GEHOORD_PORT={other} make run") -> None:
    """Refuse a port on which something listens already.

    Args:
        port: of this machine.
        otherwise: the command that takes another port, ``{other}``.

    Raises:
        GehoordError: it does; the sentence says what that is, as far as it tells.
    """
    if is_taken(port):
        other = otherwise.format(other=port + 1 if port < 65535 else port - 1)
        raise GehoordError(
            f"Poort {port} is bezet: daar draait {_whose_program(port)}. Stop dat eerst, of "
            f"kies een andere poort: {other}."
        )


def is_taken(port: int) -> bool:
    """Whether something listens on a port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _whose_program(port: int) -> str:
    """Return whose program listens on a port of this machine, in Dutch."""
    api = f"http://127.0.0.1:{port}/api"
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=_PATIENCE_SECONDS) as answer:  # noqa: S310
            is_prefect = json.load(answer) is True
    except (OSError, ValueError):
        return "een ander programma"
    if not is_prefect:
        return "een ander programma"
    home = _home_of_board(api)
    return f"Gehoord, voor de map {home}" if home else "een Prefect waarvan niet te zien is wie"


def _home_of_board(api: str) -> str:
    """Return the home of the register whose board it is; empty when Prefect does not say so."""
    try:
        with urllib.request.urlopen(f"{api}/{_OWNER}", timeout=_PATIENCE_SECONDS) as answer:  # noqa: S310
            found = json.load(answer)
        return str(found["value"]["home"])
    except (OSError, ValueError, KeyError, TypeError):  # it may ask for a password
        return ""
