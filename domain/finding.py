"""What a legal check says of a proposal or a dossier."""

from dataclasses import dataclass
from enum import StrEnum

from gehoord.law.article import Article


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    BLOCK = "blokkade"
    REASON = "motivering vereist"
    WARN = "waarschuwing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the law or practice objects to. ``code`` is stable; the texts are Dutch."""

    code: str
    severity: Severity
    steps: tuple[str, ...]
    text: str
    article: Article | None
    remedy: str

    def as_json(self) -> dict[str, object]:
        """Return the documented JSON shape."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "steps": list(self.steps),
            "text": self.text,
            "article": str(self.article) if self.article else None,
            "remedy": self.remedy,
        }


def in_order(findings: list[Finding]) -> list[Finding]:
    """Sort by weight, then by the first step they name."""
    weight = list(Severity)
    return sorted(findings, key=lambda f: (weight.index(f.severity), f.steps, f.code))
