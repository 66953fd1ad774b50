# SPDX-License-Identifier: EUPL-1.2
"""The desk beside Prefect: a program of its own that starts and stops with it."""

from gehoord.app.port import free_port, is_taken
from gehoord.app.serving import Prefect
from gehoord.domain.errors import GehoordError
from gehoord.tasks.settings import Settings


def refuse_taken_desk(place: Settings) -> None:
    """Refuse to start when a desk with a public address cannot have its own port.

    Raises:
        GehoordError: something listens there already, or Prefect is to.
    """
    port = place.desk_port
    if place.desk_url and (port == place.port or is_taken(port)):
        raise GehoordError(
            f"Poort {port}, waar de proxy de balie zoekt, is bezet: stop wat daar draait, of zet "
            "GEHOORD_DESK_PORT op een andere poort en laat de proxy daarheen wijzen."
        )


def start_desk(prefect: Prefect, place: Settings) -> str:
    """Start the desk, on a free port when its own is taken, and return where people find it.

    A desk with a public address keeps to its port: that is where the proxy in front of it looks.
    """
    port = place.desk_port
    if is_taken(port) and not place.desk_url:
        port = free_port()
    prefect.start("desk.log", "desk", str(port))
    return place.desk_url or f"http://127.0.0.1:{port}"
