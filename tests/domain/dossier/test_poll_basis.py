# SPDX-License-Identifier: EUPL-1.2
"""Do the four themes of S003 still rest on what people chose?"""

from gehoord.domain.dossier.poll_basis import bases_of, unclear_bases
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


def test_however_deels_is_written_the_theme_rests_on_that_option() -> None:
    for words in ("Deels thema Fraude", "DEELS: fraude", "deels  Thema fraude"):
        [basis] = bases_of([Theme(name="Geld", rests_on=(words,))], poll())
        assert [option.name for option in basis.options] == ["thema Fraude"]
        assert list(unclear_bases([Theme(name="Geld", rests_on=(words,))], poll())) == []


def test_what_reads_as_an_option_and_is_none_is_told_and_other_grounds_are_not() -> None:
    rests_on = ("thema Drgus", "Deels hefboom Wonen", "het veiligheidsbeeld", "Drugs")
    first, second = unclear_bases([Theme(name="Drugs", rests_on=rests_on)], poll())
    assert first == (
        "Let op: Drugs rust op 'thema Drgus', en dat is geen optie van de peiling; bedoelt u "
        "'thema Drugs'?"
    )
    assert "'Deels hefboom Wonen', en dat is geen optie" in second


def test_a_name_that_is_both_a_theme_and_a_lever_is_asked_about_and_not_guessed() -> None:
    both = poll(("thema; Cyber; 1; 2", "hefboom; Cyber; 2; 3"))
    theme = Theme(name="Cyber", rests_on=("Cyber",))
    assert bases_of([theme], both)[0].options == ()
    assert list(unclear_bases([theme], both)) == [
        "Let op: Cyber rust op 'Cyber', en dat kan 'thema Cyber' en 'hefboom Cyber' zijn. Noem de "
        "soort erbij."
    ]
    named = Theme(name="Cyber", rests_on=("hefboom cyber",))
    assert [o.name for o in bases_of([named], both)[0].options] == ["hefboom Cyber"]


def test_two_options_that_overtake_a_theme_stand_in_none() -> None:
    [basis] = bases_of(
        [Theme(name="Geweld", rests_on=("geweld",))], poll(OPTIONS[:2] + OPTIONS[-1:])
    )
    assert basis.in_words.endswith("kregen meer stemmen en staan in geen thema.")
