# SPDX-License-Identifier: EUPL-1.2
"""What the forms about drafts that go to be read offer to choose from."""

from datetime import date
from typing import Final

from gehoord.domain.acts.circulating import rounds_to_ask_in
from gehoord.domain.acts.correction_of_circulation import readers_to_take_back
from gehoord.domain.dossier.readers import reader_names
from gehoord.domain.dossier.state import State


def what_was_read(state: State) -> list[str]:
    """Return who read along and what went to be read, as a drop-down names what is taken back."""
    return [name for _, name in readers_to_take_back(state)]


def _rounds(state: State, on: date) -> list[str]:
    return [step.id for step in rounds_to_ask_in(state)]


def _readers(state: State, on: date) -> list[str]:
    return reader_names(state)


OF_CIRCULATION: Final = {
    ("ter-lezing", "stap"): _rounds,
    ("ter-lezing", "wie"): _readers,
    ("uitvoeringsplan-concept", "wie"): _readers,
}
"""What one field of one form offers."""
