# SPDX-License-Identifier: EUPL-1.2
"""What stands in the way, in one Dutch sentence that also says what to do."""

from collections.abc import Mapping
from typing import NamedTuple

from gehoord.law.article import Article


class Onward(NamedTuple):
    """What would be right where something is refused.

    Attributes:
        words: in which case, as a question.
        kind: of the report, or the name of the form that is no report.
        filled: what is known of it, by the names of the fields.
    """

    words: str
    kind: str
    filled: Mapping[str, str]


class GehoordError(Exception):
    """Something a person must put right. Its text is one clear sentence; nothing was changed."""


class ProposalError(GehoordError):
    """A file that is no valid proposal or unit. Says what is wrong, where, and what to do."""


class NothingLeavesError(GehoordError):
    """No mail can leave now; no message and no address is to blame. Has no full stop at its end."""


class NoDayError(GehoordError):
    """A day was asked of something that has none yet."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} heeft nog geen dag. Verplaats de stap eerst naar een dag.")


class RefusedError(GehoordError):
    """The procedure does not allow this now.

    Args:
        text: what is missing, and what to do.
        article: the place in the law on which the refusal rests, if it rests on law.
        finding: the code of what asks for a reason, if a recorded reason lifts the refusal.
        onward: what would be right instead, if that is known.
        field: the Dutch name of what must be filled in otherwise, if it is one field of a report.
    """

    def __init__(
        self,
        text: str,
        article: Article | None = None,
        finding: str = "",
        onward: tuple[Onward, ...] = (),
        field: str = "",
    ) -> None:
        super().__init__(f"{text} ({article})" if article else text)
        self.text = text
        self.article = article
        self.finding = finding
        self.onward = onward
        self.field = field


class OtherThanSeenError(RefusedError):
    """What somebody agreed to comes to something else by now."""

    def __init__(self) -> None:
        super().__init__("Er is intussen iets anders vastgelegd. Bekijk opnieuw wat er gebeurt.")
