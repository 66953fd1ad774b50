# SPDX-License-Identifier: EUPL-1.2
"""What was answered on the newest drafts, and which points wait for a disposition."""

from typing import Final

from gehoord.calendar.dutch import counted
from gehoord.domain.dossier.point import Point, PointOutcome
from gehoord.domain.dossier.rounds_answered import RoundAnswered, rounds_answered
from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.accounted import version_in_words
from gehoord.templates.links import Links
from gehoord.templates.markdown import as_table, link, plain
from gehoord.templates.wording import capital

_MOST: Final = 10
"""Points that are named; the rest stand in the workbook."""


def responses(state: State, links: Links) -> list[str]:
    """Return the rounds in Markdown; nothing while nothing was split into points."""
    rounds = [one for one in rounds_answered(state) if one.points]
    if not rounds:
        return []
    waiting = [point for one in rounds for point in one.points if point.awaits_disposition]
    rows = [_row(one) for one in rounds]
    return ["## Reacties, punt voor punt", "", as_table(rows), "", *_waiting(state, waiting, links)]


def _row(one: RoundAnswered) -> dict[str, str]:
    late = sum(said.is_late for said in one.answers)
    after = f", waarvan {late} na de laatste dag" if late else ""
    outcomes = {
        outcome.capitalize(): str(sum(point.outcome is outcome for point in one.points))
        for outcome in PointOutcome
    }
    return {
        "Versie": capital(version_in_words(one.version)),
        "Antwoorden": f"{len(one.answers)}{after}",
        "Punten": str(len(one.points)),
        **outcomes,
    }


def _waiting(state: State, points: list[Point], links: Links) -> list[str]:
    """Return which points wait, with the form by which it is said what is done with them."""
    if not points:
        return ["Van elk punt is vastgelegd wat ermee is gedaan."]
    shown = [point.called for point in points[:_MOST]]
    filled = {"dossier": state.id, "punten": shown}
    form = links.form("melden-punt-verwerking", filled)
    report = f" {link('Meld wat ermee is gedaan', form)}." if form else ""
    more = f"; en nog {len(points) - _MOST}" if len(points) > _MOST else ""
    number = counted(len(points), "punt wacht", "punten wachten")
    return [f"{number} op verwerking: {plain('; '.join(shown))}{more}.{report}"]
