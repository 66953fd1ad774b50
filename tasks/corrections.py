"""Takes back what was recorded by mistake; the journal keeps both."""

from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.store.register import Change


def corrected(change: Change, state: State, report: Corrected) -> str:
    """Open the actions of a step again; a council counts as asked, no longer as heard.

    What lapsed goes before what was done. An adoption, an agreement and a version are not taken
    back: a new version undoes the latter two, and the first is a besluit of others.
    """
    refuse_without_ground(report.reason, "wat er mis was")
    step = state.proposal.step(report.step)
    owner = state.owner(report.owner)
    there = {None, *(m.code for m in state.living)}
    closed = [
        a
        for a in state.actions
        if a.step == step.id and a.municipality in there and owner in (None, a.owner)
    ]
    actions = [a for a in closed if a.state is ActionState.LAPSED]
    if not actions:
        _refuse_what_stands(state, step)
        actions = [a for a in closed if a.state is ActionState.DONE]
    if not actions:
        raise RefusedError(f"Bij stap '{step.id}' is niets gedaan dat kan worden teruggenomen.")
    change.replace([(a, a.reopened(report.on)) for a in actions])
    if step.kind is StepKind.HEARING:
        _take_back_answers(change, state, report, actions)
    return f"Teruggenomen: {step.title}. De actie staat weer open."


def _refuse_what_stands(state: State, step: Step) -> None:
    if state.adoption:
        raise RefusedError("Het plan is al vastgesteld; wat daarvoor gebeurde, staat vast.")
    if step.kind in (StepKind.ADOPTION, StepKind.AGREEMENT, StepKind.VERSION):
        raise RefusedError(f"Een {step.kind} kan niet worden teruggenomen. Maak een nieuwe versie.")


def _take_back_answers(
    change: Change, state: State, report: Corrected, actions: list[Action]
) -> None:
    codes = {a.municipality for a in actions}
    change.replace([(h, h.take_back()) for h in state.hearings if h.municipality in codes])
    change.replace(
        [
            (z, z.dispose(f"Vervallen, vastgelegd bij vergissing: {report.reason}", report.on))
            for z in state.zienswijzen
            if z.municipality in codes and not z.disposition
        ]
    )
