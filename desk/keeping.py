# SPDX-License-Identifier: EUPL-1.2
"""Bewaren: the adviser takes the archive of his dossier, and the public site once he looked at it.

Each is made when he asks for it and kept nowhere. A form asks, so that no page of somebody else,
no browser that looks ahead and no reload sets such work going.
"""

import hashlib
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.calendar.ical.text import one_line
from gehoord.desk.adviser import AdviserVisit
from gehoord.desk.answers import later, page
from gehoord.desk.exporting import Exporter, OtherExportError
from gehoord.desk.form_key import FIELD
from gehoord.desk.sent_in import SentIn
from gehoord.desk.visit import taken_in
from gehoord.domain.errors import GehoordError
from gehoord.templates.desk.keeping_page import KeepingPage, SeenSite, seen_site
from gehoord.templates.desk.rendering import written
from gehoord.templates.wording import as_sentence

FORM: Final = "bewaren"
"""To what the keys of its forms are bound, and where it stands below his page."""
_PATH: Final = f"/p/{{token}}/{FORM}"
_ARCHIVE: Final = "archief.zip"
_SITE: Final = "site.zip"


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route(_PATH, keeping, methods=["GET", "HEAD"]),
        Route(f"{_PATH}/{_ARCHIVE}", archive, methods=["POST"]),
        Route(f"{_PATH}/site", site_seen, methods=["POST"]),
        Route(f"{_PATH}/{_SITE}", site, methods=["POST"]),
    ]


def keeping(request: Request) -> Response:
    """Return the page on which both are asked for."""
    return _KeepingVisit(request).shown(200)


async def archive(request: Request) -> Response:
    """Return the archive, or first what is wrong with the register that it is made of."""
    return await taken_in(request, _KeepingVisit, _KeepingVisit.give_archive)


async def site_seen(request: Request) -> Response:
    """Show what the public site would hold, and what stays out of it."""
    return await taken_in(request, _KeepingVisit, _KeepingVisit.look_at_site)


async def site(request: Request) -> Response:
    """Return the public site that he looked at."""
    return await taken_in(request, _KeepingVisit, _KeepingVisit.give_site)


class _KeepingVisit(AdviserVisit):
    """The adviser who takes what is made of his dossier."""

    @property
    def _exporter(self) -> Exporter:
        made: Exporter = self._request.app.state.exporter
        return made

    def give_archive(self, sent: SentIn) -> Response:
        """Return the archive; of a damaged register once he knows that it is."""
        self._refuse_no_form_of_ours(sent)
        try:
            made = self._exporter.export(self._dossier.id, _ARCHIVE)
        except OtherExportError:
            return _busy()
        except GehoordError as error:
            return self.shown(422, wrong=as_sentence(str(error)))
        if made.complained and sent.text("toch") != "ja":
            return self.shown(200, warned=made.complained)
        return _zip(f"{self._dossier.id}.zip", made.files[_ARCHIVE])

    def look_at_site(self, sent: SentIn) -> Response:
        """Show what is in the site, and what may be the name of somebody."""
        return self._site(sent, is_wanted=False)

    def give_site(self, sent: SentIn) -> Response:
        """Return the site, if it still is the one that he looked at."""
        return self._site(sent, is_wanted=True)

    def _site(self, sent: SentIn, *, is_wanted: bool) -> Response:
        self._refuse_no_form_of_ours(sent)
        chosen = tuple(dict.fromkeys(one_line(key) for key in sent.texts("stuk")))
        address = one_line(sent.text("adres"))
        options = ["--public", f"--address={address}", *(f"--include={key}" for key in chosen)]
        try:
            made = self._exporter.export(self._dossier.id, _SITE, *options)
        except OtherExportError:
            return _busy()
        except GehoordError as error:
            return self.shown(422, wrong=as_sentence(str(error)))
        content = made.files[_SITE]
        mark = hashlib.sha256(content).hexdigest()
        if is_wanted and sent.text("gezien") == mark:
            return _zip(f"{self._dossier.id}-site.zip", content)
        seen = seen_site(made.told, mark, chosen, address, is_other=is_wanted)
        return self.shown(409 if is_wanted else 200, site=seen)

    def _refuse_no_form_of_ours(self, sent: SentIn) -> None:
        self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, FORM)

    def shown(
        self, status: int, *, wrong: str = "", warned: str = "", site: SeenSite | None = None
    ) -> Response:
        """Return his page, with what came of what he asked."""
        key = self.place.keys.new(self._desk.token, FORM)
        shown = KeepingPage.of(self._dossier, key, wrong, warned, site)
        return page(written("bewaren.html.j2", p=shown, path=self._desk.path), status)


def _zip(name: str, content: bytes) -> Response:
    """Return a zip under a plain name, which nothing in between may keep."""
    called = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    headers = {"Cache-Control": "no-store", "Content-Disposition": called}
    return Response(content, 200, headers, "application/zip")


def _busy() -> Response:
    return later(
        "Er wordt al iets gemaakt",
        "Er wordt op dit moment een ander archief of een andere site gemaakt. Probeer het over een "
        "halve minuut opnieuw.",
    )
