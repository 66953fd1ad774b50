# SPDX-License-Identifier: EUPL-1.2
"""What a run says on the page that opens: a line each, under *Logs*."""

import logging
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from prefect.client.orchestration import get_client
from prefect.context import FlowRunContext
from prefect.logging import get_run_logger

from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.tasks.board.asking import PrefectAnswerError
from gehoord.tasks.board.pages import links_of
from gehoord.templates.ahead import ahead_lines
from gehoord.templates.commands import ways_onward
from gehoord.templates.links import Filled
from gehoord.templates.story.forms import Offered

AGAIN: Final = "Nog een keer: {}"
BETTER: Final = "Verbeter het formulier: {}"
CARRY_OUT: Final = "Voer het uit: {}"
OPEN_IT: Final = "Is het zo goed? Open het dossier: {}"
LONGEST_IN_LINK: Final = 500
"""Characters of an answer that an address of a form can bear."""


def say(lines: Iterable[str], level: int = logging.INFO) -> None:
    """Let the run say lines; what people wrote in one cannot pass for another line.

    Outside a run nobody reads them.
    """
    if FlowRunContext.get() is None:
        return
    logger = get_run_logger()
    for line in lines:
        if words := " ".join(line.split()):
            logger.log(level, "%s", words)


async def point_onward(error: GehoordError, dossier: object) -> None:
    """Let the run say where the form is of what would be right instead, if a refusal knows it."""
    if FlowRunContext.get() is None:
        return
    onward = error.onward if isinstance(error, RefusedError) else ()
    with suppress(PrefectAnswerError):
        async with get_client() as client:
            links = await links_of(client)
        say(ways_onward(onward, str(error), links, str(dossier or "")))


async def point_ahead(dossier: str, forms: Iterable[Offered]) -> None:
    """Let the run of a stage say where a person goes on: the same forms as on the cards."""
    if FlowRunContext.get() is None:
        return
    with suppress(PrefectAnswerError):
        async with get_client() as client:
            links = await links_of(client)
        say(ahead_lines(dossier, forms, links))


async def point_to(form: str, filled: Filled, words: str) -> None:
    """Let the run say where a form is, and the Stand van zaken of its dossier.

    Args:
        form: its name.
        filled: what stands in it when it opens.
        words: what is said of it, with a place for its address.
    """
    if FlowRunContext.get() is None:
        return
    with suppress(PrefectAnswerError):
        async with get_client() as client:
            links = await links_of(client)
        if address := links.form(form, filled):
            say([words.format(address)])
        if dossier := filled.get("dossier"):
            say([f"Stand van zaken: {links.standing(str(dossier))}"])
