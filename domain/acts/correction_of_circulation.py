# SPDX-License-Identifier: EUPL-1.2
"""That a draft went to be read was recorded by mistake, and is taken back."""

import re
from collections.abc import Iterator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.report import Corrected, TakenBack
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.readers import reviewers
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import RefusedError


def readers_to_take_back(state: State) -> Iterator[tuple[TakenBack, str]]:
    """Yield who read along and what went to be read, by the names of a drop-down."""
    yield from ((TakenBack.REVIEWERS, each.name) for each in reviewers(state))
    yield from ((TakenBack.CIRCULATION, each.called) for each in standing(state.circulations))


def circulation_taken_back(report: Corrected, state: State) -> Act:
    """Take back that a draft went to be read: what waits leaves no more, what left stays.

    Of the beleidsplan that is not possible once it was adopted.
    """
    sent = _meant(report, state)
    refuse_after_adoption(state, state.as_opened.step(sent.step))
    stays = " Wie de mail al heeft, houdt haar." if sent.is_by_mail else ""
    return Act(
        f"Teruggenomen: dat een concept op {day_in_words(sent.sent_on)} ter lezing ging.{stays}",
        Changes.replacing([(sent, sent.withdraw(report.reason, report.on))]),
    )


def _meant(report: Corrected, state: State) -> Circulation:
    """Return what is meant: by its number, or the newest."""
    there = sorted(standing(state.circulations), key=lambda each: each.number)
    if not there:
        raise RefusedError("Er is geen concept ter lezing gestuurd.")
    if not report.whose:
        return there[-1]
    number = re.match(r"\s*(\d{1,6})\b", report.whose)
    found = [each for each in there if number and int(number[1]) == each.number]
    if not found:
        known = "; ".join(each.called for each in there)
        raise RefusedError(f"Noem het nummer: {known}.", field="actiehouder")
    return found[0]
