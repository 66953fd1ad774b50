# SPDX-License-Identifier: EUPL-1.2
"""The newest count of the poll: who were highest, and whether the chosen themes still stand."""

from gehoord.domain.dossier.poll import PollStage, latest_poll
from gehoord.domain.dossier.poll_basis import bases_of
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.preparation import preparing_poll
from gehoord.templates.markdown import plain


def poll(state: State) -> list[str]:
    """Return the poll in Markdown; nothing while nothing was counted and nobody waits for it."""
    told = preparing_poll(state).in_words
    return ["## Peiling", "", plain(told), *_fallen(state)] if told else []


def _fallen(state: State) -> list[str]:
    """Return each theme that does not stand after the final count, with what overtook it."""
    counted, chosen = latest_poll(state.polls, PollStage.FINAL), state.themes()
    if counted is None or chosen is None:
        return []
    fallen = [basis for basis in bases_of(chosen.chosen_themes, counted) if not basis.stands]
    return ["", *(f"- {plain(basis.in_words)}" for basis in fallen)] if fallen else []
