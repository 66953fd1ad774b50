# SPDX-License-Identifier: EUPL-1.2
"""What stands below the link of one party: its page, and what it can take from there."""

from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from gehoord.calendar.ical.single import single
from gehoord.calendar.ical.text import one_line
from gehoord.desk.answers import kept, not_found, page
from gehoord.desk.place import DeskPlace
from gehoord.domain.acts.party_forms import ontwerp_to_agree_with
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.papers import papers_of, sent_as
from gehoord.domain.dossier.receipt import Receipt
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.store.documents import names_of_documents
from gehoord.store.mailed import sent_without_arriving
from gehoord.store.reader import Reader
from gehoord.store.state import state_in
from gehoord.tasks.letters import letter_in
from gehoord.tasks.media_type import media_type
from gehoord.tasks.receipts import receipts_of
from gehoord.templates.calendars import entries_of, mailbox
from gehoord.templates.desk.adviser_ways import AdviserWays
from gehoord.templates.desk.given import documents_of, with_letter
from gehoord.templates.desk.paper_links import BESIDE
from gehoord.templates.desk.party_page import party_page
from gehoord.templates.desk.rendering import rendered
from gehoord.templates.desk.subscription import subscription

CALENDAR: Final = "text/calendar; charset=utf-8"
PRIVATE: Final = "private, no-cache"
"""Only who asked may keep it, and asks each time whether it is still the same."""


def party(request: Request) -> Response:
    """Return the page of a party."""
    place: DeskPlace = request.app.state.place
    token, today = request.path_params["token"], place.today()
    with place.register.reading() as reader:
        access = place.page_of(reader, token)
        state = state_in(reader, access.dossier)
        mails = _mails(reader, access)
        receipts = receipts_of(reader, access)
        is_adviser = access.recipient == ADVISER
        ways = AdviserWays(f"/p/{token}", place.board) if is_adviser else None
        return page(
            rendered(
                party_page(
                    state,
                    access,
                    mails,
                    _called(reader, state, mails),
                    mailbox(state, place.mail_from),
                    subscription(place.feed_address(token), state.proposal.title),
                    receipts,
                    today,
                    sent_without_arriving(reader, state),
                    ways,
                ),
                f"/p/{token}",
            )
        )


def piece(request: Request) -> Response:
    """Return a letter or document that a party got or sent in, to be kept and not shown.

    The adviser gets every document of the dossier, and a client the ontwerp that it agrees with.
    """
    place: DeskPlace = request.app.state.place
    wanted = request.path_params["sha256"]
    with place.register.reading() as reader:
        access = place.page_of(reader, request.path_params["token"])
        mails = _mails(reader, access)
        name = _name_of(reader, access, mails, wanted, request.query_params.get(BESIDE))
        if name is not None:
            return download(request, name, reader.document(wanted)[1])
        mail = with_letter(mails, wanted)
        letter = letter_in(reader, mail) if mail else None
    return download(request, *letter) if letter else not_found()


def _name_of(
    reader: Reader, access: Access, mails: list[Message], wanted: str, beside: str | None
) -> str | None:
    """Return how a document is called that a party may have; nothing if it may not have it.

    Args:
        reader: of the register.
        access: of the party.
        mails: those that left to it.
        wanted: the SHA-256 of the document.
        beside: the id of what it came with, if that was asked for: others may have sent the same.
    """
    state = state_in(reader, access.dossier)
    papers = papers_of(state) if access.recipient == ADVISER else ()
    ontwerp = ontwerp_to_agree_with(state, access)
    filed: list[Filed | Receipt] = [*papers, *receipts_of(reader, access)]
    filed += [ontwerp] if ontwerp else []
    filed = [each for each in filed if each.document == wanted]
    for each in filed:
        if each.id == beside:
            return each.file
    if wanted in documents_of(mails):
        return _called(reader, state, mails).get(wanted)
    return filed[-1].file if filed else None


def _called(reader: Reader, state: State, mails: list[Message]) -> dict[str, str]:
    """Return how each document is called that came with mails and that the register still has."""
    kept = names_of_documents(reader, documents_of(mails))
    return {sha256: sent_as(state, sha256) or name for sha256, name in kept.items()}


def single_day(request: Request) -> Response:
    """Return one day of a party for its calendar, with an alarm."""
    place: DeskPlace = request.app.state.place
    with place.register.reading() as reader:
        access = place.page_of(reader, request.path_params["token"])
        state = state_in(reader, access.dossier)
        entries = entries_of(state, access.owner)
        organizer = mailbox(state, place.mail_from)
    wanted = request.path_params["uid"]
    entry = next((entry for entry in entries if entry.uid == wanted), None)
    if entry is None:
        return not_found()
    return kept(request, single(entry, organizer), CALENDAR, PRIVATE)


def _mails(reader: Reader, access: Access) -> list[Message]:
    return reader.all(Message, access.dossier, recipient=access.recipient, state=MessageState.SENT)


def download(request: Request, name: str, content: bytes) -> Response:
    """Return a file under its name, to be kept and not shown."""
    kind = media_type(name, content)
    told = f"{kind.name}; charset={kind.charset}" if kind.charset else kind.name
    answer = kept(request, content, told, PRIVATE)
    file = quote(one_line(name).replace("/", "-"), safe="")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{file}"
    return answer
