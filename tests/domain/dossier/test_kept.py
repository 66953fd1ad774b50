# SPDX-License-Identifier: EUPL-1.2
"""Objects as a dossier keeps them: whoever asks gets what a plain list would give."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.kept import Kept
from gehoord.domain.frozen import Frozen


class Thing(Frozen):
    id: str
    colour: str
    size: int | None = None


IDS = [f"klein/{number}" for number in range(8)]
FIELDS = ("id", "colour")
colours = st.sampled_from(["rood", "wit", "blauw"])
sizes = st.none() | st.integers(0, 3)
questions = st.fixed_dictionaries({}, optional={"colour": colours, "size": sizes})


def things(ids: list[str]) -> st.SearchStrategy[list[Thing]]:
    """Draw things, each with a key of its own, in any order."""
    thing = st.builds(Thing, id=st.sampled_from(ids), colour=colours, size=sizes)
    return st.lists(thing, unique_by=lambda thing: thing.id)


def answers(items: list[Thing], question: dict[str, Any]) -> list[Thing]:
    """Answer a question by walking over a plain list."""
    return [i for i in items if all(getattr(i, name) == v for name, v in question.items())]


def values_of(items: list[Thing]) -> list[tuple[str, str]]:
    return [(item.id, item.colour) for item in items]


@given(things(IDS), st.lists(questions))
def test_what_is_kept_answers_as_a_plain_list_in_its_order(
    items: list[Thing], asked: list[dict[str, Any]]
) -> None:
    kept = Kept(items)
    for question in asked:
        found = answers(items, question)
        assert kept.where(**question) == found
        assert [tuple(v) for v in kept.values(FIELDS, **question)] == values_of(found)
        assert kept.greatest("size", **question) == max(
            (thing.size for thing in found if thing.size is not None), default=None
        )
    for key in IDS:
        assert kept.one(key) == next((thing for thing in items if thing.id == key), None)
    assert (list(kept), len(kept), kept == items) == (items, len(items), True)


@given(st.data())
def test_what_has_changed_answers_as_a_plain_list_that_was_changed(data: st.DataObject) -> None:
    items = data.draw(things(IDS[:5]))
    kept: Kept[Thing] = Kept(items)
    for _ in range(data.draw(st.integers(1, 3))):
        kept.where(**data.draw(questions))  # an index of what was before must not be believed
        known = [thing.id for thing in items]
        replaced = data.draw(things(known)) if known else []
        fresh = [key for key in IDS if key not in known]
        added = data.draw(things(fresh)) if fresh else []
        kept = kept.with_changes(replaced, added)
        newer = {thing.id: thing for thing in replaced}
        items = [newer.get(thing.id, thing) for thing in items] + added
    for question in data.draw(st.lists(questions, min_size=1)):
        found = answers(items, question)
        assert kept.where(**question) == found
        assert [tuple(v) for v in kept.values(FIELDS, **question)] == values_of(found)
        assert kept.greatest("size", **question) == max(
            (thing.size for thing in found if thing.size is not None), default=None
        )
    for key in IDS:
        assert kept.one(key) == next((thing for thing in items if thing.id == key), None)
    assert (list(kept), len(kept), kept == items) == (items, len(items), True)


@given(things(IDS), st.integers(-8, 7), st.slices(8))
def test_what_is_kept_is_a_sequence(items: list[Thing], place: int, stretch: slice) -> None:
    kept = Kept(items)
    assert kept[stretch] == items[stretch]
    if -len(items) <= place < len(items):
        assert kept[place] == items[place]


def test_a_long_row_of_changes_answers_as_a_plain_list() -> None:
    items = [Thing(id=key, colour="rood") for key in IDS]
    kept: Kept[Thing] = Kept(items)
    for number in range(1200):
        new = Thing(id=f"klein/nieuw/{number}", colour="wit")
        place = number % len(IDS)
        items[place] = items[place].model_copy(update={"size": number})
        items.append(new)
        kept = kept.with_changes([items[place]], [new])
    assert kept.where(colour="rood") == items[: len(IDS)]
    assert list(kept) == items
