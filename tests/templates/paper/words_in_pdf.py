# SPDX-License-Identifier: EUPL-1.2
"""What somebody copies who selects all text of a PDF."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

_RANGE = re.compile(rb"<(\w+)> <(\w+)>(?: <(\w+)>)?\n")


def words_in(content: bytes) -> str:
    """Return the text of a PDF, its lines without a break between them."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return "".join(part for page in pdf.pages for part in _of_page(page))


def _of_page(page: pikepdf.Page) -> Iterator[str]:
    fonts = {str(name): _letters(font) for name, font in page.resources.Font.items()}
    letters: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator), list(step.operands):
            case "Tf", [name, _]:
                letters = fonts[str(name)]
            case "TJ", [parts]:
                yield from (
                    _read(bytes(p), letters) for p in parts if isinstance(p, pikepdf.String)
                )
            case "Tj", [part]:
                yield _read(bytes(part), letters)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """Return what the signs of a font stand for, as the file says itself."""
    said = font.ToUnicode.read_bytes().partition(b"endcodespacerange")[2]
    return {
        int(sign, 16): bytes.fromhex((last or stands_for).decode()).decode("utf-16-be")
        for sign, stands_for, last in _RANGE.findall(said)
    }


def _read(signs: bytes, letters: dict[int, str]) -> str:
    return "".join(letters[int.from_bytes(signs[at : at + 2])] for at in range(0, len(signs), 2))
