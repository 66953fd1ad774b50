# SPDX-License-Identifier: EUPL-1.2
"""What the desk tells of itself: whether it is well, whom to warn, and how it looks."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from gehoord.desk.answers import kept, page
from gehoord.desk.place import DeskPlace
from gehoord.tasks.last_look import last_look
from gehoord.templates.desk.rendering import flaw_page

STYLE: Final = "stijl.css"
OVERVIEW_STYLE: Final = "overzicht.css"
HOUSE_STYLE: Final = "huisstijl.css"
FLAW: Final = "zwakke-plek"
"""The page that says how to tell of a flaw."""
_HERE: Final = Path(__file__).parent
_AN_HOUR: Final = "public, max-age=3600"
_VALID: Final = timedelta(days=180)
"""How long what `security.txt` says may be relied on; less than a year, says RFC 9116."""


def health(request: Request) -> Response:
    """Return whether the register can be read, and how old the last look is.

    A register that cannot be read makes it 503, as it does any page.
    """
    place: DeskPlace = request.app.state.place
    with place.register.reading() as reader:
        dossiers = len(reader.names())
    looked_at = last_look(place.home)
    minutes = int((place.now() - looked_at).total_seconds() // 60) if looked_at else None
    said = {
        "toestand": "goed",
        "dossiers": dossiers,
        "laatste_controle": looked_at.isoformat() if looked_at else None,
        "minuten_geleden": minutes,
    }
    return JSONResponse(said, headers={"Cache-Control": "no-store"})


def security_txt(request: Request) -> Response:
    """Return whom to tell of a flaw (RFC 9116)."""
    place: DeskPlace = request.app.state.place
    until = datetime.combine(place.today() + _VALID, time(), UTC)
    lines = [
        f"Contact: mailto:{place.mail_from}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {place.address}/.well-known/security.txt",
        f"Policy: {place.address}/{FLAW}",
    ]
    return PlainTextResponse("\n".join([*lines, ""]), headers={"Cache-Control": _AN_HOUR})


def flaw(request: Request) -> Response:
    """Return how to tell of a flaw, what not to do, and what to expect."""
    place: DeskPlace = request.app.state.place
    return page(flaw_page(place.mail_from))


def style(request: Request) -> Response:
    """Return how the pages are laid out."""
    return _css(request, _HERE / STYLE)


def overview_style(request: Request) -> Response:
    """Return how the overview is laid out, beside the other pages."""
    return _css(request, _HERE / OVERVIEW_STYLE)


def house_style(request: Request) -> Response:
    """Return the colours and type; those of the organisation if it has put them in the home."""
    place: DeskPlace = request.app.state.place
    return _css(request, house_style_in(place.home))


def house_style_in(home: Path) -> Path:
    """Return where the colours and type stand that count in a home folder."""
    own = home / HOUSE_STYLE
    return own if own.is_file() else _HERE / HOUSE_STYLE


def _css(request: Request, file: Path) -> Response:
    return kept(request, file.read_bytes(), "text/css; charset=utf-8", _AN_HOUR)
