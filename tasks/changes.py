"""Keeps what changes a procedure on its way: a reason, a merger, a change of the adopted plan."""

from datetime import timedelta

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.address import Address
from gehoord.domain.acts.reasons import refuse_reason_for
from gehoord.domain.acts.report import AddressGiven, Merged, PlanChanged, ReasonGiven
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.reason import Reason, refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion, next_number
from gehoord.domain.eenheid.eenheid import PER_MUNICIPALITY
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.law.politiewet import ADOPT, BASES_OF_CHANGE
from gehoord.store.register import Change
from gehoord.store.state import state_of
from gehoord.tasks.letters import notices_of_change
from gehoord.tasks.versions import keep_document


def reason_given(change: Change, state: State, report: ReasonGiven) -> str:
    """Keep why a finding does not stand in the way; a block of the law itself has no reason."""
    refuse_reason_for(report.code)
    refuse_without_ground(report.ground)
    number = len(state.reasons) + 1
    change.add(
        [
            Reason(
                id=f"{state.dossier.id}/reden/{number}",
                dossier=state.dossier.id,
                code=report.code,
                office=report.by,
                ground=report.ground,
                given_on=report.on,
            )
        ]
    )
    return f"Reden vastgelegd bij '{report.code}'."


def plan_changed(change: Change, state: State, report: PlanChanged) -> str:
    """Keep a change of the adopted plan as a new version, and tell the councils and the korpschef.

    It needs no new consent (Politiewet 2012, art. 39 lid 6 and art. 40).
    """
    final = state.final
    if state.adoption is None or final is None:
        raise RefusedError("Alleen een vastgesteld plan kan zo worden gewijzigd.", ADOPT)
    if report.on < state.adoption.taken_on:
        raise RefusedError(
            f"Op {day_in_words(report.on)} was het plan nog niet vastgesteld. Verbeter de dag."
        )
    if report.basis == "beroep" and state.adoption.basis != "39-2":
        raise RefusedError(
            "Beroep bestaat alleen tegen een vaststelling op grond van lid 2.",
            BASES_OF_CHANGE["beroep"],
        )
    number = next_number(state.versions)
    version = DraftVersion(
        id=f"{state.dossier.id}/versie/{number}",
        dossier=state.dossier.id,
        step=final.step,
        number=number,
        title=f"Gewijzigd plan ({report.basis})",
        completeness=final.completeness,
        is_ontwerp=False,
        contains=final.contains,
        made_on=report.on,
        document=keep_document(change, report.document) if report.document else None,
    )
    change.add([version])
    besluit = Besluit(
        id=f"{version.id}/wijziging",
        dossier=state.dossier.id,
        kind=BesluitKind.CHANGE,
        by="minister",
        taken_on=report.on,
        basis=report.basis,
        version=version.id,
        text=report.note,
    )
    change.add([besluit])
    change.send(notices_of_change(state_of(change, state.dossier.id), besluit, report.on))
    return (
        f"Versie {version.number} vastgelegd, op grond van {report.basis}. De raden en de "
        "korpschef krijgen bericht."
    )


def address_given(change: Change, state: State, report: AddressGiven) -> str:
    """Keep the address of a griffie; what still waits for it goes there."""
    municipality = state.municipality(report.municipality)
    try:
        address = Address(report.address).mail
    except ValueError as error:
        raise GehoordError(str(error)) from None
    change.replace([(municipality, municipality.model_copy(update={"griffie_address": address}))])
    waiting = change.all(
        Message, state.dossier.id, recipient=municipality.code, state=MessageState.WAITING
    )
    change.redirect(waiting, address)
    return f"De griffie van {municipality.name} krijgt haar mail op {address}."


def merged(change: Change, state: State, report: Merged) -> str:
    """Let a new municipality take the place of those that ceased; its council is yet to be heard.

    A council that was heard before the merger does not speak for the new one.

    Law: Politiewet 2012, art. 38b lid 2 (every council of the unit).
    """
    if state.adoption:
        raise RefusedError("Het plan is al vastgesteld; de set van raden verandert niet meer.")
    ceased = list({m.code: m for m in map(state.municipality, report.ceased)}.values())
    if gone := [m.name for m in ceased if m.until]:
        raise RefusedError(f"{gone[0]} is al opgegaan in een andere gemeente.")
    stays = next((m for m in state.municipalities if m.code == report.code), None)
    if stays and stays.until:
        raise RefusedError(f"{stays.name} is zelf opgeheven. Noem de code van de nieuwe gemeente.")
    if stays in ceased:
        raise RefusedError(f"{report.name} kan niet opgaan in zichzelf. Noem alleen wie ophoudt.")
    last_day = report.on - timedelta(days=1)
    codes = {m.code for m in ceased}
    change.replace([(m, m.model_copy(update={"until": last_day})) for m in ceased])
    change.replace(
        [(a, a.lapsed(report.on)) for a in state.open_actions() if a.municipality in codes]
    )
    change.replace([(h, h.lapse()) for h in state.hearings if h.municipality in codes])
    if stays is None:
        _add_municipality(change, state, report, ceased[0])
    else:
        _hear_again(change, state, report)
    names = ", ".join(m.name for m in ceased)
    return f"{names}: opgegaan in {report.name}. De raad van {report.name} wordt gehoord."


def _add_municipality(
    change: Change, state: State, report: Merged, model: FrozenMunicipality
) -> None:
    name = state.dossier.id
    change.add(
        [
            FrozenMunicipality(
                id=f"{name}/{report.code}",
                dossier=name,
                code=report.code,
                name=report.name,
                district=model.district,
                holiday_region=model.holiday_region,
            )
        ]
    )
    if state.hearings:
        change.add(
            [
                Hearing(
                    id=f"{name}/{report.code}",
                    dossier=name,
                    municipality=report.code,
                    name=report.name,
                )
            ]
        )
    change.add(_actions_like(state, report, model))


def _actions_like(state: State, report: Merged, model: FrozenMunicipality) -> list[Action]:
    """Return for the new municipality what the old one still owed or lapsed, and its hearing."""
    owed = {a.id for a in state.open_actions()}
    hearing = state.proposal.hearing
    return [
        a.model_copy(
            update={
                "id": f"{a.dossier}/{a.step}/{report.code}",
                "owner": report.code,
                "owner_name": a.owner_name.replace(model.name, report.name),
                "municipality": report.code,
                "state": a.state if a.state is ActionState.LAPSED else ActionState.OPEN,
                "done_on": a.done_on if a.state is ActionState.LAPSED else None,
                "sequence": 0,
                "changed_on": report.on,
            }
        )
        for a in state.actions
        if a.municipality == model.code
        and state.proposal.step(a.step).owner in PER_MUNICIPALITY
        and (a.id in owed or a.state is ActionState.LAPSED or (hearing and a.step == hearing.id))
    ]


def _hear_again(change: Change, state: State, report: Merged) -> None:
    """The council of a municipality that grew is a new council: it must be asked anew."""
    hearing = state.hearing_of(report.code) if state.hearings else None
    if hearing is None:
        return
    if hearing.invited_on:
        change.replace([(hearing, hearing.start_over())])
    closed = [
        a
        for a in state.actions
        if a.municipality == report.code
        and state.proposal.hearing
        and a.step == state.proposal.hearing.id
        and a.state is ActionState.DONE
    ]
    change.replace([(a, a.reopened(report.on)) for a in closed])
