"""The letters of a dossier for its adviser: to print, to read, or to edit."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.desk.adviser import AdviserDesk
from gehoord.desk.answers import page, sentence
from gehoord.desk.party import download
from gehoord.domain.dossier.names import names
from gehoord.domain.errors import GehoordError
from gehoord.store.letters import letters_in, message_with
from gehoord.store.state import state_in
from gehoord.tasks.letter_files import LetterForm, letter_file
from gehoord.templates.desk.letters_page import letters_page
from gehoord.templates.desk.rendering import written

_READ: Final = ["GET", "HEAD"]


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route("/p/{token}/brieven", letters, methods=_READ),
        Route("/p/{token}/brieven/{key}.{form}", letter, methods=_READ),
    ]


def letters(request: Request) -> Response:
    """Return the page with every letter that left or is to leave."""
    desk = AdviserDesk.at(request)
    with desk.place.register.reading() as reader:
        dossier = desk.dossier(reader)
        kept = letters_in(reader, dossier.id)
        shown = letters_page(dossier.title, kept, names(state_in(reader, dossier.id)))
    return page(written("brieven.html.j2", p=shown, path=desk.path))


def letter(request: Request) -> Response:
    """Return one letter as a file."""
    desk, form = AdviserDesk.at(request), request.path_params["form"]
    with desk.place.register.reading() as reader:
        dossier = desk.dossier(reader).id
        message = message_with(reader, dossier, request.path_params["key"])
        if message is None or form not in list(LetterForm):
            raise HTTPException(404)
        try:
            content = letter_file(reader, message, LetterForm(form), desk.place.home)
        except GehoordError as error:
            return sentence(422, "Deze brief kan niet zo", str(error), back=f"{desk.path}/brieven")
    return download(request, f"brief.{form}", content)
