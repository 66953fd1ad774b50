# SPDX-License-Identifier: EUPL-1.2
"""Whether the day of a step is one that Gehoord proposed: nobody is too late by the law on it."""

from gehoord.domain.dossier.state import State


def has_proposed_day(state: State, step: str) -> bool:
    """Whether no statute and no proposal set the day of a step, and nobody gave it another since.

    Args:
        state: the dossier.
        step: its id.
    """
    if not state.as_opened.step(step).day_is_proposed:
        return False
    return not any(line.moved_to for line in state.lines.where(step=step))
