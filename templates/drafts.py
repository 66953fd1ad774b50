"""The mails to who reads along: with a draft, and once that a response is still awaited."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.calendar.ical.text import one_line, paragraphs
from gehoord.domain.dossier.circulated import draft_in_words
from gehoord.domain.dossier.version import DraftVersion
from gehoord.templates.correspondence import Correspondence, Rendered, mail_only


class DraftTold(NamedTuple):
    """What the mail says of a draft.

    Attributes:
        version: the draft; ``before`` the one that its readers saw last, if they did.
        before: see ``version``.
        respond_by: the last day to respond; that day counts.
        is_voluntary: whether responding is free, as in a second round.
        follows: which chapters are provisional or missing, and when they are sent on, in words.
        was_critical: whether this reader was critical of the version before.
    """

    version: DraftVersion
    before: DraftVersion | None
    respond_by: date | None
    is_voluntary: bool
    follows: tuple[str, ...] = ()
    was_critical: bool = False


def draft_to_read(c: Correspondence, told: DraftTold) -> Rendered:
    """Return the mail that carries a draft.

    Args:
        c: to whom, and about which plan.
        told: what is said of the draft.

    Law: Politiewet 2012, art. 38b lid 2: the councils are heard later, on the ontwerp.
    """
    said = {
        "draft": draft_in_words(told.version),
        "before": draft_in_words(told.before) if told.before else "",
        "day": full_day_in_words(told.respond_by) if told.respond_by else "",
        "changed": paragraphs(told.version.changed),
        "follows": [one_line(each) for each in told.follows],
        "voluntary": told.is_voluntary,
        "critical": told.was_critical,
    }
    return mail_only("ter-lezing", replace(c, page=""), said)


class ReviewAwaited(NamedTuple):
    """A draft of which no response came: since when, and until when that can."""

    version: DraftVersion
    sent_on: date
    respond_by: date


def response_awaited(c: Correspondence, told: ReviewAwaited) -> Rendered:
    """Return the mail that reminds a reader once that he can respond to a draft.

    Args:
        c: to whom, and about which plan.
        told: of which draft.
    """
    said = {
        "draft": draft_in_words(told.version),
        "sent": day_in_words(told.sent_on),
        "day": full_day_in_words(told.respond_by),
    }
    return mail_only("ter-lezing-herinnering", replace(c, page=""), said)
