"""What the checks mean for a dossier: remarks on a stage, and reasons that must be recorded."""

from datetime import date

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import ReasonGiven
from gehoord.domain.checks import Case, all_checks, findings
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.reason import Reason, refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.finding import Severity
from gehoord.domain.nearby import unknown
from gehoord.domain.proposal.stage import Stage


def remarks(state: State, stage: Stage, on: date) -> str:
    """Return in one Dutch sentence what the checks say of the steps still ahead in a stage."""
    ahead = {action.step for action in state.open_actions(stage=stage)}
    found = [f for f in findings(Case.of_dossier(state, on)) if ahead.intersection(f.steps[:1])]
    if not found:
        return ""
    severity = {f.code: f.severity for f in found}
    named = enumeration([f"{code} ({weight})" for code, weight in severity.items()])
    return f"Let op bij deze fase: {named}; zie 'gehoord check {state.dossier.id}'."


def refuse_without_reasons(state: State, on: date) -> None:
    """Refuse when something asks for a reason and nobody recorded one.

    Raises:
        RefusedError: names the finding, its ground, and how to record the reason.
    """
    for finding in findings(Case.of_dossier(state, on)):
        if finding.severity is Severity.REASON and not state.has_reason(finding.code):
            raise RefusedError(
                f"{finding.text} Dat kan alleen met een reden. Leg die vast als 'reden', bij "
                f"bevinding '{finding.code}'.",
                finding.article,
            )


def refuse_reason_for(code: str) -> None:
    """Refuse a reason for a finding that does not exist, or that the law itself blocks."""
    severities = {check.code: check.severity for check in all_checks}
    if code not in severities:
        known = [c for c, s in severities.items() if s is not Severity.BLOCK]
        raise RefusedError(unknown(f"Bevinding '{code}' bestaat niet", code, known))
    if severities[code] is Severity.BLOCK:
        raise RefusedError(
            f"'{code}' is een blokkade: daarvoor helpt geen reden. Haal de oorzaak weg."
        )


@decide.register
def reason_given(report: ReasonGiven, state: State) -> Act:
    """Keep why a finding does not stand in the way; a block of the law itself has no reason."""
    refuse_reason_for(report.code)
    refuse_without_ground(report.ground)
    reason = Reason(
        id=f"{state.id}/reden/{len(state.reasons) + 1}",
        dossier=state.id,
        code=report.code,
        office=report.by,
        ground=report.ground,
        given_on=report.on,
    )
    return Act(f"Reden vastgelegd bij '{report.code}'.", Changes.adding(reason))
