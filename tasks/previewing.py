# SPDX-License-Identifier: EUPL-1.2
"""A letter as it would be made now, and as it would be with words that are not kept yet."""

from datetime import date
from typing import NamedTuple

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import LetterReworded
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.own_words import Passage
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.dispatches import letter_of
from gehoord.domain.proposal.step import Letter
from gehoord.store.reader import Reader
from gehoord.store.state import state_of
from gehoord.tasks.drafted import addressed, drafted, step_with, the_one


class Preview(NamedTuple):
    """A letter as it would be made: for whom, and what there is to say of it."""

    message: Message
    to: str
    remark: str

    @property
    def html(self) -> str:
        """The letter itself."""
        return letter_of(self.message) or ""

    @property
    def mail(self) -> str:
        """The mail that carries it, without the key to a page."""
        return f"Onderwerp: {self.message.subject}\n\n{self.message.body}"


def present(reader: Reader, dossier: str, letter: Letter, on: date, who: str = "") -> Preview:
    """Return the letter for one recipient as it would be made on a day.

    Args:
        reader: of the register.
        dossier: its name.
        letter: which one.
        on: the day.
        who: the name of the recipient; the first one when empty.

    Raises:
        GehoordError: no step of the plan has this letter, or it does not go to that recipient.
    """
    state = state_of(reader, dossier)
    return _seen(_drafted_for(reader, state, letter, on, who), state)


def preview(
    reader: Reader, dossier: str, report: LetterReworded, on: date, who: str = ""
) -> Preview:
    """Return the letter for one recipient with the proposed words in it; nothing is changed.

    Args:
        reader: of the register.
        dossier: its name.
        report: the words, with their letter and passage.
        on: the day on which it would be made.
        who: the name of the recipient; the first one when empty.

    Raises:
        RefusedError: these words would not be kept.
        GehoordError: no step of the plan has this letter, or it does not go to that recipient.
    """
    state = state_of(reader, dossier)
    reworded = state.after(decided(report, state).changes)
    before, after = (
        _drafted_for(reader, each, report.letter, on, who) for each in (state, reworded)
    )
    always = report.passage is Passage.WHOLE or report.passage.is_of_mail
    is_there = always or letter_of(before) != letter_of(after)
    remark = (
        ""
        if is_there
        else (
            f"De passage '{report.passage}' staat nu niet in deze brief; uw woorden komen er "
            "pas in als die passage er is."
        )
    )
    return _seen(after, state, remark)


def _drafted_for(reader: Reader, state: State, letter: Letter, on: date, who: str) -> Message:
    found = drafted(reader, state, step_with(state, letter), on, page=False)
    return the_one(addressed(found, state, who), who)


def _seen(message: Message, state: State, remark: str = "") -> Preview:
    return Preview(message, names(state).get(message.recipient, message.recipient), remark)
