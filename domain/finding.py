# SPDX-License-Identifier: EUPL-1.2
"""What a legal check says of a proposal or a dossier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.ground import Ground
from gehoord.law.article import Article


class Severity(StrEnum):
    """How much a finding weighs, heaviest first. Only a statute blocks (ADR 20)."""

    BLOCK = "blokkade"
    REASON = "motivering vereist"
    WARN = "waarschuwing"
    REASONED = "gemotiveerd"
    """It asked for a reason, and there is one."""


@dataclass(frozen=True, slots=True)
class GivenReason:
    """The reason that was recorded for a finding: of which office, on which day, what it says."""

    office: str
    given_on: date
    ground: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the law or practice objects to. ``code`` is stable; the texts are Dutch.

    Attributes:
        steps: the steps concerned; a reason is given for the first of them.
        remedy: what to do about it.
        offices: who may give a reason, by the key of the office; nobody for a block.
        reason: the recorded reason why it does not stand in the way, if there is one.
    """

    code: str
    severity: Severity
    steps: tuple[str, ...]
    text: str
    ground: Ground
    remedy: str
    offices: tuple[str, ...] = ()
    reason: GivenReason | None = None

    @property
    def article(self) -> Article | None:
        """The place in a statute that it cites; none where practice alone speaks."""
        return self.ground.article

    @property
    def next_step(self) -> str:
        """What to do about it; where a reason was recorded, by whom and why, in Dutch."""
        if not self.reason:
            return f"Wat te doen: {self.remedy}"
        given = f"{self.reason.office} op {day_in_words(self.reason.given_on)}"
        if self.severity is Severity.REASONED:
            return f"Gemotiveerd door de {given}: {self.reason.ground}"
        return f"Wat te doen: {self.remedy} Reden vastgelegd door de {given}: {self.reason.ground}"

    def as_json(self) -> dict[str, object]:
        """Return the documented JSON shape."""
        given = self.reason
        return {
            "code": self.code,
            "severity": self.severity.value,
            "steps": list(self.steps),
            "text": self.text,
            "article": str(self.article) if self.article else None,
            "ground": self.ground.kind.value,
            "reading": self.ground.reading or None,
            "source": self.ground.practice or None,
            "remedy": self.remedy,
            "offices": list(self.offices),
            "reason": given
            and {"office": given.office, "on": given.given_on.isoformat(), "ground": given.ground},
        }


def first_block(findings: Sequence[Finding]) -> Finding | None:
    """Return the block that is told first, if there is one."""
    return next((f for f in findings if f.severity is Severity.BLOCK), None)


def in_order(findings: list[Finding], days: Mapping[str, date]) -> list[Finding]:
    """Sort by weight, then by day; what names no step comes last among its weight.

    Args:
        findings: in any order.
        days: the last day of each step.
    """
    weight = list(Severity)

    def place(finding: Finding) -> tuple[int, date, str]:
        day = days.get(finding.steps[0], date.max) if finding.steps else date.max
        return weight.index(finding.severity), day, finding.code

    return sorted(findings, key=place)
