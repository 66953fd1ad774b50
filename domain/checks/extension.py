# SPDX-License-Identifier: EUPL-1.2
"""Does an extension of an earlier plan stand on its own feet, and is a change of the plan told?"""

import re
from collections.abc import Iterator
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.eenheid.eenheid import COUNCILS, MINISTER, REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.proposal import Extension
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.law.politiewet import HEAR_COUNCILS, IN_LINE_WITH_INSTRUCTION

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
    reading="de wet kent geen verlenging; over hetzelfde plan zijn de raden al gehoord",
    practice="S000: het IMV 2023 verlengde het IMV 2019-2022 zonder de raden te horen",
    offices=(REGIOBURGEMEESTER,),
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


_FOUNDED: Final = re.compile(r"(?<!niet )(?<!niet-)\bgegrond", re.IGNORECASE)
_CHANGES_NOTHING: Final = re.compile(
    r"ongegrond|niet[- ](gegrond|ontvankelijk)|\bverda(ag|gen|ging)|\buitstel|\bverleng(en|ing)\b"
    r"|\bintrek|\bingetrokken|\bhoor(t|zitting)|\bhoren\b|\b(verwerp|verworpen|afwij|afgewezen)"
    r"|\b(geen|zonder|afzien van( een)?) (aanwijzing|wijziging)|\bongewijzigd|\bbuiten behandeling",
    re.IGNORECASE,
)


def may_change_the_plan(step: Step) -> bool:
    """Whether a decision of the minister may change the plan, by the words of the step.

    An appeal that is unfounded, inadmissible, withdrawn or postponed changes nothing. What came to
    a dossier by itself asks for its version with an action of its own.
    """
    if step.reported_as:
        return False
    return bool(_FOUNDED.search(step.title)) or not _CHANGES_NOTHING.search(step.title)


@CHECKS.add(
    "wijziging-minister",
    Severity.WARN,
    mistake=27,
    article=IN_LINE_WITH_INSTRUCTION,
    remedy="Voeg na het besluit van de minister een versie en een bericht toe die daarop rusten.",
)
def changed_by_minister_untold(case: Case) -> Iterator[Observation]:
    """The minister changes the plan, but no new version or no notice follows."""
    for besluit in case.of_kind(StepKind.DECISION):
        if besluit.step.owner != MINISTER or not may_change_the_plan(besluit.step):
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
    reading="alleen over het beleidsplan zelf moeten de raden worden gehoord",
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
