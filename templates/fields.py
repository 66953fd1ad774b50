"""The fields of every letter and mail, filled from a dossier in Dutch words."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.plan import PlannedStep
from gehoord.domain.proposal.step import Letter, Part
from gehoord.law.politiewet import BASES
from gehoord.templates.correspondence import Correspondence
from gehoord.templates.when import When


def correspondence(
    state: State, on: date, recipient: str, planned: PlannedStep | None = None, to: str = ""
) -> Correspondence:
    """Return what letters and mails of a dossier may say to one recipient on one day."""
    proposal, plan = state.proposal, state.plan
    hearing = plan[proposal.hearing.id] if proposal.hearing else None
    adoption = plan[proposal.adoption.id] if proposal.adoption else None
    sending = next((p for p in plan.steps if p.step.letter is Letter.ONTWERP), None)
    treatment = next((p for p in plan.steps if p.step.treats_in_council), None)
    ontwerp, besluit, themes = state.ontwerp, state.adoption, state.themes()
    period = proposal.beleidsplan
    return Correspondence(
        on=on,
        plan=proposal.title,
        title=period.name,
        eenheid=state.dossier.eenheid_name,
        period=f"{day_in_words(period.start)} tot en met {day_in_words(period.end)}",
        councils=len(state.living),
        recipient=recipient,
        to=(planned.step.to or "") if planned else to,
        adoption=When.by(adoption.stretch) if adoption else None,
        respond_by=When.by(hearing.stretch) if hearing else None,
        treatment=When.during(treatment.stretch) if treatment else None,
        sending=When.by(sending.stretch) if sending else None,
        version=_version_in_words(ontwerp.completeness) if ontwerp else "het ontwerp",
        themes=tuple(themes.text.split("\n")) if themes else (),
        themes_on=When.on(themes.taken_on) if themes else None,
        missing_parts=tuple(str(p) for p in Part if ontwerp and p not in ontwerp.contains),
        has_document=bool(ontwerp and ontwerp.document),
        adopted_on=When.on(besluit.taken_on) if besluit else None,
        basis=str(BASES[besluit.basis]) if besluit else "",
        heard=sum(h.state is HearingState.HEARD for h in state.hearings),
        undisposed=sum(not z.disposition for z in state.zienswijzen),
        silent=tuple(h.name for h in state.hearings if h.state is HearingState.SILENT),
        title_of_step=planned.step.title if planned else "",
        note=planned.step.note if planned and planned.step.letter is Letter.NOTE else "",
    )


def _version_in_words(completeness: int | None) -> str:
    return f"het ontwerp (versie {completeness}%)" if completeness else "het ontwerp"
