# SPDX-License-Identifier: EUPL-1.2
"""What an act comes to: what changes, what must be told to whom, and one sentence about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import singledispatch

from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.frozen import Frozen


@dataclass(frozen=True, slots=True)
class OntwerpSent:
    """Councils are asked about an ontwerp: each gets it, by the notice that is ``step``."""

    step: str
    councils: frozenset[str]


@dataclass(frozen=True, slots=True)
class NoticeSent:
    """The letters of the notice that is ``step`` go out."""

    step: str


@dataclass(frozen=True, slots=True)
class NoticeTakenBack:
    """The letters of the notice that is ``step`` go out no more, as far as they did not leave."""

    step: str


@dataclass(frozen=True, slots=True)
class LettersWrong:
    """What letters tell was recorded by mistake: who has one hears so, to others none leaves.

    Attributes:
        steps: the notices they belong to; none where they tell of a priority, or of a change.
        since: the id of what they tell of; letters of before told of something else.
        reason: what was wrong.
        told: what stands in them and is not so, in Dutch.
        is_written: whether Gehoord writes to who has one; else the adviser does so himself.
        stands: why all of it stands once a letter of ``stands_by`` has left, in Dutch.
        stands_by: the notices that make it so by leaving, as an announcement does.
        is_of_change: whether they tell of a change of the adopted plan.
    """

    steps: frozenset[str]
    since: str
    reason: str
    told: str = ""
    is_written: bool = False
    stands: str = ""
    stands_by: frozenset[str] = frozenset()
    is_of_change: bool = False


@dataclass(frozen=True, slots=True)
class DaysMoved:
    """Actions came on other days; ``old`` holds the former day in words, by the id of the action.

    ``step`` is the one that a person moved, and ``reason`` why.
    """

    step: str
    old: Mapping[str, str]
    reason: str


@dataclass(frozen=True, slots=True)
class RespiteTold:
    """One council has another last day to answer than before: longer, or no longer.

    ``action`` is the id of what it owes, ``old`` its former day in words. ``again`` says what
    changed, where the council is heard again on that; it is told even when its day stays.
    """

    action: str
    old: str
    reason: str
    again: str = ""


@dataclass(frozen=True, slots=True)
class HeardAfterAll:
    """What councils owed is done as it was before: nothing that waits asks for it again.

    ``actions`` are the ids of what they owed.
    """

    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MunicipalitiesMerged:
    """Municipalities ceased, by their codes; ``grown`` is the one of before that they went into.

    Mail that waits for those that ceased leaves no more.
    """

    ceased: frozenset[str]
    grown: str | None


@dataclass(frozen=True, slots=True)
class PlanAmended:
    """The adopted plan was changed by this besluit."""

    besluit: Besluit


@dataclass(frozen=True, slots=True)
class PriorityGiven:
    """Another theme has priority, by this besluit; ``goes`` are those that give way."""

    besluit: Besluit
    comes: tuple[str, ...]
    goes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class AddressChanged:
    """Somebody is reached elsewhere from now on; an office or a body is of no municipality.

    ``recipient`` is the key under which it gets its mail.
    """

    municipality: str | None
    recipient: str
    address: str


@dataclass(frozen=True, slots=True)
class RequestReplied:
    """A request was answered, by its id: who made it reads how, and the words of the adviser."""

    request: str


@dataclass(frozen=True, slots=True)
class RequestReplyWrong:
    """What the adviser answered to a request, by its id, leaves no more if it did not yet."""

    request: str


@dataclass(frozen=True, slots=True)
class Reminding:
    """Whoever owes these actions, by their id, is reminded of them by hand."""

    actions: tuple[str, ...]


News = (
    OntwerpSent
    | NoticeSent
    | NoticeTakenBack
    | LettersWrong
    | DaysMoved
    | RespiteTold
    | HeardAfterAll
    | MunicipalitiesMerged
    | PlanAmended
    | PriorityGiven
    | AddressChanged
    | RequestReplied
    | RequestReplyWrong
    | Reminding
)
"""What must be told; whom, follows from the state."""


@dataclass(frozen=True, slots=True)
class Act:
    """What an act comes to.

    ``said`` is one Dutch sentence, or two; ``said_if_sent`` comes after it when messages left.
    """

    said: str
    changes: Changes = field(default_factory=Changes)
    news: tuple[News, ...] = ()
    said_if_sent: str = ""

    def told(self, sent: int) -> str:
        """Return what a person reads of it, once that many messages were put in the outbox."""
        return f"{self.said} {self.said_if_sent}" if sent and self.said_if_sent else self.said


@singledispatch
def decide(report: Frozen, state: State) -> Act:
    """Return what a report comes to, or refuse it. Each kind of report has its own act beside.

    Args:
        report: what people did, as they report it.
        state: the dossier before.

    Raises:
        RefusedError: the procedure does not allow it, or it was recorded before.
        GehoordError: it names a step, municipality or file that is not there.
    """
    raise NotImplementedError(f"{type(report).__name__} has no act.")
