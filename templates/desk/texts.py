# SPDX-License-Identifier: EUPL-1.2
"""Texts for a griffie to take over: an answer without a zienswijze, and a model raadsvoorstel.

They say nothing that did not happen: what only the griffie knows stands between square brackets.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gehoord.calendar.ical.text import one_line
from gehoord.domain.eenheid.lidwoord import in_sentence
from gehoord.law.politiewet import HEAR_COUNCILS
from gehoord.templates.known import Correspondence
from gehoord.templates.wording import cited, listed


@dataclass(frozen=True, slots=True)
class ReadyTexts:
    """Two texts in paragraphs.

    Attributes:
        no_zienswijze: the answer of a council that was heard and gives no zienswijze.
        proposal: a model raadsvoorstel.
    """

    no_zienswijze: str
    proposal: str


def ready_texts(c: Correspondence) -> ReadyTexts:
    """Return the texts for one council.

    Args:
        c: what may be said to it; ``recipient`` is the name of its municipality.

    Law: Politiewet 2012, art. 38b lid 2.
    """
    return ReadyTexts(_no_zienswijze(c), "\n\n".join(_proposal(c)))


def _plan(c: Correspondence) -> str:
    return one_line(in_sentence(c.title, c.lidwoord))


def _no_zienswijze(c: Correspondence) -> str:
    return (
        f"De gemeenteraad van {one_line(c.recipient)} heeft in zijn vergadering van [dag] "
        f"gesproken over {c.version} van {_plan(c)}. De burgemeester heeft de raad daarover "
        f"gehoord ({cited(HEAR_COUNCILS)}). De raad geeft geen zienswijze."
    )


def _proposal(c: Correspondence) -> Iterator[str]:
    name, plan = one_line(c.recipient), _plan(c)
    yield f"Raadsvoorstel van de gemeente {name}: {c.version} van {plan}"
    yield (
        "Voorgesteld besluit\n"
        f"1. Kennis te nemen van {c.version} van {plan}, het beleidsplan voor de politie in de "
        f"eenheid {one_line(c.eenheid)} voor de periode {c.period}.\n"
        "2. Aan de burgemeester mee te geven: [geen zienswijze] of [de zienswijze in de bijlage]."
    )
    yield f"Waarom dit in de raad komt\n{_why(c)}"
    if c.themes:
        yield f"Waar het plan over gaat\nDe thema's zijn: {one_line(listed(c.themes))}."
    yield "Wat dit voor onze gemeente betekent\n[eigen doelen, en wat opvalt in het ontwerp]"
    if planning := list(_planning(c)):
        yield "Planning\n" + "\n".join(planning)
    yield "Bijlage\nHet ontwerp van het beleidsplan."


def _why(c: Correspondence) -> str:
    return (
        "Elke burgemeester hoort de gemeenteraad van de eigen gemeente over het ontwerp, voordat "
        f"het beleidsplan wordt vastgesteld ({cited(HEAR_COUNCILS)}). Dat kan alleen in de raad "
        "zelf: een bespreking in alleen een commissie telt niet als horen. De wet schrijft geen "
        "vorm voor. De raad stelt het plan niet vast; dat doen alle burgemeesters van de eenheid "
        "en de hoofdofficier van justitie samen."
    )


def _planning(c: Correspondence) -> Iterator[str]:
    if c.respond_by:
        yield f"Antwoord van de raad: {one_line(c.respond_by.deadline)}."
    if c.adoption:
        yield f"Vaststelling van het plan (gepland): {one_line(c.adoption.words)}."
