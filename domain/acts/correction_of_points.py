# SPDX-License-Identifier: EUPL-1.2
"""A point, or what was done with it, was recorded by mistake and is taken back."""

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.points import points_named, refuse_settled
from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.answers import answers_of, in_turn
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded


def point_taken_back(report: Corrected, state: State) -> Act:
    """Take back a point: what was answered stays, and is weighed without it."""
    point = _named(report, state)
    for answer in (a for a in answers_of(state) if a.id == point.answer):
        refuse_settled(state, answer)
    return Act(
        f"Teruggenomen: punt {point.called}.",
        Changes.replacing([(point, point.withdraw(report.reason, report.on))]),
    )


def point_disposition_taken_back(report: Corrected, state: State) -> Act:
    """Take back what was done with a point: it waits to be decided on again."""
    point = _named(report, state)
    if point.disposed_on is None:
        raise RefusedError(
            f"Van punt {point.called} is nog niet vastgelegd wat ermee is gedaan.",
            field="actiehouder",
        )
    if state.adoption and point.disposed_on < state.adoption.taken_on:
        refuse_after_adoption(state)
    return Act(
        f"Teruggenomen: wat op {day_in_words(point.disposed_on)} met punt {point.called} is "
        "gedaan. Het staat weer open.",
        Changes.replacing([(point, point.unweighed())]),
    )


def _named(report: Corrected, state: State) -> Point:
    """Return the point with a number, or the last one of somebody."""
    if not report.whose:
        raise RefusedError(
            "Noem het nummer van het punt (actiehouder, --wie).", field="actiehouder"
        )
    wanted = folded(report.whose)
    mine = [p for p in standing(state.points) if folded(p.sender) == wanted]
    [point] = in_turn(mine)[-1:] or points_named(state, [report.whose])
    return point
