# SPDX-License-Identifier: EUPL-1.2
"""The receipt of a party, on a page of its own, with what it sent in."""

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gehoord.desk.answers import page
from gehoord.desk.party import download
from gehoord.desk.place import DeskPlace
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.receipt import Receipt
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.store.reader import Reader
from gehoord.store.state import state_in
from gehoord.tasks.receipts import receipt_known
from gehoord.templates.desk.receipt_page import receipt_page
from gehoord.templates.desk.rendering import rendered_receipt
from gehoord.templates.outgoing.receipts import SENT_IN


def receipt(request: Request) -> Response:
    """Return a receipt; however often it is asked for, nothing happens again."""
    place: DeskPlace = request.app.state.place
    token = request.path_params["token"]
    with place.register.reading() as reader:
        access = place.page_of(reader, token)
        found = _of(reader, access, request.path_params["number"])
        shown = receipt_page(state_in(reader, access.dossier), found)
        return page(rendered_receipt(shown, f"/p/{token}"))


def sent_in_as_file(request: Request) -> Response:
    """Return what was sent in, byte for byte as its hash was made of it."""
    place: DeskPlace = request.app.state.place
    with place.register.reading() as reader:
        access = place.page_of(reader, request.path_params["token"])
        found = _of(reader, access, request.path_params["number"])
    return download(request, SENT_IN, found.content.encode())


def to_receipt(receipt: Receipt, token: str, after: BackgroundTask | None = None) -> Response:
    """Lead whoever sent something in to its receipt.

    Args:
        receipt: of it.
        token: of the page of the party.
        after: what is done once he is on his way.
    """
    place = f"/p/{token}/ontvangst/{receipt.id}"
    return RedirectResponse(place, 303, {"Cache-Control": "no-store"}, after)


def _of(reader: Reader, access: Access, number: str) -> Receipt:
    """Return a receipt of this party in this dossier; the adviser sees those of all parties.

    Raises:
        HTTPException: it has none by that number: 404.
    """
    found = receipt_known(reader, number)
    if found is None or found.dossier != access.dossier or found.recipient == ADVISER:
        raise HTTPException(404)
    if access.recipient not in (found.recipient, ADVISER):
        raise HTTPException(404)
    return found
