# SPDX-License-Identifier: EUPL-1.2
"""Where to go on once a stage was started: the forms of what comes first, and the stage after."""

from collections.abc import Iterable, Iterator
from typing import Final

from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.progress import first_owed, next_stage
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.templates.links import Links
from gehoord.templates.story.forms import Offered, all_heard, next_is_laid_out, offered, unheard

_HEARD: Final = "Raden gehoord? Haal weg wie nog niet, en meld de anderen samen:"


def ahead(state: State, stage: Stage) -> list[Offered]:
    """Return the forms with which a person goes on from a stage.

    Args:
        state: the dossier, after the stage was started.
        stage: the one that was started.
    """
    return [*_of_stage(state, stage), *_of_next(state, stage)]


def after_opening(state: State, earlier: State | None) -> list[Offered]:
    """Return the forms with which a person goes on once a dossier was opened.

    Args:
        state: the dossier.
        earlier: the one that it follows on, if it does: it may still ask for this proposal.
    """
    onward = next_is_laid_out(earlier) if earlier else []
    if stage := next_stage(state):
        words = f"Eerste fase, '{stage.heading}' (wat klaarligt, gaat bij de start meteen weg):"
        onward.insert(0, Offered(words, stage.numbered, {"dossier": state.id}))
    return onward


def ahead_lines(dossier: str, forms: Iterable[Offered], links: Links) -> list[str]:
    """Return a line for each form that is there, and one for the Stand van zaken.

    Args:
        dossier: its name.
        forms: what `ahead` found.
        links: the pages of Prefect.
    """
    said = [line for each in forms if (line := each.said(links))]
    return [*said, f"Stand van zaken: {links.standing(dossier)}"]


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
