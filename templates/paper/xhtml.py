# SPDX-License-Identifier: EUPL-1.2
"""A letter as XML that can be set: the HTML of this version, and that of 0.1.0."""

import re
from typing import Final

_OPEN: Final = re.compile(r"<(meta|br|col)\b([^<>]*?)/?>")
"""An element that holds nothing: 0.1.0 did not close it."""
_SUBJECT: Final = re.compile(r'(<dd class="onderwerp">)(?!<h)(.*?)(</dd>)', re.DOTALL)
"""The subject of a letter of 0.1.0, which was no heading; a standard asks for one."""
_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold; nothing that a reader sees."""


def xhtml(html: str) -> str:
    """Return a letter as XML, without the characters that XML does not allow.

    >>> xhtml('<br><dd class="onderwerp">Proces</dd>')
    '<br/><dd class="onderwerp"><h1>Proces</h1></dd>'
    """
    closed = _OPEN.sub(r"<\1\2/>", _NOT_IN_XML.sub("", html))
    return closed if "<h1>" in closed else _SUBJECT.sub(r"\1<h1>\2</h1>\3", closed)
