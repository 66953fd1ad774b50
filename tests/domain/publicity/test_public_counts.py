# SPDX-License-Identifier: EUPL-1.2
"""What is told in numbers alone, and no number that tells of a few."""

import pytest

from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.poll import Poll, PollGroup, PollOption, PollStage
from gehoord.domain.dossier.state import State
from gehoord.domain.publicity.masking import Masking
from gehoord.domain.publicity.public_counts import public_poll, public_priorities
from tests.domain.acts.story_in_memory import At
from tests.story import COUNCILS, THEMES

CODES = dict(zip(COUNCILS, ("GM0392", "GM0405", "GM0448"), strict=True))


def poll(*groups: str, **changes: object) -> Poll:
    votes = tuple(range(40, 40 + 10 * len(groups), 10))
    said = Poll(
        id="klein/peiling/1",
        dossier="klein",
        number=1,
        stage=PollStage.FINAL,
        counted_on=THEMES,
        respondents=91,
        groups=tuple(PollGroup(name=name, size=None) for name in groups),
        options=(PollOption(kind="thema", name="Drugs", votes=votes),),
    )
    return said.model_copy(update=changes)


def with_poll(state: State, said: Poll) -> State:
    return state.after(Changes.adding(said))


def test_of_a_poll_the_count_of_everybody_is_told_and_of_no_group(at: At) -> None:
    found = public_poll(with_poll(at("themes"), poll("Officieren", "Overall")), Masking())
    assert found is not None
    assert [(each.name, each.votes) for each in found.ranking] == [("thema Drugs", 50)]


@pytest.mark.parametrize(
    "said",
    [
        poll("Burgemeesters", "Officieren"),
        poll("Overall", respondents=2),
        poll("Overall", stage=PollStage.INTERIM),
        poll("Overall").withdraw("vergissing", THEMES),
    ],
)
def test_a_poll_that_tells_of_a_group_of_few_or_of_too_soon_is_not_told(at: At, said: Poll) -> None:
    assert public_poll(with_poll(at("themes"), said), Masking()) is None


def test_before_the_themes_are_chosen_no_count_is_told(at: At) -> None:
    state = with_poll(at("opened"), poll("Overall")).after(Changes.adding(*named()))
    assert public_poll(state, Masking()) is None
    assert public_priorities(state, Masking()) is None


def named() -> list[LocalPriorities]:
    """All three name drugs, one of them a feast of its own."""
    return [
        LocalPriorities(
            id=f"klein/prioriteiten/{code}/1",
            dossier="klein",
            municipality=code,
            name=name,
            number=1,
            given_on=THEMES,
            priorities=("Drugs", *(("Kermis",) if name == "Texel" else ())),
        )
        for name, code in CODES.items()
    ]


def test_a_subject_is_told_when_three_municipalities_name_it(at: At) -> None:
    found = public_priorities(at("themes").after(Changes.adding(*named())), Masking())
    assert found is not None
    assert (found.answered, found.counted, found.others) == (3, (("Drugs", 3),), 1)
