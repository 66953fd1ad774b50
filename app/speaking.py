# SPDX-License-Identifier: EUPL-1.2
"""How this program speaks with a Prefect server: where it is, and with which password."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from gehoord.tasks.settings import settings

_USER: Final = "gehoord"


def password(*, for_server: bool = False) -> dict[str, str]:
    """Return the settings of Prefect for the password of the board; none without one.

    Args:
        for_server: also make the server ask for it.
    """
    secret = settings().prefect_password.get_secret_value()
    names = ("PREFECT_API_AUTH_STRING", *(["PREFECT_SERVER_API_AUTH_STRING"] * for_server))
    return dict.fromkeys(names, f"{_USER}:{secret}") if secret else {}


@contextmanager
def speaking_with(address: str) -> Iterator[None]:
    """Let Prefect's client speak with the server at an address as long as the block runs."""
    from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_API_URL, temporary_settings

    auth = password().get("PREFECT_API_AUTH_STRING")
    with temporary_settings(
        {PREFECT_API_URL: address, **({PREFECT_API_AUTH_STRING: auth} if auth else {})}
    ):
        yield
