# SPDX-License-Identifier: EUPL-1.2
"""One point of what a council or anybody else answered, and what is done with that point."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.withdrawn import Withdrawable
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import Choice


class PointOutcome(Choice):
    """What is done with a point (S003: verwerkt, met reden niet verwerkt, of beantwoord)."""

    TAKEN_OVER = "verwerkt"
    NOT_TAKEN_OVER = "niet verwerkt"
    ANSWERED = "vraag beantwoord"

    @property
    def needs_words(self) -> bool:
        """Whether it says nothing without a reason, or without the answer."""
        return self is not PointOutcome.TAKEN_OVER


class Point(Withdrawable):
    """One point of an answer: of a zienswijze or of a response alike.

    Attributes:
        number: by which people name it, from 1 in each dossier.
        answer: the id of the zienswijze or response that it is a point of.
        sender: who said it; ``version`` the id of the version that it is about, if there was one.
        subject: the chapter or theme that it is about, in free words.
        text: the point, in the words of the sender.
        main_line: the hoofdlijn that it belongs to with others; empty when to none.
        outcome: what is done with it, since ``disposed_on``; nothing while that is open.
        explanation: how it is taken over, why it is not, or the answer to the question.
    """

    id: str
    dossier: str
    number: int
    answer: str
    sender: str
    version: str | None
    subject: str
    text: str
    main_line: str = ""
    outcome: PointOutcome | None = None
    explanation: str = ""
    disposed_on: date | None = None

    @property
    def awaits_disposition(self) -> bool:
        """Whether it counts, and nobody said yet what is done with it."""
        return self.counts and self.outcome is None

    @property
    def called(self) -> str:
        """How people choose it among others: its number, whose it is and what it is about."""
        return f"{self.number} ({self.sender}: {self.subject})"

    @property
    def outcome_in_words(self) -> str:
        """What is done with it, and how or why; nothing while that is open."""
        return ": ".join(filter(None, [self.outcome or "", self.explanation]))

    def dispose(self, outcome: PointOutcome, explanation: str, on: date) -> "Point":
        """Return this point with what is done with it.

        Raises:
            RefusedError: it was decided already, or a reason or an answer is missing.
        """
        if self.outcome and self.disposed_on:
            raise RefusedError(
                f"Van punt {self.called} staat al vast wat ermee is gedaan, op "
                f"{day_in_words(self.disposed_on)}: {self.outcome}. Klopt dat niet, neem dat dan "
                "eerst terug (herstel, melding 'punt-verwerking').",
                field="punten",
            )
        if outcome.needs_words and not explanation.strip():
            what = (
                "het antwoord"
                if outcome is PointOutcome.ANSWERED
                else "waarom het niet is verwerkt"
            )
            raise RefusedError(f"Schrijf bij '{outcome}' op {what}.", field="uitleg")
        given = {"outcome": outcome, "explanation": explanation.strip(), "disposed_on": on}
        return self.model_copy(update=given)

    def unweighed(self) -> "Point":
        """Return this point as if nothing was done with it yet."""
        open_again = {"outcome": None, "explanation": "", "disposed_on": None}
        return self.model_copy(update=open_again)
