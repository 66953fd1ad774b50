"""The forms of a party: shown, sent in, answered with a receipt or shown again with what is wrong.

A form is shown by a GET, which changes nothing; what is sent in leads to the page of its receipt.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gehoord.desk.answers import page, sentence
from gehoord.desk.filled import VERSION, FilledForm, filled_in
from gehoord.desk.form_key import FIELD, refuse_from_elsewhere
from gehoord.desk.place import DeskPlace
from gehoord.desk.sent_in import SentIn, sent_in
from gehoord.domain.acts.access import office_of
from gehoord.domain.acts.party_form import PartyForm
from gehoord.domain.acts.party_forms import party_form
from gehoord.domain.acts.party_reports import field_of, left_empty, party_reports
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.receipt import Receipt
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.frozen import THE_FORM
from gehoord.flows.answering import answer
from gehoord.store.reader import Reader
from gehoord.store.state import state_in
from gehoord.tasks.receipts import receipt_known
from gehoord.templates.desk.form_page import Faults, form_page
from gehoord.templates.desk.rendering import rendered_form
from gehoord.templates.wording import capital

LONGEST_OFFICE: Final = 100
"""Signs in the name of who makes a report."""
_REFUSED: Final = 422
_OUTDATED: Final = 409
_CHANGED_MEANWHILE: Final = (
    "Er is op dit moment iets veranderd in het dossier. Kijk het formulier na en stuur het opnieuw "
    "in."
)
_ANOTHER_VERSION: Final = (
    "Er is intussen een andere versie van het ontwerp. Ging dit antwoord ook over die versie, "
    "stuur het dan opnieuw in."
)


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form of a party on its page, in one view of the register."""

    place: DeskPlace
    token: str
    reader: Reader
    access: Access
    state: State
    form: PartyForm

    def shown(self, number: str = "", filled: FilledForm | None = None) -> Response:
        """Return it to be filled in, or with what was filled in for so far."""
        return self._page(number, filled, Faults("", {}), 200)

    def mended(
        self, number: str, filled: FilledForm, of_field: dict[str, str], general: str = ""
    ) -> Response:
        """Return it with what was filled in, and what is wrong with it."""
        status = _OUTDATED if general == _ANOTHER_VERSION else _REFUSED
        return self._page(number, filled, Faults(general, of_field, filled.has_file), status)

    def _page(
        self, number: str, filled: FilledForm | None, faults: Faults, status: int
    ) -> Response:
        key = self.place.keys.new(self.token, self.form.name, number)
        kept = self.reader.document(self.form.document)[0] if self.form.document else ""
        shown = form_page(
            self.state,
            self.access,
            self.form,
            filled.texts if filled else self.form.filled,
            faults,
            kept_file=kept,
            keeps_file=filled is None or filled.keeps_file,
        )
        content = rendered_form(shown, f"/p/{self.token}", self.form.name, key)
        return page(content, status)


async def form(request: Request) -> Response:
    """Return a form of a party to be filled in, or take it in once it was."""
    if request.method == "POST":
        return await _send_in(request)
    return await run_in_threadpool(_shown, request)


def _shown(request: Request) -> Response:
    place: DeskPlace = request.app.state.place
    token, name = request.path_params["token"], request.path_params["form"]
    with place.register.reading() as reader:
        found = _open(place, token, name, reader, place.page_of(reader, token))
        return found.shown() if found else _gone(token, 404)


async def _send_in(request: Request) -> Response:
    """Take in a form; nothing of it is read before it is known whose page it stands on."""
    place: DeskPlace = request.app.state.place
    token, name = request.path_params["token"], request.path_params["form"]
    await run_in_threadpool(_refuse_unknown, place, token)
    refuse_from_elsewhere(request, place.address)
    async with sent_in(request) as sent:
        return await run_in_threadpool(_answered, place, token, name, sent)


def _refuse_unknown(place: DeskPlace, token: str) -> None:
    with place.register.reading() as reader:
        place.page_of(reader, token)


def _answered(place: DeskPlace, token: str, name: str, sent: SentIn) -> Response:
    number = place.keys.nonce_of(sent.text(FIELD), token, name)
    filled = filled_in(sent)
    with place.register.reading() as reader:
        access = place.page_of(reader, token)
        if known := receipt_known(reader, number):
            return _known(known, token, is_same=filled.is_in(known, access, name))
        found = _open(place, token, name, reader, access)
        if found is None:
            return _gone(token, _OUTDATED)
        return _judged(found, number, filled, sent.text(VERSION))


def _judged(found: OpenForm, number: str, filled: FilledForm, version: str) -> Response:
    """Return where the receipt stands, or the form with what is wrong with it."""
    if version != found.form.version:
        return found.mended(number, filled, {}, _ANOTHER_VERSION)
    answers = filled.answers(found.form, found.reader)
    if faults := _faults(found.form, filled, answers):
        return found.mended(number, filled, faults)
    try:
        return _recorded(found, number, filled, answers)
    except GehoordError as error:
        why, field = _said(error), field_of(error, found.form)
        return found.mended(number, filled, {field: why} if field else {}, "" if field else why)


def _faults(form: PartyForm, filled: FilledForm, answers: Mapping[str, Any]) -> dict[str, str]:
    """Return what is wrong in each field; who sent in a file that may not need not write a text."""
    faults = left_empty(form, answers)
    if filled.refused and form.can_hold_file:
        faults.pop("tekst", "")
        faults["bestand"] = filled.refused
    return faults


def _recorded(
    found: OpenForm, number: str, filled: FilledForm, answers: Mapping[str, Any]
) -> Response:
    place, on = found.place, found.place.today()
    by = office_of(found.state, found.access.recipient)[:LONGEST_OFFICE]
    name, holds_file = found.form.name, found.form.can_hold_file
    sent = filled.sent(number, found.access, name, holds_file=holds_file)

    def stands_for(state: State) -> list[Report]:
        if party_form(state, found.access, name, on) != found.form:
            raise RefusedError(_CHANGED_MEANWHILE)
        return party_reports(found.form, state, answers, by, on)

    receipt = answer(place.writing, sent, stands_for, on)
    if receipt.content != sent.content:  # the same form with other words came first
        return _known(receipt, found.token, is_same=False)
    return _to_receipt(receipt, found.token, BackgroundTask(place.follow, receipt.dossier))


def _open(
    place: DeskPlace, token: str, name: str, reader: Reader, access: Access
) -> OpenForm | None:
    """Return a form by its name, if this party may fill it in now."""
    state = state_in(reader, access.dossier)
    found = party_form(state, access, name, place.today())
    return OpenForm(place, token, reader, access, state, found) if found else None


def _known(receipt: Receipt, token: str, *, is_same: bool) -> Response:
    """Return the receipt of what was sent in before; another form by its number is none."""
    if is_same:
        return _to_receipt(receipt, token)
    return sentence(
        _OUTDATED,
        "Dit formulier is al ingestuurd",
        "Wat u de eerste keer instuurde, is bewaard. Wat u nu instuurde, is anders en is niet "
        "bewaard. Begin op uw pagina opnieuw, ook om iets te wijzigen.",
        back=f"/p/{token}",
    )


def _to_receipt(receipt: Receipt, token: str, after: BackgroundTask | None = None) -> Response:
    return RedirectResponse(f"/p/{token}/ontvangst/{receipt.id}", 303, _NOT_KEPT, after)


_NOT_KEPT: Final = {"Cache-Control": "no-store"}


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
    return capital(str(error).removeprefix(f"{THE_FORM}: "))
