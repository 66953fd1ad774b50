"""Vastleggen: what people did enters the register, closes its actions, or is refused."""

from datetime import date
from pathlib import Path

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.adoption import refuse_unless_adopted_by_right, refuse_unless_ready
from gehoord.domain.besluit import Besluit, BesluitKind
from gehoord.domain.deed import (
    Adopted,
    Agreed,
    CouncilHeard,
    Deed,
    Disposed,
    ResponseReceived,
    SilenceAccepted,
    StepDone,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.dossier import DossierState
from gehoord.domain.eenheid import OFFICES
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.facts import Facts
from gehoord.domain.hearing import Answer
from gehoord.domain.progress import Outcome
from gehoord.domain.step import Letter, StepKind
from gehoord.domain.version import DraftVersion
from gehoord.domain.zienswijze import Response, Zienswijze
from gehoord.flows.forms import Melding
from gehoord.flows.running import run
from gehoord.law.politiewet import HEAR_COUNCILS
from gehoord.store.facts import facts_of
from gehoord.store.register import Change, Register

LARGEST_DOCUMENT = 25_000_000
"""Bytes. Most mail servers take no more."""

_OWN_DEED = {
    StepKind.HEARING: "gehoord",
    StepKind.ADOPTION: "vaststelling",
    StepKind.AGREEMENT: "akkoord",
    StepKind.VERSION: "versie",
}


def record(register: Register, dossier: str, deed: Deed, on: date) -> Outcome:
    """Record what somebody did, in one transaction with its journal entry.

    Args:
        register: where it is kept.
        dossier: the name of the dossier.
        deed: what was done.
        on: today; nothing that lies after it can have been done.

    Raises:
        RefusedError: the procedure does not allow it, or it was recorded before.
        GehoordError: it names a step, municipality or file that is not there.
    """
    if deed.on > on:
        raise GehoordError(f"{deed.on} ligt in de toekomst. Leg pas vast wat is gebeurd.")
    with register.changing(dossier, deed.on, deed.by, deed.what, deed.note) as change:
        facts = facts_of(change, dossier)
        return Outcome("Vastgelegd", _record(change, facts, deed))


def _record(change: Change, facts: Facts, deed: Deed) -> str:
    match deed:
        case StepDone():
            return _step_done(change, facts, deed)
        case ThemesChosen():
            return _themes_chosen(change, facts, deed)
        case VersionMade():
            return _version_made(change, facts, deed)
        case Agreed():
            return _agreed(change, facts, deed)
        case CouncilHeard():
            return _council_heard(change, facts, deed)
        case SilenceAccepted():
            return _silence_accepted(change, facts, deed)
        case ResponseReceived():
            return _response_received(change, facts, deed)
        case Disposed():
            return _disposed(change, facts, deed)
        case Adopted():
            return _adopted(change, facts, deed)


def _step_done(change: Change, facts: Facts, deed: StepDone) -> str:
    step = facts.proposal.step(deed.step)
    if own := _OWN_DEED.get(step.kind):
        raise RefusedError(f"Stap '{step.id}' legt u vast met 'gehoord record {own}'.")
    if step.chooses_themes:
        raise RefusedError(f"Stap '{step.id}' legt u vast met 'gehoord record themas'.")
    if step.letter is Letter.ONTWERP:
        raise RefusedError("Het ontwerp gaat weg door de fase 'horen' te starten.", HEAR_COUNCILS)
    owner = deed.owner
    if owner and any(owner.casefold() == m.name.casefold() for m in facts.municipalities):
        owner = facts.municipality(owner).code
    actions = [a for a in facts.open_actions(step=step.id) if owner in (None, a.owner)]
    if not actions:
        raise RefusedError(
            f"Bij stap '{step.id}' staat {f'voor {owner} ' if owner else ''}niets open."
        )
    change.replace([(a, a.done(deed.on)) for a in actions])
    return (
        f"Gedaan: {step.title} ({len(actions)} keer)."
        if len(actions) > 1
        else f"Gedaan: {step.title}."
    )


def _themes_chosen(change: Change, facts: Facts, deed: ThemesChosen) -> str:
    number = sum(b.kind is BesluitKind.THEMES for b in facts.besluiten) + 1
    actions = [a for a in facts.open_actions() if facts.proposal.step(a.step).chooses_themes]
    change.add(
        [
            Besluit(
                id=f"{facts.dossier.id}/themas/{number}",
                dossier=facts.dossier.id,
                kind=BesluitKind.THEMES,
                by=actions[0].owner if actions else deed.by,
                taken_on=deed.on,
                text="\n".join(" ".join(theme.split()) for theme in deed.themes),
            )
        ]
    )
    change.replace([(a, a.done(deed.on)) for a in actions])
    return f"{len(deed.themes)} thema's vastgelegd."


def _version_made(change: Change, facts: Facts, deed: VersionMade) -> str:
    step = facts.proposal.step(deed.step)
    if step.kind is not StepKind.VERSION:
        raise RefusedError(f"Stap '{step.id}' is geen versie, maar een {step.kind}.")
    if facts.adoption:
        raise RefusedError("Het plan is al vastgesteld; er kan geen nieuwe versie meer bij.")
    number = max((v.number for v in facts.versions), default=0) + 1
    document = _keep(change, deed.document) if deed.document else None
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
        if a.kind in (StepKind.AGREEMENT, StepKind.HEARING) and a.done_on is not None
    ]
    change.replace([(a, a.reopened(on)) for a in again])


def _keep(change: Change, path: str) -> str:
    file = Path(path)
    if not file.is_file():
        raise GehoordError(f"Het bestand '{path}' is er niet. Kijk de naam na.")
    if file.stat().st_size > LARGEST_DOCUMENT:
        raise GehoordError(
            f"'{path}' is groter dan 25 MB en past niet in een mail. Maak het kleiner."
        )
    return change.keep_document(file.name, file.read_bytes())


def _agreed(change: Change, facts: Facts, deed: Agreed) -> str:
    ontwerp = facts.ontwerp
    if ontwerp is None:
        raise RefusedError(
            "Er is nog geen ontwerp om mee akkoord te gaan. Leg eerst de versie vast."
        )
    if deed.client in facts.agreements_with(ontwerp):
        raise RefusedError(f"De {OFFICES[deed.client]} is al akkoord met dit ontwerp.")
    if deed.on < ontwerp.made_on:
        raise RefusedError(f"Op {deed.on} was dit ontwerp er nog niet. Verbeter de dag.")
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


def _council_heard(change: Change, facts: Facts, deed: CouncilHeard) -> str:
    _refuse_after_adoption(facts)
    hearing = facts.hearing_of(facts.municipality(deed.municipality).code)
    heard = hearing.hear(deed.on, deed.manner, deed.answer)
    change.replace([(hearing, heard)])
    _close_hearing(change, facts, hearing.municipality, deed.on)
    if heard.version and (deed.text or deed.answer in _NEEDS_DISPOSITION):
        change.add(
            [
                Zienswijze(
                    id=f"{hearing.id}/{heard.version.rsplit('/', 1)[1]}",
                    dossier=facts.dossier.id,
                    municipality=hearing.municipality,
                    name=hearing.name,
                    version=heard.version,
                    received_on=deed.on,
                    answer=deed.answer,
                    text=deed.text,
                )
            ]
        )
    return f"De raad van {hearing.name} is gehoord: {deed.answer}."


_NEEDS_DISPOSITION = (Answer.ZIENSWIJZE, Answer.POSITIVE_ZIENSWIJZE, Answer.POINTS)


def _silence_accepted(change: Change, facts: Facts, deed: SilenceAccepted) -> str:
    _refuse_after_adoption(facts)
    hearing = facts.hearing_of(facts.municipality(deed.municipality).code)
    change.replace([(hearing, hearing.accept_silence(deed.on, deed.reason))])
    _close_hearing(change, facts, hearing.municipality, deed.on)
    return f"Vastgelegd dat de raad van {hearing.name} gelegenheid had en niet antwoordde."


def _refuse_after_adoption(facts: Facts) -> None:
    if facts.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {facts.adoption.taken_on}; horen kan alleen daarvoor.",
            HEAR_COUNCILS,
        )


def _close_hearing(change: Change, facts: Facts, municipality: str, on: date) -> None:
    actions = facts.open_actions(kind=StepKind.HEARING)
    change.replace([(a, a.done(on)) for a in actions if a.municipality == municipality])


def _response_received(change: Change, facts: Facts, deed: ResponseReceived) -> str:
    change.add(
        [
            Response(
                id=f"{facts.dossier.id}/reactie/{len(facts.responses) + 1}",
                dossier=facts.dossier.id,
                sender=deed.sender,
                version=facts.final.id if facts.final else None,
                received_on=deed.on,
                text=deed.text,
            )
        ]
    )
    return f"Reactie van {deed.sender} vastgelegd."


def _disposed(change: Change, facts: Facts, deed: Disposed) -> str:
    wanted = deed.sender.casefold()
    for zienswijze in facts.zienswijzen:
        if zienswijze.name.casefold() == wanted and not zienswijze.disposition:
            change.replace([(zienswijze, zienswijze.dispose(deed.disposition, deed.on))])
            return f"Verwerking vastgelegd van de zienswijze van {zienswijze.name}."
    for response in facts.responses:
        if response.sender.casefold() == wanted and not response.disposition:
            change.replace([(response, response.dispose(deed.disposition, deed.on))])
            return f"Verwerking vastgelegd van de reactie van {response.sender}."
    raise RefusedError(f"Van '{deed.sender}' is geen reactie of zienswijze die nog open staat.")


def _adopted(change: Change, facts: Facts, deed: Adopted) -> str:
    if facts.adoption:
        raise RefusedError(f"Het plan is al vastgesteld op {facts.adoption.taken_on}.")
    refuse_unless_ready(deed.on, facts.hearings, facts.ontwerp, facts.final)
    refuse_unless_adopted_by_right(deed, facts.eenheid, facts.municipalities)
    change.add(
        [
            Besluit(
                id=f"{facts.dossier.id}/vaststelling",
                dossier=facts.dossier.id,
                kind=BesluitKind.ADOPTION,
                by=deed.body or deed.by,
                taken_on=deed.on,
                basis=deed.basis,
                version=facts.final.id if facts.final else None,
                text=deed.note,
            )
        ]
    )
    change.replace(
        [(facts.dossier, facts.dossier.model_copy(update={"state": DossierState.ADOPTED}))]
    )
    change.replace([(a, a.done(deed.on)) for a in facts.open_actions(kind=StepKind.ADOPTION)])
    open_points = [z.name for z in facts.zienswijzen if not z.disposition]
    warning = f" Let op: van {len(open_points)} zienswijzen is geen verwerking vastgelegd."
    return f"Het beleidsplan is vastgesteld.{warning if open_points else ''}"


@flow(name="Vastleggen", flow_run_name="{dossier}: vastleggen")
async def record_deed(dossier: str, melding: Melding) -> State[None]:
    """Leg vast wat is gebeurd: een besluit, een akkoord, een raad die is gehoord.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        melding: Vul alleen in wat bij uw melding hoort.
    """
    return await run(lambda r, d, on: record(r, d, melding.as_deed(), on), dossier, None)
