# SPDX-License-Identifier: EUPL-1.2
"""What the adviser reports with a file: he fills it in, sees what it comes to, and records it.

One form serves every kind of report with which a file can come.
"""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from gehoord.desk.file_visit import FileVisit, Foreseen
from gehoord.desk.sent_in import SentFile, SentIn, SentLimits
from gehoord.domain.acts.filing import HANDED_IN, RESPONDED, asked_with_file, in_file
from gehoord.domain.acts.form import reports
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.document import LARGEST, Document
from gehoord.domain.errors import GehoordError, ProposalError
from gehoord.flows.agreed import says
from gehoord.flows.record import foreseen
from gehoord.store.state import state_in
from gehoord.tasks.upload import accepted
from gehoord.templates.desk.asked_with_file import AskedWithFile
from gehoord.templates.desk.filing_page import FilingPage, SeenReport


class FilingVisit(FileVisit[SeenReport]):
    """The adviser at the form of one kind of report.

    Raises:
        HTTPException: no file comes with that kind, or a page of its own takes it: 404.
    """

    place_below = "stukken/{kind}"
    choose = "Kies eerst het bestand met het stuk."
    limits = SentLimits(file=LARGEST, fields=200)
    page = FilingPage
    template = "stuk.html.j2"

    def __init__(self, request: Request) -> None:
        self._kind = request.path_params["kind"]
        super().__init__(request)
        if self._kind not in HANDED_IN:
            raise HTTPException(404)

    @property
    def form(self) -> str:
        """Its place below the page of the adviser."""
        return f"stukken/{self._kind}"

    def understood(
        self, file: SentFile, said: Mapping[str, str], sent: SentIn
    ) -> Foreseen[SeenReport]:
        """Return what the report comes to."""
        document, today = accepted(file.name, file.content, LARGEST), self.place.today()
        report = self._report(document, said)
        told = foreseen(self.place.register, self.dossier.id, report, today)
        with self.place.register.reading() as reader:
            state = state_in(reader, self.dossier.id)
            seen = SeenReport.of(document, self._kind, said, state, told)
        return Foreseen(seen, self.keep(report, says(report, told)))

    def why(self, error: GehoordError) -> str:
        """Return what is wrong; a field is named as it is called on the page."""
        told = super().why(error)
        if isinstance(error, ProposalError):
            for box in asked_with_file(self._kind):
                told = told.replace(f"'{box.name}'", f"'{box.title}'")
        return told

    def _report(self, document: Document, said: Mapping[str, str]) -> Report:
        filled: dict[str, Any] = {"bestand": document}
        for box in asked_with_file(self._kind):
            answer = said.get(box.name)
            if answer and box.sort is bool:
                filled[box.name] = True
            elif answer:
                filled[box.name] = answer.splitlines() if box.is_many else answer
        if self._kind == RESPONDED:
            filled.setdefault("tekst", in_file(document))
        [report] = reports(self._kind, filled, self.place.today())
        return report

    def answers(self, sent: SentIn) -> dict[str, str]:
        """Return what was filled in; of several ticks each stands on a line of its own."""
        lines = {
            box.name: "\n".join(filter(None, map(str.strip, sent.texts(box.name))))
            for box in asked_with_file(self._kind)
        }
        return {name: text for name, text in lines.items() if text}

    def asked(self, said: Mapping[str, str], wrong: str) -> AskedWithFile:
        """Return what is asked in the dossier as it stands."""
        with self.place.register.reading() as reader:
            state = state_in(reader, self.dossier.id)
            return AskedWithFile.of(
                self._kind, state, said, self.place.today(), is_lost=bool(wrong)
            )
