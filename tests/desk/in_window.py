"""A page of a desk in the window of a browser, without a server in between."""

from typing import Any

from tests.desk.conftest import ADDRESS, Balie


def showing(window: Any, found: Balie, path: str, status: int = 200) -> None:
    """Show a page in a window; all that it asks for comes from this desk, headers and all."""

    def answer(route: Any) -> None:
        asked = found.client.get(route.request.url.removeprefix(ADDRESS))
        route.fulfill(status=asked.status_code, headers=dict(asked.headers), body=asked.content)

    window.unroute_all()
    window.route("**/*", answer)
    shown = window.goto(f"{ADDRESS}{path}")
    assert shown.status == status
