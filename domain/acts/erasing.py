# SPDX-License-Identifier: EUPL-1.2
"""Which words may be erased from a dossier: names of people, and nothing that is a fact."""

from collections.abc import Iterable
from typing import Final

from gehoord.domain.dossier.added_steps import read_steps
from gehoord.domain.dossier.erasing import Eraser
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import OFFICES, PER_MUNICIPALITY
from gehoord.domain.errors import GehoordError

SHORTEST: Final = 3
"""Signs of a word to erase: a shorter one is a part of too much else."""


def eraser_of(state: State, words: Iterable[str]) -> Eraser:
    """Return what takes these words out of the texts of a dossier.

    Raises:
        GehoordError: one of them is too short, or is a fact of the procedure.
    """
    named = [word.strip() for word in words]
    for word in named:
        if sum(sign.isalnum() for sign in word) < SHORTEST:
            raise GehoordError(
                f"'{word}' is te kort om te wissen: noem ten minste {SHORTEST} letters of cijfers, "
                "zoals de hele naam."
            )
        if fact := fact_with(state, word):
            raise GehoordError(
                f"'{word}' wordt niet gewist: het hoort bij '{fact}', en dat is een feit van de "
                "procedure. Noem de hele naam of het hele adres."
            )
    return Eraser(named)


def fact_with(state: State, word: str) -> str:
    """Return a fact of the procedure in which a word stands; nothing when it is in none."""
    alone = Eraser([word])
    return next((each for each in _facts(state) if alone.finds(each)), "")


def _facts(state: State) -> Iterable[str]:
    """Yield how the parties, places and steps of the procedure are called.

    What a step is called that came after the proposal may be what somebody wrote: a condition.
    """
    yield from (state.id, state.dossier.eenheid_name)
    yield from OFFICES.values()
    yield from PER_MUNICIPALITY.values()
    for municipality in state.municipalities:
        yield from (municipality.name, municipality.code)
    for party in state.eenheid.parties:
        yield from (party.id, party.name)
    came = {step.id for step in read_steps(state.dossier.added)}
    for line in state.lines:
        yield line.step
        if line.step not in came:
            yield line.title
