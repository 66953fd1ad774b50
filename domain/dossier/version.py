# SPDX-License-Identifier: EUPL-1.2
"""A draft version of the beleidsplan: 70%, 85%, ontwerp, definitive."""

from collections.abc import Sequence
from datetime import date

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.chapter_to_follow import ChapterToFollow
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.proposal.step import Part


class DraftVersion(Filed):
    """A version that is ready, with its document if there is one.

    ``corrects`` is the id of the version that it says the same as, in better words, and
    ``correction`` why it is; nothing when its content differs. What was heard and agreed on that
    one holds for this one.
    ``changed`` says what is other than in the version before, in the words of who made it, and
    ``follows`` which chapters are sent on later.
    ``strength`` is the id of the sterkteverdeling in it, if one is known.
    ``filed_on`` is the day on which its file came, if that was later than the version itself, and
    ``filed_because`` why; ``asked_before_filed`` counts the councils that were asked about it
    without that file, and ``adopted_before_filed`` is whether the plan was adopted by then.
    ``displaced`` holds the steps that an ontwerp moved by starting a new round, as they stood, and
    ``reopened`` what it made owed again and had been done on other days than those of its step.
    """

    id: str
    dossier: str
    step: str
    number: int
    title: str
    completeness: int | None
    is_ontwerp: bool
    contains: tuple[Part, ...]
    made_on: date
    strength: str | None = None
    corrects: str | None = None
    correction: str = ""
    displaced: tuple[PlanLine, ...] = ()
    reopened: tuple[Action, ...] = ()
    changed: str = ""
    follows: tuple[ChapterToFollow, ...] = ()
    filed_on: date | None = None
    filed_because: str = ""
    asked_before_filed: int = 0
    adopted_before_filed: bool = False

    @property
    def called(self) -> str:
        """How people tell it from the other versions: its number, step and day."""
        return f"{self.number} ({self.title}, {day_in_words(self.made_on)})"

    @property
    def filing_in_words(self) -> str:
        """When its file came, after what, and why so late; nothing if it came with the version."""
        if self.filed_on is None:
            return ""
        after = []
        if self.asked_before_filed:
            asked = counted(self.asked_before_filed, "raad", "raden")
            after.append(f", na de verzending aan {asked}")
        if self.adopted_before_filed:
            after.append(" en na de vaststelling" if after else ", na de vaststelling")
        said = f"Stuk ingeleverd op {day_in_words(self.filed_on)}{''.join(after)}."
        return f"{said} Reden: {self.filed_because}" if self.filed_because else said

    @property
    def is_of_plan(self) -> bool:
        """Whether it is a version of the beleidsplan: an advice is none."""
        return self.completeness is not None or self.is_ontwerp

    @property
    def content_id(self) -> str:
        """The id of the version that first had this content: the content is what is heard."""
        return self.corrects or self.id


def next_number(versions: Sequence[DraftVersion]) -> int:
    """Return the number of the version that is made now; one that was withdrawn keeps its own."""
    return max((v.number for v in versions), default=0) + 1


def latest(versions: Sequence[DraftVersion], *, ontwerp: bool = False) -> DraftVersion | None:
    """Return the newest version of the beleidsplan, or the newest ontwerp.

    A text without a completeness, such as an advice, is no version of the beleidsplan.
    """
    plans = [v for v in standing(versions) if v.is_of_plan]
    return max(
        (v for v in plans if v.is_ontwerp or not ontwerp), key=lambda v: v.number, default=None
    )
