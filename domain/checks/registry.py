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
    """One check.

    ``mistake`` is its number in the list of what must be prevented, ``also`` the further numbers
    it answers to; a check that only tells how a procedure went has none. ``practice`` is the
    document that shows the mistake. ``in_dossier`` is the remedy once a dossier is open, where it
    differs: the proposal and the unit can be changed no more.
    """

    code: str
    severity: Severity
    mistake: int | None
    article: Article | None
    remedy: str
    rule: Rule
    practice: str = ""
    also: tuple[int, ...] = ()
    in_dossier: str = ""

    @property
    def mistakes(self) -> tuple[int, ...]:
        """Every number this check answers to."""
        return (*(() if self.mistake is None else (self.mistake,)), *self.also)

    @property
    def what(self) -> str:
        """What it objects to: the first line of the docstring of its rule."""
        return (self.rule.__doc__ or "").strip().splitlines()[0]

    def __call__(self, case: Case) -> Iterator[Finding]:
        """Yield a finding for each observation of the rule."""
        remedy = (self.in_dossier if case.state else "") or self.remedy
        for steps, text in self.rule(case):
            yield Finding(
                self.code, self.severity, steps, text, self.article, remedy, self.practice
            )


@dataclass(slots=True)
class Checks:
    """The checks of one file, collected by decorator."""

    all: list[Check] = field(default_factory=list)

    def add(
        self,
        code: str,
        severity: Severity,
        *,
        mistake: int | None,
        remedy: str,
        article: Article | None = None,
        practice: str = "",
        also: tuple[int, ...] = (),
        in_dossier: str = "",
    ) -> Callable[[Rule], Rule]:
        """Register the decorated rule as a check."""

        def register(rule: Rule) -> Rule:
            self.all.append(
                Check(code, severity, mistake, article, remedy, rule, practice, also, in_dossier)
            )
            return rule

        return register
