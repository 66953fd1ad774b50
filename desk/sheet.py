"""The workbook of a dossier, for its adviser: taken from here, filled in, looked at, recorded."""

from collections.abc import Callable
from typing import Final

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.calendar.ical.text import one_line
from gehoord.desk.adviser import AdviserDesk
from gehoord.desk.answers import page
from gehoord.desk.form_key import FIELD
from gehoord.desk.party import download
from gehoord.desk.sent_in import SentFile, SentIn
from gehoord.desk.visit import taken_in
from gehoord.desk.waiting import WAITS_NO_MORE, HandedIn
from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.judging import Filled
from gehoord.flows.workbook import look_at, record_workbook
from gehoord.store.state import state_in
from gehoord.tasks.workbook.reading import workbook_of
from gehoord.templates.desk.rendering import written
from gehoord.templates.desk.sheet_page import LookedAt, SheetPage
from gehoord.templates.workbook.book import Book, book_of
from gehoord.templates.workbook.ods import ods
from gehoord.templates.workbook.xlsx import xlsx

FORM: Final = "werkblad"
"""To what the keys of its forms are bound."""
_BY: Final = "adviseur"
_WRITERS: Final[dict[str, Callable[[Book], bytes]]] = {"xlsx": xlsx, "ods": ods}
_READ: Final = ["GET", "HEAD"]


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route("/p/{token}/werkblad", sheet, methods=_READ),
        Route("/p/{token}/werkblad", looked_at, methods=["POST"]),
        Route("/p/{token}/werkblad/vastleggen", recorded, methods=["POST"]),
        Route("/p/{token}/werkblad.{ending}", book, methods=_READ),
    ]


def sheet(request: Request) -> Response:
    """Return the page on which a workbook is taken, and handed in."""
    return _SheetVisit(request).shown(200)


def book(request: Request) -> Response:
    """Return the workbook as a file: the dossier as it stands now."""
    desk, ending = AdviserDesk.at(request), request.path_params["ending"]
    with desk.place.register.reading() as reader:
        dossier = desk.dossier(reader)
        if ending not in _WRITERS:
            raise HTTPException(404)
        made = book_of(state_in(reader, dossier.id), desk.place.today())
    return download(request, f"{dossier.id}.{ending}", _WRITERS[ending](made))


async def looked_at(request: Request) -> Response:
    """Show what a workbook would change, or all that is wrong in it; nothing is changed."""
    return await taken_in(request, _SheetVisit, _SheetVisit.look_at)


async def recorded(request: Request) -> Response:
    """Record a workbook that was looked at: all of it, or nothing."""
    return await taken_in(request, _SheetVisit, _SheetVisit.record)


class _SheetVisit:
    """The adviser at his workbook.

    Args:
        request: with his link.

    Raises:
        HTTPException: the link is not his: 404.
    """

    def __init__(self, request: Request) -> None:
        self._desk = desk = AdviserDesk.at(request)
        self.place = desk.place
        with desk.place.register.reading() as reader:
            self._dossier = desk.dossier(reader)
        self._waiting = HandedIn(desk.place, desk.token, FORM)

    def look_at(self, sent: SentIn) -> Response:
        """Show what the file that was sent in comes to; it waits until he says that it counts."""
        self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, FORM)
        file = sent.file("bestand")
        if file is None:
            return self.shown(422, wrong="Kies eerst het bestand dat u hebt ingevuld.")
        return self._looked_at(file, "")

    def record(self, sent: SentIn) -> Response:
        """Record the file that waits, if it still comes to what he saw."""
        self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, FORM)
        content = self._waiting.content(sent.text("bestand"))
        if content is None:
            return self.shown(409, wrong=WAITS_NO_MORE)
        file = SentFile(one_line(sent.text("naam")), content)
        return self._looked_at(file, sent.text("gezien"))

    def _looked_at(self, file: SentFile, agreed: str) -> Response:
        """Show what a file comes to, or record it when that is what he agreed to."""
        try:
            filled = workbook_of(file.name, file.content, _BY)
            found = look_at(self.place.register, self._dossier.id, filled, self.place.today())
            if agreed and agreed == found.mark and not found.faults:
                return self._recorded(filled, agreed)
        except GehoordError as error:
            return self.shown(422, wrong=str(error))
        waits = ""
        if found.reports and not found.faults:
            waits = self._waiting.keep(file.content)
        looked = LookedAt.of(file.name, found, waits, is_other=bool(agreed))
        return self.shown(422 if found.faults else 200, looked=looked)

    def _recorded(self, filled: Filled, agreed: str) -> Response:
        today = self.place.today()
        outcome = record_workbook(self.place.writing, self._dossier.id, filled, today, agreed)
        self._waiting.forget()
        answer = self.shown(200, told=(outcome.lines or (outcome.text,)))
        answer.background = BackgroundTask(self.place.follow, self._dossier.id)
        return answer

    def shown(
        self,
        status: int,
        *,
        wrong: str = "",
        looked: LookedAt | None = None,
        told: tuple[str, ...] = (),
    ) -> Response:
        """Return his page, with what came of what he did."""
        key = self.place.keys.new(self._desk.token, FORM)
        shown = SheetPage.of(self._dossier, key, wrong=wrong, looked=looked, told=told)
        return page(written("werkblad.html.j2", p=shown, path=self._desk.path), status)
