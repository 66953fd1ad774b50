# SPDX-License-Identifier: EUPL-1.2
"""Changes of a dossier: taken together they come to the same as one after the other."""

from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.frozen import Frozen


class Thing(Frozen):
    id: str
    size: int = 0


class Round(Thing):
    """One kind."""


class Square(Thing):
    """Another kind, with the same keys."""


Key = tuple[type[Thing], str]
Items = dict[Key, Thing]
KINDS: tuple[type[Thing], ...] = (Round, Square)
KEYS: list[Key] = [(kind, f"klein/{number}") for kind in KINDS for number in range(4)]
Shelves = dict[type[Thing], Kept[Thing]]
keys = st.lists(st.sampled_from(KEYS), unique=True)
documents = st.lists(st.builds(Document, name=st.just("stuk.pdf"), content=st.binary(max_size=2)))


@st.composite
def stories(draw: st.DrawFn, length: int) -> tuple[Items, list[Changes]]:
    """Draw what there is, and so many changes of it, each of what the one before left."""
    first: Items = {(kind, key): kind(id=key) for kind, key in draw(keys)}
    there, told = dict(first), list[Changes]()
    for _ in range(length):
        touched = draw(keys)
        after: Items = {k: k[0](id=k[1], size=draw(st.integers(0, 3))) for k in touched}
        told.append(
            Changes.adding(*(item for key, item in after.items() if key not in there))
            + Changes.replacing((there[key], item) for key, item in after.items() if key in there)
            + Changes(documents=tuple(draw(documents)))
        )
        there |= after
    return first, told


def applied(kept: Shelves, changes: Changes) -> Shelves:
    return {kind: items.with_changes(*changes.of(kind)) for kind, items in kept.items()}


@given(stories(3))
def test_it_does_not_matter_which_changes_are_taken_together_first(
    story: tuple[Items, list[Changes]],
) -> None:
    _, (one, two, three) = story
    assert (one + two) + three == one + (two + three)


@given(stories(1))
def test_nothing_added_to_changes_leaves_them_as_they_are(
    story: tuple[Items, list[Changes]],
) -> None:
    _, [changes] = story
    assert changes + Changes() == changes == Changes() + changes
    assert bool(changes) == (changes != Changes())


@given(stories(3))
def test_changes_in_turn_leave_what_their_sum_leaves(story: tuple[Items, list[Changes]]) -> None:
    first, told = story
    kept = {kind: Kept(item for (k, _), item in first.items() if k is kind) for kind in KINDS}
    in_turn = kept
    for changes in told:
        in_turn = applied(in_turn, changes)
    at_once = applied(kept, sum(told, Changes()))
    assert in_turn == at_once


@given(stories(3))
def test_what_is_replaced_twice_goes_from_its_first_form_to_its_last(
    story: tuple[Items, list[Changes]],
) -> None:
    first, told = story
    whole = sum(told, Changes())
    replaced = [(type(after), after.id) for after in whole.of(Thing)[0]]
    assert len(replaced) == len(set(replaced))
    assert [before for before, _ in whole.replaced] == [first[key] for key in replaced]
    assert [d for changes in told for d in changes.documents] == list(whole.documents)


def test_what_stays_as_it_is_is_no_change() -> None:
    thing = Round(id="klein/1")
    assert not Changes.replacing([(thing, thing)])
    there_and_back = Changes.replacing([(thing, Round(id="klein/1", size=1))]) + Changes.replacing(
        [(Round(id="klein/1", size=1), thing)]
    )
    assert there_and_back.replaced == ((thing, thing),)
    assert not there_and_back.without_the_same()
