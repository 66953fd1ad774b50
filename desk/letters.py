# SPDX-License-Identifier: EUPL-1.2
"""The letters of a dossier for its adviser: to print, to read, or to edit."""

from typing import Final

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gehoord.calendar.ical.text import one_line
from gehoord.desk.adviser import AdviserDesk, AdviserVisit
from gehoord.desk.answers import page, sentence
from gehoord.desk.form_key import FIELD
from gehoord.desk.party import download
from gehoord.desk.sent_in import SentIn
from gehoord.desk.visit import taken_in
from gehoord.domain.errors import GehoordError
from gehoord.flows.trial import send_trial
from gehoord.store.letters import letters_in, message_with
from gehoord.store.state import state_in
from gehoord.tasks.letter_files import LetterForm, letter_file
from gehoord.templates.desk.letters_page import letter_name, letters_page
from gehoord.templates.desk.rendering import written

_READ: Final = ["GET", "HEAD"]
FORM: Final = "proefbrief"
"""To what the key of the form for a trial is bound."""


def routes() -> list[Route]:
    """Return which address answers what."""
    return [
        Route("/p/{token}/brieven", letters, methods=_READ),
        Route("/p/{token}/brieven/proef", tried, methods=["POST"]),
        Route("/p/{token}/brieven/{key}.{form}", letter, methods=_READ),
    ]


def letters(request: Request) -> Response:
    """Return the page with every letter that left or is to leave."""
    return _LettersVisit(request).shown(200)


async def tried(request: Request) -> Response:
    """Mail one letter to the adviser alone."""
    return await taken_in(request, _LettersVisit, _LettersVisit.try_one)


def letter(request: Request) -> Response:
    """Return one letter as a file."""
    desk, form = AdviserDesk.at(request), request.path_params["form"]
    with desk.place.register.reading() as reader:
        dossier = desk.dossier(reader).id
        message = message_with(reader, dossier, request.path_params["key"])
        if message is None or form not in list(LetterForm):
            raise HTTPException(404)
        try:
            content = letter_file(reader, message, LetterForm(form), desk.place.home)
        except GehoordError as error:
            return sentence(422, "Deze brief kan niet zo", str(error), back=f"{desk.path}/brieven")
        name = letter_name(state_in(reader, dossier), message)
    return download(request, f"{name}.{form}", content)


class _LettersVisit(AdviserVisit):
    """The adviser at his letters."""

    def try_one(self, sent: SentIn) -> Response:
        """Put a trial in the outbox, and say so."""
        self.place.keys.nonce_of(sent.text(FIELD), self._desk.token, FORM)
        step, who = one_line(sent.text("stap")), one_line(sent.text("aan"))
        today = self.place.today()
        try:
            told = send_trial(self.place.writing, self._dossier.id, step, who, today)
        except GehoordError as error:
            return self.shown(422, wrong=str(error), step=step, who=who)
        answer = self.shown(200, told=told)
        answer.background = BackgroundTask(self.place.follow, self._dossier.id)
        return answer

    def shown(
        self, status: int, *, wrong: str = "", told: str = "", step: str = "", who: str = ""
    ) -> Response:
        """Return his page, with what came of what he did, and what he filled in if that failed."""
        key = self.place.keys.new(self._desk.token, FORM)
        with self.place.register.reading() as reader:
            state = state_in(reader, self._dossier.id)
            kept = letters_in(reader, self._dossier.id)
            shown = letters_page(state, kept, key, wrong=wrong, told=told)
        return page(
            written("brieven.html.j2", p=shown, path=self._desk.path, step=step, who=who), status
        )
