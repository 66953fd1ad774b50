"""Every form in a real browser: too long for each run of the tests, so `make nightly` does it."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from gehoord.app.serving import Prefect
from gehoord.domain.acts.report import KINDS
from gehoord.domain.proposal.stage import Stage
from gehoord.store.register import Register
from gehoord.templates.links import Links
from tests.engine.cockpit import cockpit
from tests.engine.pages import SIZE, Person, browser

pytestmark = [
    pytest.mark.engine,
    pytest.mark.browser,
    pytest.mark.skipif(
        not os.environ.get("GEHOORD_NIGHTLY"),
        reason="every form in a browser takes four minutes: make nightly",
    ),
]

NAME = "d-ieder-formulier"
ENDED = "Finished in state"


def titles(prefect: Prefect, links: Links) -> dict[str, list[str]]:
    """Return what each form asks, in order, as Prefect was told."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, temporary_settings

    async def read() -> dict[str, list[str]]:
        found = {}
        async with get_client() as client:
            for name, deployment in links.forms.items():
                form: Any = await client.read_deployment(deployment)
                fields = form.parameter_openapi_schema.get("properties", {}).values()
                asked = sorted(fields, key=lambda field: field.get("position", 0))
                found[name] = [field["title"] for field in asked]
        return found

    with temporary_settings({PREFECT_API_URL: prefect.api}):
        return asyncio.run(read())


def test_an_adviser_opens_the_form_of_each_kind_of_report_and_starts_each_stage(
    prefect: Prefect, kept: Register
) -> None:
    links = cockpit(prefect, kept, NAME)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(titles, prefect, links).result()
    reports, stages = [f"melden-{kind}" for kind in KINDS], [stage.numbered for stage in Stage]
    with browser() as running:
        person = Person(running.new_page(viewport=SIZE))
        for name in reports:
            person.goes_to(links.form(name, {"dossier": NAME}) or "")
            for title in asked[name]:
                person.sees(title)
        for name in stages:
            person.begins().goes_to(links.form(name, {"dossier": NAME}) or "")
            person.sees("Welk dossier?")
            person.submits()
            person.sees(ENDED)
            person.tells(name)
