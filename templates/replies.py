# SPDX-License-Identifier: EUPL-1.2
"""The mail in which the adviser answers what somebody asked."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line, paragraphs
from gehoord.templates.correspondence import Correspondence, Rendered, mail_only


def replied(
    c: Correspondence,
    *,
    asked: str,
    asked_on: date,
    text: str,
    reply: str,
    answer: str,
    by_committee: bool,
    last_day: str = "",
) -> Rendered:
    """Return the answer of the adviser to what somebody asked.

    Args:
        c: to whom, and about which plan.
        asked: what was asked for, in a few words; empty of a question. ``text`` holds the words of
            who did.
        asked_on: when.
        text: see ``asked``.
        reply: whether it is granted, denied, or answered.
        answer: the words of the adviser; empty when a later day granted it.
        by_committee: whether it is about a committee; then the law is named.
        last_day: by when the council is to answer, now that this was answered; empty of who is
            asked for no answer.

    Law: Politiewet 2012, art. 38b lid 2.
    """
    said = {"asked": one_line(asked), "asked_on": day_in_words(asked_on), "reply": reply}
    said |= {"text": paragraphs(text), "answer": paragraphs(answer)}
    return mail_only("antwoord", c, {**said, "by_committee": by_committee, "last_day": last_day})
