# SPDX-License-Identifier: EUPL-1.2
"""A Prefect with a dossier of which 38 cards are late, and the addresses of its pages."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from gehoord.app.serving import Prefect
from gehoord.flows import clock
from gehoord.store.register import Register
from gehoord.templates.links import Links
from tests.engine.falling_late import open_late


def cockpit(prefect: Prefect, register: Register, dossier: str) -> Links:
    """Open the dossier, show it, and return the pages as `gehoord up` prints them."""
    today = clock.today()
    open_late(register, prefect.home, dossier, today)
    return shown(prefect, register, [dossier], today)


def shown(prefect: Prefect, register: Register, dossiers: Sequence[str], today: date) -> Links:
    """Show dossiers in Prefect, and return its pages."""
    with ThreadPoolExecutor(1) as pool:  # playwright keeps an event loop in this thread
        return pool.submit(_shown, prefect, register, dossiers, today).result()


def _shown(prefect: Prefect, register: Register, dossiers: Sequence[str], today: date) -> Links:
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, PREFECT_UI_URL, temporary_settings

    from gehoord.app.board import keep_board, renew_forms
    from gehoord.tasks.board.pages import links_of
    from gehoord.tasks.settings import settings

    async def pages() -> Links:
        async with get_client() as client:
            return await links_of(client)

    own = {PREFECT_API_URL: prefect.api, PREFECT_UI_URL: prefect.page}
    with pytest.MonkeyPatch.context() as patch, temporary_settings(own):
        patch.setenv("GEHOORD_HOME", str(prefect.home))
        settings.cache_clear()
        renew_forms(register, prefect.api)
        for dossier in dossiers:
            assert keep_board(register, dossier, today)
        settings.cache_clear()
        return asyncio.run(pages())
