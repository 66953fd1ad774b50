"""The adoption of the beleidsplan: by when, by whom, and what must have happened before."""

from collections.abc import Iterable, Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.deed import Adopted
from gehoord.domain.dossier import FrozenMunicipality
from gehoord.domain.eenheid import Eenheid
from gehoord.domain.errors import RefusedError
from gehoord.domain.hearing import Hearing
from gehoord.domain.step import Part
from gehoord.domain.version import DraftVersion
from gehoord.law.article import Article
from gehoord.law.politiewet import (
    ADOPT,
    ADOPT_BY_MINISTER,
    ADOPT_BY_REGIOBURGEMEESTER,
    HEAR_COUNCILS,
    OBJECTIVES_OF_MINISTER,
    YEARS_BETWEEN_ADOPTIONS,
)

BASES = {"39-1": ADOPT, "39-2": ADOPT_BY_REGIOBURGEMEESTER, "39-3": ADOPT_BY_MINISTER}


def last_lawful_day(previous: date) -> date:
    """Return the last day on which the next plan can be adopted; that day counts.

    A term in years is never extended (Algemene termijnenwet, art. 4).

    Law: Politiewet 2012, art. 39 lid 1.

    >>> last_lawful_day(date(2023, 11, 9))
    datetime.date(2027, 11, 9)
    """
    return previous + relativedelta(years=YEARS_BETWEEN_ADOPTIONS)


def refuse_unless_ready(
    on: date, hearings: Iterable[Hearing], ontwerp: DraftVersion | None, final: DraftVersion | None
) -> None:
    """Refuse when the plan may not be put up for adoption on ``on``.

    Raises:
        RefusedError: with every obstacle in one text, and the article of the first.
    """
    obstacles = list(_obstacles(on, list(hearings), ontwerp, final))
    if obstacles:
        raise RefusedError(" ".join(text for text, _ in obstacles), obstacles[0][1])


def _obstacles(
    on: date, hearings: list[Hearing], ontwerp: DraftVersion | None, final: DraftVersion | None
) -> Iterator[tuple[str, Article]]:
    if ontwerp is None:
        yield "Er is geen ontwerp waarover de raden zijn gehoord.", HEAR_COUNCILS
    unheard = [h.name for h in hearings if not h.is_settled]
    if unheard or not hearings:
        names = enumeration(unheard[:5] + ([f"nog {len(unheard) - 5}"] if len(unheard) > 5 else []))
        yield f"Nog niet gehoord: {names or 'alle raden'}.", HEAR_COUNCILS
    late = [h for h in hearings if h.heard_on and h.heard_on > on]
    if late:
        yield (
            f"De raad van {late[0].name} is pas gehoord op {day_in_words(late[0].heard_on or on)}, "
            f"na {day_in_words(on)}.",
            HEAR_COUNCILS,
        )
    stale = [h.name for h in hearings if h.is_settled and ontwerp and h.version != ontwerp.id]
    if stale:
        yield f"Gehoord over een oudere versie: {enumeration(stale[:5])}.", HEAR_COUNCILS
    for part in Part:
        if final is None or part not in final.contains:
            article = OBJECTIVES_OF_MINISTER if part is Part.OBJECTIVES else ADOPT
            yield f"In de versie die wordt vastgesteld ontbreekt: {part}.", article


def refuse_unless_adopted_by_right(
    deed: Adopted, eenheid: Eenheid, municipalities: Iterable[FrozenMunicipality]
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
    if deed.basis != "39-3" and not deed.hoofdofficier:
        raise RefusedError("Zonder de hoofdofficier van justitie is er geen vaststelling.", article)
    if deed.basis == "39-1" and deed.burgemeesters != "alle":
        present = set(deed.burgemeesters)
        missing = [m.name for m in municipalities if not {m.code, m.name} & present]
        if missing:
            raise RefusedError(
                f"Op grond van lid 1 stellen alle burgemeesters vast; er ontbreken er "
                f"{len(missing)}: {enumeration(missing[:5])}. Gebruik anders grondslag 39-2.",
                article,
            )
