"""A letter as PDF: made of its own HTML, accessible (PDF/UA-1) and fit to be kept (PDF/A-2a).

There is one text of a letter. Typst reads its HTML as data: what stands in it is never code.
"""

from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import typst

from gehoord.domain.errors import GehoordError
from gehoord.templates.paper.xhtml import xhtml

_FOLDER: Final = Path(__file__).parent
_NOON: Final = time(12, tzinfo=UTC)
"""The hour that a file names as its own: on the day of the letter, wherever it is read."""


class NotSetError(GehoordError):
    """A letter cannot be given in the form that is asked for."""


@lru_cache(maxsize=256)
def letter_as_pdf(html: str, on: date) -> bytes:
    """Return a letter as PDF: of the same letter and day always the same bytes.

    Args:
        html: the letter, also one of 0.1.0.
        on: the day of the letter.

    Raises:
        NotSetError: it is no letter of ours, or cannot be set in keeping with the standards.
    """
    try:
        return typst.compile(
            str(_FOLDER / "letter.typ"),
            root=str(_FOLDER),
            font_paths=_fonts(),
            format="pdf",
            timestamp=datetime.combine(on, _NOON),
            sys_inputs={"letter": xhtml(html)},
            pdf_standards=["a-2a", "ua-1"],
        )
    except typst.TypstError as error:
        raise NotSetError(
            "De brief kan niet als PDF worden gemaakt: hij is niet opgemaakt als brief van Gehoord."
        ) from error


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts of this folder alone: a letter looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(_FOLDER / "fonts")])
