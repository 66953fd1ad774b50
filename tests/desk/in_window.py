# SPDX-License-Identifier: EUPL-1.2
"""A page of a desk in the window of a browser, without a server in between."""

from typing import Any

from httpx import Response

from tests.desk.conftest import ADDRESS, Balie


def showing(window: Any, found: Balie, page: Response) -> None:
    """Show what a desk answered; what the page asks for comes from that desk, headers and all."""
    path = page.request.url.path

    def answer(route: Any) -> None:
        wanted = route.request.url.removeprefix(ADDRESS)
        given = page if wanted == path else found.get(wanted)
        route.fulfill(status=given.status_code, headers=dict(given.headers), body=given.content)

    window.unroute_all()
    window.route("**/*", answer)
    assert window.goto(f"{ADDRESS}{path}").status == page.status_code
