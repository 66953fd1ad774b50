# SPDX-License-Identifier: EUPL-1.2
"""What the checks mean for a dossier: remarks on a stage, and reasons that must be recorded."""

from datetime import date

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import ReasonGiven
from gehoord.domain.checks import Case, Check, all_checks, findings
from gehoord.domain.checks.hearing import SENT_BEFORE_AGREEMENT
from gehoord.domain.checks.offices import in_words, meant, reason_in_words
from gehoord.domain.checks.points import OPEN_POINTS, open_in_words, steps_that_send
from gehoord.domain.dossier.answers import open_points_before
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.reason import EXTENSION, Reason, refuse_without_ground
from gehoord.domain.dossier.reasoned import reason_for
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS
from gehoord.domain.errors import RefusedError
from gehoord.domain.finding import Severity
from gehoord.domain.nearby import unknown
from gehoord.domain.proposal.stage import Stage


def remarks(state: State, stage: Stage, on: date) -> str:
    """Return in one Dutch sentence what the checks say of the steps still ahead in a stage."""
    ahead = {action.step for action in state.open_actions(stage=stage)}
    found = [
        f
        for f in findings(Case.of_dossier(state, on))
        if ahead.intersection(f.steps[:1]) and f.severity is not Severity.REASONED
    ]
    if not found:
        return ""
    severity = {f.code: f.severity for f in found}
    named = enumeration([f"{code} ({weight})" for code, weight in severity.items()])
    return f"Let op bij deze fase: {named}; zie 'gehoord check {state.dossier.id}'."


def refuse_without_reasons(state: State, on: date) -> None:
    """Refuse when something asks for a reason before the adoption and nobody recorded one.

    Raises:
        RefusedError: names the finding, its ground, and how to record the reason.
    """
    found = findings(Case.of_dossier(state, on))
    asking = [finding for finding in found if finding.severity is Severity.REASON]
    if not asking:
        return
    first = asking[0]
    how = how_to_lift(state, first.code, next(iter(first.steps), ""))
    more = enumeration(list(dict.fromkeys(f.code for f in asking[1:])))
    rest = f" Ook hiervoor ontbreekt nog een reden: {more}." if more else ""
    raise RefusedError(
        f"{first.text} Dat kan alleen met een reden: {how}.{rest}", first.article, first.code
    )


def how_to_lift(state: State, code: str, step: str = "") -> str:
    """Return in Dutch by which command the reason is recorded that lifts what a check says.

    Args:
        state: the dossier.
        code: of the check.
        step: what the reason is about; needed where nothing is found yet.
    """
    [check] = [check for check in all_checks if check.code == code]
    return reason_in_words(state.id, code, check.offices, step)


def may_leave_without_agreement(state: State, on: date) -> bool:
    """Whether a client gave the reason why this ontwerp leaves before both agreed."""
    reason = reason_for(state, SENT_BEFORE_AGREEMENT, _sending(state))
    return reason is not None and reason.given_on <= on


def refuse_with_open_points(state: State, version: DraftVersion, on: date) -> None:
    """Refuse to let a version leave while a point on one before has no disposition.

    Raises:
        RefusedError: names the points; a recorded reason lifts it.

    Law: Algemene wet bestuursrecht, art. 3:2, as S003 shows it.
    """
    waiting = open_points_before(state, version)
    if not waiting:
        return
    steps = steps_that_send(state, version)
    reason = reason_for(state, OPEN_POINTS, steps)
    if reason is None or reason.given_on > on:
        how = how_to_lift(state, OPEN_POINTS, steps[0])
        raise RefusedError(
            f"'{version.title}' mag nog niet weg: {open_in_words(waiting)}. Leg dat vast per punt. "
            f"Of {how}.",
            finding=OPEN_POINTS,
        )


def _sending(state: State) -> tuple[str, ...]:
    """Return the steps that bring the ontwerp to others."""
    return tuple(s.id for s in state.as_opened.steps if s.sends_ontwerp and s.stands)


def _check_of(report: ReasonGiven) -> Check:
    """Return the check for which a reason is given.

    Raises:
        RefusedError: there is none, a statute blocks, or another office must give the reason.
    """
    check = next((check for check in all_checks if check.code == report.code), None)
    if check is None:
        known = [c.code for c in all_checks if c.severity is not Severity.BLOCK]
        raise RefusedError(unknown(f"Bevinding '{report.code}' bestaat niet", report.code, known))
    if check.severity is Severity.BLOCK:
        raise RefusedError(
            f"'{report.code}' is een blokkade: daarvoor helpt geen reden. Haal de oorzaak weg.",
            check.ground.article,
        )
    if check.offices and not meant(report.by, check.offices):
        raise RefusedError(
            f"De reden bij '{report.code}' geeft de {in_words(check.offices)}, niet de "
            f"{report.by}. Laat die de reden geven en noem dat ambt als wie dit vastlegt (door)."
        )
    return check


def _about(check: Check, report: ReasonGiven, state: State) -> tuple[str, ...]:
    """Return the steps that a reason is about: the one that is named, else those that ask for it.

    Raises:
        RefusedError: no step is named, and nothing asks for this reason now.
    """
    if report.step:
        return (state.as_opened.step(report.step).id,)
    if not check.offices:
        return ()
    if check.code == SENT_BEFORE_AGREEMENT:
        return _sending(state)
    if check.code == EXTENSION:
        return ()
    found = list(check(Case.of_dossier(state, report.on)))
    if not found:
        raise RefusedError(
            f"Niets vraagt nu om een reden bij '{check.code}'. Noem de stap waar de reden "
            "over gaat, of wacht tot de bevinding er is."
        )
    return tuple(dict.fromkeys(f.steps[0] for f in found if f.steps))


def _office_of(report: ReasonGiven, check: Check, state: State) -> str:
    """Return the office that gives the reason; a burgemeester is one of a municipality here.

    Raises:
        GehoordError: the burgemeester is of a municipality that is not in this dossier.
    """
    office = meant(report.by, check.offices) or report.by
    place = office.partition(" van ")[2]
    said = office.casefold().removeprefix("de ")
    if place and BURGEMEESTERS in check.offices and said.startswith("burgemeester "):
        return f"burgemeester van {state.municipality(place).name}"
    return office


@decide.register
def reason_given(report: ReasonGiven, state: State) -> Act:
    """Keep why a finding does not stand in the way; a block of the law itself has no reason."""
    check = _check_of(report)
    refuse_without_ground(report.ground)
    reason = Reason(
        id=f"{state.id}/reden/{len(state.reasons) + 1}",
        dossier=state.id,
        code=report.code,
        office=_office_of(report, check, state),
        ground=report.ground,
        given_on=report.on,
        steps=_about(check, report, state),
        version=state.ontwerp.id if state.ontwerp else None,
    )
    return Act(f"Reden vastgelegd bij '{report.code}'.", Changes.adding(reason))
