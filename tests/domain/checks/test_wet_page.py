# SPDX-License-Identifier: EUPL-1.2
"""docs/wet.md, the reading aid of a jurist, is complete and says what the checks do.

After a new check or article: add it to docs/wet.md, under the article on which it rests.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from gehoord.domain.checks import Check, all_checks
from gehoord.domain.checks.offices import in_words
from gehoord.domain.finding import Severity
from gehoord.domain.ground import GroundKind
from gehoord.law.article import Article
from gehoord.law.term import Term

WET = (Path(__file__).parents[3] / "docs" / "wet.md").read_text()
LISTED = {
    "Weigert": Severity.BLOCK,
    "Vraagt een reden": Severity.REASON,
    "Waarschuwt": Severity.WARN,
}
LAWS = ("politiewet", "awb", "termijnenwet", "kieswet")


def sections() -> Iterator[tuple[str, str, str]]:
    """Yield the statute, the heading and the text of each part of the page."""
    for law in re.split(r"^## ", WET, flags=re.MULTILINE)[1:]:
        name = law.splitlines()[0]
        for part in re.split(r"^### ", law, flags=re.MULTILINE):
            heading, _, text = part.partition("\n")
            yield name, heading, text


def listed() -> dict[str, tuple[str, str, str, str]]:
    """Return of each finding the statute, the heading and the list it stands in, and its words."""
    found = {}
    for law, heading, text in sections():
        for item in re.findall(r"^- (?:.+\n?)(?:  .+\n?)*", text, re.MULTILINE):
            kind = re.split("[,:]", item[2:])[0]
            for code, words in re.findall(r"`([a-z0-9-]+)`([^`]*)", item):
                assert code not in found, f"'{code}' stands there twice"
                found[code] = (law, heading, kind, " ".join(words.split()))
    return found


FOUND = listed()


def articles() -> set[Article]:
    """Return every article that the product can cite: all that are in `law/`."""
    found: set[Article] = set()
    for name in LAWS:
        for value in vars(import_module(f"gehoord.law.{name}")).values():
            held = value.values() if isinstance(value, dict) else [value]
            found |= {a for a in held if isinstance(a, Article)}
            found |= {t.article for t in held if isinstance(t, Term) and t.article}
    return found


def test_every_finding_stands_on_the_page_and_no_other() -> None:
    assert set(FOUND) == {check.code for check in all_checks}


@pytest.mark.parametrize("check", all_checks, ids=lambda check: check.code)
def test_a_finding_stands_under_its_article_with_its_weight_and_its_office(check: Check) -> None:
    law, heading, kind, words = FOUND[check.code]
    assert LISTED[kind] is check.severity
    if check.ground.article is None:
        assert law == "Praktijk"
    else:
        assert law == check.ground.article.law
        assert re.search(rf"{re.escape(check.ground.article.short)}\b(?! lid)", heading)
    if check.offices:
        assert f"({in_words(check.offices)}" in words


@pytest.mark.parametrize("article", sorted(articles(), key=str), ids=str)
def test_every_article_that_can_be_cited_has_its_place(article: Article) -> None:
    cited = re.compile(rf"{re.escape(article.short)}\b(?! lid)")
    assert [h for law, h, _ in sections() if law == article.law and cited.search(h)]


def test_a_block_that_rests_on_our_reading_is_said_to() -> None:
    read = [c for c in all_checks if c.severity is Severity.BLOCK]
    for check in read:
        is_reading = check.ground.kind is GroundKind.READING
        pattern = rf"- Weigert, naar onze lezing:[^:]*`{check.code}`"
        assert bool(re.search(pattern, WET)) == is_reading, check.code


def test_the_page_says_that_it_replaces_no_jurist() -> None:
    assert "Gehoord ondersteunt een jurist\nen vervangt die niet" in WET
    assert "Staatsblad 2022, 216 is niet gezien" in WET
    for article in ("17", "19", "20", "23", "32a"):
        assert re.search(rf"art\. {article}\b", WET.split("## Gemeentewet")[1], re.IGNORECASE)
