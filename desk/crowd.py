# SPDX-License-Identifier: EUPL-1.2
"""How many requests are answered at one time: the next one hears at once that it is too busy."""

from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from gehoord.desk.answers import later

MOST_AT_ONCE: Final = 400
"""More than the lines that may wait (`line.py`): who sends slowly cannot take every place."""
_TOO_BUSY: Final = (
    "Het is nu te druk",
    "Er komen nu veel bezoekers tegelijk. Probeer het over een halve minuut opnieuw.",
)


class Crowd:
    """Lets so many in and no more, and keeps nobody waiting at the door.

    Args:
        app: what answers.
        most: requests at one time.
    """

    def __init__(self, app: ASGIApp, most: int = MOST_AT_ONCE) -> None:
        self._app = app
        self._places = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is asked, if there is place for it."""
        if not self._places:
            await later(*_TOO_BUSY)(scope, receive, send)
            return
        self._places -= 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._places += 1
