# SPDX-License-Identifier: EUPL-1.2
"""Somebody responded to a draft, and what is done with that or with a zienswijze."""

from datetime import date
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import Disposed, ResponseReceived
from gehoord.domain.checks.points import is_round_on
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.answers import (
    AnyAnswer,
    answers_of,
    points_by_answer,
    points_of,
    sender_of,
)
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.circulated import circulations_of, rounds_read
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.readers import bare_name, keys_by_name
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion, latest
from gehoord.domain.dossier.withdrawn import said_before, standing
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, near, unknown


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
        **as_filed(report.document),
        respond_by=_last_day(state, version, report.sender) if version else None,
        stance=report.stance,
    )
    if said_before(state.responses, response, *_SINCE):
        raise RefusedError(
            f"Deze reactie van {report.sender} van {day_in_words(report.on)} staat er al, met "
            "dezelfde tekst."
        )
    changes = Changes.keeping(report.document) + Changes.adding(response)
    left = _left(state.after(changes), response, version) if version else ""
    return Act(f"Reactie van {report.sender} vastgelegd.{_late(response)}{left}", changes)


_SINCE: Final = ("stance", "disposition", "disposed_on", "respond_by")
"""What the adviser made of a response since it came."""


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


def _last_day(state: State, version: DraftVersion, sender: str) -> date | None:
    """Return the last day on which a response to a version was asked for, if there was one.

    That day counts. Who was sent the version was told it; for others it is that of the plan. What
    has no day of its own sets none.
    """
    told = [
        each.respond_by
        for each in circulations_of(state, version)
        if each.respond_by and bare_name(sender) in keys_by_name(state, each.sent_to)
    ]
    rounds = [p for p in state.plan.steps if is_round_on(p.step, version)]
    days = told or [p.due_on for p in rounds if p.names_day]
    return max(days, default=None)


def _left(after: State, response: Response, version: DraftVersion) -> str:
    """Return in Dutch how many readers did not respond yet, if this came from one of them."""
    rounds = [r for r in rounds_read(after) if r.version.content_id == version.content_id]
    for one in rounds:
        if bare_name(response.sender) in keys_by_name(after, one.readers):
            if not one.waiting:
                return f" Alle lezers hebben gereageerd; meld '{one.step}' als gedaan."
            number = counted(len(one.waiting), "lezer reageerde", "lezers reageerden")
            return f" {number} nog niet."
    return _perhaps_meant(response, [reader.name for one in rounds for reader in one.waiting])


def _perhaps_meant(response: Response, waiting: list[str]) -> str:
    """Return whose a response may be that came under a name that no reader has."""
    if not waiting:
        return ""
    close = near(response.sender, waiting)
    whose = f"Is dit lezer '{close}'?" if close else _whose(waiting)
    return (
        f" {whose} Neem haar dan terug en leg haar vast onder die naam, anders blijft die reactie "
        "openstaan."
    )


def _whose(waiting: list[str]) -> str:
    known = f"Zo heet geen lezer van wie nog een reactie komt: {some(waiting)}."
    return f"{known} Is zij toch van een van hen?"


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
