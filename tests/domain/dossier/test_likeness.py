# SPDX-License-Identifier: EUPL-1.2
"""What looks alike is suggested with the reason, and what does not is left alone."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.dossier.likeness import Suggestion, alike, suggestions


def cluster(name: str, *members: str) -> Cluster:
    return Cluster(id="x/cluster/1", dossier="x", number=1, name=name, members=members)


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        ("Aanpak ondermijning", "Ondermijnende criminaliteit", "deelt 'ondermijning'"),
        ("Drugs", "Drugshandel in het buitengebied", "deelt 'drugs'"),
        ("Jeugdoverlast", "Overlast van jeugd", "deelt 'jeugd', 'overlast'"),
        ("Woninginbraken", "Woninginbraak", "is bijna zo geschreven"),
        ("Polarisatie", "Polarisátie en radicalisering", "deelt 'polarisatie'"),
        ("Zorg en veiligheid", "Veiligheid en zorg", "deelt 'veiligheid', 'zorg'"),
    ],
)
def test_what_comes_to_the_same_in_other_words_is_seen(one: str, other: str, because: str) -> None:
    assert alike(one, other)[1] == because


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aanpak van drugs", "Aanpak van fraude"),
        ("Jeugdoverlast", "Verkeersveiligheid"),
        ("Cybercrime", "Wonen"),
        ("van de", "voor het"),
    ],
)
def test_what_does_not_is_left_alone(one: str, other: str) -> None:
    assert alike(one, other) == (0.0, "")


def test_a_cluster_goes_before_another_wording_that_is_as_like() -> None:
    loose = ["Ondermijnende criminaliteit", "Ondermijning in de haven", "Verkeer"]
    found = suggestions(loose, [cluster("Ondermijning", "Aanpak ondermijning")])
    assert [(s.wording, s.like, s.is_cluster) for s in found] == [
        (loose[0], "Ondermijning", True),
        (loose[1], "Ondermijning", True),
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_part_of_the_whole_and_mutual(one: str, other: str) -> None:
    likeness, because = alike(one, other)
    assert 0 <= likeness <= 1
    assert bool(because) is bool(likeness)
    assert bool(alike(other, one)[1]) is bool(because)


WORDS = st.sampled_from(
    ["drugs", "drugshandel", "jeugd", "jeugdoverlast", "overlast", "aanpak van", "é", "is", "wonen"]
)
WORDINGS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=4).map(" ".join),
    st.text("abcdeé -'", max_size=12),
    st.sampled_from(["woninginbraak", "woninginbraken", "Woning-inbraken", "woninginbrakem"]),
)


@given(
    st.lists(WORDINGS, max_size=8, unique=True),
    st.lists(st.lists(WORDINGS, min_size=1, max_size=3), max_size=3),
)
def test_nothing_is_missed_of_what_comparing_each_with_each_finds(
    loose: list[str], held: list[list[str]]
) -> None:
    clusters = [cluster(name, *members) for name, *members in held]
    found = [each_with_each(one, loose, clusters) for one in loose]
    assert suggestions(loose, clusters) == [best for best in found if best]


def each_with_each(one: str, loose: list[str], clusters: list[Cluster]) -> Suggestion | None:
    """The plain way: whatever is most like it, of all that there is; of equals the first."""
    all_of_them = [
        Suggestion(one, c.name, True, because, likeness)
        for c in clusters
        for likeness, because in (alike(one, text) for text in (c.name, *c.members))
    ]
    for first, second in combinations(loose, 2):
        if one in (first, second):
            other = second if one == first else first
            likeness, because = alike(first, second)
            all_of_them.append(Suggestion(one, other, False, because, likeness))
    return max((s for s in all_of_them if s.because), key=lambda s: s.likeness, default=None)
