"""The adoption of the beleidsplan: by when, by whom, and what must have happened before."""

from collections.abc import Iterator, Sequence
from datetime import date

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.acts.report import Adopted
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.reason import EXTENSION
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import HOOFDOFFICIER, MINISTER, REGIOBURGEMEESTER, Eenheid
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.part import are_missing
from gehoord.domain.proposal.step import Part
from gehoord.law.article import Article
from gehoord.law.politiewet import (
    ADOPT,
    BASES,
    HEAR_COUNCILS,
    OBJECTIVES_OF_MINISTER,
)

Obstacle = tuple[str, Article]
"""What stands in the way of the adoption, and where the law says so."""


def adopted_by(report: Adopted) -> str:
    """Return in one word who adopted: the body, or whom the law names."""
    return {
        "39-1": report.body or "burgemeesters en hoofdofficier",
        "39-2": REGIOBURGEMEESTER,
        "39-3": MINISTER,
    }[report.basis]


def adopters(report: Adopted, municipalities: Sequence[FrozenMunicipality]) -> tuple[str, ...]:
    """Return those who adopted, each by name: the code of a municipality for its burgemeester."""
    if report.basis == "39-3":
        return (MINISTER,)
    named = {m.code for m in municipalities if m.until is None}
    if report.burgemeesters != "alle":
        given = {name.casefold() for name in report.burgemeesters}
        named = {m.code for m in municipalities if {m.code.casefold(), m.name.casefold()} & given}
    if report.basis == "39-2":
        named.add(REGIOBURGEMEESTER)
    return (*sorted(named), *([HOOFDOFFICIER] if report.hoofdofficier else []))


def refuse_unless_ready(state: State, on: date) -> None:
    """Refuse when the plan may not be put up for adoption on ``on``.

    Raises:
        RefusedError: with every obstacle in one text, and the article of the first.
    """
    hearing = _unextended(state) if _is_extension(state) else _unheard(state, on)
    obstacles = [*hearing, *_missing_parts(state), *_of_later_days(state, on)]
    if obstacles:
        raise RefusedError(" ".join(text for text, _ in obstacles), obstacles[0][1])


def _unheard(state: State, on: date) -> Iterator[Obstacle]:
    """Yield why the councils do not count as heard on the ontwerp (art. 38b lid 2)."""
    ontwerp, hearings = state.ontwerp, state.hearings
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


def _of_later_days(state: State, on: date) -> Iterator[Obstacle]:
    """Yield what did not exist yet on the day of adoption."""
    for version in (state.ontwerp, state.final):
        if version and version.made_on > on:
            made_on = day_in_words(version.made_on)
            yield f"'{version.title}' is pas van {made_on}, na {day_in_words(on)}.", ADOPT


def _is_extension(state: State) -> bool:
    """Whether the plan extends another and goes without its own hearing.

    Once there is an ontwerp, or a council was asked, the councils are heard on it like any other.
    """
    asked = any(h.invited_on for h in state.hearings)
    return bool(state.proposal.beleidsplan.extension) and state.ontwerp is None and not asked


def _unextended(state: State) -> Iterator[Obstacle]:
    """Yield why this plan does not count as an extension that needs no new hearing.

    The law does not name an extension: councils are heard on every ontwerp. Practice extends a
    plan whose councils were heard and whose content stays the same, on a ground that is recorded.
    """
    extension = state.proposal.beleidsplan.extension
    if extension is None or not extension.same_content:
        yield "De inhoud verschilt van het vorige plan, dus elke raad wordt gehoord.", HEAR_COUNCILS
    if not state.has_reason(EXTENSION):
        yield (
            "Leg eerst vast waarom dit plan zonder nieuw horen wordt verlengd: als 'reden', bij "
            f"bevinding '{EXTENSION}'.",
            HEAR_COUNCILS,
        )


def _missing_parts(state: State) -> Iterator[Obstacle]:
    """Yield which parts the newest version lacks, under the article of the first (art. 39, 20)."""
    final = state.final
    missing = [part for part in Part if final is None or part not in final.contains]
    if missing:
        article = OBJECTIVES_OF_MINISTER if missing[0] is Part.OBJECTIVES else ADOPT
        yield f"In de versie die wordt vastgesteld {are_missing(missing)}.", article


def refuse_unless_adopted_by_right(
    report: Adopted, eenheid: Eenheid, municipalities: Sequence[FrozenMunicipality]
) -> None:
    """Refuse an adoption by people who cannot adopt on the ground they name.

    Law: Politiewet 2012, art. 39 lid 1 (all burgemeesters and the hoofdofficier), lid 2 (the
    regioburgemeester in agreement with the hoofdofficier), lid 3 (the minister).
    """
    article = BASES[report.basis]
    party = eenheid.party(report.body) if report.body else None
    if report.body and party is None:
        raise RefusedError(f"'{report.body}' is geen overleg van {eenheid.name}.", article)
    if party and (party.is_delegation or not party.adopts):
        raise RefusedError(f"{party.name} kan het beleidsplan niet vaststellen.", article)
    if report.basis == "39-3" and (report.body or report.hoofdofficier or report.burgemeesters):
        raise RefusedError(
            "Op grond van lid 3 beslist de minister alleen; noem daar niemand anders bij.", article
        )
    known = {name.casefold() for m in municipalities for name in (m.code, m.name)}
    for name in () if report.burgemeesters == "alle" else report.burgemeesters:
        if name.casefold() not in known:
            raise RefusedError(f"'{name}' is geen gemeente van dit dossier.", article)
    if report.basis != "39-3" and not report.hoofdofficier:
        raise RefusedError("Zonder de hoofdofficier van justitie is er geen vaststelling.", article)
    if report.basis == "39-2" and (report.body or report.burgemeesters):
        raise RefusedError(
            "Op grond van lid 2 stelt de regioburgemeester vast, in overeenstemming met de "
            "hoofdofficier; noem daar geen overleg of burgemeesters bij.",
            article,
        )
    if report.basis == "39-1" and report.burgemeesters != "alle":
        present = set(adopters(report, municipalities))
        missing = [m.name for m in municipalities if m.until is None and m.code not in present]
        if missing:
            raise RefusedError(
                f"Op grond van lid 1 stellen alle burgemeesters vast; "
                f"{counted(len(missing), 'burgemeester ontbreekt', 'burgemeesters ontbreken')}: "
                f"{_names(missing)}. Gebruik anders grondslag 39-2.",
                article,
            )
