# SPDX-License-Identifier: EUPL-1.2
"""How a check is written down: its code, its weight, its ground, and what to do about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gehoord.domain.checks.case import Case
from gehoord.domain.checks.offices import in_words, reason_in_words
from gehoord.domain.dossier.reasoned import reason_for
from gehoord.domain.finding import Finding, GivenReason, Severity
from gehoord.domain.ground import Ground
from gehoord.law.article import Article

Observation = tuple[tuple[str, ...], str]
"""The steps concerned and what is the matter, in Dutch."""
Rule = Callable[[Case], Iterator[Observation]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    ``mistake`` is its number in the list of what must be prevented, ``also`` the further numbers
    it answers to; a check that only tells how a procedure went has none. ``in_dossier`` is the
    remedy once a dossier is open, where it differs: the proposal and the unit can be changed no
    more. ``offices`` may give the reason that it asks for.

    Raises:
        ValueError: it blocks without a statute, or asks for a reason that no office may give.
    """

    code: str
    severity: Severity
    mistake: int | None
    ground: Ground
    remedy: str
    rule: Rule
    also: tuple[int, ...] = ()
    in_dossier: str = ""
    offices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.severity is Severity.BLOCK and not self.ground.may_block:
            raise ValueError(f"'{self.code}' blocks, but cites no statute: ask for a reason.")
        if (self.severity is Severity.REASON) != bool(self.offices):
            raise ValueError(f"'{self.code}': name offices where a reason is asked, only there.")

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
        remedy = self._remedy(case)
        for steps, text in self.rule(case):
            given = self._reason_given(case, steps)
            is_lifted = given and self.severity is Severity.REASON
            severity = Severity.REASONED if is_lifted else self.severity
            yield Finding(
                self.code, severity, steps, text, self.ground, remedy, self.offices, given
            )

    def _remedy(self, case: Case) -> str:
        """Return what to do; where a reason helps, also who may give it and how."""
        if not case.dossier:
            after = f" Of laat na het openen de {in_words(self.offices)} een reden geven."
            return f"{self.remedy}{after * bool(self.offices)}"
        remedy = self.in_dossier or self.remedy
        if not self.offices:
            return remedy
        return f"{remedy} Of {reason_in_words(case.dossier, self.code, self.offices)}."

    def _reason_given(self, case: Case, steps: tuple[str, ...]) -> GivenReason | None:
        """Return the recorded reason for what was observed; a block of the law has none."""
        if case.state is None or self.severity is Severity.BLOCK:
            return None
        reason = reason_for(case.state, self.code, steps)
        return GivenReason(reason.office, reason.given_on, reason.ground) if reason else None


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
        reading: str = "",
        practice: str = "",
        also: tuple[int, ...] = (),
        in_dossier: str = "",
        offices: tuple[str, ...] = (),
    ) -> Callable[[Rule], Rule]:
        """Register the decorated rule as a check.

        ``article``, ``reading`` and ``practice`` are its `Ground`: the article whose words say it,
        with ``reading`` where they only do as we read them, `CAREFUL_PREPARATION` where haste is
        the matter, and no article at all where practice alone speaks.
        """
        ground = Ground(article, reading, practice)

        def register(rule: Rule) -> Rule:
            self.all.append(
                Check(code, severity, mistake, ground, remedy, rule, also, in_dossier, offices)
            )
            return rule

        return register
