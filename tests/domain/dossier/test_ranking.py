# SPDX-License-Identifier: EUPL-1.2
"""A tie is shown and never broken."""

from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.ranking import ranked, tied_at
from tests.domain.dossier.polled import poll

VOTES = st.lists(st.integers(0, 6), max_size=9)


@given(VOTES)
def test_a_rank_says_how_many_have_more_and_who_shares_it(numbers: list[int]) -> None:
    ranking = ranked((str(n), votes) for n, votes in enumerate(numbers))
    assert sorted(each.votes for each in ranking) == sorted(numbers)
    for each in ranking:
        assert each.rank == 1 + sum(votes > each.votes for votes in numbers)
        assert each.is_shared == (numbers.count(each.votes) > 1)
    assert [each.rank for each in ranking] == sorted(each.rank for each in ranking)


@given(VOTES, st.integers(0, 10))
def test_a_tie_at_the_cut_is_everybody_with_as_many_votes(numbers: list[int], places: int) -> None:
    ranking = ranked((str(n), votes) for n, votes in enumerate(numbers))
    tied = tied_at(ranking, places)
    inside, outside = ranking[:places], ranking[places:]
    assert bool(tied) == bool(inside and outside and inside[-1].votes == outside[0].votes)
    assert all(each in tied for each in ranking if tied and each.votes == tied[0].votes)


def test_the_ranking_of_s003_in_both_columns() -> None:
    overall = [(each.name, each.in_words) for each in poll().ranking()]
    assert overall[:4] == [
        ("hefboom Ondermijning", "1"),
        ("thema Drugs", "2"),
        ("thema Fraude", "3"),
        ("thema Uitbuiting", "4"),
    ]
    assert overall[-1] == ("thema Geweld", "11")
    burgemeesters = {each.name: each.in_words for each in poll().ranking(0)}
    assert burgemeesters["thema Uitbuiting"] == "gedeeld 4"
    assert burgemeesters["hefboom Zorg- en veiligheidsdomein"] == "gedeeld 4"
    assert burgemeesters["thema Polarisatie"] == "6"
