# SPDX-License-Identifier: EUPL-1.2
"""The lines of a calendar file, unfolded; a line that cannot be read harms no other."""

import codecs
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final, NamedTuple

LONGEST: Final = 50_000
"""Bytes of a line that are kept: enough for 3000 days that are listed one by one."""

_UTF_16: Final = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_ZONE: Final = re.compile(r';\s*TZID\s*=\s*("[^"]*"|[^;]*)', re.IGNORECASE)
_FOLDS: Final = (b" ", b"\t")


class Line(NamedTuple):
    """One property, or the begin or end of a component.

    Attributes:
        number: where it begins in the file, from 1.
        text: the whole line, at most ``LONGEST`` bytes of it.
        is_whole: whether that is all.
    """

    number: int
    text: str
    is_whole: bool = True

    @property
    def name(self) -> str:
        """The name of the property, in capitals."""
        return self.text.partition(":")[0].partition(";")[0].strip().upper()

    @property
    def value(self) -> str:
        """What stands behind the first colon, for lines without parameters."""
        return self.text.partition(":")[2].strip()

    @property
    def is_filled(self) -> bool:
        """Whether anything stands behind the colon, or there is no colon at all."""
        return not self.text.rstrip().endswith(":")

    @property
    def dated(self) -> tuple[str, str]:
        """The zone and the value of a property that says when; no day has a colon, a zone may."""
        head, _, value = self.text.rpartition(":")
        zone = _ZONE.search(head)
        return (zone[1].strip('"').replace("\\", "") if zone else ""), value.strip()

    @property
    def parts(self) -> tuple[Mapping[str, str], str]:
        """The parameters by their names in capitals, and the value.

        Raises:
            ValueError: it is no property, or too long.
        """
        from icalendar.parser import Contentline

        if not self.is_whole:
            raise ValueError("The line is too long.")
        _, parameters, value = Contentline(self.text).parts()
        return parameters, value.strip()


def lines_of(content: bytes) -> Iterator[Line]:
    """Yield the lines of a file, whatever its line ends and its encoding.

    A line is UTF-8, or else Windows-1252. One character may be folded over two lines, so bytes are
    joined before they become text.
    """
    joined, number, is_whole = bytearray(), 0, True
    for at, physical in enumerate(BytesIO(_plain(content)), start=1):
        part = physical.rstrip(b"\n")
        if physical.startswith(_FOLDS) and joined:
            is_whole = is_whole and len(joined) + len(part) <= LONGEST
            joined += part[1:] if is_whole else b""
            continue
        if joined.strip():
            yield Line(number, _text(joined), is_whole)
        joined, number, is_whole = bytearray(part[:LONGEST]), at, len(part) <= LONGEST
    if joined.strip():
        yield Line(number, _text(joined), is_whole)


def _plain(content: bytes) -> bytes:
    """Return the bytes without a mark at their beginning, every line ended by a line feed."""
    for mark, encoding in _UTF_16.items():
        if content.startswith(mark):
            content = content.decode(encoding, errors="replace").encode()
    plain = content.removeprefix(codecs.BOM_UTF8)
    return plain.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _text(line: bytearray) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")
