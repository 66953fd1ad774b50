"""Municipalities became one during the procedure; the council of the new one is yet to be heard."""

from datetime import timedelta

from gehoord.domain.acts.act import Act, MunicipalitiesMerged, decide
from gehoord.domain.acts.replan import on_plan_again
from gehoord.domain.acts.report import Merged
from gehoord.domain.acts.survey_of_merged import actions_taken_over, answer_of_merged
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import surveys
from gehoord.domain.eenheid.eenheid import PER_MUNICIPALITY
from gehoord.domain.errors import RefusedError


@decide.register
def merged(report: Merged, state: State) -> Act:
    """Let a new municipality take the place of those that ceased.

    A council that was heard before the merger does not speak for the new one.

    Law: Politiewet 2012, art. 38b lid 2 (every council of the unit).
    """
    ceased, stays = _who_merge(report, state)
    changes = _ceasing(report, state, ceased)
    if stays is None:
        changes += _beginning(report, state, ceased)
    else:
        changes += _heard_again(report, state)
    answer = answer_of_merged(report, state, ceased)
    changes += Changes.adding(*filter(None, [answer]))
    names = ", ".join(m.name for m in ceased)
    priorities = f" De prioriteiten van {report.name} zijn {answer.source}." if answer else ""
    return Act(
        f"{names}: opgegaan in {report.name}. De raad van {report.name} wordt gehoord.{priorities}",
        on_plan_again(state, changes, report.on),
        (MunicipalitiesMerged(frozenset(m.code for m in ceased), stays.code if stays else None),),
    )


def _who_merge(
    report: Merged, state: State
) -> tuple[list[FrozenMunicipality], FrozenMunicipality | None]:
    """Return those that cease, and the one that stays if they go into one that was there."""
    if state.is_adopted:
        raise RefusedError("Het plan is al vastgesteld; de set van raden verandert niet meer.")
    ceased = list({m.code: m for m in map(state.municipality, report.ceased)}.values())
    if gone := [m.name for m in ceased if m.until]:
        raise RefusedError(f"{gone[0]} is al opgegaan in een andere gemeente.")
    stays = next(iter(state.municipalities.where(code=report.code)), None)
    if stays and stays.until:
        raise RefusedError(f"{stays.name} is zelf opgeheven. Noem de code van de nieuwe gemeente.")
    if stays in ceased:
        raise RefusedError(f"{report.name} kan niet opgaan in zichzelf. Noem alleen wie ophoudt.")
    return ceased, stays


def _ceasing(report: Merged, state: State, ceased: list[FrozenMunicipality]) -> Changes:
    last_day = report.on - timedelta(days=1)
    codes = {m.code for m in ceased}
    owed = [a for a in state.open_actions() if a.municipality in codes]
    return (
        Changes.replacing((m, m.model_copy(update={"until": last_day})) for m in ceased)
        + Changes.replacing((a, a.lapsed(report.on)) for a in owed)
        + Changes.replacing(
            (h, h.lapse(report.on)) for h in state.hearings if h.municipality in codes
        )
    )


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
    hearing = Hearing(
        id=f"{state.id}/{report.code}",
        dossier=state.id,
        municipality=report.code,
        name=report.name,
    )
    hearings = [hearing] if state.hearings else []
    return Changes.adding(municipality, *hearings, *_actions_like(report, state, ceased))


def _actions_like(report: Merged, state: State, ceased: list[FrozenMunicipality]) -> list[Action]:
    """Return for the new municipality what the old ones owed or lapsed, and its hearing.

    What they answered in a survey is done for it as well.
    """
    hearing = state.as_opened.hearing
    asked = {step.id for step in surveys(state)}
    names = {m.code: m.name for m in ceased}
    return [
        a.model_copy(
            update={
                "id": f"{a.dossier}/{a.step}/{report.code}",
                "owner": report.code,
                "owner_name": a.owner_name.replace(names[a.owner], report.name),
                "municipality": report.code,
                **_standing_of(a, is_settled=a.state is ActionState.LAPSED or a.step in asked),
                "sequence": 0,
                "changed_on": report.on,
            }
        )
        for a in actions_taken_over(state, ceased)
        if state.as_opened.step(a.step).owner in PER_MUNICIPALITY
        and (a.state is not ActionState.DONE or a.step in {*asked, hearing and hearing.id})
    ]


def _standing_of(action: Action, *, is_settled: bool) -> dict[str, object]:
    """Return how an action stands for the new municipality: as it stood, or open."""
    if is_settled:
        return {"state": action.state, "done_on": action.done_on}
    return {"state": ActionState.OPEN, "done_on": None}


def _heard_again(report: Merged, state: State) -> Changes:
    """The council of a municipality that grew is a new council: it must be asked anew."""
    step = state.as_opened.hearing
    if not state.hearings or step is None:
        return Changes()
    hearing = state.hearing_of(report.code)
    is_begun = hearing.invited_on or hearing.meets_on or hearing.agenda
    asked = [(hearing, hearing.start_over(report.on))] if is_begun else []
    done = state.actions.where(step=step.id, municipality=report.code, state=ActionState.DONE)
    return Changes.replacing(asked) + Changes.replacing((a, a.reopened(report.on)) for a in done)
