# SPDX-License-Identifier: EUPL-1.2
"""The adopted plan is brought into line with an instruction, or with a decision on appeal."""

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, PlanAmended, decide
from gehoord.domain.acts.announcement import refuse_unless_under_lid_2
from gehoord.domain.acts.next_steps import AFTER_APPEAL, AFTER_INSTRUCTION, done_with
from gehoord.domain.acts.report import PlanChanged
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion, next_number
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import ADOPT, BASES_OF_CHANGE


@decide.register
def plan_changed(report: PlanChanged, state: State) -> Act:
    """Keep a change of the adopted plan as a new version, and tell everybody who has the plan.

    It needs no new consent (Politiewet 2012, art. 39 lid 6 and art. 40 lid 3).
    """
    final = _adopted_version(report, state)
    asked = _asked(report, state)
    number = next_number(state.versions)
    version = DraftVersion(
        id=f"{state.id}/versie/{number}",
        dossier=state.id,
        step=final.step,
        number=number,
        title=f"Gewijzigd plan ({report.basis})",
        completeness=final.completeness,
        is_ontwerp=False,
        contains=final.contains,
        made_on=report.on,
        **as_filed(report.document),
    )
    besluit = Besluit(
        id=f"{version.id}/wijziging",
        dossier=state.id,
        kind=BesluitKind.CHANGE,
        by=REGIOBURGEMEESTER,
        taken_on=report.on,
        basis=report.basis,
        version=version.id,
        text=report.note,
    )
    kept = Changes(documents=(report.document,) if report.document else ())
    return Act(
        f"Versie {number} vastgelegd, op grond van {report.basis}. De raden, de burgemeesters, de "
        "hoofdofficier, de korpschef en de minister krijgen bericht.",
        kept + Changes.adding(version, besluit) + done_with(state, asked, report.on),
        (PlanAmended(besluit),),
    )


def _adopted_version(report: PlanChanged, state: State) -> DraftVersion:
    final, adoption = state.final, state.adoption
    if adoption is None or final is None:
        raise RefusedError("Alleen een vastgesteld plan kan zo worden gewijzigd.", ADOPT)
    if report.on < adoption.taken_on:
        raise RefusedError(
            f"Op {day_in_words(report.on)} was het plan nog niet vastgesteld. Verbeter de dag."
        )
    if report.basis == "beroep":
        refuse_unless_under_lid_2(state)
    return final


def _asked(report: PlanChanged, state: State) -> list[str]:
    """Return the steps that ask for this change: an instruction, or a founded appeal.

    Raises:
        RefusedError: there is nothing on this ground with which the plan must be brought into line.
    """
    begins = AFTER_APPEAL if report.basis == "beroep" else AFTER_INSTRUCTION
    owed = state.open_actions(kind=StepKind.MILESTONE)
    asked = [a.step for a in owed if a.step.startswith(begins) and a.changed_on <= report.on]
    if not asked:
        first = {
            "beroep": "een beroep dat gegrond is verklaard (beroep-vervolg)",
            "aanwijzing": "de aanwijzing van de minister (aanwijzing)",
        }[report.basis]
        raise RefusedError(
            f"Het plan verandert alleen na {first}, en die staat op {day_in_words(report.on)} niet "
            "open. Leg dat eerst vast.",
            BASES_OF_CHANGE[report.basis],
        )
    return asked
