# SPDX-License-Identifier: EUPL-1.2
"""The mails to who reads along: with a draft, and once that a response is still awaited."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.calendar.ical.text import one_line, paragraphs
from gehoord.domain.dossier.circulated import draft_in_words
from gehoord.domain.dossier.read_before import ReadBefore
from gehoord.domain.dossier.uitvoering import plan_in_words
from gehoord.domain.dossier.version import DraftVersion
from gehoord.templates.correspondence import Correspondence, Rendered, mail_only


class DraftTold(NamedTuple):
    """What the mail says of a draft to one reader.

    Attributes:
        version: the draft.
        before: what this reader had before it, and what changed since.
        respond_by: the last day to respond; that day counts.
        is_voluntary: whether responding is free, as in a second round.
        follows: which chapters are provisional or missing, and when they are sent on, in words.
        critical_of: the version of which this reader was critical, if he was.
        is_considered: whether all that he said of that one has an answer.
    """

    version: DraftVersion
    before: ReadBefore
    respond_by: date | None
    is_voluntary: bool
    follows: tuple[str, ...] = ()
    critical_of: DraftVersion | None = None
    is_considered: bool = False


def draft_to_read(c: Correspondence, told: DraftTold) -> Rendered:
    """Return the mail that carries a draft.

    Args:
        c: to whom, and about which plan.
        told: what is said of the draft.

    Law: Politiewet 2012, art. 38b lid 2: the councils are heard later, on the ontwerp.
    """
    said = {
        "draft": draft_in_words(told.version),
        "since": _earlier(told.version, told.before.last),
        "day": full_day_in_words(told.respond_by) if told.respond_by else "",
        "changed": paragraphs("\n\n".join(told.before.changed)),
        "taken_back": _earlier(told.version, told.before.taken_back),
        "follows": [one_line(each) for each in told.follows],
        "voluntary": told.is_voluntary,
        "critical": _earlier(told.version, told.critical_of),
        "considered": told.is_considered,
    }
    return mail_only("ter-lezing", replace(c, page=""), said)


def _earlier(version: DraftVersion, other: DraftVersion | None) -> str:
    """Return how the mail with a version names one before it; empty when there is none."""
    if other is None:
        return ""
    named = draft_in_words(other)
    if named != draft_in_words(version):
        return named
    return f"de eerdere versie van {day_in_words(other.made_on)}"


class UitvoeringTold(NamedTuple):
    """What the mail says of a uitvoeringsplan in concept.

    Attributes:
        year: for which it is; ``theme`` of which, empty where no themes are kept.
        respond_by: the last day to respond; that day counts.
        body: who adopts it, as a sentence names it; empty when that is not known.
    """

    year: int
    theme: str
    respond_by: date | None
    body: str


def uitvoeringsplan_to_read(c: Correspondence, told: UitvoeringTold) -> Rendered:
    """Return the mail that carries a uitvoeringsplan in concept.

    Args:
        c: to whom, and about which plan.
        told: what is said of it.
    """
    said = {
        "year": told.year,
        "theme": one_line(told.theme),
        "named": one_line(plan_in_words(told.year, told.theme)),
        "day": full_day_in_words(told.respond_by) if told.respond_by else "",
        "body": told.body,
    }
    return mail_only("uitvoeringsplan", replace(c, page=""), said)


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
