"""What looks alike is suggested with the reason, and what does not is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.dossier.likeness import alike, suggestions


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
