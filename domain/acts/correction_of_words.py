# SPDX-License-Identifier: EUPL-1.2
"""A response, what was done with one, or a reason was recorded by mistake, and is taken back."""

from collections.abc import Iterator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.report import Corrected
from gehoord.domain.checks.hearing import SENT_BEFORE_AGREEMENT
from gehoord.domain.dossier.answers import (
    AnyAnswer,
    answers_of,
    points_by_answer,
    points_of,
    sender_of,
)
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Response
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, unknown


def response_taken_back(report: Corrected, state: State) -> Act:
    """Take back the last response of somebody, with what was said of it."""
    wanted = folded(report.whose)
    known = standing(state.responses)
    mine = [r for r in known if folded(r.sender) == wanted]
    if not mine:
        said = f"Van '{report.whose}' is geen reactie vastgelegd"
        raise _nothing(said, report.whose, [r.sender for r in known])
    last = max(mine, key=lambda r: int(r.id.rpartition("/")[2]))
    _refuse_of_before(state, last)
    return Act(
        f"Teruggenomen: de reactie van {last.sender} van {day_in_words(last.received_on)}.",
        Changes.replacing([(last, last.withdraw(report.reason, report.on))]),
    )


def disposition_taken_back(report: Corrected, state: State) -> Act:
    """Take back what was last done with an answer of somebody: it waits to be weighed again."""
    wanted = folded(report.whose)
    known = list(_weighed(state))
    mine = [item for item in known if folded(sender_of(item)) == wanted]
    if not mine:
        _refuse_by_points(report, state)
        said = f"Van '{report.whose}' is geen verwerking vastgelegd"
        raise _nothing(said, report.whose, [sender_of(item) for item in known])
    last = max(mine, key=lambda item: (item.disposed_on or report.on, len(item.id), item.id))
    adoption = state.adoption
    if adoption and last.disposed_on and last.disposed_on < adoption.taken_on:
        refuse_after_adoption(state)
    return Act(
        f"Teruggenomen: de verwerking van wat {sender_of(last)} schreef. Zij staat weer open.",
        Changes.replacing([(last, last.unweighed())]),
    )


def reason_taken_back(report: Corrected, state: State) -> Act:
    """Take back the last reason that was given for a finding, which then stands again."""
    known = standing(state.reasons)
    mine = [r for r in known if r.code == report.code]
    if not mine:
        said = f"Bij '{report.code or ''}' is geen reden vastgelegd"
        raise _nothing(said, report.code or "", [r.code for r in known])
    last = max(mine, key=lambda r: int(r.id.rpartition("/")[2]))
    if state.adoption and last.given_on <= state.adoption.taken_on:
        refuse_after_adoption(state)
    _refuse_if_it_left(state, last)
    return Act(
        f"Teruggenomen: de reden bij '{last.code}' van {day_in_words(last.given_on)}. De bevinding "
        "telt weer.",
        Changes.replacing([(last, last.withdraw(report.reason, report.on))]),
    )


def _weighed(state: State) -> Iterator[AnyAnswer]:
    """Yield what counts and was weighed as a whole."""
    split = points_by_answer(state)
    yield from (a for a in answers_of(state) if a.disposition and a.id not in split)


def _refuse_by_points(report: Corrected, state: State) -> None:
    """Refuse to take back as a whole what was weighed point by point."""
    wanted = folded(report.whose)
    if any(folded(sender_of(a)) == wanted and points_of(state, a) for a in answers_of(state)):
        raise RefusedError(
            f"Wat {report.whose} schreef, is per punt verwerkt. Neem het punt terug dat niet klopt "
            "(melding 'punt-verwerking')."
        )


def _nothing(said: str, named: str, known: list[str]) -> RefusedError:
    """Return the refusal of what is not there, with what is."""
    names = list(dict.fromkeys(known))
    return RefusedError(unknown(said, named, names) if names else f"{said}.")


def _refuse_of_before(state: State, response: Response) -> None:
    """Refuse to take back what was known when the plan was adopted."""
    if state.adoption and response.received_on <= state.adoption.taken_on:
        refuse_after_adoption(state)


def _refuse_if_it_left(state: State, reason: Reason) -> None:
    """Refuse to take back why an ontwerp left without agreement, once it left."""
    left = any(h.version and h.version == reason.version for h in state.hearings)
    if reason.code == SENT_BEFORE_AGREEMENT and left:
        raise RefusedError(
            "Met deze reden is het ontwerp al naar de raden; zij kan niet meer worden teruggenomen."
        )
