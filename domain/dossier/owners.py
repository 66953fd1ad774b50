# SPDX-License-Identifier: EUPL-1.2
"""Who owes something in a dossier, or has a council in it, by the name that people give it."""

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.errors import GehoordError
from gehoord.domain.nearby import meant, unknown


def owner_named(name: str, actions: Kept[Action], municipalities: Kept[FrozenMunicipality]) -> str:
    """Return the key of an owner: of an office or body its id, of a municipality its code.

    Raises:
        GehoordError: nobody by that name owes anything.
    """
    if municipalities.where(code=name) or actions.where(owner=name):
        return name
    if found := municipalities.where(name=name):
        return found[0].code
    if owing := actions.where(owner_name=name):  # as a card calls him
        return owing[0].owner
    others = {a.owner: a.owner_name for a in actions if a.municipality is None}
    keys = _keys(others, municipalities)
    if known := meant(name, keys):
        return keys[known]
    names = [*others, *(m.name for m in municipalities)]
    raise GehoordError(unknown(f"'{name}' is geen actiehouder in dit dossier", name, names))


def _keys(others: dict[str, str], municipalities: Kept[FrozenMunicipality]) -> dict[str, str]:
    """Return the key of each owner by everything that he may be called."""
    keys = {called: owner for owner, called in others.items()} | {owner: owner for owner in others}
    keys |= {m.name: m.code for m in municipalities}
    return keys | {m.code: m.code for m in municipalities}


def municipality_named(name: str, municipalities: Kept[FrozenMunicipality]) -> FrozenMunicipality:
    """Return a municipality by its name or CBS code.

    Raises:
        GehoordError: it is not in the frozen set of this dossier.
    """
    for field in ("name", "code"):
        if found := municipalities.where(**{field: name}):
            return found[0]
    known = {m.name: m for m in municipalities} | {m.code: m for m in municipalities}
    if other := meant(name, known):
        return known[other]
    names = alphabetical(m.name for m in municipalities if m.until is None)
    raise GehoordError(unknown(f"'{name}' is geen gemeente van dit dossier", name, names))


def hearing_with(identifier: str, hearings: Kept[Hearing]) -> Hearing:
    """Return the hearing of one council, by its key.

    Raises:
        GehoordError: it has none: in some procedures no council is heard.
    """
    if found := hearings.one(identifier):
        return found
    raise GehoordError("In dit dossier worden geen raden gehoord.")
