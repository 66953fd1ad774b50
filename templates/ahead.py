# SPDX-License-Identifier: EUPL-1.2
"""Where to go on once a stage was started: the forms of what comes first, and the stage after."""

from collections.abc import Iterator
from typing import Final

from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.progress import first_owed, next_stage
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.templates.links import Links
from gehoord.templates.story.forms import Offered, all_heard, offered, unheard

_HEARD: Final = "Raden gehoord? Haal weg wie nog niet, en meld de anderen samen:"


def ahead_lines(state: State, stage: Stage, links: Links) -> list[str]:
    """Return a line for each place where a person goes on from a stage.

    Args:
        state: the dossier, after the stage was started.
        stage: the one that was started.
        links: the pages of Prefect.
    """
    found = [*_of_stage(state, stage), *_of_next(state, stage)]
    lines = [line for each in found if (line := each.said(links))]
    return [*lines, f"Stand van zaken: {links.standing(state.id)}"]


def _of_stage(state: State, stage: Stage) -> list[Offered]:
    """Return the forms of what comes first in a stage; of the adoption also that of who agrees."""
    if stage is Stage.HEARING and unheard(state):
        return [Offered(_HEARD, *all_heard(state))]
    first = first_owed(state, stage)
    if first is None:
        return []
    return offered(state, first)[: 2 if first.kind is StepKind.ADOPTION else 1]


def _of_next(state: State, stage: Stage) -> Iterator[Offered]:
    """Yield the form of the stage that comes after this one, once nothing is owed in this one."""
    coming = None if first_owed(state, stage) else next_stage(state, stage)
    if coming:
        words = f"Volgende fase, '{coming.heading}' (wat klaarligt, gaat bij de start meteen weg):"
        yield Offered(words, coming.numbered, {"dossier": state.id})
