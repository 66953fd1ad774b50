# SPDX-License-Identifier: EUPL-1.2
"""A document as PDF: made of its own HTML, accessible (PDF/UA-1), fit to be kept (PDF/A-2a).

There is one text of a document. Typst reads its HTML as data: what stands in it is never code.
"""

from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import typst

from gehoord.domain.errors import GehoordError
from gehoord.domain.settable import settable
from gehoord.templates.paper.xhtml import xhtml

_FOLDER: Final = Path(__file__).parent
_NOON: Final = time(12, tzinfo=UTC)
"""The hour that a file names as its own: on the day of the document, wherever it is read."""


class NotSetError(GehoordError):
    """A document cannot be given in the form that is asked for."""


@lru_cache(maxsize=256)
def letter_as_pdf(html: str, on: date) -> bytes:
    """Return a letter as PDF: of the same letter and day always the same bytes.

    Args:
        html: the letter, also one of 0.1.0.
        on: the day of the letter.

    Raises:
        NotSetError: it is no letter of ours, or cannot be set in keeping with the standards.
    """
    return _as_pdf(
        "letter",
        html,
        on,
        "De brief kan niet als PDF worden gemaakt: hij is niet opgemaakt als brief van Gehoord.",
    )


def report_as_pdf(html: str, on: date) -> bytes:
    """Return a long document about answers as PDF: the same on every machine.

    Args:
        html: the account of the responses, or the nota van beantwoording.
        on: the day on which it is made.

    Raises:
        NotSetError: it cannot be set in keeping with the standards.
    """
    return _as_pdf(
        "report",
        html,
        on,
        "Dit stuk kan niet als PDF worden gemaakt. Vraag het als DOCX of HTML.",
    )


def _as_pdf(layout: str, html: str, on: date, refused: str) -> bytes:
    """Set a document in one of the layouts of this folder, or refuse it in these words.

    A document in which a character had to be replaced says so.
    """
    try:
        return typst.compile(
            str(_FOLDER / f"{layout}.typ"),
            root=str(_FOLDER),
            font_paths=_fonts(),
            format="pdf",
            timestamp=datetime.combine(on, _NOON),
            sys_inputs={"source": settable(xhtml(html))},
            pdf_standards=["a-2a", "ua-1"],
        )
    except typst.TypstError as error:
        raise NotSetError(refused) from error


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts of this folder alone: a document looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(_FOLDER / "fonts")])
