"""A sterkteverdeling, for the adviser: handed in as a file, looked at, and then recorded."""

from typing import Any, Final

from pydantic import TypeAdapter
from starlette.background import BackgroundTask
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
from gehoord.domain.acts.report import StrengthGiven
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.strength_table import newest
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import THE_FORM, check_form
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.flows.record import foreseen, record
from gehoord.store.state import state_in
from gehoord.tasks.strength import with_its_lines
from gehoord.templates.desk.rendering import written
from gehoord.templates.desk.strength_page import FIELDS, SeenStrength, StrengthPage
from gehoord.templates.workbook.strength_book import strength_book
from gehoord.templates.workbook.xlsx import xlsx

FORM: Final = "sterkte"
"""To what the keys of its forms are bound."""
_REPORT: Final = TypeAdapter(StrengthGiven)
_LONGEST_NAME: Final = 100
_READ: Final = ["GET", "HEAD"]


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route("/p/{token}/sterkte", strength, methods=_READ),
        Route("/p/{token}/sterkte", looked_at, methods=["POST"]),
        Route("/p/{token}/sterkte/vastleggen", recorded, methods=["POST"]),
        Route("/p/{token}/sterkte.xlsx", book, methods=_READ),
    ]


def strength(request: Request) -> Response:
    """Return the page on which a sterkteverdeling is taken, and handed in."""
    return _StrengthVisit(request).shown(200, {})


def book(request: Request) -> Response:
    """Return the newest sterkteverdeling as a file, or one to fill in."""
    desk = AdviserDesk.at(request)
    with desk.place.register.reading() as reader:
        state = state_in(reader, desk.dossier(reader).id)
        made = strength_book(state, newest(state.strengths), desk.place.today())
    return download(request, f"{state.id}-sterkte.xlsx", xlsx(made))


async def looked_at(request: Request) -> Response:
    """Show what a table says, or all that is wrong in it; nothing is changed."""
    return await taken_in(request, _StrengthVisit, _StrengthVisit.look_at)


async def recorded(request: Request) -> Response:
    """Record a table that was looked at."""
    return await taken_in(request, _StrengthVisit, _StrengthVisit.record)


class _StrengthVisit:
    """The adviser at the strength.

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
        """Show what the file says that was sent in; it waits until he says that it counts."""
        said = self._said(sent)
        file = sent.file("bestand")
        if file is None:
            return self.shown(422, said, wrong="Kies eerst het bestand met de sterkteverdeling.")
        return self._looked_at(file, said, "")

    def record(self, sent: SentIn) -> Response:
        """Record the file that waits, if it still comes to what he saw."""
        said = self._said(sent)
        content = self._waiting.content(sent.text("wacht"))
        if content is None:
            return self.shown(409, said, wrong=WAITS_NO_MORE)
        file = SentFile(one_line(sent.text("naam")), content)
        return self._looked_at(file, said, sent.text("gezien"))

    def _looked_at(self, file: SentFile, said: dict[str, str], agreed: str) -> Response:
        """Show what a file comes to, or record it when that is what he agreed to."""
        today = self.place.today()
        try:
            report = self._report(file, said)
            told = foreseen(self.place.register, self._dossier.id, report, today)
        except WorkbookFaultsError as error:
            seen = SeenStrength.with_faults(file.name, error.faults)
            return self.shown(422, said, seen=seen)
        except GehoordError as error:
            return self.shown(422, said, wrong=str(error).removeprefix(f"{THE_FORM}: "))
        seen = SeenStrength.of(file.name, report.lines, told, is_other=bool(agreed))
        if agreed != seen.mark:
            return self.shown(200, said, seen=seen.waiting(self._waiting.keep(file.content)))
        try:
            outcome = record(self.place.writing, self._dossier.id, report, today)
        except GehoordError as error:  # recorded by another hand since it was foreseen
            return self.shown(422, said, wrong=str(error))
        self._waiting.forget()
        answer = self.shown(200, {}, told=outcome.text)
        answer.background = BackgroundTask(self.place.follow, self._dossier.id)
        return answer

    def _said(self, sent: SentIn) -> dict[str, str]:
        """Return what was filled in, in a form of ours."""
        self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, FORM)
        return {name: text for name in FIELDS if (text := one_line(sent.text(name)))}

    def _report(self, file: SentFile, said: dict[str, str]) -> StrengthGiven:
        document = Document(name=file.name[-_LONGEST_NAME:] or "sterkte", content=file.content)
        content: dict[str, Any] = {
            "wat": FORM,
            "op": self.place.today(),
            "bestand": document,
            **said,
        }
        return check_form(_REPORT, with_its_lines(content), THE_FORM)

    def shown(
        self,
        status: int,
        said: dict[str, str],
        *,
        wrong: str = "",
        seen: SeenStrength | None = None,
        told: str = "",
    ) -> Response:
        """Return his page, with what came of what he did."""
        key = self.place.keys.new(self._desk.token, FORM)
        shown = StrengthPage.of(self._dossier, key, said, wrong=wrong, seen=seen, told=told)
        return page(written("sterkte.html.j2", p=shown, path=self._desk.path), status)
