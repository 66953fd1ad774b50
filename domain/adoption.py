"""The adoption of the beleidsplan: by when, by whom, and what must have happened before."""

from collections.abc import Iterator, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.deed import Adopted
from gehoord.domain.dossier import FrozenMunicipality
from gehoord.domain.eenheid import HOOFDOFFICIER, MINISTER, REGIOBURGEMEESTER, Eenheid
from gehoord.domain.errors import RefusedError
from gehoord.domain.facts import Facts
from gehoord.domain.part import are_missing
from gehoord.domain.reason import EXTENSION
from gehoord.domain.step import Part
from gehoord.law.article import Article
from gehoord.law.politiewet import (
    ADOPT,
    ADOPT_BY_MINISTER,
    ADOPT_BY_REGIOBURGEMEESTER,
    APPEAL,
    HEAR_COUNCILS,
    INSTRUCTION,
    OBJECTIVES_OF_MINISTER,
    YEARS_BETWEEN_ADOPTIONS,
)

Obstacle = tuple[str, Article]
"""What stands in the way of the adoption, and where the law says so."""

BASES = {"39-1": ADOPT, "39-2": ADOPT_BY_REGIOBURGEMEESTER, "39-3": ADOPT_BY_MINISTER}


def article_of_change(basis: str) -> Article:
    """Return the article by which an adopted plan may change without new consent."""
    return {"beroep": APPEAL, "aanwijzing": INSTRUCTION}[basis]


def adopted_by(deed: Adopted) -> str:
    """Return in one word who adopted: the body, or whom the law names."""
    return {
        "39-1": deed.body or "burgemeesters en hoofdofficier",
        "39-2": REGIOBURGEMEESTER,
        "39-3": MINISTER,
    }[deed.basis]


def adopters(deed: Adopted, municipalities: Sequence[FrozenMunicipality]) -> tuple[str, ...]:
    """Return those who adopted, each by name: the code of a municipality for its burgemeester."""
    if deed.basis == "39-3":
        return (MINISTER,)
    named = {m.code for m in municipalities if m.until is None}
    if deed.burgemeesters != "alle":
        given = {name.casefold() for name in deed.burgemeesters}
        named = {m.code for m in municipalities if {m.code.casefold(), m.name.casefold()} & given}
    if deed.basis == "39-2":
        named.add(REGIOBURGEMEESTER)
    return (*sorted(named), *([HOOFDOFFICIER] if deed.hoofdofficier else []))


def last_lawful_day(previous: date) -> date:
    """Return the last day on which the next plan can be adopted; that day counts.

    A term in years is never extended (Algemene termijnenwet, art. 4).

    Law: Politiewet 2012, art. 39 lid 1.

    >>> last_lawful_day(date(2023, 11, 9))
    datetime.date(2027, 11, 9)
    """
    return previous + relativedelta(years=YEARS_BETWEEN_ADOPTIONS)


def refuse_unless_ready(facts: Facts, on: date) -> None:
    """Refuse when the plan may not be put up for adoption on ``on``.

    Raises:
        RefusedError: with every obstacle in one text, and the article of the first.
    """
    hearing = _unextended(facts) if _is_extension(facts) else _unheard(facts, on)
    obstacles = [*hearing, *_missing_parts(facts), *_of_later_days(facts, on)]
    if obstacles:
        raise RefusedError(" ".join(text for text, _ in obstacles), obstacles[0][1])


def _unheard(facts: Facts, on: date) -> Iterator[Obstacle]:
    """Yield why the councils do not count as heard on the ontwerp (art. 38b lid 2)."""
    ontwerp, hearings = facts.ontwerp, facts.hearings
    if ontwerp is None:
        yield "Er is geen ontwerp waarover de raden zijn gehoord.", HEAR_COUNCILS
    unheard = [h.name for h in hearings if h.is_owed and not h.is_settled]
    if unheard or not hearings:
        yield f"Nog niet gehoord: {_names(unheard) or 'alle raden'}.", HEAR_COUNCILS
    for late in [h for h in hearings if h.heard_on and h.heard_on > on][:1]:
        heard_on = day_in_words(late.heard_on or on)
        yield f"{late.name} is pas gehoord op {heard_on}, na {day_in_words(on)}.", HEAR_COUNCILS
    stale = [h.name for h in hearings if h.is_settled and ontwerp and h.version != ontwerp.id]
    if stale:
        yield f"Gehoord over een oudere versie: {_names(stale)}.", HEAR_COUNCILS


def _names(names: list[str]) -> str:
    more = [f"nog {len(names) - 5}"] if len(names) > 5 else []
    return enumeration(names[:5] + more)


def _of_later_days(facts: Facts, on: date) -> Iterator[Obstacle]:
    """Yield what did not exist yet on the day of adoption."""
    for version in (facts.ontwerp, facts.final):
        if version and version.made_on > on:
            made_on = day_in_words(version.made_on)
            yield f"'{version.title}' is pas van {made_on}, na {day_in_words(on)}.", ADOPT


def _is_extension(facts: Facts) -> bool:
    """Whether the plan extends another and goes without its own hearing.

    Once there is an ontwerp, or a council was asked, the councils are heard on it like any other.
    """
    asked = any(h.invited_on for h in facts.hearings)
    return bool(facts.proposal.beleidsplan.extension) and facts.ontwerp is None and not asked


def _unextended(facts: Facts) -> Iterator[Obstacle]:
    """Yield why this plan does not count as an extension that needs no new hearing.

    The law does not name an extension: councils are heard on every ontwerp. Practice extends a
    plan whose councils were heard and whose content stays the same, on a ground that is recorded.
    """
    extension = facts.proposal.beleidsplan.extension
    if extension is None or not extension.same_content:
        yield "De inhoud verschilt van het vorige plan, dus elke raad wordt gehoord.", HEAR_COUNCILS
    if not facts.has_reason(EXTENSION):
        yield (
            "Leg eerst vast waarom dit plan zonder nieuw horen wordt verlengd: als 'reden', bij "
            f"bevinding '{EXTENSION}'.",
            HEAR_COUNCILS,
        )


def _missing_parts(facts: Facts) -> Iterator[Obstacle]:
    """Yield which parts the newest version lacks, under the article of the first (art. 39, 20)."""
    final = facts.final
    missing = [part for part in Part if final is None or part not in final.contains]
    if missing:
        article = OBJECTIVES_OF_MINISTER if missing[0] is Part.OBJECTIVES else ADOPT
        yield f"In de versie die wordt vastgesteld {are_missing(missing)}.", article


def refuse_unless_adopted_by_right(
    deed: Adopted, eenheid: Eenheid, municipalities: Sequence[FrozenMunicipality]
) -> None:
    """Refuse an adoption by people who cannot adopt on the ground they name.

    Law: Politiewet 2012, art. 39 lid 1 (all burgemeesters and the hoofdofficier), lid 2 (the
    regioburgemeester in agreement with the hoofdofficier), lid 3 (the minister).
    """
    article = BASES[deed.basis]
    party = eenheid.party(deed.body) if deed.body else None
    if deed.body and party is None:
        raise RefusedError(f"'{deed.body}' is geen overleg van {eenheid.name}.", article)
    if party and (party.is_delegation or not party.adopts):
        raise RefusedError(f"{party.name} kan het beleidsplan niet vaststellen.", article)
    if deed.basis == "39-3" and (deed.body or deed.hoofdofficier or deed.burgemeesters):
        raise RefusedError(
            "Op grond van lid 3 beslist de minister alleen; noem daar niemand anders bij.", article
        )
    known = {name.casefold() for m in municipalities for name in (m.code, m.name)}
    for name in () if deed.burgemeesters == "alle" else deed.burgemeesters:
        if name.casefold() not in known:
            raise RefusedError(f"'{name}' is geen gemeente van dit dossier.", article)
    if deed.basis != "39-3" and not deed.hoofdofficier:
        raise RefusedError("Zonder de hoofdofficier van justitie is er geen vaststelling.", article)
    if deed.basis == "39-2" and (deed.body or deed.burgemeesters):
        raise RefusedError(
            "Op grond van lid 2 stelt de regioburgemeester vast, in overeenstemming met de "
            "hoofdofficier; noem daar geen overleg of burgemeesters bij.",
            article,
        )
    if deed.basis == "39-1" and deed.burgemeesters != "alle":
        present = set(adopters(deed, municipalities))
        missing = [m.name for m in municipalities if m.until is None and m.code not in present]
        if missing:
            raise RefusedError(
                f"Op grond van lid 1 stellen alle burgemeesters vast; "
                f"{counted(len(missing), 'burgemeester ontbreekt', 'burgemeesters ontbreken')}: "
                f"{_names(missing)}. Gebruik anders grondslag 39-2.",
                article,
            )
