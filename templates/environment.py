# SPDX-License-Identifier: EUPL-1.2
"""Where the templates of letters and mails are found, and the words that they know."""

from typing import Final

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined, select_autoescape

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.proposal.part import part_in_words
from gehoord.law import awb, politiewet
from gehoord.templates import wording
from gehoord.templates.own_words import with_own_words
from gehoord.templates.reflow import kept_lines, paragraphs_of


def _environment() -> Environment:
    environment = Environment(
        loader=PrefixLoader(
            {folder: PackageLoader("gehoord.templates", folder) for folder in ("letters", "mails")}
        ),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    words = (wording.stretch, wording.count, wording.capital, wording.time_left)
    more = (wording.closed, wording.listed, wording.cited, wording.shortened)
    environment.filters |= {word.__name__: word for word in (*words, *more)}
    environment.filters |= {"with_own_words": with_own_words}
    environment.filters |= {"day": day_in_words, "paragraphs_of": paragraphs_of}
    environment.filters |= {"part": part_in_words, "kept_lines": kept_lines}
    environment.globals |= {"law": politiewet, "awb": awb}
    return environment


ENVIRONMENT: Final = _environment()
