"""Keeps what was done with steps, themes and responses."""

from gehoord.calendar.dutch import counted
from gehoord.calendar.written import Precision
from gehoord.domain.besluit import Besluit, BesluitKind
from gehoord.domain.deed import (
    Disposed,
    ResponseReceived,
    StepDone,
    StepLapsed,
    ThemesChosen,
)
from gehoord.domain.errors import RefusedError
from gehoord.domain.facts import Facts
from gehoord.domain.lapsing import refuse_to_lapse
from gehoord.domain.reason import refuse_without_ground
from gehoord.domain.sending import follows_adoption
from gehoord.domain.step import Letter, StepKind
from gehoord.domain.zienswijze import Response
from gehoord.law.politiewet import HEAR_COUNCILS
from gehoord.store.register import Change

_OWN_DEED = {
    StepKind.HEARING: "gehoord",
    StepKind.ADOPTION: "vaststelling",
    StepKind.AGREEMENT: "akkoord",
    StepKind.VERSION: "versie",
}


def step_done(change: Change, facts: Facts, deed: StepDone) -> str:
    """Close the actions of a step, or of one owner."""
    step = facts.proposal.step(deed.step)
    if own := _OWN_DEED.get(step.kind):
        raise RefusedError(f"Stap '{step.id}' legt u vast als '{own}', niet als 'gedaan'.")
    if step.chooses_themes:
        raise RefusedError(f"Stap '{step.id}' legt u vast als 'themas', niet als 'gedaan'.")
    if step.letter is Letter.ONTWERP:
        raise RefusedError("Het ontwerp gaat weg door de fase 'horen' te starten.", HEAR_COUNCILS)
    if facts.adoption is None and follows_adoption(step):
        raise RefusedError(f"Stap '{step.id}' volgt op de vaststelling, en die is er nog niet.")
    owner = facts.owner(deed.owner)
    actions = [a for a in facts.open_actions(step=step.id) if owner in (None, a.owner)]
    if not actions:
        raise RefusedError(
            f"Bij stap '{step.id}' staat {f'voor {owner} ' if owner else ''}niets open."
        )
    # Of a yearly duty each report closes one year, the earliest that is still open.
    years = {a.due_on.year for a in actions if a.precision is Precision.YEARLY}
    actions = [a for a in actions if not years or a.due_on.year == min(years)]
    change.replace([(a, a.done(deed.on)) for a in actions])
    title = actions[0].title  # of a yearly duty it names the year
    if len(actions) > 1:
        return f"Gedaan: {title} ({len(actions)} keer)."
    return f"Gedaan: {title}, door {actions[0].owner_name}."


def step_lapsed(change: Change, facts: Facts, deed: StepLapsed) -> str:
    """Let a step lapse that will not take place.

    Raises:
        RefusedError: the law or the procedure cannot do without this step, or nobody owes it.
    """
    refuse_without_ground(deed.reason, "waarom de stap niet doorgaat")
    step = facts.proposal.step(deed.step)
    refuse_to_lapse(step)
    actions = facts.open_actions(step=step.id)
    if not actions:
        raise RefusedError(f"Bij stap '{step.id}' staat niets open dat kan vervallen.")
    change.replace([(a, a.lapsed(deed.on)) for a in actions])
    return f"Vervallen: {step.title}."


def themes_chosen(change: Change, facts: Facts, deed: ThemesChosen) -> str:
    """Keep the besluit on the themes."""
    if facts.adoption:
        raise RefusedError("Het plan is al vastgesteld; de thema's veranderen niet meer.")
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
    return counted(len(deed.themes), "thema", "thema's") + " vastgelegd."


def response_received(change: Change, facts: Facts, deed: ResponseReceived) -> str:
    """Keep a response to a version."""
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


def disposed(change: Change, facts: Facts, deed: Disposed) -> str:
    """Keep what is done with a zienswijze or a response."""
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
