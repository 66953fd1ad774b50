# SPDX-License-Identifier: EUPL-1.2
"""Who a draft can be sent to: those who were named for it, and whom the unit knows itself."""

from collections.abc import Iterable, Iterator, Sequence

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.dossier.addressees import Recipient, addressee_of, recipients
from gehoord.domain.dossier.circulation import SentTo
from gehoord.domain.dossier.guests import party_keys
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES, PER_MUNICIPALITY
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, unknown


def reviewers(state: State) -> list[Reviewer]:
    """Return who was named to read along, by name."""
    there = {each.name: each for each in standing(state.reviewers)}
    return [there[name] for name in alphabetical(there)]


def meant_reviewer(state: State, name: str) -> Reviewer | None:
    """Return who was named to read along by a name, if somebody was."""
    return next((r for r in reviewers(state) if folded(r.name) == folded(name)), None)


def reader_names(state: State) -> list[str]:
    """Return by which names somebody can be sent a draft: readers, groups, offices and bodies."""
    offices = [name for office, name in OFFICES.items() if office != ADVISER]
    bodies = [party.name for party in state.eenheid.parties]
    return [*(each.name for each in reviewers(state)), *PER_MUNICIPALITY, *bodies, *offices]


def all_readers(state: State) -> list[SentTo]:
    """Return everybody who was named to read along."""
    return [SentTo(recipient=r.key, name=r.name, address=r.address) for r in reviewers(state)]


def readers_named(state: State, said: Iterable[str]) -> list[SentTo]:
    """Return who is meant by these names, each once; a group stands for all who are in it.

    Raises:
        RefusedError: a name is of nobody in this dossier; it says which.
    """
    known = _keys(state)
    found: dict[str, SentTo] = {}
    for name in said:
        key = known.get(folded(name))
        if key is None:
            what = f"'{name[:60]}' is geen meelezer van dit dossier"
            raise RefusedError(unknown(what, name, reader_names(state)), field="wie")
        found |= {one.recipient: one for one in _behind(state, key)}
    return list(found.values())


def reader_called(state: State, name: str) -> SentTo | None:
    """Return the one reader, and no group, that goes by a name; nothing when nobody does."""
    key = _keys(state).get(folded(name))
    if key is None or key in PER_MUNICIPALITY:
        return None
    return next(_behind(state, key), None)


def keys_by_name(state: State, readers: Sequence[SentTo]) -> dict[str, str]:
    """Return the key of each of these readers, by every `bare_name` under which he may respond.

    It is his own name, or one that the unit has for him. A municipality alone is its only reader
    among them; of two of one municipality it is neither.
    """
    keys = {reader.recipient for reader in readers}
    known = {name: key for name, key in _keys(state).items() if key in keys}
    for municipality in state.living:
        of_it = [reader for reader in readers if reader.code == municipality.code]
        known |= _of_one_municipality(municipality.name, of_it)
    return known | {bare_name(reader.name): reader.recipient for reader in readers}


def _of_one_municipality(name: str, readers: Sequence[SentTo]) -> dict[str, str]:
    """Return the key of each by his office and municipality, and of an only one by that alone."""
    offices = {f"{one.name.partition(' van ')[0]} {name}": one.recipient for one in readers}
    alone = [one.recipient for one in readers if len(readers) == 1]
    known = offices | {called: key for key in alone for called in (name, f"gemeente {name}")}
    return {folded(called): key for called, key in known.items()}


def bare_name(said: str) -> str:
    """Return the name that is meant, `folded`, without the article before it.

    >>> bare_name("De burgemeester van Haarlem") == bare_name("burgemeester van Haarlem")
    True
    """
    first, _, rest = said.strip().partition(" ")
    return folded(rest if rest and first.casefold() in ("de", "het") else said)


def party_called(state: State, name: str) -> str | None:
    """Return the key of the party of the unit that goes by a name; nothing when none does.

    A municipality alone is its griffie.
    """
    alone = {folded(each): key for key, each in _single(state)}
    councils = {folded(municipality.name): municipality.code for municipality in state.living}
    return {**alone, **councils, **party_keys(state)}.get(folded(name))


def _keys(state: State) -> dict[str, str]:
    """Return the key of each by every name that people use; who was named for it goes first."""
    alone = {folded(name): key for key, name in _single(state)}
    of_readers = {folded(each.name): each.key for each in reviewers(state)}
    return {**alone, **party_keys(state), **of_readers}


def _single(state: State) -> Iterator[tuple[str, str]]:
    """Yield who is one of a group, by key and name: the burgemeester of a municipality."""
    living = {municipality.code for municipality in state.living}
    for key, name in names(state).items():
        if key.rpartition(" ")[2] in living:
            yield key, f"griffie van {name}" if key in living else name


def _behind(state: State, key: str) -> Iterator[SentTo]:
    if key in PER_MUNICIPALITY or state.eenheid.party(key) or key in OFFICES:
        found: Iterable[Recipient] = recipients(state, [key])
    else:
        found = [addressee_of(state, key)]
    single = dict(_single(state))
    for one in found:
        name = single.get(one.id, one.name)
        yield SentTo(recipient=one.id, name=name, address=one.address)
