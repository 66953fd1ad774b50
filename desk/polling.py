"""The count of a poll, for the adviser: handed in as a file, looked at, recorded."""

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
from gehoord.desk.sent_in import SentFile, SentIn
from gehoord.desk.visit import taken_in
from gehoord.desk.waiting import WAITS_NO_MORE, HandedIn
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.poll import PollStage, latest_poll
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import THE_FORM, check_form
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.domain.workbook.poll_table import PollTable
from gehoord.flows.record import foreseen, record
from gehoord.store.state import state_in
from gehoord.tasks.workbook.polls import poll_of
from gehoord.templates.desk.poll_page import CountedFile, PollPage
from gehoord.templates.desk.rendering import written

FORM: Final = "peiling"
"""To what the keys of its forms are bound."""
_REPORT: Final[TypeAdapter[Report]] = TypeAdapter(Report)


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route("/p/{token}/peiling", poll, methods=["GET", "HEAD"]),
        Route("/p/{token}/peiling", looked_at, methods=["POST"]),
        Route("/p/{token}/peiling/vastleggen", recorded, methods=["POST"]),
    ]


def poll(request: Request) -> Response:
    """Return the page on which a count is handed in."""
    return _PollVisit(request).shown(200)


async def looked_at(request: Request) -> Response:
    """Show what a file says of a poll, or all that is wrong in it; nothing is changed."""
    return await taken_in(request, _PollVisit, _PollVisit.look_at)


async def recorded(request: Request) -> Response:
    """Record a count that was looked at."""
    return await taken_in(request, _PollVisit, _PollVisit.record)


class _PollVisit:
    """The adviser at his poll.

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
        """Show what the file comes to; it waits until he says that it counts."""
        self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, FORM)
        file = sent.file("bestand")
        if file is None:
            return self.shown(422, wrong="Kies eerst het bestand met de uitslag.")
        return self._looked_at(file, sent, "")

    def record(self, sent: SentIn) -> Response:
        """Record the file that waits, if it still comes to what he saw; it is not kept itself."""
        self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, FORM)
        content = self._waiting.content(sent.text("bestand"))
        if content is None:
            return self.shown(409, wrong=WAITS_NO_MORE)
        file = SentFile(one_line(sent.text("naam")), content)
        return self._looked_at(file, sent, sent.text("gezien") or "niets")

    def _looked_at(self, file: SentFile, sent: SentIn, agreed: str) -> Response:
        """Show what a file comes to, or record it when that is what he agreed to.

        He sees all of its columns; which he then leaves out does not change what he agreed to.
        """
        today = self.place.today()
        try:
            read, report = self._understood(file, sent)
            whole = report.model_copy(update={"left_out": ()})
            said = foreseen(self.place.register, self._dossier.id, whole, today)
            typed = (sent.text("stand"), sent.text("respondenten"))
            looked = CountedFile.of(file.name, read, said, typed, is_other=bool(agreed))
            if agreed != looked.mark:
                return self.shown(200, looked=looked.waiting(self._waiting.keep(file.content)))
            done = record(self.place.writing, self._dossier.id, report, today)
        except GehoordError as error:
            return self.shown(422, wrong=str(error))
        self._waiting.forget()
        answer = self.shown(200, told=done.text)
        answer.background = BackgroundTask(self.place.follow, self._dossier.id)
        return answer

    def _understood(self, file: SentFile, sent: SentIn) -> tuple[PollTable, Report]:
        """Return what a file says, and the report that it comes to."""
        stage, respondents = sent.text("stand"), _respondents(sent)
        with self.place.register.reading() as reader:
            polls = state_in(reader, self._dossier.id).polls
            former = latest_poll(polls, PollStage.INTERIM) if stage == PollStage.FINAL else None
            known = former.options if former else ()
        read = poll_of(file.name, file.content, respondents, known)
        if read.faults:
            raise WorkbookFaultsError(read.faults)
        content: dict[str, Any] = {
            "wat": FORM,
            "op": self.place.today(),
            "stand": stage,
            "respondenten": respondents or read.respondents,
            "opties": read.lines,
            "groepen": read.group_lines,
            "weglaten": [
                group.name
                for place, group in enumerate(read.groups)
                if sent.text(f"weglaten-{place}")
            ],
        }
        return read, check_form(_REPORT, content, THE_FORM)

    def shown(
        self, status: int, *, wrong: str = "", looked: CountedFile | None = None, told: str = ""
    ) -> Response:
        """Return his page, with what came of what he did."""
        key = self.place.keys.new(self._desk.token, FORM)
        shown = PollPage.of(self._dossier, key, wrong=wrong, looked=looked, told=told)
        return page(written("peiling.html.j2", p=shown, path=self._desk.path), status)


def _respondents(sent: SentIn) -> int | None:
    """Return how many answered, as he filled it in; nothing when he left it open.

    Raises:
        GehoordError: it is no whole number.
    """
    said = one_line(sent.text("respondenten")).strip()
    if said and not (said.isascii() and said.isdigit() and len(said) < 7):
        raise GehoordError(
            f"Bij respondenten staat '{said[:20]}'. Schrijf een heel getal, zonder punt of komma."
        )
    return int(said) if said else None
