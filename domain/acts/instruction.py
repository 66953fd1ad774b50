# SPDX-License-Identifier: EUPL-1.2
"""An instruction of the minister: in writing, after the regioburgemeester was heard (art. 40)."""

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.next_steps import AFTER_INSTRUCTION, TO_BRING_INTO_LINE, coming
from gehoord.domain.acts.report import Instructed
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import MINISTER, REGIOBURGEMEESTER
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import IN_LINE_WITH_INSTRUCTION, INSTRUCT, INSTRUCT_IN_WRITING


@decide.register
def instructed(report: Instructed, state: State) -> Act:
    """Keep an instruction; the regioburgemeester brings the plan into line where that is needed.

    Law: Politiewet 2012, art. 40.
    """
    refuse_without_ground(report.text, "wat de aanwijzing zegt; zij wordt schriftelijk gegeven")
    _refuse_unlikely_days(report, state)
    number = 1 + len(state.besluiten.where(kind=BesluitKind.INSTRUCTION))
    besluit = Besluit(
        id=f"{state.id}/aanwijzing/{number}",
        dossier=state.id,
        kind=BesluitKind.INSTRUCTION,
        by=MINISTER,
        taken_on=report.on,
        basis="aanwijzing",
        text=f"{report.text}\n\nDe regioburgemeester is gehoord op "
        f"{day_in_words(report.heard_on)}.",
        **as_filed(report.document),
    )
    kept = Changes(documents=(report.document,) if report.document else ())
    owed = _bringing_into_line(number, report)
    return Act(
        "Aanwijzing van de minister vastgelegd. De regioburgemeester brengt het plan daarmee in "
        "overeenstemming, zonder nieuwe instemming; leg de nieuwe versie vast als 'wijziging', met "
        "grondslag 'aanwijzing'. Hoeft er niets te veranderen, laat dan stap "
        f"'{owed['id']}' vervallen.",
        kept + Changes.adding(besluit) + coming(state, [owed], report.on),
    )


def _refuse_unlikely_days(report: Instructed, state: State) -> None:
    adoption = state.adoption
    if adoption is None or report.on < adoption.taken_on:
        raise RefusedError(
            f"Op {day_in_words(report.on)} was het beleidsplan nog niet vastgesteld; een "
            "aanwijzing gaat over een vastgesteld plan.",
            INSTRUCT,
        )
    if report.heard_on > report.on:
        raise RefusedError(
            f"De regioburgemeester wordt gehoord voordat de aanwijzing wordt gegeven, niet pas op "
            f"{day_in_words(report.heard_on)}. Verbeter een van beide dagen.",
            INSTRUCT_IN_WRITING,
        )


def _bringing_into_line(number: int, report: Instructed) -> Written:
    """Return what the regioburgemeester owes after an instruction, where it is needed (lid 3)."""
    return {
        "id": f"{AFTER_INSTRUCTION}{number}",
        "titel": f"beleidsplan in overeenstemming brengen met de aanwijzing van "
        f"{day_in_words(report.on)}",
        "fase": Stage.ADOPTION.value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": REGIOBURGEMEESTER,
        "melding": "wijziging",
        "wanneer": reading_day(report.on + TO_BRING_INTO_LINE).isoformat(),
        "dag_is_voorstel": True,
        "toelichting": f"{IN_LINE_WITH_INSTRUCTION}, voor zover nodig. De wet noemt geen termijn; "
        "vier weken is een voorstel.",
    }
