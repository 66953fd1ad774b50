# SPDX-License-Identifier: EUPL-1.2
"""The days in a letter or mail: what happened, and what is still planned."""

from collections.abc import Iterator
from typing import Final

from gehoord.templates.known import Correspondence, Unset
from gehoord.templates.when import When

_NOT_KNOWN: Final = "nog niet bekend"


def planning(c: Correspondence) -> tuple[tuple[str, str], ...]:
    """Return what happened and what is planned when, in order; the rest is left out."""
    choosing, telling, sending, treatment, respond_by, adoption = planned_days(c)
    is_loose = respond_by is not None and respond_by.is_loose
    answer = "Antwoord van de raden" if is_loose else "Laatste dag om te antwoorden"
    rows: tuple[tuple[Unset, str, str], ...] = (
        ("verzending", "Ontwerp naar de raden", _words(sending)),
        ("behandeling", "Behandeling in de raden", _words(treatment)),
        ("antwoord", answer, respond_by.last if respond_by else ""),
        ("vaststelling", "Vaststelling (gepland)", _words(adoption)),
    )
    known = ((name, _NOT_KNOWN if what in c.unset else when) for what, name, when in rows)
    themes = (("Thema's kiezen", _words(choosing)), ("Brief over de thema's", _words(telling)))
    return (*_happened(c), *((name, when) for name, when in (*themes, *known) if when))


def _happened(c: Correspondence) -> Iterator[tuple[str, str]]:
    """Yield what of a planning has happened, with its real day; a change is told in its note."""
    happened = {"Ontwerp naar de raden gestuurd": c.sent_on, "Vastgesteld": c.adopted_on}
    for what, when in happened.items():
        if when and not c.is_change:
            yield what, when.words


def _words(when: When | None) -> str:
    return when.words if when else ""


def planned_days(c: Correspondence) -> tuple[When | None, ...]:
    """Return the days that are still planned, in order; once adopted nothing is."""
    if c.adopted_on:
        return (None,) * 6
    sending = None if c.sent_on else c.sending
    return c.choosing, c.telling, sending, c.treatment, c.respond_by, c.adoption
