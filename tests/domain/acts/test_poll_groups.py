# SPDX-License-Identifier: EUPL-1.2
"""A group of a few is told to be traceable to persons, and its column may be left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.acts.poll_groups import traceable, without
from gehoord.domain.acts.poll_lines import groups_in, options_in
from gehoord.domain.acts.report import Polled
from gehoord.domain.dossier.poll import FEWEST, PollGroup, PollStage
from gehoord.domain.errors import RefusedError
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import THEMES

GROUPS = ("OvJ (2)", "Burgemeesters (33)", "Overall")
OPTIONS = ("thema; Drugs; 2; 20; 81", "thema; Fraude; 1; 21; 77")


def counted(**more: object) -> Polled:
    given = {"on": THEMES, "stage": PollStage.FINAL, "options": OPTIONS, "groups": GROUPS}
    return Polled(**given | {"respondents": 91} | more)


def test_two_respondents_are_told_and_without_their_column_nothing_of_them_is_kept(at: At) -> None:
    story = StoryInMemory(at("opened"))
    told = "groep 'OvJ' heeft 2 respondenten; haar keuze is tot personen te herleiden"
    assert told in story.does(counted())
    story = StoryInMemory(at("opened"))
    assert "herleiden" not in story.does(counted(left_out=("ovj",)))
    [poll] = story.state.polls
    assert [group.name for group in poll.groups] == ["Burgemeesters", "Overall"]
    assert [option.votes for option in poll.options] == [(20, 81), (21, 77)]
    assert poll.respondents == 91


def test_who_is_left_over_from_the_total_is_traceable_as_well() -> None:
    groups = groups_in(("Burgemeesters (33)", "Overall"), 2)
    [said] = traceable(groups, 35)
    assert "2 respondenten, is uit het totaal te herleiden" in said
    assert not list(traceable(groups, 33 + FEWEST))
    assert not list(traceable(groups, 33)), "nobody is left over"


@pytest.mark.parametrize(
    ("left_out", "wrong"),
    [("Overall", "telt iedereen"), ("OvJ's", "Er is geen groep 'OvJ's'")],
)
def test_everybody_or_nobody_cannot_be_left_out(at: At, left_out: str, wrong: str) -> None:
    with pytest.raises(RefusedError, match=wrong) as refused:
        StoryInMemory(at("opened")).does(counted(left_out=(left_out,)))
    assert refused.value.field == "weglaten"


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), st.data())
def test_leaving_out_never_changes_what_stays(sizes: list[int], data: st.DataObject) -> None:
    parts = [PollGroup(name=f"g{place}", size=size) for place, size in enumerate(sizes)]
    groups = (*parts, PollGroup(name="Totaal"))
    options = options_in(["thema; Drugs; " + "; ".join(str(s) for s in (*sizes, sum(sizes)))])
    out = data.draw(st.sets(st.sampled_from([g.name for g in groups[:-1]])))
    [option], kept = without(sorted(out), options, groups)
    whole = dict(zip((g.name for g in groups), options[0].votes, strict=True))
    assert dict(zip((g.name for g in kept), option.votes, strict=True)) == {
        name: votes for name, votes in whole.items() if name not in out
    }
