# SPDX-License-Identifier: EUPL-1.2
"""What the words of 0.1.0 say of the first and the last day: read here for the last time.

Until 0.1.0 a row kept only the words of its whole stretch. This is how they were read back then,
and only the migration may: rows of today have the precision and the words of each day themselves.
Nothing in here changes with the rest of Gehoord.
"""

import re
from datetime import date
from typing import Final, NamedTuple

import sqlalchemy as sa

_MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_MONTH: Final = "|".join(_MONTHS)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_SEVERAL_MONTHS: Final = rf"(?:{_MONTH})\s*(?:-|tot en met|t/m)\s*(?:{_MONTH})\s+\d{{4}}"
_MONTH_OR_YEAR = re.compile(rf"(?:in\s+)?(?:{_SEVERAL_MONTHS}|(?:(?:{_MONTH})\s+)?\d{{4}})")
_RANGE = re.compile(r"(?:van\s+)?(?P<first>.+?)\s+(?:tot en met|t/m)\s+(?P<last>.+)")
_LIMIT = re.compile(r"^(?:uiterlijk op|uiterlijk|tot en met|t/m)\s+")
_ROUGH = re.compile(
    rf"(?:(?:begin|half|medio|eind)\s+(?:(?:{_MONTH})\s+)?|na de zomer\s+(?:van\s+)?)\d{{4}}"
)
_BEFORE: Final = re.compile(r"^v(?:oo|óó)r\s+")
_ROUGHLY: Final = " (bij benadering)"
_DAY, _WINDOW, _APPROXIMATE, _UNDATED = "dag", "periode", "bij benadering", "zonder datum"
_RELATIVE: Final = "afgeleid"


class OldWords(NamedTuple):
    """What each day of a row gets, and its words as people write days."""

    start_precision: str
    start_words: str
    due_precision: str
    due_words: str
    words: str


def read_back(precision: str, words: str) -> OldWords:
    """Return what the words of an old row say of its two days.

    >>> read_back("bij benadering", "van medio juni 2023 tot en met medio oktober 2023")[1:4]
    ('medio juni 2023', 'bij benadering', 'medio oktober 2023')
    >>> read_back("periode", "van 2023-05-01 tot en met september 2023")[:4]
    ('dag', '1 mei 2023', 'periode', 'september 2023')
    """
    said = _ISO.sub(lambda m: _in_words(date(int(m[1]), int(m[2]), int(m[3]))), words)
    begins, ends = _ends(said)
    last = _last(precision, ends)
    if begins:
        return OldWords(*_first(begins), *last, said)
    return OldWords(last[0], "", *last, said)


def give_days_their_words(connection: sa.Connection) -> None:
    """Fill the columns of each day in the rows of 0.1.0, and of what councils were asked."""
    for name in ("action", "step"):
        table = sa.table(name, *(sa.column(c) for c in ("precision", *OldWords._fields)))
        same = sa.select(table.c.precision, table.c.words).distinct()
        for precision, words in connection.execute(same).all():
            rows = (table.c.precision == precision) & (table.c.words == words)
            found = read_back(precision, words)._asdict()
            connection.execute(sa.update(table).where(rows).values(found))
    connection.execute(sa.text(_AS_ASKED))


_AS_ASKED: Final = """
UPDATE hearing SET (respond_precision, respond_words) = (
    SELECT a.due_precision, a.due_words FROM action a
    WHERE a.dossier = hearing.dossier AND a.municipality = hearing.municipality
    AND a.kind = 'horen' AND a.due_on = hearing.respond_by ORDER BY a.id LIMIT 1
) WHERE EXISTS (
    SELECT 1 FROM action a
    WHERE a.dossier = hearing.dossier AND a.municipality = hearing.municipality
    AND a.kind = 'horen' AND a.due_on = hearing.respond_by
)
"""


def _first(begins: str) -> tuple[str, str]:
    bare = begins.removesuffix(_ROUGHLY)
    if bare != begins or _is_rough(bare):
        return _APPROXIMATE, bare
    return (_WINDOW if _is_month_or_year(begins) else _DAY), begins


def _last(precision: str, ends: str) -> tuple[str, str]:
    if precision == _UNDATED:
        return _RELATIVE, ""
    if _is_month_or_year(ends) and precision in (_WINDOW, _APPROXIMATE):
        return _WINDOW, ends
    if precision == _APPROXIMATE:
        return _APPROXIMATE, ends if _is_rough(ends) else ""
    return (_DAY if precision == _WINDOW else precision), ends


def _is_rough(words: str) -> bool:
    bare = _BEFORE.sub("", _LIMIT.sub("", words.lower(), count=1), count=1)
    return bool(_ROUGH.fullmatch(bare))


def _is_month_or_year(words: str) -> bool:
    return bool(_MONTH_OR_YEAR.fullmatch(_LIMIT.sub("", words.lower(), count=1)))


def _ends(words: str) -> tuple[str, str]:
    """Return the first and the last part of a stretch; what is none has only a last part."""
    bare = " ".join(words.split())
    is_stretch = _RANGE.fullmatch(bare)
    is_yearly = bare.lower().startswith("jaarlijks")
    if is_yearly or is_stretch is None or _MONTH_OR_YEAR.fullmatch(bare.lower()):
        return "", bare
    if _LIMIT.match(bare.lower()):
        return "", bare
    return is_stretch["first"], is_stretch["last"]


def _in_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
