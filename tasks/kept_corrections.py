"""Takes back what was recorded by mistake; the journal keeps both."""

from gehoord.domain.action import Action, ActionState
from gehoord.domain.deed import Corrected
from gehoord.domain.errors import RefusedError
from gehoord.domain.facts import Facts
from gehoord.domain.reason import refuse_without_ground
from gehoord.domain.step import Step, StepKind
from gehoord.store.register import Change


def corrected(change: Change, facts: Facts, deed: Corrected) -> str:
    """Open the actions of a step again; a council counts as asked, no longer as heard.

    What lapsed goes before what was done. An adoption, an agreement and a version are not taken
    back: a new version undoes the latter two, and the first is a besluit of others.
    """
    refuse_without_ground(deed.reason, "wat er mis was")
    step = facts.proposal.step(deed.step)
    owner = facts.owner(deed.owner)
    there = {None, *(m.code for m in facts.living)}
    closed = [
        a
        for a in facts.actions
        if a.step == step.id and a.municipality in there and owner in (None, a.owner)
    ]
    actions = [a for a in closed if a.state is ActionState.LAPSED]
    if not actions:
        _refuse_what_stands(facts, step)
        actions = [a for a in closed if a.state is ActionState.DONE]
    if not actions:
        raise RefusedError(f"Bij stap '{step.id}' is niets gedaan dat kan worden teruggenomen.")
    change.replace([(a, a.reopened(deed.on)) for a in actions])
    if step.kind is StepKind.HEARING:
        _take_back_answers(change, facts, deed, actions)
    return f"Teruggenomen: {step.title}. De actie staat weer open."


def _refuse_what_stands(facts: Facts, step: Step) -> None:
    if facts.adoption:
        raise RefusedError("Het plan is al vastgesteld; wat daarvoor gebeurde, staat vast.")
    if step.kind in (StepKind.ADOPTION, StepKind.AGREEMENT, StepKind.VERSION):
        raise RefusedError(f"Een {step.kind} kan niet worden teruggenomen. Maak een nieuwe versie.")


def _take_back_answers(
    change: Change, facts: Facts, deed: Corrected, actions: list[Action]
) -> None:
    codes = {a.municipality for a in actions}
    change.replace([(h, h.take_back()) for h in facts.hearings if h.municipality in codes])
    change.replace(
        [
            (z, z.dispose(f"Vervallen, vastgelegd bij vergissing: {deed.reason}", deed.on))
            for z in facts.zienswijzen
            if z.municipality in codes and not z.disposition
        ]
    )
