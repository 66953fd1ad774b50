# SPDX-License-Identifier: EUPL-1.2
"""What was done with a step, or that it lapsed, is taken back: somebody owes it again."""

from collections.abc import Collection, Iterable
from typing import Final

from gehoord.calendar.dutch import alphabetical, enumeration
from gehoord.domain.acts.act import Act, NoticeTakenBack
from gehoord.domain.acts.escalation import is_still_so_late, of_who_is_late
from gehoord.domain.acts.report import Corrected
from gehoord.domain.acts.reports_of_hearing import ALL, means_all
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Step


def lapse_taken_back(report: Corrected, state: State, step: Step) -> Act:
    """Open again what lapsed of a step; what was done of it stays done."""
    lapsed = closed(state, step, report.owner, ActionState.LAPSED)
    refuse_to_guess(report, owners_of(lapsed))
    return _reopened(report, step, lapsed)


def step_taken_back(report: Corrected, state: State, step: Step) -> Act:
    """Open again what was done of a step; letters that did not leave yet do so no more."""
    refuse_after_adoption(state, step)
    _refuse_what_left(step)
    done = closed(state, step, report.owner, ActionState.DONE)
    if not done and step.escalates:
        raise RefusedError(
            f"Bij stap '{step.id}' kan niets weer open: er is niets gedaan, of wat was gedaan of "
            "vervallen gaat over iets dat niet meer te laat is."
        )
    if not done:
        raise RefusedError(f"Bij stap '{step.id}' is niets gedaan dat kan worden teruggenomen.")
    refuse_to_guess(report, owners_of(done))
    return _reopened(report, step, done)


def closed(state: State, step: Step, owner: str | None, how: ActionState) -> list[Action]:
    """Return the actions of a step that were done, or lapsed; of a council that ceased none.

    Nor an escalation of what is no longer late. Of the others who is late says which one it is.

    Args:
        state: the dossier.
        step: the step.
        owner: of whom, as people name him; of everybody without it, or for `ALL`.
        how: done or lapsed.
    """
    whole = owner is None or is_all(owner)
    found = _asked(state, step, None if whole else state.owner(owner))
    there = {None, *(m.code for m in state.living)}
    return [a for a in found if a.municipality in there and a.state is how]


def _asked(state: State, step: Step, owner: str | None) -> list[Action]:
    asked = {"step": step.id} if owner is None else {"step": step.id, "owner": owner}
    found = state.actions.where(**asked)
    if not step.escalates:
        return found
    found = found or of_who_is_late(state, step, owner)
    return [action for action in found if is_still_so_late(state, action)]


def is_all(owner: str | None) -> bool:
    """Whether what is taken back is that of everybody, in so many words."""
    return owner is not None and means_all(owner)


def refuse_to_guess(report: Corrected, owners: Collection[str]) -> None:
    """Refuse to take back what several did when nobody was named.

    Raises:
        RefusedError: names them.
    """
    if report.owner is None and len(owners) > 1:
        names = enumeration(alphabetical(owners))
        raise RefusedError(
            f"Dit is vastgelegd van {len(owners)} actiehouders: {names}. Noem van "
            f"wie u het terugneemt (actiehouder, --wie), of kies '{ALL}'."
        )


def owners_of(actions: Iterable[Action]) -> list[str]:
    """Return whose actions they are, as people name them, in the order of a Dutch list."""
    return alphabetical({action.owner_name for action in actions})


def reopened_in_words(report: Corrected, step: Step, actions: list[Action]) -> str:
    """Return in Dutch what is taken back, and of whom where others may owe it too."""
    who = owners_of(actions)
    if len(who) > 1:
        of = f"{len(who)} actiehouders: {enumeration(who)}"
        return f"Teruggenomen: {step.title}, van {of}. De acties staan weer open."
    is_named = report.owner is not None or any(a.municipality for a in actions)
    of = f", van {who[0]}" if is_named else ""
    return f"Teruggenomen: {step.title}{of}. De actie staat weer open."


def refuse_after_adoption(state: State, step: Step | None = None) -> None:
    """Refuse to take back what an adoption rests on.

    Args:
        state: the dossier.
        step: what it belongs to; what follows the adoption is not refused.
    """
    is_of_later = step is not None and (step.follows_adoption or bool(step.reported_as))
    if state.is_adopted and not is_of_later:
        raise RefusedError(
            "Het plan is al vastgesteld; wat daarvoor gebeurde, staat vast. Was de vaststelling "
            "zelf een vergissing, neem die dan eerst terug."
        )


def _refuse_what_left(step: Step) -> None:
    if step.sends_ontwerp:
        raise RefusedError(
            "Het ontwerp is al naar de raden; dat kan niet worden teruggenomen. Kwam een mail "
            "terug, leg dan vast waar die griffie wel te bereiken is (adres): dan gaat het "
            "ontwerp daar opnieuw heen."
        )
    if (step.follows_adoption or step.reported_as) and _is_sent_or_decided(step):
        raise RefusedError(
            f"'{step.title}' is verzonden of besloten en kan niet worden teruggenomen. Leg vast "
            "wat er daarna gebeurt."
        )


def _is_sent_or_decided(step: Step) -> bool:
    return bool(step.letter) or step.reported_as not in ("", "gedaan") or step.is_jaarverslag


def _reopened(report: Corrected, step: Step, actions: list[Action]) -> Act:
    changes = Changes.replacing((a, a.reopened(report.on)) for a in actions)
    said = reopened_in_words(report, step, actions)
    if not step.is_sent_by_gehoord:
        return Act(said, changes)
    return Act(f"{said} {_AGAIN}", changes, (NoticeTakenBack(step.id),))


_AGAIN: Final = (
    "Wat nog niet weg was, gaat niet meer weg. Wie de brief al heeft, krijgt hem opnieuw als u de "
    "fase weer start."
)
