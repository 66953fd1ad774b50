# SPDX-License-Identifier: EUPL-1.2
"""Toegang: the adviser sees until when each link opens, mails one, makes another or withdraws it.

No link is shown: whoever looks over his shoulder, or finds the page later, has no key by it.
"""

from typing import Final

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.calendar.ical.text import one_line
from gehoord.desk.adviser import AdviserVisit
from gehoord.desk.answers import page, sentence
from gehoord.desk.form_key import FIELD
from gehoord.desk.sent_in import SentIn
from gehoord.desk.visit import taken_in
from gehoord.domain.acts.link_deed import LinkDeed
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.receipt import Receipt, SentForm
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.errors import GehoordError
from gehoord.flows.access import change_link
from gehoord.store.state import state_in
from gehoord.tasks.posting import post_of
from gehoord.tasks.receipts import receipt_known
from gehoord.templates.desk.access_page import access_page
from gehoord.templates.desk.rendering import written

FORM: Final = "toegang"
"""To what the keys of its forms are bound, and where it stands below his page."""
_PATH: Final = f"/p/{{token}}/{FORM}"
_SENT_BEFORE: Final = (
    "Dit formulier is al ingestuurd. Wat u de eerste keer koos, is gedaan, en nu is er niets "
    "veranderd. Kies opnieuw als u nog iets wilt."
)


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route(_PATH, accesses, methods=["GET", "HEAD"]),
        Route(_PATH, changed, methods=["POST"]),
    ]


def accesses(request: Request) -> Response:
    """Return the page with every party and until when its link opens."""
    return _AccessVisit(request).shown(200)


async def changed(request: Request) -> Response:
    """Mail a link, make another one or withdraw it."""
    return await taken_in(request, _AccessVisit, _AccessVisit.change)


class _AccessVisit(AdviserVisit):
    """The adviser at the links of his dossier."""

    def change(self, sent: SentIn) -> Response:
        """Do what he chose, or ask first whether he is sure of it."""
        number = self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, FORM)
        who, deed = one_line(sent.text("wie")), _deed(sent)
        is_own = who == ADVISER and deed is LinkDeed.RENEW
        if (is_own or deed is LinkDeed.WITHDRAW) and sent.text("zeker") != "ja":
            return self.shown(200, confirming=(deed, who))
        form = SentForm(number, self._dossier.id, ADVISER, FORM, {"wie": who, "wat": str(deed)})
        try:
            change_link(self.place.writing, form, deed, who, self.place.home, self.place.today())
        except GehoordError as error:
            return self.shown(422, wrong=str(error))
        with self.place.register.reading() as reader:
            known = receipt_known(reader, number)
        if known is None or known.content != form.content:
            return self.shown(409, wrong=_SENT_BEFORE)
        return self._done(known, is_own=is_own)

    def _done(self, receipt: Receipt, *, is_own: bool) -> Response:
        """Tell what was done, and let the mail leave."""
        answer = (
            sentence(200, "Uw nieuwe link komt per mail", receipt.said)
            if is_own
            else self.shown(200, told=receipt.said)
        )
        answer.background = BackgroundTask(self.place.follow, self._dossier.id)
        return answer

    def shown(
        self,
        status: int,
        *,
        wrong: str = "",
        told: str = "",
        confirming: tuple[LinkDeed, str] | None = None,
    ) -> Response:
        """Return his page, with what came of what he did."""
        today = self.place.today()
        with self.place.register.reading() as reader:
            state = state_in(reader, self._dossier.id)
            shown = access_page(
                state,
                reader.all(Access, self._dossier.id),
                today,
                lambda: self.place.keys.new(self._desk.token, FORM),
                can_mail=bool(post_of(state, today).page),
                wrong=wrong,
                told=told,
                confirming=confirming,
            )
        return page(written("toegang.html.j2", p=shown, path=self._desk.path), status)


def _deed(sent: SentIn) -> LinkDeed:
    try:
        return LinkDeed(sent.text("wat"))
    except ValueError:
        raise HTTPException(400, "Kies een knop van deze pagina. Er is niets bewaard.") from None
