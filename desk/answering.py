# SPDX-License-Identifier: EUPL-1.2
"""The forms of a party: shown, sent in, answered with a receipt or shown again with what is wrong.

A form is shown by a GET, which changes nothing; what is sent in leads to the page of its receipt.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from gehoord.desk.answers import page, sentence
from gehoord.desk.filled import OPENED, VERSION, FilledForm, filled_in
from gehoord.desk.form_key import FIELD
from gehoord.desk.place import DeskPlace
from gehoord.desk.receipt import to_receipt
from gehoord.desk.sent_in import SentIn
from gehoord.desk.visit import taken_in
from gehoord.domain.acts.access import office_of
from gehoord.domain.acts.party_form import PartyForm
from gehoord.domain.acts.party_forms import party_form
from gehoord.domain.acts.party_reports import field_of, left_empty, party_reports
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.receipt import Receipt, SentForm
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.frozen import THE_FORM
from gehoord.flows.answering import answer
from gehoord.store.reader import Reader
from gehoord.store.state import state_in
from gehoord.tasks.receipts import receipt_known
from gehoord.templates.desk.form_page import Faults, form_page
from gehoord.templates.desk.rendering import rendered_form
from gehoord.templates.wording import as_sentence

LONGEST_OFFICE: Final = 100
"""Signs in the name of who makes a report."""
_REFUSED: Final = 422
_OUTDATED: Final = 409
_CHANGED_MEANWHILE: Final = (
    "Er is op dit moment iets veranderd in het dossier. Kijk het formulier na en stuur het opnieuw "
    "in."
)
_ANSWERED_MEANWHILE: Final = (
    "Wat u wilt wijzigen, is intussen al gewijzigd. Kijk op uw pagina wat er nu staat. Stuurt u "
    "dit opnieuw in, dan komt het daarvoor in de plaats."
)
_ANOTHER_VERSION: Final = (
    "Er is intussen een andere versie van het ontwerp. Ging dit antwoord ook over die versie, "
    "stuur het dan opnieuw in."
)


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form that a party may fill in, in one view of the register."""

    reader: Reader
    access: Access
    state: State
    form: PartyForm

    @property
    def by(self) -> str:
        """The office of the party, as a report names it."""
        return office_of(self.state, self.access.recipient)[:LONGEST_OFFICE]


@dataclass(frozen=True, slots=True)
class FormVisit:
    """Somebody at a form on the page of a party.

    Attributes:
        token: of the page.
        name: of the form.
    """

    place: DeskPlace
    token: str
    name: str

    @classmethod
    def at(cls, request: Request) -> "FormVisit":
        """Return the visit that a request is."""
        path = request.path_params
        return cls(request.app.state.place, path["token"], path["form"])

    @classmethod
    def with_link(cls, request: Request) -> "FormVisit":
        """Return the same of somebody with a valid link.

        Raises:
            HTTPException: it is not: 404.
        """
        visit = cls.at(request)
        with visit.place.register.reading() as reader:
            visit.place.page_of(reader, visit.token)
        return visit

    def shown(self) -> Response:
        """Return the form, to be filled in."""
        with self.place.register.reading() as reader:
            found = self._opened(reader)
            if found is None:
                return _gone(self.token, 404)
            return self._page(found, found.form.filled, Faults("", {}))

    def answered(self, sent: SentIn) -> Response:
        """Return where the receipt stands, or the form with what is wrong with it.

        Nothing is read while the answer waits for its turn to be recorded.
        """
        number = self.place.keys.nonce_of(sent.text(FIELD), self.token, self.name)
        filled = filled_in(sent)
        with self.place.register.reading() as reader:
            if known := receipt_known(reader, number):
                access = self.place.page_of(reader, self.token)
                return _known(known, self.token, is_same=filled.is_in(known, access, self.name))
            found = self._opened(reader)
            if found is None:
                return _gone(self.token, _OUTDATED)
            if sent.text(VERSION) != found.form.version:
                return self._mended(found, number, filled, {}, _ANOTHER_VERSION, _OUTDATED)
            if sent.text(OPENED) != found.form.mark:
                return self._mended(found, number, filled, {}, _ANSWERED_MEANWHILE, _OUTDATED)
            answers, by = filled.answers(found.form, reader), found.by
            if faults := _faults(found.form, filled, answers):
                return self._mended(found, number, filled, faults)
            kept = filled.sent(number, found.access, found.form)
        try:
            return self._recorded(kept, found, answers, by)
        except GehoordError as error:
            return self._refused(error, number, filled)

    def _opened(self, reader: Reader) -> OpenForm | None:
        """Return the form, if this party may fill it in now."""
        access = self.place.page_of(reader, self.token)
        state = state_in(reader, access.dossier)
        found = party_form(state, access, self.name, self.place.today())
        return OpenForm(reader, access, state, found) if found else None

    def _recorded(
        self, sent: SentForm, found: OpenForm, answers: Mapping[str, Any], by: str
    ) -> Response:
        access, form, on = found.access, found.form, self.place.today()

        def stands_for(state: State) -> list[Report]:
            if party_form(state, access, self.name, on) != form:
                raise RefusedError(_CHANGED_MEANWHILE)
            return party_reports(form, state, answers, by, on)

        receipt = answer(self.place.writing, sent, stands_for, on)
        if receipt.content != sent.content:  # the same form with other words came first
            return _known(receipt, self.token, is_same=False)
        follow = BackgroundTask(self.place.follow, receipt.dossier)
        return to_receipt(receipt, self.token, follow)

    def _refused(self, error: GehoordError, number: str, filled: FilledForm) -> Response:
        """Return the form as it now is, with why it was not recorded."""
        with self.place.register.reading() as reader:
            found = self._opened(reader)
            if found is None:
                return _gone(self.token, _OUTDATED)
            why, field = _said(error), field_of(error, found.form)
            of_field = {field: why} if field else {}
            return self._mended(found, number, filled, of_field, "" if field else why)

    def _mended(
        self,
        found: OpenForm,
        number: str,
        filled: FilledForm,
        of_field: dict[str, str],
        general: str = "",
        status: int = _REFUSED,
    ) -> Response:
        """Return the form with what was filled in, and what is wrong with it."""
        faults = Faults(general, of_field, filled.has_file)
        return self._page(found, filled.texts, faults, number, status, keeps_file=filled.keeps_file)

    def _page(
        self,
        found: OpenForm,
        texts: Mapping[str, str],
        faults: Faults,
        number: str = "",
        status: int = 200,
        *,
        keeps_file: bool = True,
    ) -> Response:
        key = self.place.keys.new(self.token, self.name, number)
        shown = form_page(
            found.state,
            found.access,
            found.form,
            texts,
            faults,
            kept_file=found.form.file,
            keeps_file=keeps_file,
        )
        return page(rendered_form(shown, f"/p/{self.token}", self.name, key), status)


async def form(request: Request) -> Response:
    """Return a form of a party to be filled in, or take it in once it was."""
    if request.method == "POST":
        return await taken_in(request, FormVisit.with_link, FormVisit.answered)
    return await run_in_threadpool(FormVisit.at(request).shown)


def _faults(form: PartyForm, filled: FilledForm, answers: Mapping[str, Any]) -> dict[str, str]:
    """Return what is wrong in each field; who sent in a file that may not need not write a text."""
    faults = left_empty(form, answers)
    if filled.refused and form.can_hold_file:
        faults.pop("tekst", "")
        faults["bestand"] = filled.refused
    return faults


def _known(receipt: Receipt, token: str, *, is_same: bool) -> Response:
    """Return the receipt of what was sent in before; another form by its number is none."""
    if is_same:
        return to_receipt(receipt, token)
    return sentence(
        _OUTDATED,
        "Dit formulier is al ingestuurd",
        "Wat u de eerste keer instuurde, is bewaard. Wat u nu instuurde, is anders en is niet "
        "bewaard. Begin op uw pagina opnieuw, ook om iets te wijzigen.",
        back=f"/p/{token}",
    )


def _gone(token: str, status: int) -> Response:
    return sentence(
        status,
        "Dit kan nu niet (meer)",
        "Misschien is het al gedaan, of is er intussen iets veranderd. Er is niets bewaard. Op uw "
        "pagina staat wat nu kan.",
        back=f"/p/{token}",
    )


def _said(error: GehoordError) -> str:
    """Return a refusal as it reads on the form itself."""
    return as_sentence(str(error).removeprefix(f"{THE_FORM}: "))
