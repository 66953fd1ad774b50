"""Do the four themes of S003 still rest on what people chose?"""

from gehoord.domain.dossier.poll_basis import bases_of
from gehoord.domain.dossier.theme import Theme
from tests.domain.dossier.polled import FOUR, OPTIONS, poll


def test_the_four_priorities_of_s003_stand_after_the_final_count() -> None:
    bases = bases_of(FOUR, poll())
    assert [basis.stands for basis in bases] == [True, True, True, True]
    assert [len(basis.options) for basis in bases] == [4, 3, 1, 2]
    assert bases[3].in_words == (
        f"{FOUR[3].name}: blijft staan. Rust op thema Fraude (plaats 3, 77 stemmen) en "
        "hefboom Cybercrime (plaats 7, 51 stemmen)."
    )


def test_a_theme_is_overtaken_by_what_no_theme_has() -> None:
    told = OPTIONS[8]
    more = tuple(line.replace("12; 44", "12; 62") if line == told else line for line in OPTIONS)
    stands = [basis.stands for basis in bases_of(FOUR, poll(more))]
    assert stands == [True, True, False, True]
    assert bases_of(FOUR, poll(more))[2].in_words == (
        f"{FOUR[2].name}: staat niet meer vast. Rust op thema Polarisatie (plaats 7, 61 stemmen); "
        "hefboom Informatie gestuurd werken (plaats 6, 62 stemmen) kreeg meer stemmen en staat in "
        "geen thema."
    )


def test_as_many_votes_overtake_nothing() -> None:
    told = OPTIONS[8]
    same = tuple(line.replace("12; 44", "12; 61") if line == told else line for line in OPTIONS)
    assert all(basis.stands for basis in bases_of(FOUR, poll(same)))


def test_a_theme_that_rests_on_other_things_says_so() -> None:
    [basis] = bases_of([Theme(name="Wonen", rests_on=("het veiligheidsbeeld",))], poll())
    assert (basis.stands, basis.in_words) == (
        True,
        "Wonen: rust niet op een optie van de peiling.",
    )
