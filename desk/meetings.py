# SPDX-License-Identifier: EUPL-1.2
"""When a council or body meets, by its calendar: handed in here, understood, and then recorded."""

from dataclasses import replace
from typing import Final

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.calendar.ical.text import one_line
from gehoord.desk.answers import page
from gehoord.desk.form_key import FIELD
from gehoord.desk.place import DeskPlace
from gehoord.desk.receipt import to_receipt
from gehoord.desk.sent_in import SentFile, SentIn
from gehoord.desk.visit import taken_in
from gehoord.desk.waiting import WAITS_NO_MORE, HandedIn
from gehoord.domain.acts.access import office_of
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.meetings import what_was_understood
from gehoord.domain.acts.report import MeetingsRead, Report
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.receipt import Receipt, SentForm
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.frozen import THE_FORM, check
from gehoord.flows.answering import answer
from gehoord.flows.record import foreseen, record
from gehoord.store.state import state_in
from gehoord.tasks.fetching import fetch, is_address
from gehoord.tasks.receipts import receipt_known
from gehoord.templates.desk.meetings_page import Chosen, MeetingsPage, Seen, who_may_be_named
from gehoord.templates.desk.rendering import written

FORM: Final = "vergaderingen"
"""To what the keys of its forms are bound."""
_LONGEST_NAME: Final = 100
_CHANGED_MEANWHILE: Final = "Er is op dit moment iets veranderd. Lever de agenda opnieuw in."


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route("/p/{token}/vergaderingen", meetings, methods=["GET", "HEAD"]),
        Route("/p/{token}/vergaderingen", looked_at, methods=["POST"]),
        Route("/p/{token}/vergaderingen/vastleggen", recorded, methods=["POST"]),
    ]


def meetings(request: Request) -> Response:
    """Return the page on which a calendar is handed in."""
    return _MeetingsVisit(request).shown(200, Chosen())


async def looked_at(request: Request) -> Response:
    """Show which entries of a calendar count, and which do not with why; nothing is changed."""
    return await taken_in(request, _MeetingsVisit, _MeetingsVisit.look_at)


async def recorded(request: Request) -> Response:
    """Record a calendar as it was understood."""
    return await taken_in(request, _MeetingsVisit, _MeetingsVisit.record)


class _MeetingsVisit:
    """Somebody at the page of meetings: a griffie, a body, or the adviser for any of these.

    Args:
        request: with his link.

    Raises:
        HTTPException: the link opens no page, or its party meets by no calendar: 404.
    """

    def __init__(self, request: Request) -> None:
        self._token = request.path_params["token"]
        self.place: DeskPlace = request.app.state.place
        with self.place.register.reading() as reader:
            access = self.place.page_of(reader, self._token)
            state = state_in(reader, access.dossier)
            self._may_name = who_may_be_named(state, access)
            self._by = (
                "adviseur" if access.recipient == ADVISER else office_of(state, access.recipient)
            )
        if not self._may_name:
            raise HTTPException(404)
        self._dossier, self._recipient = access.dossier, access.recipient
        self._is_adviser = access.recipient == ADVISER
        self._waiting = HandedIn(self.place, self._token, FORM)

    def look_at(self, sent: SentIn) -> Response:
        """Show what was understood of what was sent in; it waits until somebody says it counts."""
        chosen = self._chosen(sent)
        try:
            return self._looked_at(chosen, self._file(sent), "")
        except GehoordError as error:
            return self.shown(422, chosen, wrong=str(error))

    def record(self, sent: SentIn) -> Response:
        """Record the calendar that waits, if it still comes to what was seen."""
        chosen, content = self._chosen(sent), self._waiting.content(sent.text("wacht"))
        if known := self._receipt(sent):
            return to_receipt(known, self._token)
        if content is None:
            return self.shown(409, chosen, wrong=WAITS_NO_MORE)
        file = SentFile(one_line(sent.text("naam")), content)
        try:
            return self._looked_at(chosen, file, sent.text("gezien"), self._number(sent))
        except GehoordError as error:
            return self.shown(422, chosen, wrong=str(error))

    def _looked_at(self, chosen: Chosen, file: SentFile, agreed: str, number: str = "") -> Response:
        """Show what was understood of a calendar, or record it when that is what was agreed to."""
        report, today = self._report(chosen, file), self.place.today()
        with self.place.register.reading() as reader:
            found = what_was_understood(report, state_in(reader, self._dossier))
        told = foreseen(self.place.register, self._dossier, report, today)
        seen = Seen.of(found, told, file.name, is_other=bool(agreed))
        if agreed == seen.mark:
            return self._recorded(report, chosen, agreed, number)
        waits = self._waiting.keep(file.content)
        return self.shown(200, chosen, seen=replace(seen, waits=waits))

    def _recorded(self, report: MeetingsRead, chosen: Chosen, agreed: str, number: str) -> Response:
        """Record it; a party gets its receipt, the adviser sees what it came to."""
        follow = BackgroundTask(self.place.follow, self._dossier)
        if self._is_adviser:
            outcome = record(self.place.writing, self._dossier, report, self.place.today())
            self._waiting.forget()
            shown = self.shown(200, Chosen(), told=outcome.text)
            shown.background = follow
            return shown

        def stands_for(state: State) -> list[Report]:
            found, told = what_was_understood(report, state), decided(report, state).said
            if Seen.of(found, told, report.file.name, is_other=False).mark != agreed:
                raise RefusedError(_CHANGED_MEANWHILE)
            return [report]

        fields = {"wie": chosen.who, "telt": chosen.which, "woord": chosen.word}
        said = {name: value for name, value in fields.items() if value}
        sent = SentForm(number, self._dossier, self._recipient, FORM, said, report.file)
        receipt = answer(self.place.writing, sent, stands_for, self.place.today())
        self._waiting.forget()
        return to_receipt(receipt, self._token, follow)

    def _receipt(self, sent: SentIn) -> Receipt | None:
        """Return the receipt for what was sent in before under this number."""
        with self.place.register.reading() as reader:
            return receipt_known(reader, self._number(sent))

    def _number(self, sent: SentIn) -> str:
        return self.place.keys.nonce_of(sent.text(FIELD), self._token, FORM)

    def _chosen(self, sent: SentIn) -> Chosen:
        """Return what was chosen in a form of ours; a party other than the adviser names itself."""
        self._number(sent)  # refuses what is no form of this page
        [own, *_] = self._may_name
        return Chosen(
            who=sent.text("wie") if self._is_adviser else own,
            which=sent.text("telt"),
            word=one_line(sent.text("woord")),
        )

    def _file(self, sent: SentIn) -> SentFile:
        """Return the calendar that was sent in, that waits, or that stands at an address.

        Raises:
            GehoordError: there is none, or it cannot be fetched.
        """
        if (file := sent.file("bestand")) is not None:
            return file
        if (content := self._waiting.content(sent.text("wacht"))) is not None:
            return SentFile(one_line(sent.text("naam")), content)
        address = sent.text("adres").strip()
        if self._is_adviser and is_address(address):
            found = fetch(address)
            return SentFile(found.name, found.content)
        raise GehoordError(
            "Kies eerst het bestand met de agenda, of vul haar adres in (https://…)."
            if self._is_adviser
            else "Kies eerst het bestand met de agenda."
        )

    def _report(self, chosen: Chosen, file: SentFile) -> MeetingsRead:
        name = file.name[-_LONGEST_NAME:] or "agenda"
        content = {
            "wat": FORM,
            "op": self.place.today(),
            "door": self._by,
            "wie": chosen.who,
            "bestand": Document(name=name, media_type="text/calendar", content=file.content),
            "naam": chosen.word if chosen.which == "woord" else "",
            "alle": chosen.which == "alles",
        }
        return check(MeetingsRead, content, THE_FORM)

    def shown(
        self,
        status: int,
        chosen: Chosen,
        *,
        wrong: str = "",
        seen: Seen | None = None,
        told: str = "",
    ) -> Response:
        """Return the page, with what came of what was done."""
        key = self.place.keys.new(self._token, FORM)
        with self.place.register.reading() as reader:
            state = state_in(reader, self._dossier)
            shown = MeetingsPage.of(
                state,
                self._may_name,
                chosen,
                key=key,
                wrong=wrong,
                seen=seen,
                told=told,
                is_adviser=self._is_adviser,
                on=self.place.today(),
            )
            content = written("vergaderingen.html.j2", p=shown, path=f"/p/{self._token}")
        return page(content, status)
