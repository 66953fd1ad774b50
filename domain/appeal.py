"""The appeal against an adoption by the regioburgemeester: by when, and by when it is decided."""

from gehoord.calendar.derivation import Link
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.term import appeal_clock
from gehoord.domain.besluit import Besluit
from gehoord.law.awb import NO_SUSPENSION
from gehoord.law.politiewet import APPEAL


def appeal_links(adoption: Besluit | None) -> tuple[Link, ...]:
    """Return the last days of the appeal, each with its reasons; nothing when none is open.

    Only an adoption on the ground of art. 39 lid 2 can be appealed. The clock runs from the day
    after the announcement; the day of the besluit stands for it.

    Law: Politiewet 2012, art. 39 lid 5; Awb, art. 6:7, 6:8, 6:16 and 7:24.
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
        *_last("beroep instellen", clock.lodge.links),
        *_last("beslissing op het beroep", clock.decide.links),
        *_last("beslissing na verdaging", clock.postpone.links),
        Link(announced_on, "het beroep schorst de vaststelling niet", NO_SUSPENSION),
    )


def _last(what: str, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Say of the first link, which carries the article, what its last day is for."""
    end = links[-1].day
    first, *rest = links
    return (Link(end, f"{what} uiterlijk {day_in_words(end)}: {first.rule}", first.article), *rest)
