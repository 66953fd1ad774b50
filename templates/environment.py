"""How the templates of letters and mails are filled in, and which words they may ask for."""

from typing import Final

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined, select_autoescape

from gehoord.domain.proposal.part import part_in_words
from gehoord.law import awb, politiewet
from gehoord.templates import wording

BREAK: Final = "\x1e"
"""Stands for a line break in free text; cleaned text cannot hold it."""


def environment() -> Environment:
    """Return what fills in the templates of letters and mails."""
    found = Environment(
        loader=PrefixLoader(
            {folder: PackageLoader("gehoord.templates", folder) for folder in ("letters", "mails")}
        ),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    words = (wording.stretch, wording.count, wording.capital)
    more = (wording.closed, wording.listed, wording.cited, wording.shortened)
    found.filters |= {word.__name__: word for word in (*words, *more)}
    found.filters |= {"part": part_in_words, "kept_lines": _kept_lines}
    found.globals |= {"law": politiewet, "awb": awb}
    return found


def _kept_lines(text: str) -> str:
    return text.replace("\n", BREAK)
