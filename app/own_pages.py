# SPDX-License-Identifier: EUPL-1.2
"""Who may speak to Prefect's server: its own pages, and programs that come from no page."""

from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

HOSTS: Final = ("127.0.0.1", "localhost")
"""The names under which this machine is itself; another name is somebody else's page."""


class OwnPages:
    """Refuses what a page from elsewhere asks, written or read, over HTTP or a WebSocket.

    Prefect's own list of origins asks the browser to be discreet and does not look at WebSockets;
    here the request itself does not arrive. What bears no origin comes from no page.
    """

    def __init__(self, app: ASGIApp, origins: frozenset[str]) -> None:
        self._app, self._origins = app, origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse with 403."""
        if scope["type"] in ("http", "websocket"):
            origin = Headers(scope=scope).get("origin")
            if origin is not None and origin not in self._origins:
                refused: ASGIApp = (
                    PlainTextResponse("Deze pagina is niet van Gehoord.", 403)
                    if scope["type"] == "http"
                    else WebSocketClose(code=1008)
                )
                return await refused(scope, receive, send)
        return await self._app(scope, receive, send)


def own_origins(port: int) -> frozenset[str]:
    """Return the origins of the pages of a server on a port of this machine."""
    return frozenset(f"http://{host}:{port}" for host in HOSTS)
