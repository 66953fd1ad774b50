"""Keeps versions of the plan, the agreement with the ontwerp, and the adoption."""

from datetime import date
from pathlib import Path
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.action import ActionState
from gehoord.domain.adoption import (
    adopted_by,
    adopters,
    refuse_unless_adopted_by_right,
    refuse_unless_ready,
)
from gehoord.domain.besluit import Besluit, BesluitKind
from gehoord.domain.deed import Adopted, Agreed, VersionMade
from gehoord.domain.dossier import DossierState
from gehoord.domain.eenheid import OFFICES
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.facts import Facts
from gehoord.domain.judging import refuse_without_reasons
from gehoord.domain.step import StepKind
from gehoord.domain.version import DraftVersion, next_number
from gehoord.store.register import Change

LARGEST_DOCUMENT: Final = 25_000_000
"""Bytes. Most mail servers take no more."""


def version_made(change: Change, facts: Facts, deed: VersionMade) -> str:
    """Keep a new version; a newer ontwerp undoes what was agreed and heard on the older."""
    step = facts.proposal.step(deed.step)
    if step.kind is not StepKind.VERSION:
        raise RefusedError(f"Stap '{step.id}' is geen versie, maar een {step.kind}.")
    if facts.adoption:
        raise RefusedError("Het plan is al vastgesteld; er kan geen nieuwe versie meer bij.")
    if facts.has_lapsed(step.id):
        raise RefusedError(f"'{step.title}' is vervallen. Neem dat eerst terug (herstel).")
    final = facts.final
    if final and not step.is_ontwerp and (step.completeness or 100) < (final.completeness or 0):
        raise RefusedError(
            f"'{step.title}' komt voor '{final.title}' van {day_in_words(final.made_on)}, die al "
            "is vastgelegd. Een oudere versie kan er niet meer bij."
        )
    number = next_number(facts.versions)
    document = keep_document(change, deed.document) if deed.document else None
    change.add(
        [
            DraftVersion(
                id=f"{facts.dossier.id}/versie/{number}",
                dossier=facts.dossier.id,
                step=step.id,
                number=number,
                title=step.title,
                completeness=step.completeness,
                is_ontwerp=step.is_ontwerp,
                contains=deed.contains or step.contains,
                made_on=deed.on,
                document=document,
            )
        ]
    )
    change.replace([(a, a.done(deed.on)) for a in facts.open_actions(step=step.id)])
    if not step.is_ontwerp or facts.ontwerp is None:
        return f"Versie {number} vastgelegd: {step.title}."
    _ask_anew(change, facts, deed.on)
    return (
        f"Versie {number} vastgelegd. Dit is een nieuw ontwerp: beide opdrachtgevers geven "
        "opnieuw akkoord en elke raad wordt opnieuw gevraagd."
    )


def _ask_anew(change: Change, facts: Facts, on: date) -> None:
    """A newer ontwerp: what was agreed and heard on the older one no longer counts."""
    again = [
        a
        for a in facts.actions
        if a.kind in (StepKind.AGREEMENT, StepKind.HEARING) and a.state is ActionState.DONE
    ]
    change.replace([(a, a.reopened(on)) for a in again])


def keep_document(change: Change, path: str) -> str:
    """Keep the bytes of a file in the register and return their SHA-256."""
    file = Path(path)
    if not file.is_file():
        raise GehoordError(f"Het bestand '{path}' is er niet. Kijk de naam na.")
    if file.stat().st_size > LARGEST_DOCUMENT:
        raise GehoordError(
            f"'{path}' is groter dan 25 MB en past niet in een mail. Maak het kleiner."
        )
    return change.keep_document(file.name, file.read_bytes())


def agreed(change: Change, facts: Facts, deed: Agreed) -> str:
    """Keep that a client agrees that the ontwerp leaves the house."""
    ontwerp = facts.ontwerp
    if ontwerp is None:
        raise RefusedError(
            "Er is nog geen ontwerp om mee akkoord te gaan. Leg eerst de versie vast."
        )
    if deed.client in facts.agreements_with(ontwerp):
        raise RefusedError(f"De {OFFICES[deed.client]} is al akkoord met dit ontwerp.")
    if deed.on < ontwerp.made_on:
        raise RefusedError(
            f"Op {day_in_words(deed.on)} was dit ontwerp er nog niet. Verbeter de dag."
        )
    change.add(
        [
            Besluit(
                id=f"{ontwerp.id}/akkoord/{deed.client}",
                dossier=facts.dossier.id,
                kind=BesluitKind.AGREEMENT,
                by=deed.client,
                taken_on=deed.on,
                version=ontwerp.id,
                text=deed.note,
            )
        ]
    )
    actions = [a for a in facts.open_actions(kind=StepKind.AGREEMENT) if a.owner == deed.client]
    change.replace([(a, a.done(deed.on)) for a in actions])
    return f"De {OFFICES[deed.client]} is akkoord met het verzenden van het ontwerp."


def adopted(change: Change, facts: Facts, deed: Adopted) -> str:
    """Keep the besluit by which the plan is adopted (Politiewet 2012, art. 39)."""
    if facts.adoption:
        taken_on = day_in_words(facts.adoption.taken_on)
        raise RefusedError(f"Het plan is al vastgesteld op {taken_on}.")
    refuse_unless_ready(facts, deed.on)
    refuse_without_reasons(facts, deed.on)
    refuse_unless_adopted_by_right(deed, facts.eenheid, facts.municipalities)
    change.add(
        [
            Besluit(
                id=f"{facts.dossier.id}/vaststelling",
                dossier=facts.dossier.id,
                kind=BesluitKind.ADOPTION,
                by=adopted_by(deed),
                taken_on=deed.on,
                basis=deed.basis,
                version=facts.final.id if facts.final else None,
                text=deed.note,
                adopters=adopters(deed, facts.municipalities),
            )
        ]
    )
    change.replace(
        [(facts.dossier, facts.dossier.model_copy(update={"state": DossierState.ADOPTED}))]
    )
    change.replace([(a, a.done(deed.on)) for a in facts.open_actions(kind=StepKind.ADOPTION)])
    open_points = [z.name for z in facts.zienswijzen if not z.disposition]
    undisposed = counted(len(open_points), "zienswijze", "zienswijzen")
    warning = f" Let op: van {undisposed} is geen verwerking vastgelegd."
    return f"Het beleidsplan is vastgesteld.{warning if open_points else ''}"
