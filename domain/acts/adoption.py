# SPDX-License-Identifier: EUPL-1.2
"""The adoption of the beleidsplan: by when, by whom, and what must have happened before."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.adopters import adopted_by, adopters, refuse_unless_adopted_by_right
from gehoord.domain.acts.announcement import owed_after_lid_2
from gehoord.domain.acts.by_assent import by_assent
from gehoord.domain.acts.difference import nothing_to_decide, refuse_undecided, set_aside
from gehoord.domain.acts.next_plan import to_lay_out_next
from gehoord.domain.acts.next_steps import coming
from gehoord.domain.acts.promises import promised_before_adoption
from gehoord.domain.acts.reasons import how_to_lift, refuse_without_reasons
from gehoord.domain.acts.report import Adopted
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import DossierState
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.reason import EXTENSION
from gehoord.domain.dossier.reasoned import reason_for
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import free_key
from gehoord.domain.errors import Onward, RefusedError
from gehoord.domain.proposal.part import IN_ANY_CASE, are_missing
from gehoord.domain.proposal.step import Part, Step, StepKind
from gehoord.law.article import Article
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS

Obstacle = tuple[str, Article]
"""What stands in the way of the adoption, and where the law says so."""


def refuse_unless_ready(state: State, on: date) -> None:
    """Refuse when the plan may not be put up for adoption on ``on``.

    Raises:
        RefusedError: with every obstacle in one text, and the article of the first.
    """
    hearing = _unextended(state) if _is_extension(state) else _unheard(state, on)
    obstacles = [*hearing, *_missing_parts(state), *_of_later_days(state, on)]
    if obstacles:
        text = " ".join(text for text, _ in obstacles)
        raise RefusedError(text, obstacles[0][1], onward=_onward(state))


def _onward(state: State) -> tuple[Onward, ...]:
    """Return what would take the obstacles away: an answer, a silence, a version."""
    owed = _versions_owed(state)[-1:]
    versions = [Onward("Is de versie klaar?", "versie", {"stap": step.id}) for step in owed]
    return (*_of_unheard(state), *versions)


def _of_unheard(state: State) -> Iterator[Onward]:
    """Yield what can be told of the councils that were asked; with its name, if it is but one."""
    waiting = [h.name for h in state.owed_hearings if h.state is HearingState.INVITED]
    of_council = {"gemeenten": waiting[0]} if len(waiting) == 1 else {}
    yield from (Onward(words, kind, of_council) for words, kind in _OF_COUNCIL if waiting)


def _versions_owed(state: State) -> list[Step]:
    """Return the ontwerp, if there is none, or else the versions that may hold what lacks."""
    made = [s for s in state.as_opened.steps if s.kind is StepKind.VERSION and s.stands]
    if state.ontwerp is None:
        return [step for step in made if step.is_ontwerp]
    return made if _parts_lacking(state) else []


_OF_COUNCIL: Final = (
    ("Is de raad gehoord?", "gehoord"),
    ("Antwoordde de raad niet?", "geen-antwoord"),
)


def refuse_unless_adoptable(state: State, on: date) -> None:
    """Refuse when the plan was not adopted, and may not be either on ``on``.

    Raises:
        RefusedError: something is missing, or a reason that must be recorded is not there.
    """
    if not state.is_adopted:
        refuse_unless_ready(state, on)
        refuse_without_reasons(state, on)


def refuse_unless_adopted(state: State) -> None:
    """Refuse what follows an adoption that is not there yet."""
    if not state.is_adopted:
        raise RefusedError("Het beleidsplan is nog niet vastgesteld.", ADOPT)


def _unheard(state: State, on: date) -> Iterator[Obstacle]:
    """Yield why the councils do not count as heard on the ontwerp (art. 38b lid 2)."""
    yield from _nothing_to_hear_on(state)
    unheard = [h.name for h in state.owed_hearings if not h.is_settled]
    if unheard or not state.hearings:
        yield f"Nog niet gehoord: {some(unheard) or 'alle raden'}.", HEAR_COUNCILS
    yield from _heard_later(state, on)
    if stale := _heard_on_older(state):
        yield f"Gehoord over een oudere versie: {some(stale)}.", HEAR_COUNCILS


def _nothing_to_hear_on(state: State) -> Iterator[Obstacle]:
    """Yield that there is no ontwerp, or that no council has it yet."""
    if state.ontwerp is None:
        yield "Er is geen ontwerp waarover de raden zijn gehoord.", HEAR_COUNCILS
    elif not any(h.invited_on or h.is_settled for h in state.hearings):
        yield "Het ontwerp is nog aan geen raad voorgelegd.", HEAR_COUNCILS


def _heard_later(state: State, on: date) -> Iterator[Obstacle]:
    """Yield the first council that was heard only after the day of adoption."""
    for hearing in state.hearings:
        if hearing.heard_on and hearing.heard_on > on:
            text = f"{hearing.name} is pas gehoord op {day_in_words(hearing.heard_on)}"
            yield f"{text}, na {day_in_words(on)}.", HEAR_COUNCILS
            return


def _heard_on_older(state: State) -> list[str]:
    """Return the councils that were heard on another version than the newest ontwerp."""
    if state.ontwerp is None:
        return []
    settled = [h for h in state.hearings if h.is_settled]
    return [h.name for h in settled if h.version != state.ontwerp.content_id]


def _of_later_days(state: State, on: date) -> Iterator[Obstacle]:
    """Yield what did not exist yet on the day of adoption."""
    for version in (state.ontwerp, state.final):
        if version and version.made_on > on:
            made_on = day_in_words(version.made_on)
            yield f"'{version.title}' is pas van {made_on}, na {day_in_words(on)}.", ADOPT


def _is_extension(state: State) -> bool:
    """Whether the plan extends another and goes without its own hearing.

    Once there is an ontwerp, or a council was asked, the councils are heard on it like any other.
    """
    asked = any(h.invited_on for h in state.hearings)
    return bool(state.proposal.beleidsplan.extension) and state.ontwerp is None and not asked


def _unextended(state: State) -> Iterator[Obstacle]:
    """Yield why this plan does not count as an extension that needs no new hearing.

    The law does not name an extension: councils are heard on every ontwerp. Practice extends a
    plan whose councils were heard and whose content stays the same, on a ground that is recorded.
    """
    extension = state.proposal.beleidsplan.extension
    if extension is None or not extension.same_content:
        yield "De inhoud verschilt van het vorige plan, dus elke raad wordt gehoord.", HEAR_COUNCILS
    if not reason_for(state, EXTENSION):
        how = how_to_lift(state, EXTENSION)
        yield f"Dit plan wordt verlengd zonder nieuw horen: {how}.", HEAR_COUNCILS


def _missing_parts(state: State) -> Iterator[Obstacle]:
    """Yield which parts the newest version lacks that the plan holds in any case (art. 39)."""
    if missing := _parts_lacking(state):
        yield f"In de versie die wordt vastgesteld {are_missing(missing)}.", ADOPT


def _parts_lacking(state: State) -> list[Part]:
    final = state.final
    return [part for part in IN_ANY_CASE if final is None or part not in final.contains]


@decide.register
def adopted(report: Adopted, state: State) -> Act:
    """Keep the besluit by which the plan is adopted (Politiewet 2012, art. 39)."""
    if state.adoption:
        taken_on = day_in_words(state.adoption.taken_on)
        raise RefusedError(f"Het plan is al vastgesteld op {taken_on}.")
    refuse_unless_ready(state, report.on)
    report = by_assent(report, state)
    done = Changes.replacing(
        (a, a.done(report.on)) for a in state.open_actions(kind=StepKind.ADOPTION)
    )
    refuse_without_reasons(state.after(done), report.on)
    refuse_unless_adopted_by_right(report, state.eenheid, state.municipalities)
    if report.basis == "39-3":
        refuse_undecided(state, report.on)
    besluit = Besluit(
        id=free_key(state.besluiten, f"{state.id}/vaststelling"),
        dossier=state.id,
        kind=BesluitKind.ADOPTION,
        by=adopted_by(report),
        taken_on=report.on,
        basis=report.basis,
        version=state.final.id if state.final else None,
        text=report.note,
        adopters=adopters(report, state.municipalities),
    )
    closed = state.dossier.model_copy(update={"state": DossierState.ADOPTED})
    changes = (
        Changes.adding(besluit)
        + Changes.replacing([(state.dossier, closed)])
        + done
        + nothing_to_decide(state, report.on)
    )
    changes += promised_before_adoption(state.after(changes), report.on)
    if report.basis == "39-2" and (step := state.as_opened.adoption):
        owed_next = owed_after_lid_2(report.on, [step.id])
        changes += coming(state.after(changes), owed_next, report.on)
    changes += to_lay_out_next(state.after(changes), report.on)
    noted = f"{set_aside(state)}{_undisposed(state)}{_unchosen(state)}"
    return Act(f"Het beleidsplan is vastgesteld.{noted}", changes)


def _undisposed(state: State) -> str:
    waiting = [z for z in state.zienswijzen if z.awaits_disposition]
    if not waiting:
        return ""
    number = counted(len(waiting), "zienswijze", "zienswijzen")
    return f" Let op: van {number} is geen verwerking vastgelegd."


def _unchosen(state: State) -> str:
    """Return in Dutch that themes are still to be chosen; of a plan that goes on as it was none."""
    if _is_extension(state):
        return ""
    is_owed = any(state.owed(s.id) for s in state.as_opened.steps if s.chooses_themes)
    return " Let op: er is geen keuze van thema's vastgelegd." if is_owed else ""
