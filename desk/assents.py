# SPDX-License-Identifier: EUPL-1.2
"""Instemming: the adviser fills in who was there and agrees, looks at it, and then it counts."""

import hashlib
import re
from collections.abc import Mapping
from typing import Final

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.calendar.ical.text import one_line
from gehoord.desk.adviser import AdviserVisit
from gehoord.desk.answers import page
from gehoord.desk.form_key import FIELD
from gehoord.desk.sent_in import SentIn, SentLimits
from gehoord.desk.visit import taken_in
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import AssentGiven
from gehoord.domain.dossier.receipt import SentForm
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.errors import GehoordError, OtherThanSeenError
from gehoord.domain.frozen import THE_FORM, check
from gehoord.flows.agreed import record_agreed
from gehoord.flows.record import foreseen
from gehoord.store.state import state_in
from gehoord.tasks.receipts import receipt_known
from gehoord.templates.desk.assents_page import AssentsPage, lines_of
from gehoord.templates.desk.rendering import written
from gehoord.templates.wording import as_sentence

FORM: Final = "instemming"
"""To what the keys of its forms are bound, and where it stands below his page."""
_PATH: Final = f"/p/{{token}}/{FORM}"
_LIMITS: Final = SentLimits(file=0, fields=600)
"""Five fields for each burgemeester of the largest eenheid, the hoofdofficier, and some more."""
_AGREED: Final = "gezien"
_SENT_BEFORE: Final = (
    "Dit formulier is al ingestuurd. Wat u de eerste keer instuurde, is vastgelegd. Wat u nu "
    "instuurde, is anders en is niet bewaard. Vul het opnieuw in als dat nodig is."
)
_LINE: Final = re.compile(r"\bregel \d+, ")


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route(_PATH, assents, methods=["GET", "HEAD"]),
        Route(_PATH, looked_at, methods=["POST"]),
        Route(f"{_PATH}/vastleggen", recorded, methods=["POST"]),
    ]


def assents(request: Request) -> Response:
    """Return the page with a row for each of those who adopt."""
    visit = _AssentsVisit(request)
    return visit.shown(200, visit.empty)


async def looked_at(request: Request) -> Response:
    """Show what is filled in comes to, or why it is refused; nothing is changed."""
    return await taken_in(request, _AssentsVisit, _AssentsVisit.look_at, _LIMITS)


async def recorded(request: Request) -> Response:
    """Record what he saw."""
    return await taken_in(request, _AssentsVisit, _AssentsVisit.record, _LIMITS)


class _AssentsVisit(AdviserVisit):
    """The adviser who tells who agrees with the plan."""

    @property
    def empty(self) -> dict[str, str]:
        """What is filled in at first: the day of today."""
        return {"op": self.place.today().isoformat()}

    def look_at(self, sent: SentIn) -> Response:
        """Show what would be recorded."""
        self._number(sent)
        return self._looked_at(_said(sent), is_other=False)

    def _looked_at(self, said: dict[str, str], *, is_other: bool) -> Response:
        try:
            report = self._report(said)
            told = foreseen(self.place.register, self._dossier.id, report, self.place.today())
        except GehoordError as error:
            return self._refused(said, error)
        return self.shown(200, said, seen=told, mark=_mark(report, told), is_other=is_other)

    def record(self, sent: SentIn) -> Response:
        """Record it, once, if it still comes to what he saw.

        Who sends in the same form again reads what it came to the first time.
        """
        said, seen = _said(sent), sent.text(_AGREED)
        number = self._number(sent)
        form = SentForm(number, self._dossier.id, ADVISER, FORM, said | {_AGREED: seen})
        instead = self._kept(form, said, seen)
        with self.place.register.reading() as reader:
            known = receipt_known(reader, number)
        if known is None:
            return instead
        if known.content != form.content:
            return self.shown(409, said, wrong=_SENT_BEFORE)
        answer = self.shown(200, self.empty, told=known.said)
        answer.background = BackgroundTask(self.place.follow, self._dossier.id)
        return answer

    def _kept(self, form: SentForm, said: dict[str, str], seen: str) -> Response:
        """Record what he agreed to, or return what he reads where that cannot be."""
        try:
            report = self._report(said)
            record_agreed(
                self.place.writing,
                form,
                report,
                lambda state: _mark(report, decided(report, state).said) == seen,
                self.place.today(),
            )
        except OtherThanSeenError:
            return self._looked_at(said, is_other=bool(seen))
        except GehoordError as error:
            return self._refused(said, error)
        return self.shown(200, said)

    def _number(self, sent: SentIn) -> str:
        return self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, FORM)

    def _report(self, said: Mapping[str, str]) -> AssentGiven:
        with self.place.register.reading() as reader:
            lines = lines_of(state_in(reader, self._dossier.id), said)
        others = bool(said.get("overigen"))
        content = {"wat": FORM, "op": said.get("op", ""), "wie": lines, "overigen": others}
        return check(AssentGiven, content, THE_FORM)

    def _refused(self, said: dict[str, str], error: GehoordError) -> Response:
        why = _LINE.sub("", str(error).removeprefix(f"{THE_FORM}: "))
        return self.shown(422, said, wrong=as_sentence(why))

    def shown(
        self,
        status: int,
        said: Mapping[str, str],
        *,
        wrong: str = "",
        told: str = "",
        seen: str = "",
        mark: str = "",
        is_other: bool = False,
    ) -> Response:
        """Return his page, with what came of what he did."""
        key = self.place.keys.new(self._desk.token, FORM)
        came = {"wrong": wrong, "told": told, "seen": seen, "mark": mark}
        with self.place.register.reading() as reader:
            state = state_in(reader, self._dossier.id)
            shown = AssentsPage.of(state, key, said, is_other=is_other, **came)
        return page(written("instemming.html.j2", p=shown, path=self._desk.path), status)


def _said(sent: SentIn) -> dict[str, str]:
    """Return what was filled in, by the names of the fields; what stayed empty is not among it."""
    names = (name for name in sent.names if name not in (FIELD, _AGREED))
    return {name: text for name in names if (text := one_line(sent.text(name)))}


def _mark(report: AssentGiven, told: str) -> str:
    """Return by what is known what somebody saw: what is told, and what it comes to."""
    return hashlib.sha256(f"{report.model_dump_json()}\n{told}".encode()).hexdigest()
