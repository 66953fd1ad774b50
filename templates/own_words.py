"""The adviser's own words in a letter: plain text, in which only a few facts are filled in."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from markupsafe import Markup, escape

from gehoord.domain.dossier.own_words import IN_BRACKETS, Passage, placeholder
from gehoord.templates.reflow import BLANK_LINES

_BEFORE_HEADING: Final = re.compile(r'(?=<h2 id="[a-z]+">)')
_HEADING: Final = re.compile(r'<h2 id="([a-z]+)">.*?</h2>', re.DOTALL)
_ITEM: Final = "- "
_BEGINS: Final = re.compile(r"(?:\A|\w\w[.!?]\s)\s*\Z")
"""What stands before a new sentence; before 't.a.v.' and the like there is one letter."""
_UNKNOWN: Final = "(nog niet bekend)"


def with_own_words(html: str, own: Mapping[str, str], facts: Mapping[str, str]) -> Markup:
    """Return what stands between greeting and closing, with the adviser's words in their places.

    Args:
        html: what the template makes of it: a passage for each heading with an id.
        own: his words, by the name of their passage.
        facts: what a placeholder stands for; empty when it is not known.
    """
    if not own:
        return Markup(html)  # noqa: S704 - a template made it, and escaped what came in
    if Passage.WHOLE in own:
        return as_html(own[Passage.WHOLE], facts)
    introduction, *passages = _BEFORE_HEADING.split(html)
    if Passage.INTRODUCTION in own:
        introduction = as_html(own[Passage.INTRODUCTION], facts)
    said = (_passage(passage, own, facts) for passage in passages)
    return Markup("".join([introduction, *said]))  # noqa: S704


def as_html(text: str, facts: Mapping[str, str]) -> Markup:
    """Return plain text as paragraphs and lists; nothing in it is code, whatever it looks like."""
    return Markup("").join(_blocks(text, facts))


def _passage(html: str, own: Mapping[str, str], facts: Mapping[str, str]) -> str:
    heading = _HEADING.match(html)
    if heading is None or heading[1] not in own:
        return html
    return f"{heading[0]}\n{as_html(own[heading[1]], facts)}"


def _blocks(text: str, facts: Mapping[str, str]) -> Iterator[Markup]:
    for block in filter(None, BLANK_LINES.split(text)):
        said = _filled_in(block.strip(), facts)
        lines = [escape(line.strip()) for line in said.split("\n")]
        if all(line.startswith(_ITEM) for line in lines):
            items = (Markup("<li>{}</li>\n").format(line.removeprefix(_ITEM)) for line in lines)
            yield Markup("<ul>\n{}</ul>\n").format(Markup("").join(items))
        else:
            yield Markup("<p>{}</p>\n").format(Markup("<br/>\n").join(lines))


def _filled_in(block: str, facts: Mapping[str, str]) -> str:
    """Return a paragraph with its facts: with a capital where they begin a sentence, or if asked.

    >>> _filled_in("[raad] is gehoord. [Raad] en [raad]", {"raad": "uw raad"})
    'Uw raad is gehoord. Uw raad en uw raad'
    """

    def fact(found: re.Match[str]) -> str:
        name = placeholder(found[1])
        if name not in facts:
            return found[0]
        said = facts[name] or _UNKNOWN
        begins = name != found[1] or _BEGINS.search(block, 0, found.start())
        return f"{said[:1].upper()}{said[1:]}" if begins else said

    return IN_BRACKETS.sub(fact, block)
