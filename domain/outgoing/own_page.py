# SPDX-License-Identifier: EUPL-1.2
"""The place in a mail at which the key to its reader's own page comes, when the mail leaves.

What is kept of a mail bears the mark alone: so no key stands in the register, in the archive of a
dossier or in a backup.
"""

import re
from typing import Final

MARK: Final = "[uw-eigen-sleutel]"
"""Stands in the place of the key."""

_PARAGRAPHS: Final = re.compile(r"\n{2,}")


def own_page(desk: str) -> str:
    """Return the address of a page as mails are kept with it; empty without a desk.

    >>> own_page("https://balie.example"), own_page("")
    ('https://balie.example/p/[uw-eigen-sleutel]', '')
    """
    return f"{desk}/p/{MARK}" if desk else ""


def bears_own_page(body: str) -> bool:
    """Whether a mail names the page of its reader."""
    return MARK in body


def with_key(body: str, token: str | None) -> str:
    r"""Return a mail as it leaves: with the key in its place, or without the page for lack of one.

    >>> with_key("Dag,\n\nUw pagina: /p/[uw-eigen-sleutel]\n\nGroet", "abc")
    'Dag,\n\nUw pagina: /p/abc\n\nGroet'
    >>> with_key("Dag,\n\nUw pagina: /p/[uw-eigen-sleutel]\n\nGroet", None)
    'Dag,\n\nGroet'
    """
    if not bears_own_page(body):
        return body
    if token:
        return body.replace(MARK, token)
    return "\n\n".join(part for part in _PARAGRAPHS.split(body) if MARK not in part)
