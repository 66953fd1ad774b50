"""Does an extension of an earlier plan stand on its own feet, and is a change of the plan told?"""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.eenheid.eenheid import COUNCILS, MINISTER
from gehoord.domain.finding import Severity
from gehoord.domain.plan.plan import PlannedStep
from gehoord.domain.proposal.proposal import Extension
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import HEAR_COUNCILS, INSTRUCTION

CHECKS = Checks()
LEAST_WORDS: Final = 3


def is_grounded(extension: Extension | None) -> bool:
    """Whether a plan may be adopted as an extension, without hearing the councils again."""
    return extension is not None and not why_not_grounded(extension)


def why_not_grounded(extension: Extension | None) -> str:
    """Return in Dutch why an extension does not stand, or nothing; no extension says nothing."""
    if extension is None:
        return ""
    if not extension.same_content:
        return " Het is een verlenging, maar de inhoud is niet gelijk aan het vorige plan."
    if len(extension.ground.split()) < LEAST_WORDS:
        return " Het is een verlenging, maar de grond ervan staat er niet bij."
    return ""


@CHECKS.add(
    "verlenging",
    Severity.REASON,
    mistake=26,
    article=HEAR_COUNCILS,
    practice="S000: het IMV 2023 verlengde het IMV 2019-2022 zonder de raden te horen",
    remedy="Laat een jurist de grond beoordelen en leg die vast bij de vaststelling, "
    "of hoor de raden.",
)
def extended_without_hearing(case: Case) -> Iterator[Observation]:
    """An earlier plan is extended, on a recorded ground, without hearing the councils."""
    extension = case.proposal.beleidsplan.extension
    if extension is None or case.adoption is None or case.hearing or not is_grounded(extension):
        return
    told = [n.id for n in case.of_kind(StepKind.NOTICE) if COUNCILS in n.step.to]
    yield (
        (case.adoption.id, *told),
        f"Het plan verlengt '{extension.plan}' zonder dat de raden worden gehoord. Besloten op "
        f"{day_in_words(extension.decided_on)}; opgegeven grond: {extension.ground}",
    )


@CHECKS.add(
    "wijziging-minister",
    Severity.WARN,
    mistake=27,
    article=INSTRUCTION,
    remedy="Voeg na het besluit van de minister een versie en een bericht toe die daarop rusten.",
)
def changed_by_minister_untold(case: Case) -> Iterator[Observation]:
    """The minister changes the plan, but no new version or no notice follows."""
    for besluit in case.of_kind(StepKind.DECISION):
        if besluit.step.owner != MINISTER:
            continue
        following = [p for p in case.standing() if besluit.id in p.step.after]
        missing = [
            word
            for kind, word in ((StepKind.VERSION, "nieuwe versie"), (StepKind.NOTICE, "bericht"))
            if not any(p.step.kind is kind for p in following)
        ]
        if missing:
            yield (
                (besluit.id,),
                f"Na '{besluit.step.title}' volgt geen {' en geen '.join(missing)}.",
            )


@CHECKS.add(
    "gekoppelde-stukken",
    Severity.WARN,
    mistake=31,
    article=HEAR_COUNCILS,
    practice="S004: MJB en VS gaan samen naar de raden, gehoord wordt alleen over het MJB",
    remedy="Geef alleen stappen die niet over het beleidsplan gaan een ander 'document'.",
)
def wrong_document_heard(case: Case) -> Iterator[Observation]:
    """Of coupled documents another than the beleidsplan is heard on or adopted as such."""
    weighed: list[PlannedStep | None] = [case.hearing, case.adoption]
    weighed += [v for v in case.of_kind(StepKind.VERSION) if v.step.is_ontwerp]
    for planned in weighed:
        if planned and planned.step.document != "beleidsplan":
            yield (
                (planned.id,),
                f"'{planned.step.title}' gaat over '{planned.step.document}'. Alleen over het "
                "beleidsplan worden de raden gehoord.",
            )
