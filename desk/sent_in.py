# SPDX-License-Identifier: EUPL-1.2
"""What somebody sends in with a form: its fields and its files, within limits.

What is too large, too slow or no form is refused before it is understood. A file waits on the disk
until somebody reads it, so that many at once take no memory.
"""

import asyncio
import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive

from gehoord.calendar.ical.text import one_line, paragraphs
from gehoord.tasks.upload import LARGEST

LARGEST_FIELD: Final = 64 * 1024
"""Bytes of one field; the longest text that a report holds takes less."""
MOST_FILES: Final = 2
SECONDS: Final = 120.0
"""How long a form may be on its way."""

_CLOSE: Final = {"Connection": "close"}
"""Who is not heard out is hung up on: nobody reads what he still sends."""
_FORMS: Final = ("multipart/form-data", "application/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True)
class SentLimits:
    """How much one form may hold.

    Attributes:
        file: bytes of its files together.
        fields: how many there may be.
    """

    file: int = LARGEST
    fields: int = 60

    @property
    def body(self) -> int:
        """Bytes of all of it: its files and its fields."""
        return self.file + self.fields * 8 * 1024


OF_ANY_PARTY: Final = SentLimits()
"""What a form may hold that anybody with a link sends in."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it was sent in: a name on one line, which is never a path, and its bytes."""

    name: str
    content: bytes


class SentIn:
    """The fields and files of one form; the files can be read while the form is open.

    Args:
        form: as it arrived.
    """

    def __init__(self, form: FormData) -> None:
        self._form = form

    @property
    def names(self) -> tuple[str, ...]:
        """The names of what was sent in, each once, in order."""
        return tuple(sorted(set(self._form)))

    def text(self, name: str) -> str:
        r"""Return a field as readable text, composed (NFC), its lines ended by ``\n``.

        Of several by one name the last; empty when it was not sent. Control characters and signs
        that turn the direction of reading are left out, as from all text that comes in.
        """
        return next(reversed(self.texts(name)), "")

    def texts(self, name: str) -> tuple[str, ...]:
        """Return every field by one name in the same way: boxes of which several are ticked."""
        found = [value for value in self._form.getlist(name) if isinstance(value, str)]
        return tuple(paragraphs(unicodedata.normalize("NFC", value)) for value in found)

    def file(self, name: str) -> SentFile | None:
        """Return a file, read whole; nothing when none was chosen. To be called in a thread."""
        sent = self._form.get(name)
        if not isinstance(sent, UploadFile) or not (sent.filename or sent.size):
            return None
        sent.file.seek(0)
        called = unicodedata.normalize("NFC", sent.filename or "")
        return SentFile(one_line(called), sent.file.read())


@asynccontextmanager
async def sent_in(request: Request, limits: SentLimits = OF_ANY_PARTY) -> AsyncIterator[SentIn]:
    """Give what was sent in with a request.

    Raises:
        HTTPException: 413 when it is larger than a form may be, whatever it says of itself; 408
            when it is too long on its way; 415 when it is no form; 400 when it is broken, or has
            more fields or files than any form of ours.
    """
    _refuse_no_form(request)
    _refuse_large(request, limits)
    limited = Request(request.scope, _limited(request.receive, limits))
    form = await _parsed(limited, limits)
    try:
        yield SentIn(form)
    finally:
        await form.close()


async def _parsed(request: Request, limits: SentLimits) -> FormData:
    try:
        async with asyncio.timeout(SECONDS):
            return await request.form(
                max_files=MOST_FILES, max_fields=limits.fields, max_part_size=LARGEST_FIELD
            )
    except TimeoutError:
        raise HTTPException(408, _TOO_SLOW, _CLOSE) from None
    except (MultiPartException, ClientDisconnect):
        raise HTTPException(400, _BROKEN, _CLOSE) from None
    except HTTPException as error:
        if error.status_code != 400:
            raise
        raise HTTPException(400, _BROKEN, _CLOSE) from None


def _refuse_no_form(request: Request) -> None:
    """Refuse what no form of ours sends; one in another character set is none."""
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    charset = rest.casefold().replace(" ", "").replace('"', "").partition("charset=")[2]
    is_ours = charset.partition(";")[0] in ("", "utf-8")
    if kind.strip().casefold() not in _FORMS or not is_ours:
        raise HTTPException(415, _NO_FORM, _CLOSE)


def _refuse_large(request: Request, limits: SentLimits) -> None:
    told = request.headers.get("content-length", "0")
    if not told.isascii() or not told.isdigit() or int(told[:20]) > limits.body:
        raise HTTPException(413, _too_large(limits), _CLOSE)


def _limited(receive: Receive, limits: SentLimits) -> Receive:
    """Return what receives the same, but no more than a form may hold."""
    received = 0

    async def limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > limits.body:
            raise HTTPException(413, _too_large(limits), _CLOSE)
        return message

    return limited


def _too_large(limits: SentLimits) -> str:
    if not limits.file:
        return "Wat u instuurt, is te groot. Er is niets bewaard. Maak uw tekst korter."
    return (
        f"Wat u instuurt, is groter dan {limits.file // 1_000_000} MB. Er is niets bewaard. Kies "
        "een kleiner bestand."
    )


_TOO_SLOW: Final = "Het insturen duurde te lang. Er is niets bewaard. Probeer het opnieuw."
_BROKEN: Final = (
    "Het formulier kwam niet heel aan. Er is niets bewaard. Open de pagina opnieuw en vul het nog "
    "een keer in."
)
_NO_FORM: Final = "Hier kan alleen een formulier van deze pagina naartoe. Er is niets bewaard."
