# SPDX-License-Identifier: EUPL-1.2
"""Text as a calendar may carry it: nothing that hides, reverses or breaks off what is read."""

import re
import unicodedata

from icalendar import vText

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
BYTE_ORDER_MARK = "\ufeff"
LINE_BREAK = re.compile("\r\n|[\r\x85\u2028\u2029]")
BLANK = re.compile(r"[ \t\n]+")


def paragraphs(text: str) -> str:
    r"""Return the text with its line breaks as ``\n``, and without what no reader sees.

    Control characters (tab and line break apart), signs that turn the direction of reading, byte
    order marks and halves of a surrogate pair are left out: the library lets NUL and VT through,
    and a reader stops there or refuses the whole calendar.

    >>> paragraphs("Uitkomst:\r\n\x00akkoord\u202e ")
    'Uitkomst:\nakkoord'
    """
    if text.isprintable():  # nearly all text is, and none of what goes out of it
        return text.strip()
    return "".join(filter(_is_readable, LINE_BREAK.sub("\n", text))).strip()


def one_line(text: str) -> str:
    r"""Return the readable text on one line, every run of blanks as one space.

    >>> one_line("Raad  van\r\nHaarlem")
    'Raad van Haarlem'
    """
    return BLANK.sub(" ", paragraphs(text))


def _is_readable(character: str) -> bool:
    if character in "\t\n":
        return True
    if character in BIDI or character == BYTE_ORDER_MARK:
        return False
    return unicodedata.category(character) not in ("Cc", "Cs")


class Text(vText):
    r"""A text value, escaped as RFC 5545 3.3.11 says and no further.

    The library's own ``vText`` takes a backslash before a capital N for a line break, so that
    ``G:\Noord-Holland`` would lose its N.

    >>> Text("G:\\Noord; Zuid").to_ical()
    b'G:\\\\Noord\\; Zuid'
    """

    def to_ical(self) -> bytes:
        """Return the escaped value in UTF-8."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()
