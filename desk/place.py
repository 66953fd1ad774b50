"""What the desk serves from: the register, the home folder, and how it is reached."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from starlette.exceptions import HTTPException

from gehoord.desk.form_key import FormKeys
from gehoord.domain.dossier.access import Access, feed_token, hashed
from gehoord.store.accesses import access_by_feed, access_by_page
from gehoord.store.reader import Reader
from gehoord.store.register import Register

LONGEST_TOKEN = 43
"""Signs of a token; what has another length is none, and is not looked for."""


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """Where a desk stands.

    Attributes:
        register: is only read; whatever asks no more than to be shown something uses this one.
        writing: the same register; what people send in enters it here, and nothing else does.
        home: the folder with the calendars and the house style.
        address: under which people reach it, without a slash at its end.
        mail_from: the mailbox behind the procedures.
        follow: lets mail, calendars and board follow a dossier after an answer, by its name.
        sender_header: in which the proxy before it says who asks; empty when there is none.
        today: tells what day it is; ``now`` which moment, in UTC.
    """

    register: Register
    writing: Register
    home: Path
    address: str
    mail_from: str
    follow: Callable[[str], None]
    sender_header: str
    today: Callable[[], date]
    now: Callable[[], datetime]

    @property
    def is_behind_tls(self) -> bool:
        """Whether people reach it over an encrypted line alone."""
        return self.address.startswith("https://")

    @property
    def keys(self) -> FormKeys:
        """What makes the hidden keys of its forms."""
        return FormKeys(self.home)

    def page_of(self, reader: Reader, token: str) -> Access:
        """Return whose page a token opens.

        Raises:
            HTTPException: it opens none, for whatever reason: 404.
        """
        return self._valid(access_by_page(reader, hashed(token)) if _may_be(token) else None)

    def feed_of(self, reader: Reader, token: str) -> Access:
        """Return whose calendar a token opens.

        Raises:
            HTTPException: it opens none, for whatever reason: 404.
        """
        return self._valid(access_by_feed(reader, hashed(token)) if _may_be(token) else None)

    def _valid(self, access: Access | None) -> Access:
        if access is None or not access.is_valid(self.today()):
            raise HTTPException(404)
        return access

    def feed_address(self, token: str) -> str:
        """Return where the calendar of a page stands, by the token of that page."""
        return f"{self.address}/k/{feed_token(token)}.ics"


def _may_be(token: str) -> bool:
    return len(token) == LONGEST_TOKEN and token.isascii()
