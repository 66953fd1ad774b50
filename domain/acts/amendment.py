"""The adopted plan changed by instruction of the minister, or by decision on appeal."""

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, PlanAmended, decide
from gehoord.domain.acts.report import PlanChanged
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion, next_number
from gehoord.domain.errors import RefusedError
from gehoord.law.politiewet import ADOPT, BASES_OF_CHANGE


@decide.register
def plan_changed(report: PlanChanged, state: State) -> Act:
    """Keep a change of the adopted plan as a new version, and tell the councils and the korpschef.

    It needs no new consent (Politiewet 2012, art. 39 lid 6 and art. 40).
    """
    final = _adopted_version(report, state)
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
        document=report.document.sha256 if report.document else None,
    )
    besluit = Besluit(
        id=f"{version.id}/wijziging",
        dossier=state.id,
        kind=BesluitKind.CHANGE,
        by="minister",
        taken_on=report.on,
        basis=report.basis,
        version=version.id,
        text=report.note,
    )
    kept = Changes(documents=(report.document,) if report.document else ())
    return Act(
        f"Versie {number} vastgelegd, op grond van {report.basis}. De raden en de korpschef "
        "krijgen bericht.",
        kept + Changes.adding(version, besluit),
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
    if report.basis == "beroep" and adoption.basis != "39-2":
        raise RefusedError(
            "Beroep bestaat alleen tegen een vaststelling op grond van lid 2.",
            BASES_OF_CHANGE["beroep"],
        )
    return final
