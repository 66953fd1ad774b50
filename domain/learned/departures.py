# SPDX-License-Identifier: EUPL-1.2
"""Where a plan departs from every earlier procedure: in a sentence, with number and sources."""

from collections.abc import Iterator, Mapping
from datetime import date

from gehoord.calendar.due import Due
from gehoord.calendar.dutch import enumeration
from gehoord.domain.learned.leg import Moment, lengths
from gehoord.domain.learned.practice import ENOUGH, Practice


def departures(days: Mapping[Moment, date], practice: Practice) -> Iterator[str]:
    """Yield in Dutch each leg that is shorter or longer than in every earlier procedure.

    Args:
        days: when the plan comes to each moment.
        practice: of the earlier procedures; of a single one nothing is said.
    """
    for leg, length in lengths({moment: Due.on(day) for moment, day in days.items()}):
        known = practice.instances(leg)
        if len(known) < ENOUGH:
            continue
        shorter = length.days < min(each.length.least for each in known)
        longer = length.days > max(each.length.most for each in known)
        if shorter or longer:
            how = "korter" if shorter else "langer"
            told = enumeration([each.in_words for each in known])
            yield (
                f"{leg.in_words}: hier {length.in_words}, {how} dan in elke eerdere procedure "
                f"({len(known)} zaken): {told}."
            )
