# SPDX-License-Identifier: EUPL-1.2
"""A desk on a real line: a server in a thread, on a free port of this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn


@contextmanager
def on_line(app: Any, http: Any = "h11") -> Iterator[int]:
    """Serve an application, and give the port."""
    config = uvicorn.Config(app, port=0, log_level="error", lifespan="off", ws="none", http=http)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
    try:
        yield int(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()
