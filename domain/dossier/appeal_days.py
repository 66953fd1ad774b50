# SPDX-License-Identifier: EUPL-1.2
"""The appeal against an adoption by the regioburgemeester: by when, and by when it is decided."""

from collections.abc import Callable
from datetime import date

from gehoord.calendar.derivation import Link
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.holidays import HolidaysUnknownError
from gehoord.calendar.term import TermEnd, appeal_clock
from gehoord.domain.dossier.besluit import Besluit
from gehoord.law.awb import ANNOUNCE, NO_SUSPENSION
from gehoord.law.politiewet import APPEAL


def appeal_links(adoption: Besluit | None) -> tuple[Link, ...]:
    """Return the last days of the appeal, each with its reasons; nothing when none is open.

    Only an adoption on the ground of art. 39 lid 2 can be appealed. The clock runs from the day
    after the announcement; before that nothing runs.

    Law: Politiewet 2012, art. 39 lid 5; Awb, art. 3:41, 6:7, 6:8, 6:9, 6:16 and 7:24.
    """
    if adoption is None or adoption.basis != "39-2":
        return ()
    announced_on = adoption.announced_on
    if announced_on is None:
        return (
            Link(
                adoption.taken_on,
                "vastgesteld door de regioburgemeester: een burgemeester van de eenheid kan in "
                "beroep bij de minister. De termijn loopt nog niet: de dag van bekendmaking aan de "
                "burgemeesters is niet vastgelegd",
                ANNOUNCE,
            ),
        )
    clock = appeal_clock(announced_on)
    return (
        Link(
            announced_on,
            "bekendgemaakt aan de burgemeesters: een burgemeester van de eenheid kan in beroep bij "
            "de minister",
            APPEAL,
        ),
        *_last("beroep instellen", announced_on, lambda: clock.lodge),
        *_last(
            "ontvangst van een beroep dat op tijd is gepost", announced_on, lambda: clock.receive
        ),
        *_last("beslissing op het beroep", announced_on, lambda: clock.decide),
        *_last("beslissing na verdaging", announced_on, lambda: clock.postpone),
        Link(announced_on, "het beroep schorst de vaststelling niet", NO_SUSPENSION),
    )


def decision_links(adoption: Besluit | None, *, is_postponed: bool) -> tuple[Link, ...]:
    """Return why the minister decides on an appeal by that day; nothing when it is not known.

    Law: Awb, art. 7:24 lid 1 and 4.
    """
    if adoption is None or adoption.announced_on is None:
        return ()
    clock = appeal_clock(adoption.announced_on)
    decided = _last("beslissing op het beroep", adoption.announced_on, lambda: clock.decide)
    if not is_postponed:
        return decided
    return (
        *decided,
        *_last("beslissing na verdaging", adoption.announced_on, lambda: clock.postpone),
    )


def _last(what: str, on: date, term: Callable[[], TermEnd]) -> tuple[Link, ...]:
    """Say of the first link, which carries the article, what its last day is for.

    A term that ends in a year of which the holidays are not known yet has no last day.
    """
    try:
        found = term()
    except HolidaysUnknownError as error:
        return (Link(on, f"{what}: de laatste dag is nog niet bekend. {error}".rstrip(".")),)
    first, *rest = found.links
    rule = f"{what} uiterlijk {day_in_words(found.last_day)}: {first.rule}"
    return (Link(found.last_day, rule, first.article), *rest)
