# SPDX-License-Identifier: EUPL-1.2
"""What was understood of a council's calendar, in rows and sentences: first what counts."""

from collections import Counter
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words, enumeration, full_day_in_words
from gehoord.domain.dossier.understood import Understood
from gehoord.templates.wording import capital

HEADINGS: Final = ("Dag", "Afspraak", "Telt mee")
MOST_ROWS: Final = 40
"""Rows of what does not count; of the rest it is told how many there are."""


def rows_of(found: Understood) -> list[tuple[str, str, str]]:
    """Return a row for each meeting that counts, and then for what does not, with why."""
    counts = [(full_day_in_words(m.day), m.title, "ja") for m in found.kept]
    rest = [
        (full_day_in_words(one.day) if one.day else "onbekend", one.title, f"nee: {one.why}")
        for one in found.left_out[:MOST_ROWS]
    ]
    return [*counts, *rest]


def sentences_of(found: Understood) -> list[str]:
    """Return what the rows do not show: how much more there is, and what was read otherwise."""
    said = [f"{capital(remark)}." for remark in found.remarks]
    if more := Counter(one.why for one in found.left_out[MOST_ROWS:]):
        why = [f"{number} keer: {reason}" for reason, number in more.most_common()]
        others = counted(more.total(), "afspraak telt", "afspraken tellen")
        said.append(f"Nog {others} niet mee ({enumeration(why)}).")
    if found.whole is None:
        said.append("Hieruit volgt niet welke vergaderingen er niet zijn: de agenda is niet heel.")
    else:
        first, last = day_in_words(found.whole.start), day_in_words(found.whole.end)
        said.append(f"De agenda zegt iets over {first} tot en met {last}; daarbuiten niets.")
    return said
