# SPDX-License-Identifier: EUPL-1.2
"""What the desk serves from: the register, the home folder, and how it is reached."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

from gehoord.desk.exporting import CommandRan, RunCommand
from gehoord.desk.form_key import FormKeys
from gehoord.domain.dossier.access import Access, feed_token, hashed
from gehoord.domain.errors import GehoordError
from gehoord.store.accesses import access_by_feed, access_by_page
from gehoord.store.reader import Reader
from gehoord.store.register import Register
from gehoord.tasks.board.kept_pages import kept_pages
from gehoord.tasks.line import is_loopback
from gehoord.templates.links import Links

LONGEST_TOKEN = 43
"""Signs of a token; what has another length is none, and is not looked for."""


def _by_the_next_look(_dossier: str) -> None:
    """Let nothing follow now."""


def _no_command(_arguments: Sequence[str]) -> CommandRan:
    raise GehoordError("Deze balie kan geen bestanden maken. Vraag het uw beheerder.")


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """Where a desk stands.

    Attributes:
        register: is only read; whatever asks no more than to be shown something uses this one.
        writing: the same register; what people send in enters it here, and nothing else does.
        home: the folder with the calendars and the house style.
        address: under which people reach it, without a slash at its end.
        mail_from: the mailbox behind the procedures.
        sender_header: in which the proxy before it says who asks; empty when there is none.
        user_header: in which it names whom it logged in; empty when it logs nobody in.
        today: tells what day it is; ``now`` which moment, in UTC.
        follow: lets mail, calendars and board follow a dossier after an answer, by its name; where
            nobody says how, they wait for the next look.
        command: runs a command of Gehoord on this register, for what takes long.
    """

    register: Register
    writing: Register
    home: Path
    address: str
    mail_from: str
    sender_header: str
    user_header: str
    today: Callable[[], date]
    now: Callable[[], datetime]
    follow: Callable[[str], None] = _by_the_next_look
    command: RunCommand = _no_command

    @property
    def is_behind_tls(self) -> bool:
        """Whether people reach it over an encrypted line alone."""
        return self.address.startswith("https://")

    @property
    def board(self) -> Links | None:
        """The pages of Prefect; nothing when they are not known, or not to be reached from afar.

        On this machine alone they stand where only a reader on it can open them.
        """
        found = kept_pages(self.home)
        is_near = found is not None and is_loopback(urlsplit(found.page).hostname or "")
        is_desk_near = is_loopback(urlsplit(self.address).hostname or "")
        return found if is_desk_near or not is_near else None

    @property
    def keys(self) -> FormKeys:
        """What makes the hidden keys of its forms."""
        return FormKeys(self.home)

    def page_of(self, reader: Reader, token: str) -> Access:
        """Return whose page a token opens.

        Raises:
            HTTPException: it opens none, for whatever reason: 404.
        """
        return self._opened(reader, token, overview=False)

    def overview_of(self, reader: Reader, token: str) -> Access:
        """Return the access to an overview that a token opens.

        Raises:
            HTTPException: it opens none, for whatever reason: 404.
        """
        return self._opened(reader, token, overview=True)

    def _opened(self, reader: Reader, token: str, *, overview: bool) -> Access:
        access = access_by_page(reader, hashed(token)) if _may_be(token) else None
        return self._valid(access if access and access.is_overview is overview else None)

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

    def has_logged_in(self, request: Request) -> bool:
        """Whether the proxy before the desk has logged this reader in.

        Anybody can send a header; so it counts alone from a program on this machine.
        """
        if not self.user_header or request.client is None:
            return False
        user = request.headers.get(self.user_header, "").strip()
        return bool(user) and is_loopback(request.client.host)

    def feed_address(self, token: str) -> str:
        """Return where the calendar of a page stands, by the token of that page."""
        return f"{self.address}/k/{feed_token(token)}.ics"


def _may_be(token: str) -> bool:
    return len(token) == LONGEST_TOKEN and token.isascii()
