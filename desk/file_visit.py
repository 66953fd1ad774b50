# SPDX-License-Identifier: EUPL-1.2
"""The adviser hands in a file: he looks at what it comes to, and then it counts.

Looking changes nothing. The file waits for him, and is understood anew once he agrees: it is
recorded if it still comes to what he saw, and else he sees what it comes to now. The register is
asked for that in the transaction that records it, which also keeps what it came to: whoever
agrees twice in one form reads that again, and nothing more is recorded.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, TypeVar

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.calendar.ical.text import one_line
from gehoord.desk.adviser import AdviserDesk
from gehoord.desk.answers import page
from gehoord.desk.form_key import FIELD
from gehoord.desk.sent_in import OF_ANY_PARTY, SentFile, SentIn, SentLimits
from gehoord.desk.visit import taken_in
from gehoord.desk.waiting import SENT_BEFORE, WAITS_NO_MORE, HandedIn
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.receipt import Receipt, SentForm
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.errors import GehoordError, OtherThanSeenError
from gehoord.domain.frozen import THE_FORM
from gehoord.flows.agreed import ComesTo, record_agreed
from gehoord.tasks.receipts import receipt_known
from gehoord.templates.desk.file_page import FilePage
from gehoord.templates.desk.rendering import written
from gehoord.templates.desk.seen_file import SeenFile
from gehoord.templates.wording import as_sentence

S = TypeVar("S", bound=SeenFile)

_FILE: Final = "bestand"
_WAITS: Final = "wacht"
_NAME: Final = "naam"
_AGREED: Final = "gezien"


@dataclass(frozen=True, slots=True)
class Foreseen(Generic[S]):
    """What a file comes to.

    Attributes:
        seen: what he sees of it.
        keep: records it for who agreed in a form; nothing where there is nothing to record.
    """

    seen: S
    keep: Callable[[SentForm], None] | None


class FileVisit(ABC, Generic[S]):
    """The adviser at a page on which a file is handed in; a subclass for each page.

    Attributes:
        place_below: where it stands below his page.
        fields: what it asks beside the file, each of one line.
        choose: what he is told who chose no file.
        limits: how much it takes in.
        page: what is read of it, and ``template`` by which it is written.

    Args:
        request: with his link.

    Raises:
        HTTPException: the link is not his: 404.
    """

    place_below: ClassVar[str]
    fields: ClassVar[tuple[str, ...]] = ()
    choose: ClassVar[str]
    limits: ClassVar[SentLimits] = OF_ANY_PARTY
    page: ClassVar[type[FilePage[Any]]]
    template: ClassVar[str]

    def __init__(self, request: Request) -> None:
        self._desk = desk = AdviserDesk.at(request)
        self.place = desk.place
        with desk.place.register.reading() as reader:
            self.dossier = desk.dossier(reader)
        self._waiting = HandedIn(desk.place, desk.token, self.form)

    @property
    def form(self) -> str:
        """Its place below his page as it is now, to which the keys of its forms are bound."""
        return self.place_below

    @classmethod
    def routes(cls) -> list[Route]:
        """Return which address answers what: the page, looking, and recording."""

        def opened(request: Request) -> Response:
            return cls(request).shown(200, {})

        async def looked_at(request: Request) -> Response:
            return await taken_in(request, cls, cls.look_at, cls.limits)

        async def recorded(request: Request) -> Response:
            return await taken_in(request, cls, cls.record, cls.limits)

        path = f"/p/{{token}}/{cls.place_below}"
        return [
            Route(path, opened, methods=["GET", "HEAD"]),
            Route(path, looked_at, methods=["POST"]),
            Route(f"{path}/vastleggen", recorded, methods=["POST"]),
        ]

    @abstractmethod
    def understood(self, file: SentFile, said: Mapping[str, str], sent: SentIn) -> Foreseen[S]:
        """Return what a file comes to today.

        Args:
            file: that he handed in.
            said: what he filled in of the ``fields``; what he left empty is not among it.
            sent: all that came with it.

        Raises:
            GehoordError: it cannot be recorded.
        """

    def look_at(self, sent: SentIn) -> Response:
        """Show what the file comes to that was sent in; it waits until he says that it counts."""
        said = self._said(sent)
        file = sent.file(_FILE)
        if file is None:
            return self.shown(422, said, wrong=self.choose)
        return self._looked_at(file, said, sent, None)

    def record(self, sent: SentIn) -> Response:
        """Record the file that waits, once, if it still comes to what he saw.

        Who sends in the same form again reads what it came to the first time.
        """
        form = self._form(sent)
        instead = self._kept(form, sent)
        with self.place.register.reading() as reader:
            known = receipt_known(reader, form.number)
        if known is None:
            return instead
        if known.content != form.content:
            return self.shown(409, {}, wrong=SENT_BEFORE)
        return self._recorded(known)

    def _kept(self, form: SentForm, sent: SentIn) -> Response:
        """Record what he agreed to, or return what he reads where that cannot be."""
        said = self.answers(sent)
        content = self._waiting.content(sent.text(_WAITS))
        if content is None:
            return self.shown(409, said, wrong=WAITS_NO_MORE)
        return self._looked_at(SentFile(one_line(sent.text(_NAME)), content), said, sent, form)

    def _looked_at(
        self, file: SentFile, said: dict[str, str], sent: SentIn, agreed: SentForm | None
    ) -> Response:
        """Show what a file comes to, and record it first when that is what he agreed to.

        Also what another hand recorded at this very moment is told in a sentence.
        """
        try:
            found = self.understood(file, said, sent)
            if agreed and found.keep and sent.text(_AGREED) == found.seen.mark:
                with suppress(OtherThanSeenError):
                    found.keep(agreed)
                    self._waiting.forget()
                    return self.shown(200, {})
                found = self.understood(file, said, sent)
        except GehoordError as error:
            return self.shown(422, said, wrong=as_sentence(self.why(error)))
        seen = found.seen
        if found.keep:
            waits = self._waiting.keep(file.content)
            seen = seen.waiting(waits, is_other=agreed is not None)
        return self.shown(422 if seen.faults else 200, said, seen=seen)

    def why(self, error: GehoordError) -> str:
        """Return what is wrong as it reads on the page itself."""
        return str(error).removeprefix(f"{THE_FORM}: ")

    def keep(self, report: Report, comes_to: ComesTo) -> Callable[[SentForm], None]:
        """Return what records a report for who agreed to it, if it comes to what he saw."""
        writing, today = self.place.writing, self.place.today()
        return lambda sent: record_agreed(writing, sent, report, comes_to, today)

    def _recorded(self, receipt: Receipt) -> Response:
        """Tell what was recorded; the rest follows."""
        answer = self.shown(200, {}, told=tuple(receipt.said.splitlines()))
        answer.background = BackgroundTask(self.place.follow, self.dossier.id)
        return answer

    def _said(self, sent: SentIn) -> dict[str, str]:
        """Return what was filled in, in a form of ours."""
        self._number(sent)
        return self.answers(sent)

    def _number(self, sent: SentIn) -> str:
        return self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, self.form)

    def _form(self, sent: SentIn) -> SentForm:
        """Return the form in which he agreed, with everything that he said in it."""
        said = {name: text for name in sent.names if name != FIELD and (text := sent.text(name))}
        return SentForm(self._number(sent), self.dossier.id, ADVISER, self.form, said)

    def answers(self, sent: SentIn) -> dict[str, str]:
        """Return what was filled in beside the file, by the names of the fields."""
        return {name: text for name in self.fields if (text := one_line(sent.text(name)))}

    def asked(self, said: Mapping[str, str], wrong: str) -> object:
        """Return what the page asks, where that differs by dossier and day."""
        return None

    def shown(
        self,
        status: int,
        said: Mapping[str, str],
        *,
        wrong: str = "",
        seen: S | None = None,
        told: tuple[str, ...] = (),
    ) -> Response:
        """Return his page, with what came of what he did."""
        key = self.place.keys.new(self._desk.token, self.form)
        shown = self.page.of(self.dossier, key, said, wrong=wrong, seen=seen, told=told)
        asked = self.asked(said, wrong)
        content = written(self.template, p=shown, asked=asked, path=self._desk.path, form=self.form)
        return page(content, status)
