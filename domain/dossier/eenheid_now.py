# SPDX-License-Identifier: EUPL-1.2
"""The unit of a dossier as it is known now, for the procedure that comes after it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid, Municipality
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import check

_TOLD_SINCE: Final = ("griffie_address", "burgemeester_address", "safety_address", "goals_set_on")
"""What people tell of a municipality of a dossier that is open."""


def eenheid_now(state: State) -> Eenheid:
    """Return the unit with what was told since the dossier was opened.

    These are the addresses and goals of its municipalities, and which of them merged.

    Raises:
        ProposalError: what was told makes no unit, as where two municipalities have one name.
    """
    told = {m.code: m for m in state.municipalities if not m.never_was}
    known = state.eenheid.municipalities
    kept = [m.model_copy(update=_told_of(told.get(m.code))) for m in known]
    new = _come_since(told, {m.code for m in known})
    now = state.eenheid.model_copy(update={"municipalities": (*kept, *new)})
    return now if now == state.eenheid else _checked(now)


def _checked(eenheid: Eenheid) -> Eenheid:
    """Return a unit that can be read again once it is kept: a copy is not judged by itself."""
    try:
        return check(Eenheid, eenheid.model_dump(by_alias=True), "De eenheid van nu")
    except ProposalError as error:
        raise ProposalError(
            f"{error} Neem de herindeling die dit meldde terug (herstel), en meld haar opnieuw."
        ) from None


def _told_of(municipality: FrozenMunicipality | None) -> dict[str, Any]:
    if municipality is None:
        return {}
    told = municipality.model_dump(include=set(_TOLD_SINCE))
    return told | ({"until": municipality.until} if municipality.until else {})


def _come_since(told: dict[str, FrozenMunicipality], known: set[str]) -> Iterator[Municipality]:
    """Yield the municipalities that came of a merger which was recorded."""
    for code, municipality in told.items():
        if code not in known:
            yield Municipality(
                code=code,
                name=municipality.name,
                district=municipality.district,
                holiday_region=municipality.holiday_region,
                since=_first_day(code, told),
                **_told_of(municipality),
            )


def _first_day(code: str, told: dict[str, FrozenMunicipality]) -> date | None:
    """Return the day after the last one of those that first went into it; more may have later."""
    ended = [m.until for m in told.values() if m.until and code in m.successors]
    return min(ended) + timedelta(days=1) if ended else None
