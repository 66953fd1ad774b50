# SPDX-License-Identifier: EUPL-1.2
"""The mail server: a connection that is made when it is needed, and made anew when it breaks.

What the server has against one message is an answer, and holds up no other. What is wrong with the
server itself is a `NothingLeavesError`: no message and no address is to blame.
"""

import re
import smtplib
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from gehoord.domain.dossier.attempt import Answers
from gehoord.domain.dossier.message import Message
from gehoord.domain.errors import NothingLeavesError
from gehoord.tasks.line import FAULTS, connect, words
from gehoord.tasks.mime import Mail
from gehoord.tasks.settings import Settings

MOST_TIMEOUTS: Final = 3
"""So many messages in a row without any answer, and the server is taken to be out of order."""

_GOING: Final = 421
"""What a server says before it breaks the connection off (RFC 5321, 3.8)."""

_GONE: Final = -1
"""Stands for no answer at all; also the library's number for an answer without one."""

_POLICY = re.compile(r"^5\.7\.|relay|authenticat", re.IGNORECASE)
_FULL = re.compile(r"^[45]\.2\.2\b")

_Reply = tuple[int, bytes]


class Server:
    """Sends messages over one connection as long as that holds, then over the next.

    Args:
        settings: where the server is, and how it is reached.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._line: smtplib.SMTP | None = None
        self._timeouts = 0

    def __enter__(self) -> "Server":
        """Connect: what is wrong with the server is known before a message is taken in hand."""
        self._connected()
        return self

    def __exit__(self, *_: object) -> None:
        if self._line is not None:
            with suppress(*FAULTS):
                self._line.quit()
        self._hang_up()

    def post(self, _: Message, mail: Mail) -> Answers:
        """Send a mail, and return what the server said for each of its addresses.

        Raises:
            NothingLeavesError: the server itself fails; nobody got this mail.
        """
        taken: list[str] = []
        later: dict[str, str] = {}
        never: dict[str, str] = {}
        was_handed_over = False
        while left := [to for to in mail.to if to not in (*taken, *later, *never)]:
            is_new = self._begin(mail)
            if not (accepted := self._accepted(left, later, never, is_new=is_new)):
                continue
            code, said = self._asked(lambda line: line.data(mail.content))
            if _is_about_content(code, said):
                return Answers(tuple(taken), later, never, refused=words(code, said))
            if 200 <= code < 400:
                taken += accepted
                self._timeouts = 0
            else:
                later |= dict.fromkeys(accepted, words(code, said))
                was_handed_over = True
        if self._timeouts >= MOST_TIMEOUTS and not taken:
            raise NothingLeavesError("de mailserver antwoordt keer op keer niet op tijd")
        return Answers(tuple(taken), later, never, blames_mail=was_handed_over)

    def _begin(self, mail: Mail) -> bool:
        """Say who sends, and tell whether the connection was made for this mail.

        One that broke since the last mail is made anew.
        """
        while True:
            is_new = self._line is None
            code, said = self._asked(lambda line: line.mail(mail.sender))
            if code == 250:
                return is_new
            if is_new or self._line is not None:
                raise NothingLeavesError(
                    f"de mailserver neemt geen mail aan van {mail.sender} ({words(code, said)})"
                )

    def _accepted(
        self, left: list[str], later: dict[str, str], never: dict[str, str], *, is_new: bool
    ) -> list[str]:
        """Return the addresses that the server takes; none when it broke off meanwhile.

        Over which address it broke off is sure on a new connection only: on another one it may be
        the end of what one connection may carry, and all are asked once more.
        """
        accepted: list[str] = []
        for to in left:
            code, said = self._asked(lambda line, to=to: line.rcpt(to))  # type: ignore[misc]
            if self._line is None and not is_new:
                return []
            if code in (250, 251):
                accepted.append(to)
            elif _is_for_good(code, said):
                never[to] = words(code, said)
            else:
                later[to] = words(code, said)
            if self._line is None:
                return []
        if not accepted:
            self._asked(lambda line: line.rset())
        return accepted

    def _asked(self, ask: Callable[[smtplib.SMTP], _Reply]) -> _Reply:
        """Return what the server replies; that the connection breaks is a reply too."""
        line = self._connected()
        try:
            code, said = ask(line)
        except smtplib.SMTPResponseException as error:
            code, said = error.smtp_code, _as_bytes(error.smtp_error)
        except FAULTS as error:
            is_timeout = isinstance(error, TimeoutError) or isinstance(
                error.__context__, TimeoutError
            )
            self._timeouts += is_timeout
            code, said = _GONE, b"geen antwoord op tijd" if is_timeout else b""
        if code in (_GOING, _GONE):
            self._hang_up()
        return code, said

    def _connected(self) -> smtplib.SMTP:
        if self._line is None:
            self._line = connect(self._settings)
        return self._line

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None


def _is_for_good(code: int, said: bytes) -> bool:
    """Whether an address itself is refused for good: no full mailbox, and no rule of the server."""
    return code != 552 and _is_about_content(code, said)


def _is_about_content(code: int, said: bytes) -> bool:
    """Whether a mail is refused for good, once it was handed over.

    What a rule of the server or a full mailbox stops, may pass another time: 552 is here its size.
    """
    text = said.decode(errors="replace")
    return code >= 500 and not _POLICY.search(text) and not _FULL.search(text)


def _as_bytes(said: bytes | str) -> bytes:
    return said if isinstance(said, bytes) else said.encode()
