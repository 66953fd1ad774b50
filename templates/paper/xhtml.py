"""A letter as XML that can be set: the HTML of this version, and that of 0.1.0."""

import re
from typing import Final

from gehoord.domain.settable import settable

_OPEN: Final = re.compile(r"<(meta|br|col)\b([^<>]*?)/?>")
"""An element that holds nothing: 0.1.0 did not close it."""
_SUBJECT: Final = re.compile(r'(<dd class="onderwerp">)(?!<h)(.*?)(</dd>)', re.DOTALL)
"""The subject of a letter of 0.1.0, which was no heading; a standard asks for one."""


def xhtml(html: str) -> str:
    """Return a letter as XML, with every character that cannot be set replaced.

    >>> xhtml('<br><dd class="onderwerp">Proces</dd>')
    '<br/><dd class="onderwerp"><h1>Proces</h1></dd>'
    """
    closed = _OPEN.sub(r"<\1\2/>", settable(html))
    return closed if "<h1>" in closed else _SUBJECT.sub(r"\1<h1>\2</h1>\3", closed)
