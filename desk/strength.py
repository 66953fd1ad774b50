# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling, for the adviser: handed in as a file, looked at, and then recorded."""

from collections.abc import Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.desk.adviser import AdviserDesk
from gehoord.desk.file_visit import FileVisit, Foreseen
from gehoord.desk.party import download
from gehoord.desk.sent_in import SentFile, SentIn
from gehoord.domain.acts.report import StrengthGiven
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.strength_table import newest
from gehoord.domain.frozen import THE_FORM, check
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.flows.agreed import says
from gehoord.flows.record import foreseen
from gehoord.store.state import state_in
from gehoord.tasks.strength import with_its_lines
from gehoord.templates.desk.strength_page import FIELDS, SeenStrength, StrengthPage
from gehoord.templates.workbook.strength_book import strength_book
from gehoord.templates.workbook.xlsx import xlsx

_LONGEST_NAME: Final = 100


def routes() -> list[Route]:
    """Return which address answers what."""
    taken = Route("/p/{token}/sterkte.xlsx", book, methods=["GET", "HEAD"])
    return [*StrengthVisit.routes(), taken]


def book(request: Request) -> Response:
    """Return the newest sterkteverdeling as a file, or one to fill in."""
    desk = AdviserDesk.at(request)
    with desk.place.register.reading() as reader:
        state = state_in(reader, desk.dossier(reader).id)
        made = strength_book(state, newest(state.strengths), desk.place.today())
    return download(request, f"{state.id}-sterkte.xlsx", xlsx(made))


class StrengthVisit(FileVisit[SeenStrength]):
    """The adviser at the strength."""

    place_below = "sterkte"
    fields = FIELDS
    choose = "Kies eerst het bestand met de sterkteverdeling."
    page = StrengthPage
    template = "sterkte.html.j2"

    def understood(
        self, file: SentFile, said: Mapping[str, str], sent: SentIn
    ) -> Foreseen[SeenStrength]:
        """Return what a table comes to, or every fault in it at its place."""
        today = self.place.today()
        try:
            report = self._report(file, said)
        except WorkbookFaultsError as error:
            return Foreseen(SeenStrength.with_faults(file.name, error.faults), None)
        told = foreseen(self.place.register, self.dossier.id, report, today)
        seen = SeenStrength.of(report, told)
        return Foreseen(seen, self.keep(report, says(report, told)))

    def _report(self, file: SentFile, said: Mapping[str, str]) -> StrengthGiven:
        document = Document(name=file.name[-_LONGEST_NAME:] or "sterkte", content=file.content)
        content: dict[str, Any] = {
            "wat": self.form,
            "op": self.place.today(),
            "bestand": document,
            **said,
        }
        return check(StrengthGiven, with_its_lines(content), THE_FORM)
