"""The appeal against an adoption by the regioburgemeester: by when, and by when it is decided."""

from collections.abc import Callable
from datetime import date

from gehoord.calendar.derivation import Link
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.holidays import HolidaysUnknownError
from gehoord.calendar.term import TermEnd, appeal_clock
from gehoord.domain.dossier.besluit import Besluit
from gehoord.law.awb import NO_SUSPENSION
from gehoord.law.politiewet import APPEAL


def appeal_links(adoption: Besluit | None) -> tuple[Link, ...]:
    """Return the last days of the appeal, each with its reasons; nothing when none is open.

    Only an adoption on the ground of art. 39 lid 2 can be appealed. The clock runs from the day
    after the announcement; the day of the besluit stands for it.

    Law: Politiewet 2012, art. 39 lid 5; Awb, art. 6:7, 6:8, 6:9, 6:16 and 7:24.
    """
    if adoption is None or adoption.basis != "39-2":
        return ()
    announced_on = adoption.taken_on
    clock = appeal_clock(announced_on)
    return (
        Link(
            announced_on,
            "vastgesteld door de regioburgemeester: een burgemeester van de eenheid kan in beroep "
            "bij de minister. Gerekend is met bekendmaking op deze dag; was die later, dan schuift "
            "alles mee",
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
