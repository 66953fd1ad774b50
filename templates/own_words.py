# SPDX-License-Identifier: EUPL-1.2
"""The adviser's own words in a letter or mail: plain text, in which a few facts are filled in."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from markupsafe import Markup, escape

from gehoord.domain.dossier.own_words import IN_BRACKETS, Passage, placeholder
from gehoord.templates.reflow import BLANK_LINES

_BEFORE_HEADING: Final = re.compile(r'(?=<h2 id="[a-z]+">)')
_HEADING: Final = re.compile(r'<h2 id="([a-z]+)">.*?</h2>', re.DOTALL)
_ITEM: Final = "- "
_OPENS: Final = " \n(\"'“‘„"  # noqa: RUF001 - quotes as people type them
_CLOSES: Final = ")\"'”’"  # noqa: RUF001
_FULL_STOP: Final = re.compile(r"[^\s.]\.\Z")
_SHORT: Final = re.compile(
    r"(?:\.[a-z]|\b(?:[a-tv-z]|afd|art|bijl|bijv|blz|bv|ca|dhr|drs?|enz|etc|evt|excl|gem|hfst|incl"
    r"|ing|ir|jl|max|mevr|min|mr|mw|nrs?|ong|pag|par|plm|prof|resp|tel|vgl|zgn)"
    r"|\d (?:jan|febr?|mrt|apr|aug|sept?|okt|nov|dec))\.\Z",
    re.IGNORECASE,
)
"""What ends in a full stop and in no sentence; but 'van u.' does end one."""
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


def as_plain(text: str, facts: Mapping[str, str]) -> str:
    """Return plain text for a mail, with its paragraphs and its lines as he typed them."""
    blocks = (block.strip() for block in BLANK_LINES.split(text))
    return "\n\n".join(_filled_in(block, facts) for block in blocks if block)


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
        begins = name != found[1] or _begins_sentence(block[: found.start()])
        return f"{said[:1].upper()}{said[1:]}" if begins else said

    return IN_BRACKETS.sub(fact, block)


def _begins_sentence(before: str) -> bool:
    """Return whether a sentence or an item of a list begins after some text.

    >>> [_begins_sentence(text) for text in ("", "- ", "Ja. (", "Kijk, bijv. ", "de ")]
    [True, True, True, False, False]
    """
    if before.rpartition("\n")[2].strip() == _ITEM.strip():
        return True
    said = before.rstrip(_OPENS)
    if not said:
        return True
    has_blank = any(sign.isspace() for sign in before[len(said) :])
    sentence = said.rstrip(_CLOSES)
    stops = _FULL_STOP.search(sentence) and not _SHORT.search(sentence)
    return has_blank and (sentence.endswith(("!", "?")) or bool(stops))
