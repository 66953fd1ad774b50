# SPDX-License-Identifier: EUPL-1.2
"""What was answered and what is decided, for the adviser: main lines, and papers to send on."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.desk.adviser import AdviserDesk
from gehoord.desk.answers import page, sentence
from gehoord.desk.party import download
from gehoord.domain.dossier.nota import nota_of
from gehoord.domain.dossier.rounds_answered import rounds_answered
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.accounted import version_in_words
from gehoord.store.state import state_in
from gehoord.tasks.account_files import AccountForm, account_file
from gehoord.tasks.besluit_files import NoSuchPaperError, besluit_file, vergaderstuk_file
from gehoord.tasks.report_files import ReportForm, nota_file
from gehoord.templates.desk.rendering import written
from gehoord.templates.papers_of_besluiten import besluiten_to_sign
from gehoord.templates.wording import capital

_READ: Final = ["GET", "HEAD"]


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route("/p/{token}/verantwoording", main_lines, methods=_READ),
        Route("/p/{token}/verantwoording.{ending}", account, methods=_READ),
        Route("/p/{token}/nota.{ending}", nota, methods=_READ),
        Route("/p/{token}/vergaderstuk.{ending}", vergaderstuk, methods=_READ),
        Route("/p/{token}/besluit.{ending}", besluit, methods=_READ),
        Route("/p/{token}/besluit-{which}.{ending}", besluit, methods=_READ),
    ]


def main_lines(request: Request) -> Response:
    """Return the page with the main lines of each round, and what the nota counts."""
    desk = AdviserDesk.at(request)
    with desk.place.register.reading() as reader:
        dossier = desk.dossier(reader)
        state = state_in(reader, dossier.id)
        rounds, of_councils = rounds_answered(state), nota_of(state)
        papers = besluiten_to_sign(state, desk.place.today())
    titles = [capital(version_in_words(one.version)) for one in rounds]
    said = {"plan": dossier.title, "rounds": rounds, "titles": titles, "path": desk.path}
    return page(written("verantwoording.html.j2", nota=of_councils, papers=papers, **said))


def account(request: Request) -> Response:
    """Return the account as a file, as the register has it now."""
    return _file(request, "verantwoording", AccountForm, account_file)


def nota(request: Request) -> Response:
    """Return the nota van beantwoording as a file, as the register has it now."""
    return _file(request, "nota", ReportForm, nota_file)


def vergaderstuk(request: Request) -> Response:
    """Return the paper for the meeting that adopts as a file."""
    return _file(request, "vergaderstuk", ReportForm, vergaderstuk_file)


def besluit(request: Request) -> Response:
    """Return a besluit as a file, that of adoption where no other is named; a draft until taken."""
    which = request.path_params.get("which")
    key = f"besluit-{which}" if which else "besluit"
    return _file(request, key, ReportForm, partial(besluit_file, key))


F = TypeVar("F", bound=StrEnum)


def _file(
    request: Request,
    name: str,
    forms: type[F],
    made: Callable[[State, date, F, Path], bytes],
) -> Response:
    desk, ending = AdviserDesk.at(request), request.path_params["ending"]
    if ending not in list(forms):
        raise HTTPException(404)
    place = desk.place
    with place.register.reading() as reader:
        dossier = desk.dossier(reader)
        try:
            content = made(state_in(reader, dossier.id), place.today(), forms(ending), place.home)
        except NoSuchPaperError:
            raise HTTPException(404) from None
        except GehoordError as error:
            back = f"{desk.path}/verantwoording"
            return sentence(422, "Dit stuk kan niet zo", str(error), back=back)
    return download(request, f"{name}-{dossier.id}.{ending}", content)
