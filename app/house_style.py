# SPDX-License-Identifier: EUPL-1.2
"""The house style of an organisation, as it may go into a site that calls nobody."""

import re
from pathlib import Path
from typing import Final

from gehoord.app.writing import reading
from gehoord.domain.errors import GehoordError

_REMARK: Final = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?(?:\*/|\Z)""", re.DOTALL
)
_ESCAPED: Final = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)
_ELSEWHERE: Final = re.compile(
    r"@import|\burl\((?!\s*[\"']?\s*data:)|\b(?:src|image|image-set|cross-fade)\(", re.IGNORECASE
)
_LAST_SIGN: Final = 0x10FFFF


def public_style(file: Path) -> bytes:
    """Return a house style without its remarks, which are for who wrote it.

    Raises:
        GehoordError: it cannot be read, or fetches something that is not in the site.
    """
    with reading(file):
        content = file.read_bytes()
    try:
        text = _REMARK.sub(lambda found: found[1] or "", content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise GehoordError(
            f"{file} is geen tekst in UTF-8. Sla het bestand op als UTF-8 en probeer het opnieuw."
        ) from None
    if found := _ELSEWHERE.search(_ESCAPED.sub(_sign, text)):
        raise GehoordError(
            f"{file} haalt met '{found[0].strip()}' iets op van buiten de openbare site, en dat "
            "mag daar niet. Haal die regel weg, of zet een plaatje er zelf in ('data:')."
        )
    return text.strip().encode() + b"\n"


def _sign(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else 0
    return found[2] or (chr(number) if number <= _LAST_SIGN else "")
