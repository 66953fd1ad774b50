"""The account of the responses, for the adviser: its main lines, and the files to send on."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.desk.adviser import AdviserDesk
from gehoord.desk.answers import page, sentence
from gehoord.desk.party import download
from gehoord.domain.dossier.rounds_answered import rounds_answered
from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.accounted import version_in_words
from gehoord.store.state import state_in
from gehoord.tasks.account_files import AccountForm, account_file
from gehoord.templates.desk.rendering import written
from gehoord.templates.wording import capital

_READ: Final = ["GET", "HEAD"]


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route("/p/{token}/verantwoording", main_lines, methods=_READ),
        Route("/p/{token}/verantwoording.{ending}", file, methods=_READ),
    ]


def main_lines(request: Request) -> Response:
    """Return the page with the main lines of each round."""
    desk = AdviserDesk.at(request)
    with desk.place.register.reading() as reader:
        dossier = desk.dossier(reader)
        rounds = rounds_answered(state_in(reader, dossier.id))
    titles = [capital(version_in_words(one)) for one in rounds]
    said = {"plan": dossier.title, "rounds": rounds, "titles": titles, "path": desk.path}
    shown = written("verantwoording.html.j2", **said)
    return page(shown)


def file(request: Request) -> Response:
    """Return the account as a file, as the register has it now."""
    desk, ending = AdviserDesk.at(request), request.path_params["ending"]
    if ending not in list(AccountForm):
        raise HTTPException(404)
    form, place = AccountForm(ending), desk.place
    with place.register.reading() as reader:
        dossier = desk.dossier(reader)
        try:
            content = account_file(state_in(reader, dossier.id), place.today(), form, place.home)
        except GehoordError as error:
            back = f"{desk.path}/verantwoording"
            return sentence(422, "De verantwoording kan niet zo", str(error), back=back)
    return download(request, f"verantwoording-{dossier.id}.{ending}", content)
