# SPDX-License-Identifier: EUPL-1.2
"""Every check in one table: `python -m gehoord.domain.checks.checks_page > docs/checks.md`."""

import sys
from collections.abc import Iterator
from typing import Final

from gehoord.domain.checks import all_checks
from gehoord.domain.checks.offices import in_words
from gehoord.domain.checks.registry import Check

MISTAKES: Final = range(1, 33)
"""The numbers of what must be prevented."""

PREVENTED: Final = {
    2: "`Hearing.hear` refuses everything but a meeting of the council itself",
    14: "`calendar.written` reads 'voor 16 november' as up to and including the 15th",
    15: "`calendar.written` keeps the words, and every date shown says 'bij benadering'",
    16: "`calendar.term.last_day` extends no agreed term and no term in years",
    17: "`calendar.offset` counts back on the plain calendar and rolls no day",
    18: "`calendar.holidays` has one list: 5 May every year, and the days of the decrees",
    19: "`calendar.written` refuses a day without a year",
    22: "`refuse_unless_adopted_by_right` asks for the hoofdofficier and every burgemeester",
    27: "a recorded change makes a new version, and tells the councils and the korpschef",
    29: "the key of a message is its id, so that the same one cannot be queued twice",
    30: "`calendar.ical.feed` writes exclusive ends, Europe/Amsterdam, lasting UIDs and CANCELLED",
}
"""What cannot go wrong by construction, and why; a test proves each."""

_HEAD: Final = """# The checks

What `gehoord check` and a dossier are judged by. Made from the code with
`python -m gehoord.domain.checks.checks_page > docs/checks.md`; a test keeps it current.
The number is that of the mistake that must be prevented. Gehoord supports a jurist and does not
replace one.

| code | number | severity | reason of | ground | seen | what | remedy |
|---|---|---|---|---|---|---|---|
"""

_BY_CONSTRUCTION: Final = """
## What cannot go wrong by construction

| number | kan niet: |
|---|---|
"""


def listing() -> str:
    """Return the table of all checks, and that of what needs none, in Markdown."""
    rows = "".join(f"{row}\n" for row in _rows())
    prevented = "".join(f"| {number} | {why} |\n" for number, why in PREVENTED.items())
    return _HEAD + rows + _BY_CONSTRUCTION + prevented


def _rows() -> Iterator[str]:
    for check in sorted(all_checks, key=lambda c: (c.mistakes or (len(MISTAKES) + 1,), c.code)):
        numbers = ", ".join(str(number) for number in check.mistakes) or "-"
        reason_of = in_words(check.offices) if check.offices else "-"
        weight = [f"`{check.code}`", numbers, check.severity.value, reason_of]
        cells = [*weight, _ground(check), check.ground.practice or "-"]
        yield f"| {' | '.join([*cells, check.what, _remedies(check)])} |"


def _remedies(check: Check) -> str:
    return f"{check.remedy} In een dossier: {check.in_dossier}".removesuffix(" In een dossier: ")


def _ground(check: Check) -> str:
    """Return the kind of the ground, and the article with how it is read."""
    kind, article = check.ground.kind.value, check.ground.article
    read = f" ({check.ground.reading})" * bool(check.ground.reading)
    return f"{kind}: {article}{read}" if article else kind


if __name__ == "__main__":
    sys.stdout.write(listing())
