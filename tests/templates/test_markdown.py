# SPDX-License-Identifier: EUPL-1.2
"""What people write comes into Prefect's overviews as text, never as a link, an image or a tag."""

import pytest
from markdown_it import MarkdownIt

from gehoord.templates.markdown import as_table, plain

SLY = [
    "[klik hier](javascript:alert(1))",
    "![](https://elders.example/volg.png)",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "&#106;avascript",
    "[a]: javascript:alert(1)",
    "`code` **vet** _schuin_ ~~weg~~",
    "a | b | c",
    "een\n\n# kop\n\n- lijst",
    r"\[klik](javascript:x)",
    "<javascript:alert(1)>",
]


def shown(markdown: str) -> set[str]:
    """The kinds of things that a reader of Markdown makes of it."""
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(markdown)
    return {t.type for token in tokens for t in (token, *(token.children or ()))}


@pytest.mark.parametrize("text", SLY)
def test_text_by_people_stays_text(text: str) -> None:
    plainly = shown(f"- {plain('niets')}")
    assert shown(f"- {plain(text)}") == plainly


@pytest.mark.parametrize("text", SLY)
def test_and_so_it_does_in_a_cell_of_a_table(text: str) -> None:
    rows = [{"Gemeente": "Texel", "Antwoord": text}]
    assert shown(as_table(rows)) == shown(as_table([{"Gemeente": "Texel", "Antwoord": "niets"}]))
    assert as_table(rows).count("\n") == 2


def test_nobody_to_show_is_no_table() -> None:
    assert as_table([]) == ""
