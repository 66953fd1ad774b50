"""Keeps versions of the plan, the agreement with the ontwerp, and the adoption."""

from datetime import date

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.acts.adoption import (
    adopted_by,
    adopters,
    refuse_unless_adopted_by_right,
    refuse_unless_ready,
)
from gehoord.domain.acts.reasons import refuse_without_reasons
from gehoord.domain.acts.report import Adopted, Agreed, VersionMade
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.dossier import DossierState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion, next_number
from gehoord.domain.eenheid.eenheid import OFFICES
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import StepKind
from gehoord.store.register import Change


def version_made(change: Change, state: State, report: VersionMade) -> str:
    """Keep a new version; a newer ontwerp undoes what was agreed and heard on the older."""
    step = state.proposal.step(report.step)
    if step.kind is not StepKind.VERSION:
        raise RefusedError(f"Stap '{step.id}' is geen versie, maar een {step.kind}.")
    if state.adoption:
        raise RefusedError("Het plan is al vastgesteld; er kan geen nieuwe versie meer bij.")
    if state.has_lapsed(step.id):
        raise RefusedError(f"'{step.title}' is vervallen. Neem dat eerst terug (herstel).")
    final = state.final
    if final and not step.is_ontwerp and (step.completeness or 100) < (final.completeness or 0):
        raise RefusedError(
            f"'{step.title}' komt voor '{final.title}' van {day_in_words(final.made_on)}, die al "
            "is vastgelegd. Een oudere versie kan er niet meer bij."
        )
    number = next_number(state.versions)
    document = keep_document(change, report.document) if report.document else None
    change.add(
        [
            DraftVersion(
                id=f"{state.dossier.id}/versie/{number}",
                dossier=state.dossier.id,
                step=step.id,
                number=number,
                title=step.title,
                completeness=step.completeness,
                is_ontwerp=step.is_ontwerp,
                contains=report.contains or step.contains,
                made_on=report.on,
                document=document,
            )
        ]
    )
    change.replace([(a, a.done(report.on)) for a in state.open_actions(step=step.id)])
    if not step.is_ontwerp or state.ontwerp is None:
        return f"Versie {number} vastgelegd: {step.title}."
    _ask_anew(change, state, report.on)
    return (
        f"Versie {number} vastgelegd. Dit is een nieuw ontwerp: beide opdrachtgevers geven "
        "opnieuw akkoord en elke raad wordt opnieuw gevraagd."
    )


def _ask_anew(change: Change, state: State, on: date) -> None:
    """A newer ontwerp: what was agreed and heard on the older one no longer counts."""
    again = [
        a
        for a in state.actions
        if a.kind in (StepKind.AGREEMENT, StepKind.HEARING) and a.state is ActionState.DONE
    ]
    change.replace([(a, a.reopened(on)) for a in again])


def keep_document(change: Change, document: Document) -> str:
    """Keep the bytes of a document in the register and return their SHA-256."""
    return change.keep_document(document.name, document.content)


def agreed(change: Change, state: State, report: Agreed) -> str:
    """Keep that a client agrees that the ontwerp leaves the house."""
    ontwerp = state.ontwerp
    if ontwerp is None:
        raise RefusedError(
            "Er is nog geen ontwerp om mee akkoord te gaan. Leg eerst de versie vast."
        )
    if report.client in state.agreements_with(ontwerp):
        raise RefusedError(f"De {OFFICES[report.client]} is al akkoord met dit ontwerp.")
    if report.on < ontwerp.made_on:
        raise RefusedError(
            f"Op {day_in_words(report.on)} was dit ontwerp er nog niet. Verbeter de dag."
        )
    change.add(
        [
            Besluit(
                id=f"{ontwerp.id}/akkoord/{report.client}",
                dossier=state.dossier.id,
                kind=BesluitKind.AGREEMENT,
                by=report.client,
                taken_on=report.on,
                version=ontwerp.id,
                text=report.note,
            )
        ]
    )
    actions = [a for a in state.open_actions(kind=StepKind.AGREEMENT) if a.owner == report.client]
    change.replace([(a, a.done(report.on)) for a in actions])
    return f"De {OFFICES[report.client]} is akkoord met het verzenden van het ontwerp."


def adopted(change: Change, state: State, report: Adopted) -> str:
    """Keep the besluit by which the plan is adopted (Politiewet 2012, art. 39)."""
    if state.adoption:
        taken_on = day_in_words(state.adoption.taken_on)
        raise RefusedError(f"Het plan is al vastgesteld op {taken_on}.")
    refuse_unless_ready(state, report.on)
    refuse_without_reasons(state, report.on)
    refuse_unless_adopted_by_right(report, state.eenheid, state.municipalities)
    change.add(
        [
            Besluit(
                id=f"{state.dossier.id}/vaststelling",
                dossier=state.dossier.id,
                kind=BesluitKind.ADOPTION,
                by=adopted_by(report),
                taken_on=report.on,
                basis=report.basis,
                version=state.final.id if state.final else None,
                text=report.note,
                adopters=adopters(report, state.municipalities),
            )
        ]
    )
    change.replace(
        [(state.dossier, state.dossier.model_copy(update={"state": DossierState.ADOPTED}))]
    )
    change.replace([(a, a.done(report.on)) for a in state.open_actions(kind=StepKind.ADOPTION)])
    open_points = [z.name for z in state.zienswijzen if not z.disposition]
    undisposed = counted(len(open_points), "zienswijze", "zienswijzen")
    warning = f" Let op: van {undisposed} is geen verwerking vastgelegd."
    return f"Het beleidsplan is vastgesteld.{warning if open_points else ''}"
