# SPDX-License-Identifier: EUPL-1.2
"""How days, numbers and articles are put into a Dutch sentence."""

from collections.abc import Sequence
from typing import Final

from gehoord.calendar.dutch import capital as capital
from gehoord.calendar.dutch import enumeration
from gehoord.law.article import Article

NUMBERS: Final = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes",
    "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip


def stretch(words: str) -> str:
    """Return a period with its "van", written once."""
    return words if words.startswith("van ") else f"van {words}"


def as_sentence(text: str) -> str:
    """Return a text with its capital; one that begins with the name of a file keeps that.

    >>> as_sentence("vul dit in."), as_sentence("raden.xlsx is beschadigd.")
    ('Vul dit in.', 'raden.xlsx is beschadigd.')
    """
    first = text.partition(" ")[0].rstrip(":,.;")
    return text if "." in first else capital(text)


def count(number: int, one: str, more: str) -> str:
    """Return a number with its noun, small numbers in letters.

    >>> count(1, "thema", "thema's"), count(32, "raad", "raden")
    ('één thema', '32 raden')
    """
    written = NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)
    return f"{written} {one if number == 1 else more}"


def time_left(days: int) -> str:
    """Return how long it still is, in whole weeks from two weeks on.

    >>> [time_left(days) for days in (1, 3, 14, 40, 43)]
    ['één dag', 'drie dagen', 'twee weken', 'bijna zes weken', 'ruim zes weken']
    """
    if days < 2 * _WEEK:
        return count(days, "dag", "dagen")
    weeks, rest = divmod(days, _WEEK)
    if rest == 0:
        return count(weeks, "week", "weken")
    if rest <= _WEEK // 2:
        return f"ruim {count(weeks, 'week', 'weken')}"
    return f"bijna {count(weeks + 1, 'week', 'weken')}"


_WEEK: Final = 7


def about(plan: str, subject: str) -> str:
    """Return what a letter is about, with the plan named once.

    >>> about("IMV 2023", "IMV 2023 vastgesteld"), about("IMV 2023", "nieuw thema")
    ('IMV 2023 vastgesteld', 'IMV 2023: nieuw thema')
    """
    if plan.casefold() in subject.casefold():
        return subject
    return f"{plan}: {subject or 'kennisgeving'}"


def closed(text: str) -> str:
    """Return the text with a full stop, unless it is closed already."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def listed(parts: Sequence[str]) -> str:
    """Join parts the way Dutch does."""
    return enumeration(list(parts))


def cited(article: Article) -> str:
    """Return an article as it reads in a sentence.

    >>> cited(Article("Politiewet 2012", "38b", 2))
    'artikel 38b lid 2 van de Politiewet 2012'
    """
    return f"artikel {article.short.removeprefix('art. ')} van de {article.law}"


def shortened(text: str, longest: int) -> str:
    """Return the text in at most ``longest`` signs, broken off between words.

    >>> shortened("raad horen over het ontwerp", 20)
    'raad horen over het…'
    """
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    if text[len(head)] != " " and " " in head[longest // 2 :]:
        head = head.rsplit(" ", 1)[0]
    return head.rstrip(" ,:;(") + "…"
