# SPDX-License-Identifier: EUPL-1.2
"""By when a council is asked to answer, as sure as the plan is of that day."""

from datetime import date
from typing import Any, Self

from gehoord.calendar.due import Due, Precision
from gehoord.domain.frozen import Frozen


class AnswerDue(Frozen):
    """The last day on which a council is asked to answer, if it has one; that day counts."""

    respond_by: date | None = None
    respond_precision: Precision = Precision.DAY
    respond_words: str = ""

    @property
    def due(self) -> Due | None:
        """By when the council was asked to answer; nothing while it was not asked."""
        if self.respond_by is None:
            return None
        return Due(self.respond_by, self.respond_precision, self.respond_words)

    def due_anew(self, due: Due | None) -> Self:
        """Return this with another last day to answer."""
        return self.model_copy(update=answer_by(due))

    def is_late(self, on: date) -> bool:
        """Whether a day lies after the last one on which the council was asked to answer."""
        return self.due is not None and on > self.due.day


def answer_by(due: Due | None) -> dict[str, Any]:
    """Return the fields that hold a last day to answer, or none."""
    return {
        "respond_by": due.day if due else None,
        "respond_precision": due.precision if due else Precision.DAY,
        "respond_words": due.words if due else "",
    }
