# SPDX-License-Identifier: EUPL-1.2
"""Letters about a besluit that was withdrawn since: what is sent now is about another one."""

from collections.abc import Iterable, Iterator

from gehoord.domain.acts.correction_of_adoption import notices_of_adoption
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.journal import JournalEntry, changes_of
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Letter, Step


def told_of_withdrawn(state: State, step: str, entries: Iterable[JournalEntry]) -> frozenset[str]:
    """Return what the journal first spoke of while a besluit stood that was withdrawn since, by id.

    The letters of the notice among it told of that besluit.

    Args:
        state: the dossier.
        step: the notice; one that tells of no besluit has none.
        entries: the journal, in order.
    """
    withdrawn = {b.id for b in _told_in(state, state.as_opened.step(step)) if not b.counts}
    known: set[str] = set()
    standing: set[str] = set()
    found: set[str] = set()
    for entry in entries if withdrawn else ():
        said = {identifier: what for (_, identifier), what in (changes_of(entry) or {}).items()}
        for besluit in withdrawn & set(said):
            (standing.discard if said[besluit].get("withdrawn_on") else standing.add)(besluit)
        if standing:
            found |= set(said) - known
        known |= set(said)
    return frozenset(found)


def _told_in(state: State, step: Step) -> Iterator[Besluit]:
    """Yield the besluiten of which a notice tells, those that were withdrawn too."""
    if step.letter is Letter.THEMES:
        yield from state.besluiten.where(kind=BesluitKind.THEMES)
    elif step.letter is Letter.JAARVERSLAG:
        yield from state.besluiten.where(kind=BesluitKind.JAARVERSLAG, year=step.year)
    elif step.id in notices_of_adoption(state):
        yield from state.besluiten.where(kind=BesluitKind.ADOPTION)
