# SPDX-License-Identifier: EUPL-1.2
"""Who tries links that open nothing: after so many, the desk opens nothing to him for a while."""

import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gehoord.desk.answers import not_found

MOST: Final = 1000
"""Wrong links of one sender in one stretch. All calendars of a house that were withdrawn at once
stay below it, and all programs of one company that asks for them too."""
STRETCH: Final = 600.0
"""Seconds, from the first of them."""
_LINKS: Final = ("/p/", "/k/", "/o/")
"""Below these stand the keys; what else is not there, a browser asks of its own accord."""
MOST_SENDERS: Final = 10_000
"""Who is remembered; of more than that, who was wrong longest ago is forgotten."""


class Guesses:
    """Counts links that open nothing, by sender; beyond the most the register is not even asked.

    Args:
        app: what answers.
        header: in which the proxy says who asks. The desk itself sees the proxy alone, and would
            shut out everybody for one.
        now: seconds on a clock that never goes back.
    """

    def __init__(
        self, app: ASGIApp, header: str, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._app, self._header, self._now = app, header, now
        self._wrong: dict[str, tuple[float, int]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is asked, but of who guesses; the answer is the same to both."""
        is_link = scope.get("path", "").startswith(_LINKS)
        sender = _sender(Headers(scope=scope).getlist(self._header)) if is_link else ""
        if self._counted(sender)[1] >= MOST:
            await not_found()(scope, receive, send)
            return

        async def counting(message: Message) -> None:
            if sender and message["type"] == "http.response.start" and message["status"] == 404:
                self._count(sender)
            await send(message)

        await self._app(scope, receive, counting)

    def _counted(self, sender: str) -> tuple[float, int]:
        """Return since when a sender is counted, and how many times."""
        since, times = self._wrong.get(sender, (self._now(), 0))
        return (since, times) if self._now() < since + STRETCH else (self._now(), 0)

    def _count(self, sender: str) -> None:
        since, times = self._counted(sender)
        self._wrong.pop(sender, None)
        self._wrong[sender] = since, times + 1
        if len(self._wrong) > MOST_SENDERS:
            del self._wrong[next(iter(self._wrong))]


def _sender(said: list[str]) -> str:
    """Return who asks, by what the nearest proxy said; of IPv6 the network that one house has.

    Returns: nothing when no proxy said who it is: nobody is shut out for another.
    """
    last = said[-1].rpartition(",")[2].strip()[:64] if said else ""
    try:
        address = ip_address(last)
    except ValueError:
        return last
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return last
