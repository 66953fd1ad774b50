# SPDX-License-Identifier: EUPL-1.2
"""The hidden key of a form: it shows that the form is ours, of this page and for this purpose.

It holds a number that is drawn once. What is sent in twice under one number is one answer.
"""

import base64
import hmac
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

from gehoord.tasks.seal import secret_for

FIELD: Final = "sleutel"
"""The name of the hidden field."""
NONCE_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class FormKeys:
    """Makes the keys of forms, and knows them again.

    Attributes:
        home: the folder with the secret of this installation.
    """

    home: Path

    def new(self, token: str, form: str, nonce: str = "") -> str:
        """Return the key of a form.

        Args:
            token: of the page that it stands on.
            form: its name; a key of one form opens no other.
            nonce: of a form that comes back to be mended; else a new one is drawn.
        """
        number = nonce or secrets.token_urlsafe(NONCE_BYTES)
        return f"{number}.{self._proof(number, token, form)}"

    def nonce_of(self, key: str, token: str, form: str) -> str:
        """Return the number in the key of a form: the identity of what is sent in.

        Raises:
            HTTPException: the key is missing, or is not of this form on this page: 403.
        """
        number, _, proof = key.partition(".")
        if not proof.isascii() or not hmac.compare_digest(proof, self._proof(number, token, form)):
            raise HTTPException(403, _NOT_OURS)
        return number

    def _proof(self, number: str, token: str, form: str) -> str:
        about = json.dumps([number, token, form]).encode()
        digest = hmac.digest(secret_for(self.home, "formulieren"), about, "sha256")
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def refuse_from_elsewhere(request: Request, address: str) -> None:
    """Refuse a form that a page of somebody else sends.

    A browser says ``null`` for where our own pages come from, since they ask it to be discreet.

    Args:
        request: bears what the browser says of that.
        address: of the desk.

    Raises:
        HTTPException: it comes from elsewhere: 403.
    """
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin", "null")
    hosts = (urlsplit(address).netloc, request.headers.get("host", ""))
    if site not in ("same-origin", "none") or (origin != "null" and _host(origin) not in hosts):
        raise HTTPException(403, _NOT_OURS)


def _host(origin: str) -> str:
    return origin.partition("://")[2]


_NOT_OURS: Final = (
    "Dit formulier hoort niet bij deze pagina. Er is niets bewaard. Open de pagina opnieuw en vul "
    "het formulier daar in."
)
