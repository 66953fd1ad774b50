# SPDX-License-Identifier: EUPL-1.2
"""What the desk answers: bytes under a tag by which they are known again, or the one 404."""

import hashlib
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from gehoord.templates.desk.rendering import sentence_page

HTML: Final = "text/html; charset=utf-8"
_BUSY_SECONDS: Final = "30"
_NOT_FOUND: Final = sentence_page(
    "Deze pagina is er niet",
    "De link is niet (meer) geldig, of niet helemaal overgenomen.",
    "Vraag een nieuwe link: beantwoord de mail waarin de link stond.",
    "Zijn vanaf uw netwerk veel verkeerde links geprobeerd? Dan opent een goede link even niet. "
    "Probeer het over tien minuten opnieuw.",
)


def page(content: bytes, status: int = 200) -> Response:
    """Return a page, which no browser or machine in between may keep."""
    return Response(content, status, {"Cache-Control": "no-store"}, HTML)


def not_found() -> Response:
    """Return the one answer to what is not there: unknown, withdrawn, expired or malformed."""
    return page(_NOT_FOUND, 404)


def sentence(status: int, title: str, *sentences: str, back: str = "") -> Response:
    """Return a page that says what is wrong, and no more; ``back`` is where it leads back to."""
    return page(sentence_page(title, *sentences, back=back), status)


def later(title: str, *sentences: str) -> Response:
    """Return a page that says that it does not work now, and by when to try again."""
    answer = sentence(503, title, *sentences)
    answer.headers["Retry-After"] = _BUSY_SECONDS
    return answer


def kept(request: Request, content: bytes, media_type: str, cache: str) -> Response:
    """Return bytes with a strong tag (RFC 9110 8.8.3), or 304 to who has them already.

    Args:
        request: may name the tags that its sender has.
        content: all of it; the same bytes have the same tag.
        media_type: what it is.
        cache: who may keep it, and for how long.
    """
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": cache}
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(None, 304, headers)
    return Response(content, 200, headers, media_type)


def _has(tags: str, tag: str) -> bool:
    """Whether a list of tags names one; a machine in between may have made it a weak one."""
    named = {one.strip().removeprefix("W/") for one in tags.split(",")}
    return tag in named or "*" in named
