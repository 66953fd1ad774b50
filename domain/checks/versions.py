# SPDX-License-Identifier: EUPL-1.2
"""Is the ontwerp there to be read, and do readers of a later version hear what changed in it?"""

from collections.abc import Iterator
from typing import Final

from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.answers import answers_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.finding import Severity
from gehoord.law.politiewet import HEAR_COUNCILS

CHECKS = Checks()
WITHOUT_FILE: Final = "ontwerp-zonder-stuk"


@CHECKS.add(
    "verandering-niet-gezegd",
    Severity.WARN,
    mistake=None,
    practice="S003: van elke versie is gezegd wat er door de reacties op die ervoor veranderde",
    remedy="Zeg bij de volgende versie wat er is veranderd ('veranderd'). Is deze nog bij niemand, "
    "neem haar dan terug (herstel) en leg haar daarmee opnieuw vast.",
)
def change_not_told(case: Case) -> Iterator[Observation]:
    """The newest version of the plan is not the first, and nobody said what changed in it.

    What was done with the responses to the one before says so as well. Better words alone say
    nothing of what the version that they correct changed.
    """
    if case.state is None or case.state.is_adopted or case.state.final is None:
        return
    content = case.state.versions.one(case.state.final.content_id)
    before = _before(case.state, content) if content else None
    if content and before and not content.changed and not _answered(case.state, before):
        yield (
            (content.step,),
            f"Van versie {content.number} ('{content.title}') is niet gezegd wat er veranderde ten "
            f"opzichte van versie {before.number}.",
        )


@CHECKS.add(
    WITHOUT_FILE,
    Severity.WARN,
    mistake=None,
    article=HEAR_COUNCILS,
    reading="wie over het ontwerp wordt gehoord, moet het kunnen lezen; het mag ook langs een "
    "andere weg komen",
    remedy="Lever het stuk in op uw pagina van de balie, bij 'Versies en andere stukken'.",
    in_dossier="Lever het stuk in op uw pagina van de balie, bij 'Versies en andere stukken'. Zijn "
    "de raden al gevraagd, stuur het hun dan ook zelf.",
)
def ontwerp_without_file(case: Case) -> Iterator[Observation]:
    """The councils are or were asked about an ontwerp of which no file is kept here."""
    if case.state is None or case.adopted_on() or case.hearing is None:
        return
    ontwerp = case.state.ontwerp
    if ontwerp and (text := without_file(ontwerp)):
        yield (case.hearing.id, ontwerp.step), text


def without_file(ontwerp: DraftVersion) -> str:
    """Return in one sentence that no file of an ontwerp is kept; nothing if there is one.

    The letters carry the file of this very version, also where only its words are better.
    """
    if ontwerp.document:
        return ""
    return (
        f"Van versie {ontwerp.number} ('{ontwerp.title}') is geen stuk bewaard: de raden krijgen "
        "van Gehoord wel de brief, maar niet het ontwerp."
    )


def _before(state: State, version: DraftVersion) -> DraftVersion | None:
    """Return the version of the plan before one; nothing when it is the first."""
    earlier = [v for v in standing(state.versions) if v.is_of_plan and v.number < version.number]
    return max(earlier, key=lambda each: each.number, default=None)


def _answered(state: State, version: DraftVersion) -> bool:
    """Whether it was said of some answer to a version what was done with it."""
    same = {each.id for each in state.versions if each.content_id == version.content_id}
    whole = (answer for answer in answers_of(state) if answer.disposition)
    parts = (point for point in standing(state.points) if point.outcome)
    return any(each.version in same for each in (*whole, *parts))
