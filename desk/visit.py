# SPDX-License-Identifier: EUPL-1.2
"""Somebody sends in a form: whose page it is comes first, then its origin, then what it holds."""

from collections.abc import Callable
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from gehoord.desk.form_key import refuse_from_elsewhere
from gehoord.desk.sent_in import OF_ANY_PARTY, SentIn, SentLimits, sent_in

Visitor = TypeVar("Visitor")


async def taken_in(
    request: Request,
    come: Callable[[Request], Visitor],
    answer: Callable[[Visitor, SentIn], Response],
    limits: SentLimits = OF_ANY_PARTY,
) -> Response:
    """Take in a form; nothing of it is read before it is known whose page it stands on.

    Args:
        request: bears the form.
        come: finds who comes, or refuses him; runs in a thread.
        answer: returns what he gets for what he sent in; runs in a thread too.
        limits: how much the form may hold.

    Raises:
        HTTPException: ``come`` refuses, a page of somebody else sends it, or it cannot be read.
    """
    visitor = await run_in_threadpool(come, request)
    refuse_from_elsewhere(request, request.app.state.place.address)
    async with sent_in(request, limits) as sent:
        return await run_in_threadpool(answer, visitor, sent)
