# SPDX-License-Identifier: EUPL-1.2
"""How far the answers of the councils are processed, and how long the plan leaves for it."""

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.checks.points import unanswered
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.outgoing.processing import processing
from gehoord.templates.links import Links
from gehoord.templates.markdown import link, plain
from gehoord.templates.told_processing import answered_in_words, time_in_words

_MOST = 10
"""Councils that are named; the rest stand in the nota."""


def answers_processed(state: State, links: Links) -> list[str]:
    """Return it in Markdown; nothing before a council answered, and after the adoption."""
    found = processing(state)
    if found is None:
        return []
    waiting = unanswered(state)
    said = f"{answered_in_words(found)} {time_in_words(found)}".strip()
    return ["## Zienswijzen beantwoorden", "", said, *_waiting(state, waiting, links)]


def _waiting(state: State, waiting: list[Zienswijze], links: Links) -> list[str]:
    """Return which councils wait for an answer, with the form that answers one as a whole."""
    if not waiting:
        return []
    more = f"; en nog {len(waiting) - _MOST}" if len(waiting) > _MOST else ""
    shown = "; ".join(alphabetical(zienswijze.name for zienswijze in waiting)[:_MOST])
    whole = next((z for z in waiting if not state.points.where(answer=z.id)), None)
    filled = {"dossier": state.id, "van": whole.name} if whole else {}
    form = links.form("melden-verwerking", filled) if whole else None
    said = f"Meld wat met de zienswijze van {whole.name} is gedaan" if whole else ""
    report = f" {link(said, form)}." if form else ""
    return ["", f"Zonder antwoord: {plain(shown)}{more}.{report}"]
