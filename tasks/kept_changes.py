"""Keeps what changes a procedure on its way: a reason, a merger, a change of the adopted plan."""

from datetime import timedelta

from gehoord.calendar.address import Address
from gehoord.calendar.dutch import day_in_words
from gehoord.domain.action import Action, ActionState
from gehoord.domain.adoption import article_of_change
from gehoord.domain.besluit import Besluit, BesluitKind
from gehoord.domain.deed import AddressGiven, Merged, PlanChanged, ReasonGiven
from gehoord.domain.dossier import FrozenMunicipality
from gehoord.domain.eenheid import PER_MUNICIPALITY
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.facts import Facts
from gehoord.domain.hearing import Hearing
from gehoord.domain.judging import refuse_reason_for
from gehoord.domain.message import Message, MessageState
from gehoord.domain.reason import Reason, refuse_without_ground
from gehoord.domain.version import DraftVersion, next_number
from gehoord.law.politiewet import ADOPT
from gehoord.store.facts import facts_of
from gehoord.store.register import Change
from gehoord.tasks.kept_versions import keep_document
from gehoord.tasks.letters import notices_of_change


def reason_given(change: Change, facts: Facts, deed: ReasonGiven) -> str:
    """Keep why a finding does not stand in the way; a block of the law itself has no reason."""
    refuse_reason_for(deed.code)
    refuse_without_ground(deed.ground)
    number = len(facts.reasons) + 1
    change.add(
        [
            Reason(
                id=f"{facts.dossier.id}/reden/{number}",
                dossier=facts.dossier.id,
                code=deed.code,
                office=deed.by,
                ground=deed.ground,
                given_on=deed.on,
            )
        ]
    )
    return f"Reden vastgelegd bij '{deed.code}'."


def plan_changed(change: Change, facts: Facts, deed: PlanChanged) -> str:
    """Keep a change of the adopted plan as a new version, and tell the councils and the korpschef.

    It needs no new consent (Politiewet 2012, art. 39 lid 6 and art. 40).
    """
    final = facts.final
    if facts.adoption is None or final is None:
        raise RefusedError("Alleen een vastgesteld plan kan zo worden gewijzigd.", ADOPT)
    if deed.on < facts.adoption.taken_on:
        raise RefusedError(
            f"Op {day_in_words(deed.on)} was het plan nog niet vastgesteld. Verbeter de dag."
        )
    if deed.basis == "beroep" and facts.adoption.basis != "39-2":
        raise RefusedError(
            "Beroep bestaat alleen tegen een vaststelling op grond van lid 2.",
            article_of_change("beroep"),
        )
    number = next_number(facts.versions)
    version = DraftVersion(
        id=f"{facts.dossier.id}/versie/{number}",
        dossier=facts.dossier.id,
        step=final.step,
        number=number,
        title=f"Gewijzigd plan ({deed.basis})",
        completeness=final.completeness,
        is_ontwerp=False,
        contains=final.contains,
        made_on=deed.on,
        document=keep_document(change, deed.document) if deed.document else None,
    )
    change.add([version])
    besluit = Besluit(
        id=f"{version.id}/wijziging",
        dossier=facts.dossier.id,
        kind=BesluitKind.CHANGE,
        by="minister",
        taken_on=deed.on,
        basis=deed.basis,
        version=version.id,
        text=deed.note,
    )
    change.add([besluit])
    change.send(notices_of_change(facts_of(change, facts.dossier.id), besluit, deed.on))
    return (
        f"Versie {version.number} vastgelegd, op grond van {deed.basis}. De raden en de korpschef "
        "krijgen bericht."
    )


def address_given(change: Change, facts: Facts, deed: AddressGiven) -> str:
    """Keep the address of a griffie; what still waits for it goes there."""
    municipality = facts.municipality(deed.municipality)
    try:
        address = Address(deed.address).mail
    except ValueError as error:
        raise GehoordError(str(error)) from None
    change.replace([(municipality, municipality.model_copy(update={"griffie_address": address}))])
    waiting = change.all(
        Message, facts.dossier.id, recipient=municipality.code, state=MessageState.WAITING
    )
    change.redirect(waiting, address)
    return f"De griffie van {municipality.name} krijgt haar mail op {address}."


def merged(change: Change, facts: Facts, deed: Merged) -> str:
    """Let a new municipality take the place of those that ceased; its council is yet to be heard.

    A council that was heard before the merger does not speak for the new one.

    Law: Politiewet 2012, art. 38b lid 2 (every council of the unit).
    """
    if facts.adoption:
        raise RefusedError("Het plan is al vastgesteld; de set van raden verandert niet meer.")
    ceased = list({m.code: m for m in map(facts.municipality, deed.ceased)}.values())
    if gone := [m.name for m in ceased if m.until]:
        raise RefusedError(f"{gone[0]} is al opgegaan in een andere gemeente.")
    stays = next((m for m in facts.municipalities if m.code == deed.code), None)
    if stays and stays.until:
        raise RefusedError(f"{stays.name} is zelf opgeheven. Noem de code van de nieuwe gemeente.")
    if stays in ceased:
        raise RefusedError(f"{deed.name} kan niet opgaan in zichzelf. Noem alleen wie ophoudt.")
    last_day = deed.on - timedelta(days=1)
    codes = {m.code for m in ceased}
    change.replace([(m, m.model_copy(update={"until": last_day})) for m in ceased])
    change.replace(
        [(a, a.lapsed(deed.on)) for a in facts.open_actions() if a.municipality in codes]
    )
    change.replace([(h, h.lapse()) for h in facts.hearings if h.municipality in codes])
    if stays is None:
        _add_municipality(change, facts, deed, ceased[0])
    else:
        _hear_again(change, facts, deed)
    names = ", ".join(m.name for m in ceased)
    return f"{names}: opgegaan in {deed.name}. De raad van {deed.name} wordt gehoord."


def _add_municipality(
    change: Change, facts: Facts, deed: Merged, model: FrozenMunicipality
) -> None:
    name = facts.dossier.id
    change.add(
        [
            FrozenMunicipality(
                id=f"{name}/{deed.code}",
                dossier=name,
                code=deed.code,
                name=deed.name,
                district=model.district,
                holiday_region=model.holiday_region,
            )
        ]
    )
    if facts.hearings:
        change.add(
            [
                Hearing(
                    id=f"{name}/{deed.code}",
                    dossier=name,
                    municipality=deed.code,
                    name=deed.name,
                )
            ]
        )
    change.add(_actions_like(facts, deed, model))


def _actions_like(facts: Facts, deed: Merged, model: FrozenMunicipality) -> list[Action]:
    """Return for the new municipality what the old one still owed or lapsed, and its hearing."""
    owed = {a.id for a in facts.open_actions()}
    hearing = facts.proposal.hearing
    return [
        a.model_copy(
            update={
                "id": f"{a.dossier}/{a.step}/{deed.code}",
                "owner": deed.code,
                "owner_name": a.owner_name.replace(model.name, deed.name),
                "municipality": deed.code,
                "state": a.state if a.state is ActionState.LAPSED else ActionState.OPEN,
                "done_on": a.done_on if a.state is ActionState.LAPSED else None,
                "sequence": 0,
                "changed_on": deed.on,
            }
        )
        for a in facts.actions
        if a.municipality == model.code
        and facts.proposal.step(a.step).owner in PER_MUNICIPALITY
        and (a.id in owed or a.state is ActionState.LAPSED or (hearing and a.step == hearing.id))
    ]


def _hear_again(change: Change, facts: Facts, deed: Merged) -> None:
    """The council of a municipality that grew is a new council: it must be asked anew."""
    hearing = facts.hearing_of(deed.code) if facts.hearings else None
    if hearing is None:
        return
    if hearing.invited_on:
        change.replace([(hearing, hearing.start_over())])
    closed = [
        a
        for a in facts.actions
        if a.municipality == deed.code
        and facts.proposal.hearing
        and a.step == facts.proposal.hearing.id
        and a.state is ActionState.DONE
    ]
    change.replace([(a, a.reopened(deed.on)) for a in closed])
