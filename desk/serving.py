# SPDX-License-Identifier: EUPL-1.2
"""Serves the desk with uvicorn: on this machine alone unless somebody says otherwise."""

import logging
from collections.abc import Callable
from typing import Final

import uvicorn

from gehoord.desk.application import desk
from gehoord.desk.exporting import RunCommand
from gehoord.desk.following import Following
from gehoord.desk.line import TimedLine
from gehoord.desk.place import DeskPlace
from gehoord.flows import clock
from gehoord.store.opening import open_register, open_to_read
from gehoord.tasks.settings import Settings

HOST: Final = "127.0.0.1"
LARGEST_HEAD: Final = 16_384
"""Bytes of the address and the headers of one request together."""


def server_of(
    settings: Settings,
    host: str,
    port: int,
    follow: Callable[[str], None],
    command: RunCommand,
) -> uvicorn.Server:
    """Return the server of the desk; it does not run yet.

    It keeps no log of what was asked: the addresses are keys. It believes no header about where a
    request comes from, and does not say what it is made with. Who keeps it waiting it does not
    wait for (`line.py`).

    Args:
        settings: where the register is, and how the desk is reached.
        host: where it listens.
        port: on which it listens there.
        follow: lets mail, calendars and board follow a dossier after an answer, by its name.
        command: runs a command of Gehoord on this register.

    Raises:
        GehoordError: the register cannot be reached.
    """
    # What is wrong in a form is told to who sent it in; a log that anybody can fill is of no use.
    logging.getLogger("python_multipart").setLevel(logging.ERROR)
    place = DeskPlace(
        register=open_to_read(settings.database, clock.now),
        writing=open_register(settings.database, clock.now),
        home=settings.home,
        address=settings.desk_url or f"http://{host}:{port}",
        mail_from=settings.mail_from,
        follow=Following(follow),
        command=command,
        sender_header=settings.desk_sender_header,
        user_header=settings.desk_user_header,
        today=clock.today,
        now=clock.now,
    )
    return uvicorn.Server(
        uvicorn.Config(
            desk(place),
            host=host,
            port=port,
            access_log=False,
            log_level="warning",
            http=TimedLine,
            ws="none",
            lifespan="off",
            proxy_headers=False,
            server_header=False,
            h11_max_incomplete_event_size=LARGEST_HEAD,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=5,
        )
    )
