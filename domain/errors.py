"""What stands in the way, in one Dutch sentence that also says what to do."""

from gehoord.law.article import Article


class GehoordError(Exception):
    """Something a person must put right. Its text is one clear sentence; nothing was changed."""


class ProposalError(GehoordError):
    """A file that is no valid proposal or unit. Says what is wrong, where, and what to do."""


class NothingLeavesError(GehoordError):
    """No mail can leave now; no message and no address is to blame. Has no full stop at its end."""


class NoDayError(GehoordError):
    """A day was asked of something that has none yet."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} heeft nog geen dag. Geef er eerst een (gehoord move).")


class RefusedError(GehoordError):
    """The procedure does not allow this now.

    Args:
        text: what is missing, and what to do.
        article: the place in the law on which the refusal rests, if it rests on law.
        finding: the code of what asks for a reason, if a recorded reason lifts the refusal.
    """

    def __init__(self, text: str, article: Article | None = None, finding: str = "") -> None:
        super().__init__(f"{text} ({article})" if article else text)
        self.text = text
        self.article = article
        self.finding = finding
