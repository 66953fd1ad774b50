# SPDX-License-Identifier: EUPL-1.2
"""The adviser's own words in a letter: typed, seen in the letter, and then kept."""

from typing import Any, Final

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.calendar.ical.text import one_line
from gehoord.desk.adviser import AdviserVisit
from gehoord.desk.answers import page, sentence
from gehoord.desk.form_key import FIELD
from gehoord.desk.party import download
from gehoord.desk.sent_in import SentIn
from gehoord.desk.visit import taken_in
from gehoord.domain.acts.report import LetterReworded
from gehoord.domain.dossier.receipt import SentForm
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.errors import GehoordError, OtherThanSeenError
from gehoord.domain.frozen import THE_FORM, check
from gehoord.flows.agreed import record_agreed
from gehoord.flows.record import foreseen
from gehoord.store.state import state_in
from gehoord.tasks.previewing import Preview, present, preview
from gehoord.tasks.receipts import receipt_known
from gehoord.templates.desk.rendering import written
from gehoord.templates.desk.rewording_page import RewordingPage, SeenLetter, mark_of
from gehoord.templates.paper.pdf import letter_as_pdf

FORM: Final = "brieftekst"
"""To what the keys of its forms are bound."""
_AGREED: Final = "gezien"
_SENT_BEFORE: Final = (
    "Dit formulier is al ingestuurd. Wat u de eerste keer instuurde, is vastgelegd. Bekijk opnieuw "
    "hoe het wordt als u nog iets wilt veranderen."
)


def routes() -> list[Route]:
    """Return which address answers what."""
    own = "/p/{token}/brieven/tekst"
    return [
        Route(own, rewording, methods=["GET", "HEAD"]),
        Route(own, looked_at, methods=["POST"]),
        Route(f"{own}/brief.{{form}}", as_file, methods=["POST"]),
        Route(f"{own}/nu", as_it_is, methods=["POST"]),
        Route(f"{own}/vastleggen", recorded, methods=["POST"]),
    ]


def rewording(request: Request) -> Response:
    """Return the page on which he types his words."""
    return _RewordingVisit(request).shown(200, {})


async def looked_at(request: Request) -> Response:
    """Show what his words come to, or why they are refused; nothing is changed."""
    return await taken_in(request, _RewordingVisit, _RewordingVisit.look_at)


async def as_file(request: Request) -> Response:
    """Return the letter with his words as PDF or HTML; nothing is changed."""
    return await taken_in(request, _RewordingVisit, _RewordingVisit.give_file)


async def as_it_is(request: Request) -> Response:
    """Return the letter, or its mail, as it is without what he typed."""
    return await taken_in(request, _RewordingVisit, _RewordingVisit.show_present)


async def recorded(request: Request) -> Response:
    """Keep the words that he saw."""
    return await taken_in(request, _RewordingVisit, _RewordingVisit.record)


class _RewordingVisit(AdviserVisit):
    """The adviser at the words of his letters."""

    def look_at(self, sent: SentIn) -> Response:
        """Show what would be kept, and for whom the letter can be seen."""
        return self._looked_at(self._said(sent), is_other=False)

    def _looked_at(self, said: dict[str, str], *, is_other: bool) -> Response:
        try:
            report = self._report(said)
            told = foreseen(self.place.register, self._dossier.id, report, self.place.today())
        except GehoordError as error:
            return self.refused(said, error)
        with self.place.register.reading() as reader:
            mark = mark_of(report, state_in(reader, self._dossier.id))
        try:
            made = self._preview(report, said)
        except GehoordError as error:  # no letter to see: the words can be kept all the same
            return self.shown(200, said, seen=SeenLetter(mark, is_other, told, "", str(error)))
        mail = made.mail if report.passage.is_of_mail else ""
        seen = SeenLetter(mark, is_other, told, made.to, made.remark, mail)
        return self.shown(200, said, seen=seen)

    def give_file(self, sent: SentIn) -> Response:
        """Return the letter as a file."""
        said, form = self._said(sent), self._request.path_params["form"]
        if form not in ("pdf", "html"):
            raise HTTPException(404)
        try:
            html = self._preview(self._report(said), said).html
            content = letter_as_pdf(html, self.place.today()) if form == "pdf" else html.encode()
        except GehoordError as error:
            return self.refused(said, error)
        return download(self._request, f"voorbeeld.{form}", content)

    def show_present(self, sent: SentIn) -> Response:
        """Return the letter as it would go now, with the words that were kept before."""
        said = self._said(sent)
        try:
            report, day = self._report({**said, "tekst": "(nog niets)"}), self.place.today()
            with self.place.register.reading() as reader:
                made = present(reader, self._dossier.id, report.letter, day, said["aan"])
            if report.passage.is_of_mail:
                title = f"De mail bij de brief '{report.letter}' nu"
                return sentence(200, title, *made.mail.split("\n\n"))
            return download(self._request, "nu.pdf", letter_as_pdf(made.html, day))
        except GehoordError as error:
            return self.refused(said, error)

    def record(self, sent: SentIn) -> Response:
        """Keep his words, once, if he saw them and they replace what he saw that they do.

        Who sends in the same form again reads what it came to the first time.
        """
        said, seen = self._said(sent), sent.text(_AGREED)
        form = SentForm(self._number(sent), self._dossier.id, ADVISER, FORM, said | {_AGREED: seen})
        instead = self._kept(form, said, seen)
        with self.place.register.reading() as reader:
            known = receipt_known(reader, form.number)
        if known is None:
            return instead
        if known.content != form.content:
            return self.shown(409, said, wrong=_SENT_BEFORE)
        answer = self.shown(200, {}, told=known.said)
        answer.background = BackgroundTask(self.place.follow, self._dossier.id)
        return answer

    def _kept(self, form: SentForm, said: dict[str, str], seen: str) -> Response:
        """Keep what he agreed to, or return what he reads where that cannot be."""
        try:
            report = self._report(said)
            record_agreed(
                self.place.writing,
                form,
                report,
                lambda state: mark_of(report, state) == seen,
                self.place.today(),
            )
        except OtherThanSeenError:
            return self._looked_at(said, is_other=bool(seen))
        except GehoordError as error:
            return self.refused(said, error)
        return self.shown(200, {})

    def _said(self, sent: SentIn) -> dict[str, str]:
        """Return what was filled in, in a form of ours."""
        self._number(sent)
        lines = {name: one_line(sent.text(name)) for name in ("passage", "aan")}
        return {**lines, "tekst": sent.text("tekst")}

    def _number(self, sent: SentIn) -> str:
        return self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, FORM)

    def _report(self, said: dict[str, str]) -> LetterReworded:
        letter, _, passage = said["passage"].partition(": ")
        content: dict[str, Any] = {
            "wat": FORM,
            "op": self.place.today(),
            "brief": letter,
            "passage": passage,
            "tekst": said["tekst"].strip(),
        }
        return check(LetterReworded, content, THE_FORM)

    def _preview(self, report: LetterReworded, said: dict[str, str]) -> Preview:
        with self.place.register.reading() as reader:
            return preview(reader, self._dossier.id, report, self.place.today(), said["aan"])

    def refused(self, said: dict[str, str], error: GehoordError) -> Response:
        """Return his page with what he typed, and why it cannot be so."""
        return self.shown(422, said, wrong=str(error).removeprefix(f"{THE_FORM}: "))

    def shown(
        self,
        status: int,
        said: dict[str, str],
        *,
        wrong: str = "",
        seen: SeenLetter | None = None,
        told: str = "",
    ) -> Response:
        """Return his page, with what came of what he did."""
        key = self.place.keys.new(self._desk.token, FORM)
        with self.place.register.reading() as reader:
            state = state_in(reader, self._dossier.id)
            shown = RewordingPage.of(state, key, said, wrong=wrong, seen=seen, told=told)
        return page(written("brieftekst.html.j2", p=shown, path=self._desk.path), status)
