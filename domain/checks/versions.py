"""Do readers of a later version hear what is other than in the one before?"""

from collections.abc import Iterator

from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.finding import Severity

CHECKS = Checks()


@CHECKS.add(
    "verandering-niet-gezegd",
    Severity.WARN,
    mistake=None,
    practice="S003: van elke versie is gezegd wat er door de reacties op die ervoor veranderde",
    remedy="Zeg bij de volgende versie wat er is veranderd ('veranderd'). Is deze nog bij niemand, "
    "neem haar dan terug (herstel) en leg haar daarmee opnieuw vast.",
)
def change_not_told(case: Case) -> Iterator[Observation]:
    """The newest version of the plan is not the first, and does not say what changed.

    One that only has better words said why when it was recorded.
    """
    if case.state is None or case.state.is_adopted or case.state.final is None:
        return
    version = case.state.final
    before = _before(case.state, version)
    if before and not version.changed and not version.corrects:
        yield (
            (version.step,),
            f"Van versie {version.number} ('{version.title}') is niet gezegd wat er veranderde ten "
            f"opzichte van versie {before}.",
        )


def _before(state: State, version: DraftVersion) -> int:
    """Return the number of the version of the plan before one; 0 when it is the first."""
    numbers = (each.number for each in standing(state.versions) if each.is_of_plan)
    return max((number for number in numbers if number < version.number), default=0)
