"""The fields of every letter and mail, filled from a dossier in Dutch words."""

from contextlib import suppress
from datetime import date
from typing import Any

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.holidays import HolidaysUnknownError
from gehoord.calendar.term import appeal_clock
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.plan.plan import Plan, PlannedStep
from gehoord.domain.proposal.proposal import Beleidsplan
from gehoord.domain.proposal.step import Letter, Part, Step
from gehoord.law.politiewet import BASES
from gehoord.templates.correspondence import Correspondence
from gehoord.templates.when import When


def correspondence(state: State, on: date) -> Correspondence:
    """Return what letters and mails of a dossier may say to everybody on one day."""
    proposal, plan = state.proposal, state.plan
    themes, adopted = state.themes(), state.adoption
    treatment = next((p for p in plan.steps if p.step.treats_in_council), None)
    return Correspondence(
        on=on,
        plan=proposal.title,
        title=proposal.beleidsplan.name,
        eenheid=state.dossier.eenheid_name,
        period=_period(proposal.beleidsplan),
        councils=len(state.living),
        adoption=_last_day(_planned(plan, proposal.adoption)),
        respond_by=_last_day(_planned(plan, proposal.hearing)),
        treatment=When.during(treatment.stretch) if treatment else None,
        sending=_last_day(next((p for p in plan.steps if p.step.letter is Letter.ONTWERP), None)),
        version=_in_words(state.ontwerp),
        themes=_chosen(themes),
        themes_on=_taken_on(themes),
        missing_parts=_missing_parts(state.ontwerp),
        has_document=state.ontwerp is not None and state.ontwerp.document is not None,
        adopted_on=_taken_on(adopted),
        basis=_basis(adopted),
        announced_on=_announced_on(adopted),
        appeal_by=_appeal_by(adopted),
        heard=len(state.hearings.where(state=HearingState.HEARD)),
        undisposed=sum(z.awaits_disposition for z in state.zienswijzen),
        silent=tuple(h.name for h in state.hearings.where(state=HearingState.SILENT)),
    )


def _basis(adopted: Besluit | None) -> str:
    return str(BASES[adopted.basis]) if adopted else ""


def _announced_on(adopted: Besluit | None) -> When | None:
    return When.on(adopted.announced_on) if adopted and adopted.announced_on else None


def _appeal_by(adopted: Besluit | None) -> When | None:
    """Return the last day to appeal, if the adoption was announced and the day can be known."""
    if adopted is None or adopted.announced_on is None:
        return None
    with suppress(HolidaysUnknownError):
        return When.on(appeal_clock(adopted.announced_on).lodge_by)
    return None


def account_of(jaarverslag: Besluit) -> dict[str, Any]:
    """Return what a letter says of a jaarverslag in the place of what it says of the plan."""
    return {
        "adopted_on": _taken_on(jaarverslag),
        "basis": _basis(jaarverslag),
        "year": jaarverslag.year or 0,
    }


def _period(beleidsplan: Beleidsplan) -> str:
    return f"{day_in_words(beleidsplan.start)} tot en met {day_in_words(beleidsplan.end)}"


def _planned(plan: Plan, step: Step | None) -> PlannedStep | None:
    return plan[step.id] if step else None


def _last_day(planned: PlannedStep | None) -> When | None:
    return When.by(planned.stretch) if planned else None


def _taken_on(besluit: Besluit | None) -> When | None:
    return When.on(besluit.taken_on) if besluit else None


def _chosen(themes: Besluit | None) -> tuple[str, ...]:
    return tuple(themes.text.split("\n")) if themes else ()


def _in_words(ontwerp: DraftVersion | None) -> str:
    if ontwerp is None or not ontwerp.completeness:
        return "het ontwerp"
    return f"het ontwerp (versie {ontwerp.completeness}%)"


def _missing_parts(ontwerp: DraftVersion | None) -> tuple[str, ...]:
    return tuple(str(p) for p in Part if ontwerp and p not in ontwerp.contains)
