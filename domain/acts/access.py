# SPDX-License-Identifier: EUPL-1.2
"""Somebody gets a link to his own page, another one, or none any more: what a person decides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from gehoord.calendar.dutch import by_letters, day_in_words
from gehoord.domain.dossier.access import OVERVIEW, Access
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER, BURGEMEESTERS, SAFETY_OFFICIALS, recipient_of
from gehoord.domain.eenheid.lidwoord import in_sentence, known_lidwoord
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.nearby import meant, unknown


@dataclass(frozen=True, slots=True)
class GivenLink:
    """The token of a page, where that stands, and in Dutch whose it is and until when."""

    token: str = field(repr=False)
    path: str = field(repr=False)
    said: str


def withdrawal(accesses: list[Access], who: str, on: date) -> Changes:
    """Return the changes by which no link of a party opens anything any more.

    Args:
        accesses: every one that it had.
        who: the party, as a sentence names it.
        on: today.

    Raises:
        RefusedError: it has no valid link.
    """
    valid = [access for access in accesses if access.is_valid(on)]
    if not valid:
        raise RefusedError(f"Er is geen geldige link van {who}. Er is niets veranderd.")
    return Changes.replacing([(access, access.withdrawn(on)) for access in valid])


def renewal(accesses: list[Access], new: Access, on: date) -> Changes:
    """Return the changes by which one new link takes the place of these that a party has."""
    valid = [access for access in accesses if access.is_valid(on)]
    old = Changes.replacing([(access, access.withdrawn(on)) for access in valid])
    return old + Changes.adding(new)


def given_link(access: Access, token: str, who: str) -> GivenLink:
    """Return a link as a person is given it."""
    return GivenLink(token, access.path(token), made_in_words(access, who))


def withdrawn_in_words(recipient: str, who: str) -> str:
    """Return in Dutch what becomes of who had a link that was withdrawn."""
    if recipient == OVERVIEW:
        return "Het overzicht opent niet meer, tot u weer een link geeft."
    return f"Mails aan {who} noemen geen pagina meer, tot u weer een link geeft."


def made_in_words(new: Access, who: str) -> str:
    """Return in Dutch that a link was made."""
    return f"Link voor {who}, geldig tot en met {day_in_words(new.expires_on)}."


def party_named(state: State, name: str) -> str:
    """Return the key of a party with a page of its own, which a person names.

    A municipality alone is its griffie; "overzicht" is the page of who may read all of a dossier.
    The key itself names it too.

    Raises:
        GehoordError: nobody by that name owes anything in this dossier.
    """
    keys = _keys(state)
    plain = " ".join(name.split())
    if found := meant(plain, keys):
        return keys[found]
    if state.municipalities.where(code=plain) or plain in _beside(m.code for m in state.living):
        return plain
    raise GehoordError(unknown(f"'{name}' heeft geen eigen pagina in dit dossier", name, keys))


def office_of(state: State, recipient: str) -> str:
    """Return a party as a report names who made it: "griffie van Haarlem", "regioburgemeester"."""
    name = names(state).get(recipient, recipient)
    return f"griffie van {name}" if state.municipalities.where(code=recipient) else name


def in_words(state: State, recipient: str) -> str:
    """Return a party as a sentence names it: "de griffie van Haarlem", "de regioburgemeester"."""
    if recipient == OVERVIEW:
        return "het overzicht"
    name = names(state).get(recipient, recipient)
    if state.eenheid.party(recipient):
        lidwoord = known_lidwoord(name)
        return in_sentence(name, lidwoord) if lidwoord else name
    return f"de {office_of(state, recipient)}"


def parties(state: State) -> list[str]:
    """Return the names of the parties themselves: the griffies by their municipality first."""
    known, keys = names(state), dict.fromkeys(_keys(state).values())
    return [known[key] for key in keys if key != OVERVIEW]


def parties_with_page(state: State) -> list[str]:
    """Return the keys of who has a page of its own in any case: the adviser first, then councils.

    Burgemeesters and officials beside them have one from the first mail that names it.
    """
    councils = sorted(state.living, key=lambda m: by_letters(m.name))
    return [*dict.fromkeys((ADVISER, OVERVIEW, *_owing(state))), *(m.code for m in councils)]


def _owing(state: State) -> list[str]:
    """Return the key of each office and body that owes or owed something."""
    owing = {action.owner for action in state.actions if action.municipality is None}
    return [who for who in names(state) if who in owing]


def _keys(state: State) -> dict[str, str]:
    """Return the key of each party by everything that it may be called, the plainest first."""
    known, of_councils = names(state), {m.name: m.code for m in state.living}
    others = _owing(state)
    return {
        **of_councils,
        **dict.fromkeys(("overzicht", "coördinatoren"), OVERVIEW),
        **{who: who for who in others},
        **{known[who]: who for who in (*others, *_beside(of_councils.values()))},
        **{f"griffie van {name}": code for name, code in of_councils.items()},
    }


def _beside(codes: Iterable[str]) -> Iterator[str]:
    """Yield the keys of those who are reached apart from the griffie in these municipalities."""
    for code in codes:
        for party in (BURGEMEESTERS, SAFETY_OFFICIALS):
            yield recipient_of(party, code)
