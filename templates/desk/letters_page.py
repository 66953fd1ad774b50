# SPDX-License-Identifier: EUPL-1.2
"""The page on which the adviser finds every letter of his dossier."""

from collections.abc import Iterable
from dataclasses import dataclass

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.kept_letter import KeptLetter
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter: of which step, for whom, how it stands, and under which key it is given.

    ``has_pdf`` is whether it can be given as PDF too: what left as HTML alone cannot.
    """

    step: str
    to: str
    stands: str
    key: str
    has_pdf: bool


@dataclass(frozen=True, slots=True)
class LettersPage:
    """All letters of a dossier, in the order in which they are kept.

    Attributes:
        steps: those of which a letter can be tried: each its id and its title.
        key: of the form for that; ``wrong`` and ``told`` say what came of it.
    """

    title: str
    rows: tuple[LetterRow, ...]
    steps: tuple[tuple[str, str], ...]
    key: str
    wrong: str
    told: str


def letters_page(
    state: State, kept: Iterable[KeptLetter], key: str, *, wrong: str = "", told: str = ""
) -> LettersPage:
    """Return the page.

    Args:
        state: the dossier.
        kept: its letters, in the order in which they are kept.
        key: of the form for a trial.
        wrong: why a trial was refused.
        told: what was put in the outbox.
    """
    who = names(state)
    titles = {planned.id: planned.step.title for planned in state.plan.steps}
    steps = (p for p in state.plan.steps if p.step.letter and p.step.stands)
    rows = (
        LetterRow(
            one_line(titles.get(letter.step or "", letter.step or str(letter.letter))),
            one_line(who.get(letter.recipient, letter.recipient)),
            _stands(letter),
            letter.key,
            not letter.left_without_pdf,
        )
        for letter in kept
    )
    return LettersPage(
        title=one_line(state.dossier.title),
        rows=tuple(rows),
        steps=tuple((planned.id, one_line(planned.step.title)) for planned in steps),
        key=key,
        wrong=wrong,
        told=told,
    )


def letter_name(state: State, message: Message) -> str:
    """Return how the file of a letter is called: by its step and for whom it is."""
    who = names(state).get(message.recipient, message.recipient)
    return f"{message.step or message.letter} {who}"


def _stands(letter: KeptLetter) -> str:
    if not letter.sent_at:
        return str(letter.state)
    return f"{letter.state} op {day_in_words(letter.sent_at.astimezone(AMSTERDAM).date())}"
