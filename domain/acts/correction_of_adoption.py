# SPDX-License-Identifier: EUPL-1.2
"""An adoption, or its announcement, was recorded by mistake and is taken back."""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, LettersWrong
from gehoord.domain.acts.difference import to_decide_again
from gehoord.domain.acts.next_plan import NEXT_PLAN
from gehoord.domain.acts.next_steps import going
from gehoord.domain.acts.promises import ANSWERING, TELLING
from gehoord.domain.acts.report import Corrected
from gehoord.domain.acts.supplement import counted_after_all
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.added_steps import read_steps
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import DossierState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import draft_of
from gehoord.domain.dossier.under_lid_2 import (
    OF_PLAN,
    adopted_under_lid_2,
    announced_by,
    announcing,
    appeals_against,
    trail_of,
)
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.law.politiewet import ADOPT, APPEAL


def adoption_taken_back(report: Corrected, state: State) -> Act:
    """Take back the adoption: what follows it goes, or is owed again.

    What a council said after it is an answer like any other.

    Law: Politiewet 2012, art. 39; Awb, art. 3:41 and 6:8. What was never decided is no besluit; one
    that was announced is undone by another besluit, and not here.
    """
    adoption = _adoption(state)
    _refuse_what_rests_on_it(state, adoption)
    refuse_announced(adoption)
    changes = Changes.replacing(
        [
            (adoption, adoption.withdraw(report.reason, report.on)),
            (state.dossier, state.dossier.model_copy(update={"state": DossierState.OPEN})),
        ]
    )
    changes += going(state, _CAME_WITH_IT, report.on)
    follows = [a for step in _follow(state) for a in _done(state, step.id)]
    changes += Changes.replacing((a, a.reopened(report.on)) for a in follows)
    changes += to_decide_again(state, adoption.taken_on, report.on)
    changes += counted_after_all(state.after(changes))
    return Act(
        f"Teruggenomen: de vaststelling van {day_in_words(adoption.taken_on)}. Het beleidsplan is "
        "niet vastgesteld; wat erop volgde, staat weer open of vervalt.",
        changes,
        (_letters_of_it(report, state, adoption),),
    )


def _letters_of_it(report: Corrected, state: State, adoption: Besluit) -> LettersWrong:
    """Return which letters tell of an adoption; one that announces it makes it stand."""
    return LettersWrong(
        steps=frozenset(notices_of_adoption(state)),
        since=adoption.id,
        reason=report.reason,
        told="Daarin staat dat het beleidsplan is vastgesteld. Dat is bij vergissing vastgelegd: "
        "het plan is nog niet vastgesteld.",
        is_written=report.is_written,
        stands=LETTERS_LEFT,
        stands_by=frozenset(announcing(state, adoption)),
    )


_UNDONE: Final = (
    "Wat is bekendgemaakt, neemt u niet terug als vergissing: dat kan alleen met een nieuw besluit."
)


LETTERS_LEFT: Final = (
    f"Brieven waarmee de vaststelling wordt bekendgemaakt, zijn al verzonden. {_UNDONE}"
)


def announcement_taken_back(report: Corrected, state: State) -> Act:
    """Take back on which day the adoption was announced; no term for appeal runs any more.

    Letters that left are the announcement itself: then it stands.

    Law: Awb, art. 3:41 and 6:8.
    """
    adoption = _announced(report, state)
    if adoption.announced_on is None:
        raise RefusedError("Er is geen bekendmaking vastgelegd die kan worden teruggenomen.")
    refuse_appeals(state, adoption)
    unannounced = adoption.model_copy(update={"announced_on": None})
    changes = Changes.replacing([(adoption, unannounced)])
    steps, trail = frozenset(announcing(state, adoption)), trail_of(adoption)
    done = [a for step in steps for a in _done(state, step)]
    changes += Changes.replacing((a, a.reopened(report.on)) for a in done)
    changes += going(state, [trail.end_of_term, trail.forwarding], report.on)
    wrong = LettersWrong(
        steps=steps,
        since=adoption.id,
        reason=report.reason,
        stands="De brieven waarmee de vaststelling is bekendgemaakt, zijn al verzonden; dat kan "
        "niet worden teruggenomen. Klopt de dag niet, leg dan de goede dag vast (bekendmaking), "
        "met in de toelichting waarom.",
        stands_by=steps,
    )
    return Act(
        f"Teruggenomen: de bekendmaking van {day_in_words(adoption.announced_on)}. Er loopt geen "
        f"termijn voor beroep{trail.against}.",
        changes,
        (wrong,),
    )


def _announced(report: Corrected, state: State) -> Besluit:
    """Return the besluit of which the announcement is taken back: the newest, or of its step."""
    if report.step:
        besluit = announced_by(state, state.as_opened.step(report.step))
        return besluit or _adoption(state)
    told = [b for b in adopted_under_lid_2(state) if b.announced_on]
    return told[-1] if told else _adoption(state)


def _adoption(state: State) -> Besluit:
    if state.adoption is None:
        raise RefusedError("Er is geen vaststelling die kan worden teruggenomen.", ADOPT)
    return state.adoption


def _refuse_what_rests_on_it(state: State, adoption: Besluit) -> None:
    """Refuse while something was recorded that could not be without an adoption."""
    refuse_appeals(state, adoption)
    for kind, what in _REST_ON_IT.items():
        if found := state.besluiten_on(kind):
            on = day_in_words(found[-1].taken_on)
            raise RefusedError(
                f"Na de vaststelling is op {on} {what} vastgelegd; zolang die er staat, kan zij "
                f"niet worden teruggenomen. {_FIRST.get(kind, _NEVER)}"
            )
    if drafts := [version for version in standing(state.versions) if draft_of(state, version)]:
        raise RefusedError(
            f"Na de vaststelling ging '{drafts[-1].title}' in concept uit; zolang dat er staat, "
            "kan zij niet worden teruggenomen. Was ook dat een vergissing, neem het dan eerst "
            "terug (melding 'uitvoeringsplan-concept')."
        )


def refuse_announced(adoption: Besluit) -> None:
    """Refuse while it counts as announced: burgemeesters may appeal, or could have done so."""
    if adoption.announced_on:
        raise RefusedError(
            f"De vaststelling{trail_of(adoption).of_what} is bekendgemaakt op "
            f"{day_in_words(adoption.announced_on)}. {_UNDONE} Was ook de bekendmaking "
            f"een vergissing, neem die dan eerst terug (stap '{trail_of(adoption).announcement}').",
            APPEAL,
        )


_REST_ON_IT: Final = {
    BesluitKind.JAARVERSLAG: "een jaarverslag",
    BesluitKind.PART: "de definitieve sterkteverdeling",
    BesluitKind.PRIORITY: "een andere prioriteit",
    BesluitKind.UITVOERINGSPLAN: "een uitvoeringsplan",
    BesluitKind.CHANGE: "een wijziging van het plan",
    BesluitKind.INSTRUCTION: "een aanwijzing van de minister",
}
_FIRST: Final = {
    kind: f"Was ook dat een vergissing, neem het dan eerst terug (melding '{kind}')."
    for kind in (
        BesluitKind.JAARVERSLAG,
        BesluitKind.PART,
        BesluitKind.PRIORITY,
        BesluitKind.UITVOERINGSPLAN,
    )
}
_NEVER: Final = "Leg vast wat er nu met het plan gebeurt."


def refuse_appeals(state: State, adoption: Besluit) -> None:
    """Refuse while a burgemeester appealed against an adoption."""
    if lodged := next(iter(appeals_against(state, adoption)), None):
        raise RefusedError(
            f"De burgemeester van {lodged.name} heeft beroep ingesteld tegen de vaststelling"
            f"{trail_of(adoption).of_what}; dan kan zij niet meer worden "
            "teruggenomen. Wat er met het plan moet gebeuren, beslist de minister.",
            APPEAL,
        )


_CAME_WITH_IT: Final = (
    OF_PLAN.announcement,
    OF_PLAN.forwarding,
    OF_PLAN.end_of_term,
    OF_PLAN.account,
    TELLING,
    ANSWERING,
    NEXT_PLAN,
)
"""The steps that an adoption brings, and those that its letters bring."""


def _follow(state: State) -> Iterator[Step]:
    """Yield the adoption itself, and what the proposal lets follow it."""
    adoption = state.as_opened.adoption
    came = {step.id for step in read_steps(state.dossier.added)}
    for step in state.as_opened.steps:
        rests = adoption is not None and adoption.id in step.after
        if step.id not in came and (
            step.kind is StepKind.ADOPTION or step.follows_adoption or rests
        ):
            yield step


def notices_of_adoption(state: State) -> list[str]:
    """Return the notices that tell of the adoption, or of what follows from it."""
    follow = {step.id for step in _follow(state)} | {OF_PLAN.announcement, TELLING}
    return [s.id for s in state.as_opened.steps if s.is_sent_by_gehoord and s.id in follow]


def _done(state: State, step: str) -> list[Action]:
    return state.actions.where(step=step, state=ActionState.DONE)
