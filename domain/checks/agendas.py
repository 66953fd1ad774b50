# SPDX-License-Identifier: EUPL-1.2
"""Were the calendars that griffies gave read whole?"""

from collections.abc import Iterator

from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.finding import Severity

CHECKS = Checks()


@CHECKS.add(
    "agenda-onvolledig",
    Severity.WARN,
    mistake=10,
    practice="de vergaderagenda (.ics) van de griffie",
    remedy="Vraag de griffie om een nieuwe export (.ics), of geef de vergaderdagen zelf op.",
    in_dossier="Vraag de griffie welke vergaderdagen ontbreken, en weeg die mee voordat u vastlegt "
    "dat een raad niet antwoordde.",
)
def agenda_not_whole(case: Case) -> Iterator[Observation]:
    """A calendar file holds something that could not be read, and was left out."""
    owners = [(m.name, m.schedule) for m in case.eenheid.municipalities]
    owners += [(party.name, party.schedule) for party in case.eenheid.parties]
    for name, schedule in owners:
        if schedule and schedule.remarks:
            yield (), f"In de vergaderagenda van {name}: {'; '.join(schedule.remarks)}."
