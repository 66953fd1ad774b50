"""A letter as the adviser would have it say something, before he keeps his words."""

from datetime import date
from typing import NamedTuple

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import LetterReworded
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.own_words import Passage
from gehoord.domain.outgoing.dispatches import letter_of
from gehoord.store.reader import Reader
from gehoord.store.state import state_of
from gehoord.tasks.drafted import addressed, drafted, step_with, the_one


class Preview(NamedTuple):
    """A letter with words that are only proposed: for whom, and what there is to say of it."""

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
    step = step_with(state, report.letter)
    made = [
        the_one(addressed(drafted(reader, each, step, on, page=False), each, who), who)
        for each in (state, state.after(decided(report, state).changes))
    ]
    before, after = made
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
    return Preview(after, names(state).get(after.recipient, after.recipient), remark)
