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


def in_order(findings: list[Finding]) -> list[Finding]:
    """Sort by weight, then by the first step they name."""
    weight = list(Severity)
    return sorted(findings, key=lambda f: (weight.index(f.severity), f.steps, f.code))
