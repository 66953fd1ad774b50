"""What a legal check says of a proposal or a dossier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gehoord.law.article import Article


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    BLOCK = "blokkade"
    REASON = "motivering vereist"
    WARN = "waarschuwing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the law or practice objects to. ``code`` is stable; the texts are Dutch.

    ``practice`` is where it went wrong before; it is the ground when there is no article.
    """

    code: str
    severity: Severity
    steps: tuple[str, ...]
    text: str
    article: Article | None
    remedy: str
    practice: str = ""

    @property
    def ground(self) -> str:
        """What the finding rests on: the article, else the practice; may be empty."""
        return str(self.article) if self.article else self.practice

    def as_json(self) -> dict[str, object]:
        """Return the documented JSON shape."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "steps": list(self.steps),
            "text": self.text,
            "article": self.ground or None,
            "remedy": self.remedy,
        }


def first_block(findings: Sequence[Finding]) -> Finding | None:
    """Return the block that is told first: one of statute goes before one of practice."""
    blocks = [f for f in findings if f.severity is Severity.BLOCK]
    return next((b for b in blocks if b.article), blocks[0] if blocks else None)


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
