# SPDX-License-Identifier: EUPL-1.2
"""The workbook of a dossier, for its adviser: taken from here, filled in, looked at, recorded."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.desk.adviser import AdviserDesk
from gehoord.desk.file_visit import FileVisit, Foreseen
from gehoord.desk.party import download
from gehoord.desk.sent_in import SentFile, SentIn
from gehoord.flows.workbook import look_at, record_agreed_workbook
from gehoord.store.state import state_in
from gehoord.tasks.workbook.reading import workbook_of
from gehoord.templates.desk.sheet_page import LookedAt, SheetPage
from gehoord.templates.workbook.book import Book, book_of
from gehoord.templates.workbook.ods import ods
from gehoord.templates.workbook.xlsx import xlsx

_BY: Final = "adviseur"
_WRITERS: Final[dict[str, Callable[[Book], bytes]]] = {"xlsx": xlsx, "ods": ods}


def routes() -> list[Route]:
    """Return which address answers what."""
    taken = Route("/p/{token}/werkblad.{ending}", book, methods=["GET", "HEAD"])
    return [*SheetVisit.routes(), taken]


def book(request: Request) -> Response:
    """Return the workbook as a file: the dossier as it stands now."""
    desk, ending = AdviserDesk.at(request), request.path_params["ending"]
    with desk.place.register.reading() as reader:
        dossier = desk.dossier(reader)
        if ending not in _WRITERS:
            raise HTTPException(404)
        made = book_of(state_in(reader, dossier.id), desk.place.today())
    return download(request, f"{dossier.id}.{ending}", _WRITERS[ending](made))


class SheetVisit(FileVisit[LookedAt]):
    """The adviser at his workbook."""

    place_below = "werkblad"
    choose = "Kies eerst het bestand dat u hebt ingevuld."
    page = SheetPage
    template = "werkblad.html.j2"

    def understood(
        self, file: SentFile, said: Mapping[str, str], sent: SentIn
    ) -> Foreseen[LookedAt]:
        """Return what a workbook would change, and all that is wrong in it."""
        name, today = self.dossier.id, self.place.today()
        filled = workbook_of(file.name, file.content, _BY)
        found = look_at(self.place.register, name, filled, today)
        keep = partial(record_agreed_workbook, self.place.writing, filled, today, found.mark)
        has_news = found.reports and not found.faults
        return Foreseen(LookedAt.of(file.name, found), keep if has_news else None)
