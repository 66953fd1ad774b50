# SPDX-License-Identifier: EUPL-1.2
"""The safety picture of the unit is there, or was recorded by mistake."""

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.report import Corrected, SafetyPictureMade
from gehoord.domain.acts.reported import actions_closed_by
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import said_before, standing
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import SAFETY_PICTURE


def newest_picture(state: State) -> SafetyPicture | None:
    """Return the safety picture that counts now: the one that was made last."""
    return max(standing(state.pictures), key=lambda p: (p.made_on, p.number), default=None)


@decide.register
def safety_picture_made(report: SafetyPictureMade, state: State) -> Act:
    """Keep the safety picture with its themes; a newer one stands beside it.

    No statute asks for it (S003: one of the three sources of the themes).
    """
    if state.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}; een "
            "veiligheidsbeeld telt daarvoor niet meer mee."
        )
    owed = actions_closed_by(SAFETY_PICTURE, state, ActionState.OPEN)
    picture = SafetyPicture(
        id=f"{state.id}/veiligheidsbeeld/{len(state.pictures) + 1}",
        dossier=state.id,
        number=len(state.pictures) + 1,
        maker=report.maker,
        made_on=report.on,
        themes=report.themes,
        **as_filed(report.document),
        closes=tuple(action.id for action in owed),
    )
    if said_before(state.pictures, picture, "closes"):
        raise RefusedError(
            f"Dit veiligheidsbeeld van {picture.maker} van {day_in_words(picture.made_on)} staat "
            "er al."
        )
    changes = Changes.keeping(report.document) + Changes.adding(picture)
    changes += Changes.replacing((action, action.done(report.on)) for action in owed)
    number = counted(len(picture.themes), "thema", "thema's")
    themes = f", met {number}" if picture.themes else ""
    return Act(f"Veiligheidsbeeld van {picture.maker} vastgelegd{themes}.", changes)


def safety_picture_taken_back(report: Corrected, state: State) -> Act:
    """Take back the newest safety picture: the one before it counts again."""
    refuse_after_adoption(state)
    picture = newest_picture(state)
    if picture is None:
        raise RefusedError("Er is geen veiligheidsbeeld vastgelegd.")
    done = [state.actions.one(identifier) for identifier in picture.closes]
    reopened = [a for a in done if a and a.state is ActionState.DONE]
    changes = Changes.replacing([(picture, picture.withdraw(report.reason, report.on))])
    return Act(
        f"Teruggenomen: het veiligheidsbeeld van {day_in_words(picture.made_on)}.",
        changes + Changes.replacing((a, a.reopened(report.on)) for a in reopened),
    )
