# SPDX-License-Identifier: EUPL-1.2
"""The desk as an ASGI application: which address answers what."""

import logging
from typing import Final

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.desk import (
    access,
    account,
    assents,
    keeping,
    letters,
    meetings,
    rewording,
    sheet,
    strength,
)
from gehoord.desk.answering import form
from gehoord.desk.answers import later, not_found, sentence
from gehoord.desk.crowd import Crowd
from gehoord.desk.exporting import Exporter
from gehoord.desk.feed import feed
from gehoord.desk.filing import FilingVisit
from gehoord.desk.guard import Guard
from gehoord.desk.guesses import Guesses
from gehoord.desk.itself import (
    FLAW,
    HOUSE_STYLE,
    OVERVIEW_STYLE,
    STYLE,
    flaw,
    health,
    house_style,
    overview_style,
    security_txt,
    style,
)
from gehoord.desk.overview import routes as overviews
from gehoord.desk.papers import papers
from gehoord.desk.party import party, piece, single_day
from gehoord.desk.place import DeskPlace
from gehoord.desk.polling import PollVisit
from gehoord.desk.receipt import receipt, sent_in_as_file
from gehoord.domain.errors import GehoordError
from gehoord.templates.outgoing.receipts import SENT_IN

READ: Final = ["GET", "HEAD"]
READ_AND_SEND_IN: Final = [*READ, "POST"]
_NOT_TAKEN: Final = "Dit is niet aangenomen"
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
            Route("/p/{token}/antwoord/{form}", form, methods=READ_AND_SEND_IN),
            Route("/p/{token}/ontvangst/{number}", receipt, methods=READ),
            Route(f"/p/{{token}}/ontvangst/{{number}}/{SENT_IN}", sent_in_as_file, methods=READ),
            *_of_adviser(),
            *meetings.routes(),
            Route("/k/{token}.ics", feed, methods=READ),
            *overviews(),
            Route("/gezond", health, methods=READ),
            Route("/.well-known/security.txt", security_txt, methods=READ),
            Route(f"/{FLAW}", flaw, methods=READ),
            Route(f"/{STYLE}", style, methods=READ),
            Route(f"/{OVERVIEW_STYLE}", overview_style, methods=READ),
            Route(f"/{HOUSE_STYLE}", house_style, methods=READ),
        ],
        exception_handlers={
            404: _not_found,
            405: _not_this_way,
            HTTPException: _refused,
            GehoordError: _cannot_now,
            SQLAlchemyError: _cannot_now,
            OSError: _cannot_now,
            Exception: _failed,
        },
    )
    app.router.redirect_slashes = False
    app.state.place = place
    app.state.exporter = Exporter(place.command, place.home)
    app.add_middleware(Crowd)
    if place.sender_header:
        app.add_middleware(Guesses, header=place.sender_header)
    return Guard(app, is_behind_tls=place.is_behind_tls)


def _of_adviser() -> list[Route]:
    """Return what stands below the page of the adviser alone."""
    pages = (
        sheet,
        PollVisit,
        strength,
        FilingVisit,
        rewording,
        letters,
        account,
        access,
        keeping,
        assents,
    )
    return [
        Route("/p/{token}/stukken", papers, methods=READ),
        *(route for page in pages for route in page.routes()),
    ]


async def _not_found(_request: Request, _error: Exception) -> Response:
    return not_found()


async def _not_this_way(_request: Request, error: Exception) -> Response:
    answer = sentence(
        405,
        "Dat kan hier niet",
        "Dit adres neemt niets aan. Antwoorden doet u met een formulier van uw eigen pagina, of "
        "per mail.",
    )
    return _with_headers(answer, error)


async def _refused(_request: Request, error: Exception) -> Response:
    """Say why a form was not taken; nothing of it was kept."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    why = error.detail if isinstance(error, HTTPException) else ""
    return _with_headers(sentence(status, _NOT_TAKEN, why), error)


def _with_headers(answer: Response, error: Exception) -> Response:
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


async def _cannot_now(request: Request, error: Exception) -> Response:
    """Say that the register cannot be reached now; why is no business of who asks."""
    _CONSOLE.error("De balie kan niet bij het register (%s).", type(error).__name__)
    kept = "Wat u instuurde, is niet bewaard." if request.method == "POST" else ""
    return later(
        "Het lukt nu niet",
        f"De gegevens zijn nu niet te bereiken. {kept} Probeer het over een paar minuten opnieuw.",
    )


async def _failed(_request: Request, _error: Exception) -> Response:
    """Say that Gehoord failed; the server keeps the error itself in its log."""
    return sentence(500, "Er ging iets mis", "Dit ligt aan ons. Laat het weten per mail.")
