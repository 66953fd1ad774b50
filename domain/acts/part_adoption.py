# SPDX-License-Identifier: EUPL-1.2
"""The definitive sterkteverdeling is adopted as a part of the plan that was adopted before.

At the adoption the plan holds a sterkteverdeling, be it a provisional one with a reason: without
any it is refused. What is adopted later is linked to that besluit, and the plan is complete with
both. Law: Politiewet 2012, art. 39 lid 1 and 2.
"""

from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, LettersWrong, PlanAmended, decide
from gehoord.domain.acts.adopters import adopted_by, adopters, refuse_unless_adopted_by_right
from gehoord.domain.acts.announcement import owed_after_lid_2
from gehoord.domain.acts.correction_of_adoption import (
    LETTERS_LEFT,
    refuse_announced,
    refuse_appeals,
)
from gehoord.domain.acts.next_steps import coming, going
from gehoord.domain.acts.report import Corrected, PartAdopted
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changed_plan import changes_of_plan
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_changes import compared
from gehoord.domain.dossier.strength_table import StrengthTable, newest
from gehoord.domain.dossier.under_lid_2 import (
    BY_REGIOBURGEMEESTER,
    OF_PART,
    announcing,
    part_besluit,
)
from gehoord.domain.dossier.version import DraftVersion, next_number
from gehoord.domain.dossier.withdrawn import free_key, standing
from gehoord.domain.errors import RefusedError
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS


@decide.register
def part_adopted(report: PartAdopted, state: State) -> Act:
    """Keep the besluit on the definitive sterkteverdeling, with the version that has it."""
    adoption = _adoption(report, state)
    refuse_unless_adopted_by_right(report, state.eenheid, state.municipalities)
    provisional = provisional_strength(state)
    if provisional is None:
        raise RefusedError(
            "In het vastgestelde plan staat geen sterkteverdeling die als voorlopig is vastgelegd. "
            "Een ander plan wordt opnieuw vastgesteld, nadat elke raad is gehoord over het ontwerp "
            "daarvan.",
            HEAR_COUNCILS,
        )
    table = _definitive(report, state)
    version = _version(report, state, adoption, table)
    besluit = Besluit(
        id=free_key(state.besluiten, f"{adoption.id}/sterkteverdeling"),
        dossier=state.id,
        kind=BesluitKind.PART,
        by=adopted_by(report),
        taken_on=report.on,
        basis=report.basis,
        version=version.id,
        text=report.note,
        adopters=adopters(report, state.municipalities),
        belongs_to=adoption.id,
    )
    changes = Changes.keeping(report.document) + Changes.adding(version, besluit)
    told = _TOLD
    if report.basis == BY_REGIOBURGEMEESTER:
        changes += coming(state.after(changes), owed_after_lid_2(report.on, [], OF_PART), report.on)
        told = _TOLD_UNDER_LID_2
    return Act(
        f"De definitieve sterkteverdeling is vastgesteld, bij het besluit van "
        f"{day_in_words(adoption.taken_on)}; zij staat in versie {version.number}. "
        f"{compared(provisional, table).in_words} {told}",
        changes,
        (PlanAmended(besluit),),
    )


_TOLD: Final = (
    "De raden, de burgemeesters, de hoofdofficier, de korpschef en de minister krijgen bericht."
)
_TOLD_UNDER_LID_2: Final = (
    "De raden, de hoofdofficier, de korpschef en de minister krijgen bericht. Start de fase "
    "'vaststelling'; dan wordt dit besluit bekendgemaakt aan de burgemeesters, met hoe zij in "
    "beroep kunnen."
)


def _adoption(report: PartAdopted, state: State) -> Besluit:
    if state.adoption is None:
        raise RefusedError(
            "Er is nog geen vastgesteld plan waar de sterkteverdeling bij hoort: zij staat in het "
            "plan als dat wordt vastgesteld.",
            ADOPT,
        )
    if report.on < state.adoption.taken_on:
        raise RefusedError(
            f"Op {day_in_words(report.on)} was het plan nog niet vastgesteld. Verbeter de dag.",
            field="op",
        )
    if earlier := part_besluit(state):
        raise RefusedError(
            f"De definitieve sterkteverdeling is al vastgesteld op "
            f"{day_in_words(earlier.taken_on)}."
        )
    return state.adoption


def provisional_strength(state: State) -> StrengthTable | None:
    """Return the sterkteverdeling with which the plan was adopted, if that was provisional."""
    adopted = state.versions.one((state.adoption.version if state.adoption else None) or "")
    table = state.strengths.one(adopted.strength) if adopted and adopted.strength else None
    return table if table and table.is_provisional else None


def waits_for_definitive(state: State) -> bool:
    """Whether the plan was adopted with a provisional strength, and the definitive one follows."""
    return provisional_strength(state) is not None and part_besluit(state) is None


def _definitive(report: PartAdopted, state: State) -> StrengthTable:
    """Return the newest definitive table that was there on the day."""
    there = [
        table
        for table in standing(state.strengths)
        if table.recorded_on <= report.on and not table.is_provisional
    ]
    table = newest(there)
    if table is None:
        raise RefusedError(
            f"Op {day_in_words(report.on)} was er nog geen definitieve sterkteverdeling. Leg die "
            "eerst vast (sterkte)."
        )
    return table


def _version(
    report: PartAdopted, state: State, adoption: Besluit, table: StrengthTable
) -> DraftVersion:
    final = state.versions.one(adoption.version or "") or state.final
    if final is None:
        raise RefusedError("Er is geen versie van het plan vastgelegd.", ADOPT)
    number = next_number(state.versions)
    return DraftVersion(
        id=f"{state.id}/versie/{number}",
        dossier=state.id,
        step=final.step,
        number=number,
        title="Plan met de definitieve sterkteverdeling",
        completeness=final.completeness,
        is_ontwerp=False,
        contains=final.contains,
        made_on=report.on,
        strength=table.id,
        **as_filed(report.document),
    )


def part_taken_back(report: Corrected, state: State) -> Act:
    """Take back the besluit on the sterkteverdeling, with its version; the adoption stands."""
    besluit = part_besluit(state)
    if besluit is None:
        raise RefusedError(
            "Er is geen besluit over de definitieve sterkteverdeling dat kan worden teruggenomen."
        )
    if changes_of_plan(state, since=besluit):
        raise RefusedError("Het plan is daarna gewijzigd; dit besluit hoort daarbij en blijft.")
    refuse_appeals(state, besluit)
    refuse_announced(besluit)
    version = state.versions.one(besluit.version or "")
    changes = Changes.replacing([(besluit, besluit.withdraw(report.reason, report.on))])
    if version:
        changes += Changes.replacing([(version, version.withdraw(report.reason, report.on))])
    changes += going(state, (OF_PART.announcement, OF_PART.forwarding, OF_PART.account), report.on)
    wrong = LettersWrong(
        steps=frozenset(announcing(state, besluit)),
        since=besluit.id,
        reason=report.reason,
        told="Daarin staat dat de definitieve sterkteverdeling is vastgesteld. Dat is bij "
        "vergissing vastgelegd: zij is nog niet vastgesteld.",
        is_written=report.is_written,
        is_of_change=True,
        stands=LETTERS_LEFT,
        stands_by=frozenset(announcing(state, besluit)),
    )
    return Act(
        f"Teruggenomen: het besluit van {day_in_words(besluit.taken_on)} over de definitieve "
        "sterkteverdeling. De vaststelling van het plan blijft staan.",
        changes,
        (wrong,),
    )
