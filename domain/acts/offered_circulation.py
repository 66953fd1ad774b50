"""What the forms about drafts that go to be read offer to choose from."""

from datetime import date
from typing import Final

from gehoord.domain.acts.circulating import rounds_to_ask_in
from gehoord.domain.dossier.readers import reader_names, reviewers
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing


def readers_to_take_back(state: State) -> list[str]:
    """Return who read along and what went to be read, by the names of a drop-down."""
    sent = [each.called for each in standing(state.circulations)]
    return [*(each.name for each in reviewers(state)), *sent]


def _rounds(state: State, on: date) -> list[str]:
    return [step.id for step in rounds_to_ask_in(state)]


def _readers(state: State, on: date) -> list[str]:
    return reader_names(state)


OF_CIRCULATION: Final = {
    ("ter-lezing", "stap"): _rounds,
    ("ter-lezing", "wie"): _readers,
}
"""What one field of one form offers."""
