"""Somebody responded to a draft, and what is done with that or with a zienswijze."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import Disposed, ResponseReceived
from gehoord.domain.dossier.answers import (
    AnyAnswer,
    answers_of,
    points_by_answer,
    points_of,
    sender_of,
)
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion, latest
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, unknown
from gehoord.domain.proposal.step import StepKind


@decide.register
def response_received(report: ResponseReceived, state: State) -> Act:
    """Keep a response to a version; one that came too late is marked, and counts all the same."""
    version = _version(report, state)
    response = Response(
        id=f"{state.id}/reactie/{len(state.responses) + 1}",
        dossier=state.id,
        sender=report.sender,
        version=version.id if version else None,
        received_on=report.on,
        text=report.text,
        document=report.document.sha256 if report.document else None,
        respond_by=_last_day(state, version) if version else None,
        stance=report.stance,
    )
    changes = Changes.keeping(report.document) + Changes.adding(response)
    late = _late(response)
    return Act(f"Reactie van {report.sender} vastgelegd.{late}", changes)


def _version(report: ResponseReceived, state: State) -> DraftVersion | None:
    """Return the version that a response is about: of the step that is named, else the newest.

    What came before any version is about none.

    Raises:
        RefusedError: of that step there is no version.
    """
    made = standing(state.versions)
    if report.version is None:
        return latest([v for v in made if v.made_on <= report.on])
    of_step = [version for version in made if version.step == report.version]
    if not of_step:
        known = list(dict.fromkeys(version.step for version in made))
        said = f"Van stap '{report.version}' is geen versie vastgelegd"
        told = unknown(said, report.version, known) if known else f"{said}."
        raise RefusedError(told, field="versie")
    return max(of_step, key=lambda version: version.number)


def _last_day(state: State, version: DraftVersion) -> date | None:
    """Return the last day on which responses to a version were asked for, where the plan has one.

    That day counts. What has no day of its own sets none.
    """
    rounds = [p for p in state.plan.steps if p.step.kind is StepKind.CONSULTATION]
    days = [p.due_on for p in rounds if version.step in p.step.after and p.names_day]
    return max(days, default=None)


def _late(response: Response) -> str:
    if not response.is_late or response.respond_by is None:
        return ""
    return f" Zij kwam na de laatste dag, {day_in_words(response.respond_by)}, en telt mee."


@decide.register
def disposed(report: Disposed, state: State) -> Act:
    """Keep what is done with an answer as a whole; one that has points is weighed by those."""
    wanted = folded(report.sender)
    mine = [a for a in answers_of(state) if folded(sender_of(a)) == wanted]
    waiting = [answer for answer in mine if answer.awaits_disposition]
    for answer in waiting:
        if not points_of(state, answer):
            weighed = answer.dispose(report.disposition, report.on)
            what = "zienswijze" if isinstance(answer, Zienswijze) else "reactie"
            return Act(
                f"Verwerking vastgelegd van de {what} van {sender_of(answer)}.",
                Changes.replacing([(answer, weighed)]),
            )
    if waiting:
        raise RefusedError(
            f"Wat {sender_of(waiting[0])} schreef, is in punten gesplitst. Zeg per punt wat ermee "
            "is gedaan (melding 'punt-verwerking').",
            field="van",
        )
    raise _nothing_waits(state, report.sender)


def waiting_as_a_whole(state: State) -> list[AnyAnswer]:
    """Return the answers of which it is not said what is done, and that have no points."""
    split = points_by_answer(state)
    return [a for a in answers_of(state) if a.awaits_disposition and a.id not in split]


def _nothing_waits(state: State, sender: str) -> RefusedError:
    waiting = [sender_of(answer) for answer in waiting_as_a_whole(state)]
    what = f"Van '{sender}' is geen reactie of zienswijze die nog open staat"
    return RefusedError(unknown(what, sender, waiting) if waiting else f"{what}.")
