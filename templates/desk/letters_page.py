"""The page on which the adviser finds every letter of his dossier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.kept_letter import KeptLetter


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter: of which step, for whom, how it stands, and under which key it is given."""

    step: str
    to: str
    stands: str
    key: str


@dataclass(frozen=True, slots=True)
class LettersPage:
    """All letters of a dossier, the last one first."""

    title: str
    rows: tuple[LetterRow, ...]


def letters_page(title: str, kept: Iterable[KeptLetter], who: Mapping[str, str]) -> LettersPage:
    """Return the page.

    Args:
        title: of the dossier.
        kept: its letters, in the order in which they are kept.
        who: the name of each recipient by his key.
    """
    rows = (
        LetterRow(
            letter.step or str(letter.letter),
            one_line(who.get(letter.recipient, letter.recipient)),
            _stands(letter),
            letter.key,
        )
        for letter in kept
    )
    return LettersPage(one_line(title), tuple(rows))


def _stands(letter: KeptLetter) -> str:
    if not letter.sent_at:
        return str(letter.state)
    return f"{letter.state} op {day_in_words(letter.sent_at.astimezone(AMSTERDAM).date())}"
