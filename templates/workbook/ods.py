# SPDX-License-Identifier: EUPL-1.2
"""A workbook as ODS, by the standard library: its XML by Jinja, packed with a fixed moment."""

import io
import re
import zipfile
from datetime import date, datetime
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from gehoord.domain.workbook.tab import Column, Sort
from gehoord.domain.workbook.tabs import EXPLANATION
from gehoord.templates.workbook.book import Book, BookTab
from gehoord.templates.workbook.width import width_of

MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
_PARTS: Final = ("content.xml", "settings.xml", "META-INF/manifest.xml")
_CM_PER_SIGN: Final = 0.19
_BLANKS: Final = re.compile("  +")


def ods(book: Book) -> bytes:
    """Return the workbook as the bytes of an ODS file; the same workbook gives the same bytes."""
    content = io.BytesIO()
    moment = datetime(book.made_on.year, book.made_on.month, book.made_on.day)  # noqa: DTZ001
    with zipfile.ZipFile(content, "w") as archive:
        # A reader knows the file by this part: it comes first and is not packed.
        archive.writestr(_entry("mimetype", moment), MEDIA_TYPE, zipfile.ZIP_STORED)
        for part in _PARTS:
            template = _ENVIRONMENT.get_template(f"{part.rpartition('/')[2]}.j2")
            text = template.render(book=book, explanation=EXPLANATION, media_type=MEDIA_TYPE)
            archive.writestr(_entry(part, moment), text, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _entry(name: str, moment: datetime) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, moment.timetuple()[:6])


def _cell(value: str | date, style: str, choices: str = "") -> Markup:
    """Return a cell; a text is never a formula, for it has the type of a text."""
    looks = Markup(' table:style-name="{}"').format(style)
    if choices:
        looks += Markup(' table:content-validation-name="{}"').format(choices)
    if isinstance(value, date):
        typed = Markup(' office:value-type="date" office:date-value="{}"').format(value)
        return Markup("<table:table-cell{}{}/>").format(looks, typed)
    if value and style.startswith("getal"):
        typed = Markup(' office:value-type="float" office:value="{}"').format(value)
        return Markup("<table:table-cell{}{}/>").format(looks, typed)
    if not value:
        return Markup("<table:table-cell{}/>").format(looks)
    lines = Markup().join(Markup("<text:p>{}</text:p>").format(_line(v)) for v in value.split("\n"))
    typed = Markup(' office:value-type="string"')
    return Markup("<table:table-cell{}{}>{}</table:table-cell>").format(looks, typed, lines)


def _line(text: str) -> Markup:
    """Return a line of text with all of its blanks, which XML would join."""
    blanks = _BLANKS.sub(lambda m: f' <text:s text:c="{len(m[0]) - 1}"/>', str(escape(text)))
    return Markup(blanks)  # noqa: S704, what was typed is escaped


def _style(column: Column) -> str:
    """Return how the cells of a column look: what is asked is white, what is given is grey."""
    sort = column.sort if column.sort in (Sort.DAY, Sort.NUMBER) else Sort.TEXT
    return sort + ("" if column.is_asked else "-grijs")


def _width(tab: BookTab, place: int) -> str:
    signs = width_of(tab.tab.columns[place], [row[place] for row in tab.rows])
    return f"{signs * _CM_PER_SIGN:.2f}cm"


def _listed(choices: tuple[str, ...]) -> str:
    """Return the choices as the condition of a cell names them."""
    return ";".join('"{}"'.format(choice.replace('"', '""')) for choice in choices)


def _letter(place: int) -> str:
    """Return the letter of a column, from 0; no tab has more than there are letters."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place]


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("gehoord.templates", "workbook"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    named = (_cell, _style, _width, _listed, _letter)
    environment.globals |= {function.__name__.strip("_"): function for function in named}
    return environment


_ENVIRONMENT: Final = _environment()
