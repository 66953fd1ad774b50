# SPDX-License-Identifier: EUPL-1.2
"""Which kind of report closes the actions of a step."""

from typing import Final

from gehoord.domain.proposal.reported_as import DONE
from gehoord.domain.proposal.step import Letter, Step, StepKind

CHOICE: Final = "keuze"
"""The report of what a body chose from it."""

_OF_KIND: Final = {
    StepKind.HEARING: "gehoord",
    StepKind.ADOPTION: "vaststelling",
    StepKind.AGREEMENT: "akkoord",
    StepKind.VERSION: "versie",
}


def closed_by(step: Step) -> str:
    """Return the kind of report that closes a step, by its Dutch name.

    >>> from gehoord.domain.proposal.step import Step
    >>> closed_by(Step(id="horen", titel="raad horen", fase="horen", soort="horen",
    ...                actiehouder="raden"))
    'gehoord'
    """
    if step.chooses_themes:
        return "themas"
    if step.chooses:
        return CHOICE
    if step.letter is Letter.ANNOUNCEMENT:
        return "bekendmaking"
    if step.is_jaarverslag and step.kind is StepKind.DECISION:
        return "jaarverslag"
    return _OF_KIND.get(step.kind) or step.reported_as or DONE
