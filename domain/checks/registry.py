"""How a check is written down: its code, its weight, its ground, and what to do about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gehoord.domain.checks.case import Case
from gehoord.domain.finding import Finding, Severity
from gehoord.law.article import Article

Observation = tuple[tuple[str, ...], str]
"""The steps concerned and what is the matter, in Dutch."""
Rule = Callable[[Case], Iterator[Observation]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``mistake`` is its number in the list of what must be prevented."""

    code: str
    severity: Severity
    mistake: int
    article: Article | None
    remedy: str
    rule: Rule

    def __call__(self, case: Case) -> Iterator[Finding]:
        """Yield a finding for each observation of the rule."""
        for steps, text in self.rule(case):
            yield Finding(self.code, self.severity, steps, text, self.article, self.remedy)


@dataclass(slots=True)
class Checks:
    """The checks of one file, collected by decorator."""

    all: list[Check] = field(default_factory=list)

    def add(
        self,
        code: str,
        severity: Severity,
        *,
        mistake: int,
        remedy: str,
        article: Article | None = None,
    ) -> Callable[[Rule], Rule]:
        """Register the decorated rule as a check."""

        def register(rule: Rule) -> Rule:
            self.all.append(Check(code, severity, mistake, article, remedy, rule))
            return rule

        return register
