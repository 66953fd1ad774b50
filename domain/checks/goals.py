# SPDX-License-Identifier: EUPL-1.2
"""Have the councils set their own safety goals when the themes are chosen?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.checks.case import Case, Council
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import when
from gehoord.domain.dossier.goals import goals_hold_until
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import MUNICIPAL_GOALS

CHECKS = Checks()


@CHECKS.add(
    "lokale-doelen",
    Severity.WARN,
    mistake=25,
    article=MUNICIPAL_GOALS,
    reading="wie de thema's kiest, moet de doelen van de raden kunnen kennen",
    practice="S003: veel raden stelden hun veiligheidsplan in 2018 pas rond de zomer vast",
    remedy="Vraag elke griffie wanneer haar raad zijn veiligheidsplan (IVP) vaststelde, en vul "
    "die dag in bij 'veiligheidsplan' in eenheid.toml. Vraag na een nieuw plan opnieuw naar de "
    "doelen.",
    in_dossier="Vraag elke griffie wanneer haar raad zijn veiligheidsplan (IVP) vaststelde, en leg "
    "die dag vast (gehoord record veiligheidsplan). Vraag na een nieuw plan opnieuw naar de "
    "doelen.",
)
def goals_too_old_or_not_set(case: Case) -> Iterator[Observation]:
    """When the themes are chosen, the goals of a council are too old, not set, or not known.

    Once they were chosen nobody is asked any more for the days that were not known.
    """
    for themes in case.of_kind(StepKind.DECISION):
        if themes.step.chooses_themes and themes.step.when is not None:
            said = [*_too_old(case, themes), *_not_set(case, themes), *_not_known(case, themes)]
            if said:
                chosen = f"De thema's worden gekozen {when(themes.stretch)}."
                yield (themes.id,), " ".join([chosen, *said])


def _too_old(case: Case, themes: PlannedStep) -> Iterator[str]:
    old = [
        c
        for c in case.councils
        if c.goals_set_on and goals_hold_until(c.goals_set_on) < themes.due_on
    ]
    if old:
        yield f"Ouder dan vier jaar is dan het veiligheidsplan van {_with_days(old)}."


def _not_set(case: Case, themes: PlannedStep) -> Iterator[str]:
    later = [c for c in case.councils if c.goals_set_on and c.goals_set_on > themes.due_on]
    if later:
        yield f"Nog niet vastgesteld is dan het veiligheidsplan van {_with_days(later)}."


def _not_known(case: Case, themes: PlannedStep) -> Iterator[str]:
    unknown = sum(council.goals_set_on is None for council in case.councils)
    if unknown and not case.is_done(themes):
        yield (
            f"Van {counted(unknown, 'raad', 'raden')} is niet bekend wanneer het eigen "
            "veiligheidsplan is vastgesteld; Gehoord toetst dat niet."
        )


def _with_days(councils: list[Council]) -> str:
    return enumeration(
        [f"{c.name} ({day_in_words(c.goals_set_on)})" for c in councils if c.goals_set_on]
    )
