# SPDX-License-Identifier: EUPL-1.2
"""Which kinds of report a proposal may name at a step, and at which steps."""

from typing import Final

from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import (
    INFO_SESSION,
    SAFETY_PICTURE,
    SURVEY,
    UITVOERINGSPLAN,
    Step,
    StepKind,
)

DONE: Final = "gedaan"
"""The report that plainly says that a step was carried out."""

CANDIDATES: Final = "kandidaten"
"""The report of a list from which bodies choose."""

POLL: Final = "peiling"
"""The report of a count of a poll; the final one closes its step."""

STRENGTH: Final = "sterkte"
"""The report of a sterkteverdeling; a provisional one closes the step that asks for no more."""

_NAMED: Final = (
    *(SURVEY, SAFETY_PICTURE, INFO_SESSION, CANDIDATES, POLL, STRENGTH),
    *(UITVOERINGSPLAN, DONE),
)
_OF_ITSELF: Final = (StepKind.VERSION, StepKind.AGREEMENT, StepKind.HEARING, StepKind.ADOPTION)


def refuse_unfit_report(step: Step) -> None:
    """Refuse a step of a proposal that no report could close, or another than it names.

    The steps that Gehoord itself adds to a dossier name others: no proposal has those.

    Raises:
        ValueError: names the step, and what it can have.
    """
    if not step.reported_as:
        return
    if step.reported_as not in _NAMED:
        raise ValueError(
            f"stap '{step.id}' noemt bij 'melding' '{step.reported_as}', en daarmee kan een stap "
            f"niet gedaan zijn; kies uit: {', '.join(_NAMED)}"
        )
    if step.kind in _OF_ITSELF or step.letter or step.chooses_themes or step.chooses:
        raise ValueError(
            f"stap '{step.id}' noemt bij 'melding' '{step.reported_as}', maar is al op een andere "
            "manier gedaan (een brief, een versie, een keuze, akkoord, horen of vaststelling); "
            "haal 'melding' weg of maak er een eigen stap van"
        )
    if step.reported_as == UITVOERINGSPLAN and step.stage is not Stage.ACCOUNT:
        raise ValueError(
            f"stap '{step.id}' noemt bij 'melding' '{UITVOERINGSPLAN}'; zo'n stap hoort in de fase "
            f"'{Stage.ACCOUNT}', want een uitvoeringsplan volgt op het vastgestelde beleidsplan"
        )
