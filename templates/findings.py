# SPDX-License-Identifier: EUPL-1.2
"""Findings in lines, heaviest first: each with its article, its ground and what to do."""

from collections.abc import Iterator, Sequence

from gehoord.calendar.dutch import enumeration
from gehoord.domain.finding import Finding
from gehoord.templates.sources import explained


def finding_lines(found: Sequence[Finding], remarks: Sequence[str] = ()) -> Iterator[str]:
    """Yield the lines of findings.

    The last says what the documents are that they, or remarks above them, name by a number.
    """
    for finding in found:
        article = f" [{finding.article}]" if finding.article else ""
        word = "stap" if len(finding.steps) == 1 else "stappen"
        steps = f" ({word} {enumeration(list(finding.steps))})" if finding.steps else ""
        yield f"{finding.severity.upper()} {finding.code}{steps}: {finding.text}{article}"
        if beside := finding.ground.beside_article:
            yield f"  Rust op: {beside}"
        yield f"  {finding.next_step}"
    if sources := sources_named(found, remarks):
        yield sources


def sources_named(found: Sequence[Finding], remarks: Sequence[str] = ()) -> str:
    """Return what the documents are that findings and remarks name by a number, if they do."""
    return explained([*remarks, *(f"{f.text} {f.ground.in_words}" for f in found)])
