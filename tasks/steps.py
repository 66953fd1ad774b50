"""Keeps what was done with steps, themes and responses."""

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import counted
from gehoord.domain.acts.lapse import refuse_to_lapse
from gehoord.domain.acts.report import (
    Disposed,
    ResponseReceived,
    StepDone,
    StepLapsed,
    ThemesChosen,
)
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Response
from gehoord.domain.errors import RefusedError
from gehoord.domain.outgoing.notices import follows_adoption
from gehoord.domain.proposal.step import Letter, StepKind
from gehoord.law.politiewet import HEAR_COUNCILS
from gehoord.store.register import Change

_OWN_REPORT = {
    StepKind.HEARING: "gehoord",
    StepKind.ADOPTION: "vaststelling",
    StepKind.AGREEMENT: "akkoord",
    StepKind.VERSION: "versie",
}


def step_done(change: Change, state: State, report: StepDone) -> str:
    """Close the actions of a step, or of one owner."""
    step = state.proposal.step(report.step)
    if own := _OWN_REPORT.get(step.kind):
        raise RefusedError(f"Stap '{step.id}' legt u vast als '{own}', niet als 'gedaan'.")
    if step.chooses_themes:
        raise RefusedError(f"Stap '{step.id}' legt u vast als 'themas', niet als 'gedaan'.")
    if step.letter is Letter.ONTWERP:
        raise RefusedError("Het ontwerp gaat weg door de fase 'horen' te starten.", HEAR_COUNCILS)
    if state.adoption is None and follows_adoption(step):
        raise RefusedError(f"Stap '{step.id}' volgt op de vaststelling, en die is er nog niet.")
    owner = state.owner(report.owner)
    actions = [a for a in state.open_actions(step=step.id) if owner in (None, a.owner)]
    if not actions:
        raise RefusedError(
            f"Bij stap '{step.id}' staat {f'voor {owner} ' if owner else ''}niets open."
        )
    # Of a yearly duty each report closes one year, the earliest that is still open.
    years = {a.due_on.year for a in actions if a.precision is Precision.YEARLY}
    actions = [a for a in actions if not years or a.due_on.year == min(years)]
    change.replace([(a, a.done(report.on)) for a in actions])
    title = actions[0].title  # of a yearly duty it names the year
    if len(actions) > 1:
        return f"Gedaan: {title} ({len(actions)} keer)."
    return f"Gedaan: {title}, door {actions[0].owner_name}."


def step_lapsed(change: Change, state: State, report: StepLapsed) -> str:
    """Let a step lapse that will not take place.

    Raises:
        RefusedError: the law or the procedure cannot do without this step, or nobody owes it.
    """
    refuse_without_ground(report.reason, "waarom de stap niet doorgaat")
    step = state.proposal.step(report.step)
    refuse_to_lapse(step)
    actions = state.open_actions(step=step.id)
    if not actions:
        raise RefusedError(f"Bij stap '{step.id}' staat niets open dat kan vervallen.")
    change.replace([(a, a.lapsed(report.on)) for a in actions])
    return f"Vervallen: {step.title}."


def themes_chosen(change: Change, state: State, report: ThemesChosen) -> str:
    """Keep the besluit on the themes."""
    if state.adoption:
        raise RefusedError("Het plan is al vastgesteld; de thema's veranderen niet meer.")
    number = sum(b.kind is BesluitKind.THEMES for b in state.besluiten) + 1
    actions = [a for a in state.open_actions() if state.proposal.step(a.step).chooses_themes]
    change.add(
        [
            Besluit(
                id=f"{state.dossier.id}/themas/{number}",
                dossier=state.dossier.id,
                kind=BesluitKind.THEMES,
                by=actions[0].owner if actions else report.by,
                taken_on=report.on,
                text="\n".join(" ".join(theme.split()) for theme in report.themes),
            )
        ]
    )
    change.replace([(a, a.done(report.on)) for a in actions])
    return counted(len(report.themes), "thema", "thema's") + " vastgelegd."


def response_received(change: Change, state: State, report: ResponseReceived) -> str:
    """Keep a response to a version."""
    change.add(
        [
            Response(
                id=f"{state.dossier.id}/reactie/{len(state.responses) + 1}",
                dossier=state.dossier.id,
                sender=report.sender,
                version=state.final.id if state.final else None,
                received_on=report.on,
                text=report.text,
            )
        ]
    )
    return f"Reactie van {report.sender} vastgelegd."


def disposed(change: Change, state: State, report: Disposed) -> str:
    """Keep what is done with a zienswijze or a response."""
    wanted = report.sender.casefold()
    for zienswijze in state.zienswijzen:
        if zienswijze.name.casefold() == wanted and not zienswijze.disposition:
            change.replace([(zienswijze, zienswijze.dispose(report.disposition, report.on))])
            return f"Verwerking vastgelegd van de zienswijze van {zienswijze.name}."
    for response in state.responses:
        if response.sender.casefold() == wanted and not response.disposition:
            change.replace([(response, response.dispose(report.disposition, report.on))])
            return f"Verwerking vastgelegd van de reactie van {response.sender}."
    raise RefusedError(f"Van '{report.sender}' is geen reactie of zienswijze die nog open staat.")
