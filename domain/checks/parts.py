# SPDX-License-Identifier: EUPL-1.2
"""Is what the law asks for in the version that is heard, and in the one that is adopted?"""

from collections.abc import Collection, Iterator

from gehoord.calendar.dutch import enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.part import IN_ANY_CASE, are_missing, part_in_words
from gehoord.domain.proposal.step import Part, StepKind
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS

CHECKS = Checks()


@CHECKS.add(
    "deel-ontbreekt",
    Severity.BLOCK,
    mistake=4,
    article=ADOPT,
    remedy="Zet bij de laatste versie voor de vaststelling onder 'bevat' wat erin moet staan.",
    in_dossier="Leg een versie vast waar het in staat (gehoord record versie).",
)
def part_missing(case: Case) -> Iterator[Observation]:
    """The version that is adopted lacks the strength, or the wijkagenten in it."""
    last = case.final()
    if case.adoption is None or last is None:
        return
    if missing := [p for p in IN_ANY_CASE if p not in last.step.contains]:
        yield (last.id,), f"In de versie die wordt vastgesteld {are_missing(missing)}."


@CHECKS.add(
    "doelstellingen-minister",
    Severity.REASON,
    mistake=5,
    practice="S002 (5.1.1) noemt het een plicht ze op te nemen; de wet zegt: met inachtneming",
    remedy="Zet bij de laatste versie voor de vaststelling 'doelstellingen-minister' onder "
    "'bevat', als ze erin staan.",
    in_dossier="Leg een versie vast waar ze in staan.",
    offices=(REGIOBURGEMEESTER,),
)
def objectives_not_in_plan(case: Case) -> Iterator[Observation]:
    """The objectives of the minister are not in the version that is adopted."""
    last = case.final()
    if case.adoption is None or last is None:
        return
    if Part.OBJECTIVES not in last.step.contains:
        yield (last.id,), f"In de versie die wordt vastgesteld {are_missing([Part.OBJECTIVES])}."


@CHECKS.add(
    "deel-ontbreekt-in-ontwerp",
    Severity.WARN,
    mistake=4,
    also=(3, 5),
    article=ADOPT,
    reading="wat het plan in ieder geval omvat, staat liefst al in het ontwerp",
    practice="S003: de Veiligheidsagenda stond nog niet in het ontwerp van augustus 2018",
    remedy="Neem het deel op in het ontwerp, of meld de raden wanneer het volgt.",
)
def part_missing_in_ontwerp(case: Case) -> Iterator[Observation]:
    """A part that the law asks for is not in the version that is heard."""
    for version in case.ontwerpen():
        if missing := [p for p in Part if p not in version.step.contains]:
            last = case.final()
            later = set(version.step.missing) & set(last.step.contains) if last else set()
            steps = (version.id, last.id) if last and later else (version.id,)
            yield steps, f"In het ontwerp {are_missing(missing)}."


@CHECKS.add(
    "deel-voorlopig-in-ontwerp",
    Severity.WARN,
    mistake=3,
    also=(4,),
    article=HEAR_COUNCILS,
    reading="over wat na het horen verandert, zijn de raden niet gehoord",
    practice="S002: het ontwerp bevat de sterkteverdeling per 1 augustus 2018, niet de definitieve",
    remedy="Leg de raden het definitieve deel voor, of weeg of opnieuw horen nodig is.",
)
def part_provisional_in_ontwerp(case: Case) -> Iterator[Observation]:
    """A part that the law asks for still changes after the councils were heard on it."""
    for version in case.ontwerpen():
        if parts := version.step.provisional_parts:
            last = case.final()
            told = _notices_before(case, last) if last else []
            steps = [*_versions_with_provisional(case, parts), *told, *([last] if last else [])]
            how = f" De raden horen daarvan via '{told[0].step.title}'." if told else ""
            yield (
                tuple(dict.fromkeys(s.id for s in steps)),
                f"Voorlopig in het ontwerp: {enumeration([part_in_words(p) for p in parts])}. Wat "
                f"definitief is, komt pas na het horen.{how}",
            )


def _versions_with_provisional(case: Case, parts: Collection[Part]) -> list[PlannedStep]:
    """Return the versions in which one of these parts is provisional."""
    return [v for v in case.versions() if set(v.step.provisional_parts) & set(parts)]


def _notices_before(case: Case, version: PlannedStep) -> list[PlannedStep]:
    """Return the notices on which a version rests: they tell the councils what it will say."""
    after = [case.plan[step] for step in version.step.after]
    return [planned for planned in after if planned.step.kind is StepKind.NOTICE]


@CHECKS.add(
    "doelstellingen-later",
    Severity.REASON,
    mistake=5,
    practice="S003: de Veiligheidsagenda stond op 10 augustus 2018 nog niet vast",
    offices=(REGIOBURGEMEESTER,),
    remedy="Leg vast waarom er niet op is gewacht en hoe de raden de doelstellingen nog krijgen.",
)
def objectives_not_set(case: Case) -> Iterator[Observation]:
    """The ontwerp says itself that the objectives of the minister are not there yet."""
    for version in case.ontwerpen():
        if Part.OBJECTIVES in version.step.missing:
            yield (
                (version.id,),
                f"'{version.step.title}' meldt dat de doelstellingen van de minister er nog niet "
                "zijn.",
            )
