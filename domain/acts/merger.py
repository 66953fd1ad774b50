# SPDX-License-Identifier: EUPL-1.2
"""Municipalities became one during the procedure; the council of the new one is yet to be heard."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Final, TypeVar

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.acts.act import Act, MunicipalitiesMerged, decide
from gehoord.domain.acts.new_council import asks_new_council, has_left, not_asked_any_more
from gehoord.domain.acts.own_day import respites_ended
from gehoord.domain.acts.replan import on_plan_again
from gehoord.domain.acts.report import Merged
from gehoord.domain.acts.survey_of_merged import actions_taken_over, answer_of_merged
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import surveys
from gehoord.domain.eenheid.eenheid import PER_MUNICIPALITY
from gehoord.domain.errors import RefusedError
from gehoord.law.mergers import mergers

T = TypeVar("T", FrozenMunicipality, Hearing, Action)


@decide.register
def merged(report: Merged, state: State) -> Act:
    """Let a municipality take the place of those that ceased, or of the part that it gets.

    A council that was heard before the merger does not speak for the new one. One that is split
    ceases in several mergers of one day, one for each that gets a part. After the adoption the
    councils stay as they were heard; from then on letters go to, and accounts are adopted by, those
    that are there. Nobody takes the place of one that went into another unit.

    Law: Politiewet 2012, art. 38b lid 2 (every council of the unit).
    """
    ceased, stays = _who_merge(report, state)
    changes = _ceasing(report, state, ceased)
    if lies_elsewhere(state, report.code, report.on):
        return _leaving(report, state, ceased, changes)
    if stays is None:
        changes += _beginning(report, state, ceased)
    elif not state.is_adopted:
        changes += respites_ended(state, frozenset({report.code}), report.on)
        changes += _heard_again(report, state, state.after(changes))
    if not state.is_adopted:
        changes += _asked_anew(report, state, changes)
    answer = answer_of_merged(report, state, ceased)
    changes += Changes.adding(*filter(None, [answer]))
    priorities = f" De prioriteiten van {report.name} zijn {answer.source}." if answer else ""
    return Act(
        f"{_said(report, state, ceased)}{priorities}",
        on_plan_again(state, changes, report.on),
        (MunicipalitiesMerged(frozenset(m.code for m in ceased), stays.code if stays else None),),
    )


def lies_elsewhere(state: State, code: str, on: date) -> bool:
    """Whether the municipality that came of a merger lies in another unit, as the country knows."""
    of = [m for m in mergers().all if m.code == code and m.on == on]
    return any(state.eenheid.id in dict(m.came_from).values() for m in of)


def _leaving(
    report: Merged, state: State, ceased: list[FrozenMunicipality], changes: Changes
) -> Act:
    """Let municipalities cease that went into another unit: nobody takes their place here."""
    return Act(
        f"{', '.join(m.name for m in ceased)}: opgegaan in {report.name}, van een andere eenheid. "
        f"De raad van {report.name} wordt in dit dossier niet gehoord.",
        on_plan_again(state, changes, report.on),
        (MunicipalitiesMerged(frozenset(m.code for m in ceased), None),),
    )


def _said(report: Merged, state: State, ceased: list[FrozenMunicipality]) -> str:
    parts = [m for m in ceased if m.until]
    how = "voor een deel opgegaan" if parts else "opgegaan"
    merged_ = f"{', '.join(m.name for m in ceased)}: {how} in {report.name}."
    if state.is_adopted:
        return f"{merged_} Het plan is al vastgesteld: geen raad wordt opnieuw gehoord."
    heard = f"{merged_} De raad van {report.name} wordt gehoord."
    return f"{heard}{_SEND * has_left(state)}"


_SEND: Final = " Start de fase 'horen' om hem het ontwerp te sturen."


def _who_merge(
    report: Merged, state: State
) -> tuple[list[FrozenMunicipality], FrozenMunicipality | None]:
    """Return those that cease, and the one that stays if they go into one that was there."""
    _refuse_set_of_adoption(report, state)
    ceased = list({m.code: m for m in map(state.municipality, report.ceased)}.values())
    if gone := [m for m in ceased if m.until and not _is_split(m, report)]:
        raise RefusedError(_why_gone(state, gone[0]))
    return ceased, _who_stays(report, state, ceased)


def _who_stays(
    report: Merged, state: State, ceased: list[FrozenMunicipality]
) -> FrozenMunicipality | None:
    """Return the one that was there already and into which the others go."""
    known = state.municipalities.where(code=report.code)
    stays = next((m for m in known if not m.never_was), None)
    if stays and stays.until:
        raise RefusedError(f"{stays.name} is zelf opgeheven. Noem de code van de nieuwe gemeente.")
    if stays in ceased:
        raise RefusedError(f"{report.name} kan niet opgaan in zichzelf. Noem alleen wie ophoudt.")
    if stays is None:
        _refuse_taken_name(report.name, [m for m in state.living if m not in ceased])
    return stays


def _refuse_taken_name(name: str, there: list[FrozenMunicipality]) -> None:
    """Refuse a new municipality by the name of one that stays: nobody could tell them apart."""
    if other := next((m for m in there if m.name.casefold() == name.strip().casefold()), None):
        raise RefusedError(
            f"Er is al een gemeente {other.name} ({other.code}). Gingen zij daarin op, noem dan "
            "die code; is er een nieuwe gemeente, geef haar dan haar eigen naam."
        )


def _refuse_set_of_adoption(report: Merged, state: State) -> None:
    """Refuse to change which councils were there when the plan was adopted."""
    if state.adoption and report.on <= state.adoption.taken_on:
        taken_on = day_in_words(state.adoption.taken_on)
        raise RefusedError(
            f"Het plan is al vastgesteld op {taken_on}; de set van raden van die dag verandert "
            "niet meer. Een herindeling van daarna kan wel."
        )


def _is_split(municipality: FrozenMunicipality, report: Merged) -> bool:
    """Whether one that ceased on this very day goes into one more municipality."""
    is_of_now = municipality.until == report.on - timedelta(days=1)
    here = municipality.successors
    return is_of_now and not municipality.never_was and report.code not in here


def _why_gone(state: State, gone: FrozenMunicipality) -> str:
    if gone.never_was:
        return f"{gone.name} is er niet: de herindeling waaruit zij kwam, is teruggenomen."
    into = [m.name for code in gone.successors for m in state.municipalities.where(code=code)]
    where = enumeration(into) or "een andere gemeente"
    return f"{gone.name} is al opgegaan in {where}."


def _ceasing(report: Merged, state: State, ceased: list[FrozenMunicipality]) -> Changes:
    last_day = report.on - timedelta(days=1)
    codes = {m.code for m in ceased}
    owed = [a for a in state.open_actions() if a.municipality in codes]
    return (
        Changes.replacing((m, m.ceased(last_day, report.code)) for m in ceased)
        + Changes.replacing((a, a.lapsed(report.on)) for a in owed)
        + _not_heard_any_more(state, codes, report.on)
        + not_asked_any_more(state, codes, report.on)
    )


def _not_heard_any_more(state: State, ceased: Collection[str], on: date) -> Changes:
    """Return what changes in the hearings; once the plan is adopted they are history."""
    if state.is_adopted:
        return Changes()
    owed = [h for h in state.owed_hearings if h.municipality in ceased]
    return Changes.replacing((h, h.lapse(on)) for h in owed)


def _beginning(report: Merged, state: State, ceased: list[FrozenMunicipality]) -> Changes:
    """Return the new municipality, its hearing, and what it owes."""
    model = ceased[0]
    municipality = FrozenMunicipality(
        id=f"{state.id}/{report.code}",
        dossier=state.id,
        code=report.code,
        name=report.name,
        district=model.district,
        holiday_region=model.holiday_region,
    )
    hearing = _hearing(report, state)
    hearings = [hearing] if state.hearings and not state.is_adopted else []
    return (
        _begun(state.municipalities, [municipality])
        + _begun(state.hearings, hearings)
        + _begun(state.actions, _actions_like(report, state, ceased))
    )


def _hearing(report: Merged, state: State) -> Hearing:
    """Return the hearing of a new council; calendars know its meetings of before by mistake."""
    if before := state.hearings.one(f"{state.id}/{report.code}"):
        anew = {"name": report.name, "round": 1, "former": ()}
        return before.start_over(report.on).model_copy(update=anew)
    return Hearing(
        id=f"{state.id}/{report.code}",
        dossier=state.id,
        municipality=report.code,
        name=report.name,
    )


def _begun(kept: Kept[T], items: Iterable[T]) -> Changes:
    """Return these as they begin; one that was there by mistake before begins again."""
    changes = Changes()
    for item in items:
        before = kept.one(item.id)
        changes += Changes.replacing([(before, item)]) if before else Changes.adding(item)
    return changes


def _asked_anew(report: Merged, state: State, changes: Changes) -> Changes:
    return asks_new_council(state.after(changes), report.code, report.name, report.on)


def _actions_like(report: Merged, state: State, ceased: list[FrozenMunicipality]) -> list[Action]:
    """Return for the new municipality what the old ones owed or lapsed, and its hearing.

    What they answered in a survey is done for it as well.
    """
    asked = {step.id for step in surveys(state)}
    again = _owed_again(state, asked)
    split_on = report.on if any(m.until for m in ceased) else None
    names = {m.code: m.name for m in ceased}
    return [
        a.model_copy(
            update={
                "id": _id_of(a, report),
                "owner": report.code,
                "owner_name": a.owner_name.replace(names[a.owner], report.name),
                "municipality": report.code,
                **_standing_of(a, is_settled=_is_settled(a, split_on) or a.step in asked),
                "sequence": _sequence(state, a, report),
                "changed_on": report.on,
            }
        )
        for a in actions_taken_over(state, ceased)
        if _is_taken_over(state, a, again)
    ]


def _id_of(action: Action, report: Merged) -> str:
    """Return the key of what the new municipality owes; that of a yearly one has its year."""
    return action.id.replace(f"/{action.owner}", f"/{report.code}")


def _sequence(state: State, action: Action, report: Merged) -> int:
    """Return by which change calendars know it: one more where it was there by mistake before."""
    before = state.actions.one(_id_of(action, report))
    return before.sequence + 1 if before else 0


def _owed_again(state: State, asked: Collection[str]) -> Collection[str]:
    """Return what a new municipality owes though those that ceased did it; once adopted nothing."""
    hearing = state.as_opened.hearing
    if state.is_adopted:
        return ()
    return {*asked, hearing.id} if hearing else asked


def _is_taken_over(state: State, action: Action, again: Collection[str]) -> bool:
    if state.as_opened.step(action.step).owner not in PER_MUNICIPALITY:
        return False
    return action.state is not ActionState.DONE or action.step in again


def _is_settled(action: Action, split_on: date | None) -> bool:
    """Whether a step lapsed; not what lapsed because its municipality was split on a day."""
    return action.state is ActionState.LAPSED and action.done_on != split_on


def _standing_of(action: Action, *, is_settled: bool) -> dict[str, object]:
    """Return how an action stands for the new municipality: as it stood, or open."""
    if is_settled:
        return {"state": action.state, "done_on": action.done_on}
    return {"state": ActionState.OPEN, "done_on": None}


def _heard_again(report: Merged, before: State, state: State) -> Changes:
    """The council of a municipality that grew is a new council: it must be asked anew.

    Args:
        report: the merger.
        before: the dossier, with all that the former council had.
        state: the dossier, in which its respite ended.
    """
    step = state.as_opened.hearing
    if not state.hearings or step is None:
        return Changes()
    hearing = before.hearing_of(report.code)
    has_met = hearing.meets_on or hearing.before_deciding
    is_begun = hearing.invited_on or has_met or hearing.former
    asked = [(hearing, hearing.start_over(report.on))] if is_begun else []
    done = state.actions.where(step=step.id, municipality=report.code, state=ActionState.DONE)
    return Changes.replacing(asked) + Changes.replacing((a, a.reopened(report.on)) for a in done)
