# SPDX-License-Identifier: EUPL-1.2
"""Characters that a word processor puts in a file and that nobody sees: where, and what to do."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

_QUOTES: Final = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u00b4"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2212"
_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_LINE_ENDS: Final = "\x0b\x0c\x85\u2028\u2029"

_KINDS: Final = (
    (f"[{_QUOTES}]", "een gekruld aanhalingsteken ({}); typ een recht aanhalingsteken"),
    (f"[{_DASHES}]", "een lang streepje ({}); typ een gewoon streepje (-)"),
    (f"[{_SPACES}]", "een harde of bijzondere spatie; typ een gewone spatie"),
    (f"[{_UNSEEN}]", "een teken dat niet te zien is; wis wat hier staat en typ het opnieuw"),
    (
        rf"[{_LINE_ENDS}]|\r(?!\n)",
        "een oud regeleinde; bewaar het bestand met gewone regeleinden (LF of CRLF)",
    ),
)
_ODD: Final = re.compile("|".join(pattern for pattern, _ in _KINDS))
_HIDDEN: Final = re.compile(f"[{_UNSEEN}]")
_AT: Final = re.compile(r"\(at line (\d+), column (\d+)\)")


class PlaceInFile(NamedTuple):
    """A place in a file: the line and the character on it, both from 1."""

    line: int
    character: int

    def __str__(self) -> str:
        """Say the place in Dutch."""
        return f"regel {self.line}, teken {self.character}"


def place_of(text: str, index: int) -> PlaceInFile:
    """Return where the character at an index stands."""
    before = text[:index]
    return PlaceInFile(before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1)


def why_unreadable(text: str, message: str) -> str | None:
    """Return which odd character keeps text from being TOML; nothing if it is none of these.

    Args:
        text: what could not be read.
        message: what Python's own reader said of it.

    >>> why_unreadable("naam\u00a0= 1", "Expected '=' after a key (at line 1, column 5)")
    'regel 1, teken 5: hier staat een harde of bijzondere spatie; typ een gewone spatie'
    """
    text = text.replace("\r\n", "\n")
    return next((_told(text, found) for found in _suspects(text, message)), None)


def has_unseen(text: str) -> bool:
    """Whether a character stands in a text that nobody sees, as one pasted from a document can."""
    return _HIDDEN.search(text) is not None


def hidden_in(text: str, content: Any) -> str | None:
    """Return which unseen character stands in a key or a text of a file that is TOML.

    Args:
        text: the file.
        content: what was read from it; what stands in its comments does not matter.
    """
    if not has_unseen(text) or not any(map(_HIDDEN.search, _texts(content))):
        return None
    text = text.replace("\r\n", "\n")
    found = next((m for m in _HIDDEN.finditer(text) if not _is_comment(text, m.start())), None)
    return _told(text, found) if found else None


def why_not_utf_8(text: bytes, at: int) -> str:
    """Return where a file is no UTF-8, and which letter of Windows was probably meant."""
    before = text[:at].decode("utf-8").replace("\r\n", "\n")
    place = place_of(before, len(before))
    meant = text[at : at + 1].decode("cp1252", errors="replace")
    return f"{place}: hier staat een teken dat geen UTF-8 is, waarschijnlijk '{meant}' uit Windows"


def _suspects(text: str, message: str) -> Iterator[re.Match[str]]:
    """Yield the odd characters that may be the cause: at the place itself, or on its line."""
    lines = text.split("\n")
    if not (at := _AT.search(message)):
        found = (m for m in _ODD.finditer(text) if not _is_comment(text, m.start()))
        yield from (m for m in found if m[0] in _QUOTES)
        return
    number, column = int(at[1]), int(at[2])
    start = sum(len(line) + 1 for line in lines[: number - 1])
    if exact := _ODD.match(text, start + column - 1):
        yield exact
    yield from _ODD.finditer(text, start, start + len(lines[number - 1]))


def _told(text: str, found: re.Match[str]) -> str:
    says = next(says for pattern, says in _KINDS if re.fullmatch(pattern, found[0]))
    return f"{place_of(text, found.start())}: hier staat {says.format(found[0])}"


def _is_comment(text: str, index: int) -> bool:
    return text[text.rfind("\n", 0, index) + 1 : index].lstrip().startswith("#")


def _texts(content: Any) -> Iterator[str]:
    """Yield every key and text of what was read from a file."""
    rest = [content]
    while rest:
        match rest.pop():
            case dict() as table:
                yield from table
                rest += table.values()
            case list() as items:
                rest += items
            case str() as text:
                yield text
