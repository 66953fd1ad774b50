"""What a coordinator sees: the page of Prefect in a real browser."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest

from gehoord.app.serving import Prefect
from gehoord.flows.opening import open_dossier
from gehoord.store.register import Register

pytestmark = [pytest.mark.engine, pytest.mark.browser]

YEAR = 366 * 24 * 3600
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        yield browser.new_page()
        browser.close()


def put_on_board(prefect: Prefect, register: Register, dossier: str, on: date) -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from gehoord.tasks.board.keeping import sync_dossier

    def sync() -> Any:
        with temporary_settings({PREFECT_API_URL: prefect.api}):
            return asyncio.run(sync_dossier(register, dossier, prefect.home, on))

    with ThreadPoolExecutor(1) as pool:  # playwright keeps an event loop in this thread
        assert pool.submit(sync).result().failed == ()


def test_the_page_shows_actions_in_dutch_and_says_late_when_a_day_has_passed(
    prefect: Prefect, kept: Register, small: Any, page: Any
) -> None:
    proposal, eenheid, text = small
    today = date.today()  # noqa: DTZ011  (the page itself counts from the real today)
    soon = today + timedelta(days=100)
    text = text.replace("donderdag 4 november 2027", soon.isoformat())
    proposal = proposal.moved("vaststelling", soon)
    open_dossier(kept, "d-pagina", proposal, eenheid, text, today - timedelta(days=300))
    put_on_board(prefect, kept, "d-pagina", today)

    board = f"{prefect.page}/runs?tag=dossier:d-pagina&type=span&seconds="
    page.goto(f"{board}{YEAR}", wait_until="commit")
    page.get_by_text("Texel: raad horen over het ontwerp, uiterlijk").first.wait_for(timeout=30_000)
    page.goto(f"{board}-{YEAR}&state=Late", wait_until="commit")
    late = page.get_by_text("thema's vaststellen, uiterlijk").first
    late.wait_for(timeout=30_000)
    assert page.get_by_text("Late", exact=True).count() > 0


def test_the_form_to_record_what_was_done_is_in_dutch(prefect: Prefect, page: Any) -> None:
    page.goto(f"{prefect.page}/deployments", wait_until="commit")
    page.get_by_text("melden-gehoord", exact=True).first.click(timeout=30_000)
    page.wait_for_url("**/deployment/*", timeout=30_000)
    page.goto(page.url.split("?")[0] + "/run", wait_until="commit")
    for words in (
        "Welke gemeenten?",
        "Wat antwoordde de raad?",
        "Op welke dag?",
    ):
        page.get_by_text(words).first.wait_for(timeout=30_000)
