"""The desk as an ASGI application: which address answers what."""

import logging
from typing import Final

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.desk.answers import not_found, sentence
from gehoord.desk.feed import feed
from gehoord.desk.guard import Guard
from gehoord.desk.itself import (
    HOUSE_STYLE,
    OVERVIEW_STYLE,
    STYLE,
    health,
    house_style,
    overview_style,
    security_txt,
    style,
)
from gehoord.desk.overview import routes as overviews
from gehoord.desk.party import party, piece, single_day
from gehoord.desk.place import DeskPlace
from gehoord.domain.errors import GehoordError

READ: Final = ["GET", "HEAD"]
_BUSY_SECONDS: Final = "30"
_CONSOLE: Final = logging.getLogger(__name__)


def desk(place: DeskPlace) -> Guard:
    """Return the application; whoever serves it keeps the keys in its addresses out of every log.

    Args:
        place: what it serves from.
    """
    app = Starlette(
        routes=[
            Route("/p/{token}", party, methods=READ),
            Route("/p/{token}/stuk/{sha256}", piece, methods=READ),
            Route("/p/{token}/dag/{uid}.ics", single_day, methods=READ),
            Route("/k/{token}.ics", feed, methods=READ),
            *overviews(),
            Route("/gezond", health, methods=READ),
            Route("/.well-known/security.txt", security_txt, methods=READ),
            Route(f"/{STYLE}", style, methods=READ),
            Route(f"/{OVERVIEW_STYLE}", overview_style, methods=READ),
            Route(f"/{HOUSE_STYLE}", house_style, methods=READ),
        ],
        exception_handlers={
            404: _not_found,
            405: _only_read,
            GehoordError: _cannot_now,
            SQLAlchemyError: _cannot_now,
            OSError: _cannot_now,
            Exception: _failed,
        },
    )
    app.router.redirect_slashes = False
    app.state.place = place
    return Guard(app, is_behind_tls=place.is_behind_tls)


async def _not_found(_request: Request, _error: Exception) -> Response:
    return not_found()


async def _only_read(_request: Request, error: Exception) -> Response:
    answer = sentence(
        405,
        "Dat kan hier niet",
        "Deze pagina is alleen om te lezen. Antwoorden doet u per mail.",
    )
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


async def _cannot_now(_request: Request, error: Exception) -> Response:
    """Say that the register cannot be read now; why is no business of who asks."""
    _CONSOLE.error("De balie kan het register niet lezen (%s).", type(error).__name__)
    answer = sentence(
        503,
        "Het lukt nu niet",
        "De gegevens zijn nu niet te lezen. Probeer het over een paar minuten opnieuw.",
    )
    answer.headers["Retry-After"] = _BUSY_SECONDS
    return answer


async def _failed(_request: Request, _error: Exception) -> Response:
    """Say that Gehoord failed; the server keeps the error itself in its log."""
    return sentence(500, "Er ging iets mis", "Dit ligt aan ons. Laat het weten per mail.")
