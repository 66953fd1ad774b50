# SPDX-License-Identifier: EUPL-1.2
"""The count of a poll, for the adviser: handed in as a file, looked at, recorded."""

from collections.abc import Mapping
from typing import Any

from gehoord.desk.file_visit import FileVisit, Foreseen
from gehoord.desk.sent_in import SentFile, SentIn
from gehoord.domain.acts.report import Polled
from gehoord.domain.dossier.poll import PollStage, latest_poll
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import THE_FORM, check
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.domain.workbook.poll_table import PollTable
from gehoord.flows.agreed import says
from gehoord.flows.record import foreseen
from gehoord.store.state import state_in
from gehoord.tasks.workbook.polls import poll_of
from gehoord.templates.desk.poll_page import CountedFile, PollPage


class PollVisit(FileVisit[CountedFile]):
    """The adviser at his poll; of the file that he hands in nothing is kept but the counts."""

    place_below = "peiling"
    fields = ("stand", "respondenten")
    choose = "Kies eerst het bestand met de uitslag."
    page = PollPage
    template = "peiling.html.j2"

    def understood(
        self, file: SentFile, said: Mapping[str, str], sent: SentIn
    ) -> Foreseen[CountedFile]:
        """Return what a count comes to.

        He sees all of its columns; which he then leaves out does not change what he agreed to.
        """
        read = self._read(file, said)
        report, today = self._report(read, said, sent), self.place.today()
        whole = report.model_copy(update={"left_out": ()})
        told = foreseen(self.place.register, self.dossier.id, whole, today)
        seen = CountedFile.of(file.name, read, told)
        return Foreseen(seen, self.keep(report, says(whole, told)))

    def _read(self, file: SentFile, said: Mapping[str, str]) -> PollTable:
        is_final = said.get("stand") == PollStage.FINAL
        with self.place.register.reading() as reader:
            polls = state_in(reader, self.dossier.id).polls
            former = latest_poll(polls, PollStage.INTERIM) if is_final else None
            known = former.options if former else ()
        read = poll_of(file.name, file.content, _respondents(said), known)
        if read.faults:
            raise WorkbookFaultsError(read.faults)
        return read

    def _report(self, read: PollTable, said: Mapping[str, str], sent: SentIn) -> Polled:
        content: dict[str, Any] = {
            "wat": self.form,
            "op": self.place.today(),
            "stand": said.get("stand"),
            "respondenten": _respondents(said) or read.respondents,
            "opties": read.lines,
            "groepen": read.group_lines,
            "weglaten": [
                group.name
                for place, group in enumerate(read.groups)
                if sent.text(f"weglaten-{place}")
            ],
        }
        return check(Polled, content, THE_FORM)


def _respondents(said: Mapping[str, str]) -> int | None:
    """Return how many answered, as he filled it in; nothing when he left it open.

    Raises:
        GehoordError: it is no whole number.
    """
    number = said.get("respondenten", "").strip()
    if number and not (number.isascii() and number.isdigit() and len(number) < 7):
        raise GehoordError(
            f"Bij respondenten staat '{number[:20]}'. Schrijf een heel getal, zonder punt of komma."
        )
    return int(number) if number else None
