# SPDX-License-Identifier: EUPL-1.2
"""The overview of a dossier, and its letters and documents, for who may read all of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.desk.adviser import AdviserDesk
from gehoord.desk.answers import not_found, page
from gehoord.desk.party import download
from gehoord.desk.place import DeskPlace
from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.procedures.tile_maps import tile_maps
from gehoord.store.letters import letters_in, message_with
from gehoord.store.reader import Reader
from gehoord.store.state import state_in
from gehoord.tasks.affairs import affairs_in
from gehoord.tasks.letters import letter_in
from gehoord.tasks.practice import practice_in
from gehoord.templates.desk.overview_links import RowLink
from gehoord.templates.desk.overview_page import Surroundings, overview_page
from gehoord.templates.desk.paper_links import BESIDE
from gehoord.templates.desk.rendering import written
from gehoord.templates.links import Links

READ: Final = ["GET", "HEAD"]


@dataclass(frozen=True, slots=True)
class Entrance:
    """The way by which somebody came to an overview.

    Attributes:
        dossier: which one it shows.
        path: at which it stands; its letters and documents stand below that.
        until: the last day of the link to it; nothing where no link to it alone was used.
        back: the page from which its reader came, if there is one.
    """

    dossier: str
    path: str
    until: date | None = None
    back: RowLink | None = None


Enter = Callable[[DeskPlace, Request, Reader], Entrance]
"""Says which overview somebody may read; raises the one 404 when it is none."""


def by_link(place: DeskPlace, request: Request, reader: Reader) -> Entrance:
    """Let in who has the link to the overview itself."""
    token = request.path_params["token"]
    access = place.overview_of(reader, token)
    return Entrance(access.dossier, f"/o/{token}", access.expires_on)


def by_adviser(place: DeskPlace, request: Request, reader: Reader) -> Entrance:
    """Let the adviser in from his own page: he may read all of it."""
    adviser = AdviserDesk(place, request.path_params["token"])
    back = RowLink("Uw eigen pagina", adviser.path)
    return Entrance(adviser.dossier(reader).id, f"{adviser.path}/overzicht", back=back)


def by_login(place: DeskPlace, request: Request, reader: Reader) -> Entrance:
    """Let in whom the proxy before the desk has logged in."""
    dossier = request.path_params["dossier"]
    if not place.has_logged_in(request) or dossier not in reader.names():
        raise HTTPException(404)
    back = RowLink("Alle dossiers", "/overzicht")
    return Entrance(dossier, f"/overzicht/{quote(dossier, safe='')}", back=back)


def routes() -> list[Route]:
    """Return every address of overviews, one set for each way in."""
    return [
        *_below("/o/{token}", by_link),
        *_below("/p/{token}/overzicht", by_adviser),
        *_below("/overzicht/{dossier}", by_login),
        Route("/overzicht", overviews, methods=READ),
    ]


def _below(address: str, enter: Enter) -> list[Route]:
    return [
        Route(address, partial(overview, enter), methods=READ),
        Route(f"{address}/brief/{{key}}", partial(letter, enter), methods=READ),
        Route(f"{address}/stuk/{{sha256}}", partial(document, enter), methods=READ),
    ]


def overview(enter: Enter, request: Request) -> Response:
    """Return the overview of a dossier, read at one moment."""
    place: DeskPlace = request.app.state.place
    with place.register.reading() as reader:
        entrance = enter(place, request, reader)
        content = content_of(reader, entrance, place.board, place.today())
    return page(content)


def content_of(reader: Reader, entrance: Entrance, board: Links | None, on: date) -> bytes:
    """Return the overview of a dossier on a day, as it stands in one view of the register.

    Args:
        reader: of the register.
        entrance: which dossier it is, and by which way somebody came to it.
        board: the pages of Prefect; nothing when the reader cannot reach them.
        on: today.
    """
    affairs = affairs_in(reader, entrance.dossier, on)
    around = Surroundings(
        path=entrance.path,
        letters=letters_in(reader, entrance.dossier),
        board=board,
        maps=tile_maps(),
        past=practice_in(reader).of(affairs.state.eenheid.id),
        until=entrance.until,
        back=entrance.back,
    )
    return written("overzicht.html.j2", p=overview_page(affairs, around))


def letter(enter: Enter, request: Request) -> Response:
    """Return a letter, to be kept and not shown."""
    place: DeskPlace = request.app.state.place
    with place.register.reading() as reader:
        dossier = enter(place, request, reader).dossier
        message = message_with(reader, dossier, request.path_params["key"])
        found = letter_in(reader, message) if message else None
    return download(request, *found) if found else not_found()


def document(enter: Enter, request: Request) -> Response:
    """Return a document of the dossier, to be kept and not shown."""
    place: DeskPlace = request.app.state.place
    wanted = request.path_params["sha256"]
    with place.register.reading() as reader:
        state = state_in(reader, enter(place, request, reader).dossier)
        filed = [each for each in _filed(state) if each.document == wanted]
        if not filed:
            return not_found()
        beside = request.query_params.get(BESIDE)
        found = next((each for each in filed if each.id == beside), filed[0])
        return download(request, found.file, reader.document(wanted)[1])


def _filed(state: State) -> list[Filed]:
    """Return what may have come with a document that everybody may read, and was not withdrawn."""
    said = (*standing(state.zienswijzen), *standing(state.responses))
    return [*standing(state.versions), *said]


def overviews(request: Request) -> Response:
    """Return the list of all dossiers, for whom the proxy before the desk has logged in."""
    place: DeskPlace = request.app.state.place
    if not place.has_logged_in(request):
        return not_found()
    with place.register.reading() as reader:
        dossiers = [reader.dossier(name) for name in reader.names()]
    listed = [(d.title, f"/overzicht/{quote(d.id, safe='')}") for d in dossiers]
    return page(written("overzichten.html.j2", dossiers=listed))
