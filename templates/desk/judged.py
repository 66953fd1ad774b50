# SPDX-License-Identifier: EUPL-1.2
"""What the checks find in a dossier and which reasons were recorded, in a table."""

from dataclasses import dataclass

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.finding import Finding
from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.templates.desk.overview_links import RowLink, RowLinks
from gehoord.templates.sources import explained
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One finding: how much it weighs, what it says, what to do, and what it rests on.

    ``links`` lead to the forms that do it.
    """

    severity: str
    code: str
    text: str
    next_step: str
    ground: str
    links: tuple[RowLink, ...]


@dataclass(frozen=True, slots=True)
class JudgedPart:
    """The findings, the reasons that were recorded, and which documents these name.

    A reason is the finding that it is about, the reason itself, and who gave it when.
    """

    findings: tuple[FindingRow, ...]
    reasons: tuple[tuple[str, str, str], ...]
    sources: str


def judged_part(affairs: StateOfAffairs, links: RowLinks) -> JudgedPart:
    """Return what the checks say of a dossier as it stands, the heaviest first."""
    found = affairs.findings
    reasons = tuple(
        (r.code, one_line(r.ground), f"{one_line(r.office)}, {day_in_words(r.given_on)}")
        for r in standing(affairs.state.reasons)
    )
    sources = explained(f"{f.text} {f.ground.in_words}" for f in found)
    return JudgedPart(tuple(_row(finding, links) for finding in found), reasons, sources)


def _row(finding: Finding, links: RowLinks) -> FindingRow:
    return FindingRow(
        severity=capital(finding.severity),
        code=finding.code,
        text=one_line(finding.text),
        next_step=one_line(finding.next_step),
        ground=one_line(finding.ground.in_words),
        links=links.of_finding(finding),
    )
