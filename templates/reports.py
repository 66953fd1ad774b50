# SPDX-License-Identifier: EUPL-1.2
"""How the long documents about answers are made: XHTML that is the source of each other form."""

from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import paragraphs
from gehoord.domain.workbook.accounted import kind_of, version_in_words
from gehoord.law import awb, politiewet
from gehoord.templates import wording


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("gehoord.templates", "archive"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=lambda value: paragraphs(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "day": day_in_words,
        "count": wording.count,
        "kind": kind_of,
        "capital": wording.capital,
        "closed": wording.closed,
        "listed": wording.listed,
        "cited": wording.cited,
        "version": version_in_words,
    }
    environment.globals |= {"law": politiewet, "awb": awb}
    return environment


REPORTS: Final = _environment()
