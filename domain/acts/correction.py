"""Something was recorded by mistake and is taken back; the journal keeps both."""

from datetime import date
from typing import Final

from gehoord.domain.acts.act import Act, NoticeTakenBack, decide
from gehoord.domain.acts.replan import on_plan_again
from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Step, StepKind


@decide.register
def corrected(report: Corrected, state: State) -> Act:
    """Open the actions of a step again; a council counts as asked, no longer as heard.

    What lapsed goes before what was done. An adoption, an agreement and a version are not taken
    back: a new version undoes the latter two, and the first is a besluit of others. Nor is the
    sending of the ontwerp: what was mailed stays with those who have it.
    """
    refuse_without_ground(report.reason, "wat er mis was")
    step = state.as_opened.step(report.step)
    actions = _closed(state, step, state.owner(report.owner))
    changes = Changes.replacing((a, a.reopened(report.on)) for a in actions)
    if step.kind is StepKind.HEARING:
        changes += _answers_taken_back(state, report, actions)
    said = f"Teruggenomen: {step.title}. De actie staat weer open."
    changes = on_plan_again(state, changes, report.on)
    if not step.is_sent_by_gehoord:
        return Act(said, changes)
    return Act(f"{said} {_AGAIN}", changes, (NoticeTakenBack(step.id),))


_AGAIN: Final = (
    "Wat nog niet weg was, gaat niet meer weg. Wie de brief al heeft, krijgt hem opnieuw als u de "
    "fase weer start."
)


def _closed(state: State, step: Step, owner: str | None) -> list[Action]:
    """Return what lapsed of a step, or else what was done; a council that ceased does not count."""
    asked = {"step": step.id} if owner is None else {"step": step.id, "owner": owner}
    there = {None, *(m.code for m in state.living)}
    actions = [a for a in state.actions.where(**asked) if a.municipality in there]
    if lapsed := _in_state(actions, ActionState.LAPSED):
        return lapsed
    _refuse_what_stands(state, step)
    if done := _in_state(actions, ActionState.DONE):
        return done
    raise RefusedError(f"Bij stap '{step.id}' is niets gedaan dat kan worden teruggenomen.")


def _in_state(actions: list[Action], wanted: ActionState) -> list[Action]:
    return [a for a in actions if a.state is wanted]


def _refuse_what_stands(state: State, step: Step) -> None:
    is_of_later = step.follows_adoption or bool(step.reported_as)
    if state.is_adopted and not is_of_later:
        raise RefusedError("Het plan is al vastgesteld; wat daarvoor gebeurde, staat vast.")
    if is_of_later and _is_sent_or_decided(step):
        raise RefusedError(
            f"'{step.title}' is verzonden of besloten en kan niet worden teruggenomen. Leg vast "
            "wat er daarna gebeurt."
        )
    if step.kind in (StepKind.ADOPTION, StepKind.AGREEMENT, StepKind.VERSION):
        raise RefusedError(f"Een {step.kind} kan niet worden teruggenomen. Maak een nieuwe versie.")
    if step.sends_ontwerp:
        raise RefusedError(
            "Het ontwerp is al naar de raden; dat kan niet worden teruggenomen. Kwam een mail "
            "terug, leg dan vast waar die griffie wel te bereiken is (adres): dan gaat het "
            "ontwerp daar opnieuw heen."
        )


def _is_sent_or_decided(step: Step) -> bool:
    return bool(step.letter) or step.reported_as not in ("", "gedaan") or step.is_jaarverslag


def _answers_taken_back(state: State, report: Corrected, actions: list[Action]) -> Changes:
    """Return the hearings as asked only, and withdraw what was said in them; no earlier answer."""
    codes = {a.municipality for a in actions}
    hearings = [h for h in state.hearings if h.municipality in codes]
    said = [z for h in hearings for z in _said_in(state, h)]
    return Changes.replacing((h, h.take_back()) for h in hearings) + Changes.replacing(
        (z, z.withdraw(report.reason, report.on)) for z in said
    )


def _said_in(state: State, hearing: Hearing) -> list[Zienswijze]:
    """Return the answer of a council and what it added to that."""
    said = state.zienswijzen.where(municipality=hearing.municipality, version=hearing.version)
    return [z for z in said if z.counts and z.received_on >= (hearing.heard_on or date.max)]
