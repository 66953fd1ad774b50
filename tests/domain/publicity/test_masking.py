# SPDX-License-Identifier: EUPL-1.2
"""Personal data in free words: what a program can know is hidden, and ordinary words stay."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.dossier.state import State
from gehoord.domain.publicity.masking import HIDDEN, Masking, masking_of
from gehoord.domain.publicity.ordinary_words import BEGINS_NAME, ORDINARY
from tests.domain.acts.story_in_memory import At


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Mail p.jansen@gemeente.example.", f"Mail {HIDDEN}."),
        ("Bel 06-12345678 of 023 511 51 15.", f"Bel {HIDDEN} of {HIDDEN}."),
        ("Bel +31 (0)6 1234 5678.", f"Bel {HIDDEN}."),
        ("Nummer 123456782.", f"Nummer {HIDDEN}."),
        ("Rekening NL91 ABNA 0417 1643 00.", f"Rekening {HIDDEN}."),
        ("De heer De Vries vroeg dit.", f"De heer {HIDDEN} vroeg dit."),
        ("Volgens mevrouw Van der Berg-Smit kan het.", f"Volgens mevrouw {HIDDEN} kan het."),
        ("Raadslid Jansen was tegen.", f"Raadslid {HIDDEN} was tegen."),
        ("Getekend, J.P. de Vries, griffier", f"Getekend, {HIDDEN}, griffier"),
        ("drs. A. Bakker", f"drs. {HIDDEN}"),
        ("Bel 06.12.34.56.78 of 020/5551234.", f"Bel {HIDDEN} of {HIDDEN}."),
        ("Bel 06\u00a012\u00a034\u00a056\u00a078.", f"Bel {HIDDEN}."),
        ("BSN 1234.56.782 en 123 456 782", f"BSN {HIDDEN} en {HIDDEN}"),
        ("Mail p.jansen [at] gemeente.example", f"Mail {HIDDEN}"),
        (
            "Rekening nl91abna0417164300, DE89 3704 0044 0532 0130 00",
            f"Rekening {HIDDEN}, {HIDDEN}",
        ),
        ("mevrouw Özdemir en Ö. Y\u0131lmaz", f"mevrouw {HIDDEN} en {HIDDEN}"),
        ("de heer d\u2019Hondt belde", f"de heer {HIDDEN} belde"),
        ("de heren Jansen en De Vries", f"de heren {HIDDEN}"),
        ("DE HEER JANSEN", f"DE HEER {HIDDEN}"),
        ("de\u00a0heer\nJansen", f"de\u00a0heer\n{HIDDEN}"),
        ("wethouder De Boer zei", f"wethouder {HIDDEN} zei"),
        ("burgemeester Marianne Smit", f"burgemeester {HIDDEN}"),
        ("griffier: Jan Jansen", f"griffier: {HIDDEN}"),
        ("raadsleden Jansen en Pietersen", f"raadsleden {HIDDEN}"),
        ("Van den Berg, A.J.M.", HIDDEN),
        ("Kerkstraat 12a, 1234 AB Texel", f"{HIDDEN} Texel"),
        ("Postbus 511, 2003 PB Haarlem", f"Postbus 511, {HIDDEN} Haarlem"),
        ("geboren op 12 maart 1970", f"geboren op {HIDDEN}"),
        (f"Zie https://balie.example/p/{'aB3_' * 10}xyz.", f"Zie {HIDDEN}"),
        ("Hoogachtend,\nJan Jansen", f"Hoogachtend,\n{HIDDEN}"),
        (
            "korpschef Jansen en gemeentesecretaris Smit",
            f"korpschef {HIDDEN} en gemeentesecretaris {HIDDEN}",
        ),
        ("A. Jansen vroeg dit; B. Smit niet.", f"{HIDDEN} vroeg dit; {HIDDEN} niet."),
        ("A. De Vries vroeg dit. B. Meer agenten.", f"{HIDDEN} vroeg dit. B. Meer agenten."),
        ("Mevrouw A. Meer en de heer B. Vaak.", f"Mevrouw {HIDDEN} en de heer {HIDDEN}."),
        ("A. Meer kwam langs.", f"{HIDDEN} kwam langs."),
        ("C:\\Users\\jjansen\\x.docx of /home/jjansen/x", f"{HIDDEN} of {HIDDEN}"),
    ],
)
def test_what_looks_personal_is_hidden_and_told(words: str, left: str) -> None:
    masked = Masking()
    assert masked(words, "een tekst") == left
    assert masked.hidden
    assert all(where == "een tekst" and hidden in words for where, hidden in masked.hidden)


@pytest.mark.parametrize(
    "words",
    [
        "De raad vraagt om 12 wijkagenten in 2027 en 298,00 fte in 2028-2031.",
        "De burgemeester van Haarlem en de hoofdofficier van justitie.",
        "Op 16 september 2027 om 20.00 uur, art. 39 lid 1 Politiewet 2012.",
        "Het IMV, de VS en het MJB; zie hoofdstuk 3. Aanpak in de wijk.",
        "De griffier en het raadslid waren erbij. Mevrouw de voorzitter ook.",
        "Bestuurlijk Overleg Politie (RBOP), 61,3 fte, 3.494,60 fte.",
        "De inwoners van Haarlem en de burgemeester en wethouders van Hoorn.",
        "De griffier van Hoorn, de wijkagent in Texel en de familie vragen dit.",
        "Op 03-12-2027 10.30 uur en op 03.12.2027 10.00 uur in de raadzaal.",
        "Overweg 20 agenten meer aan de snelweg; zie https://www.example.nl/beleid/plan-2028.",
        "A. Meer agenten; B. Geen bezuiniging; C. De aanpak van drugs.",
        "Wij vragen:\nA. Het OM erbij te halen\nB. In de wijk te blijven.\nC. Ook 's nachts.",
        "Hoogachtend, De raad van Haarlem",
        "De burgemeester, OM en politie; fractievoorzitter VVD; raadsleden CDA.",
    ],
)
def test_ordinary_words_stay(words: str) -> None:
    masked = Masking()
    assert masked(words, "een tekst") == words
    assert masked.hidden == []


@pytest.mark.parametrize("sign", ["a", "a.", "1-", "+", "A. ", "w.g. "])
def test_a_text_of_one_sign_is_read_in_no_time(sign: str) -> None:
    """Patterns that try every sign anew as the beginning of an address take half a minute."""
    began = process_time()
    text = sign * (20_000 // len(sign))
    assert Masking()(text, "een tekst") == text
    assert process_time() - began < 2


def test_what_was_erased_is_no_riddle_to_a_resident_and_a_municipality_is_no_person(
    at: At,
) -> None:
    letterhead = '{"lines": {"signatory": "[gewist]", "function": "Mr. [gewist]"}}'
    dossier = at("opened").dossier.model_copy(update={"letterhead": letterhead})
    masked = masking_of(State(dossier, municipalities=at("opened").municipalities), ["Anne Zand"])
    assert masked("[gewist] belde burgemeester Haarlem.", "x") == (
        f"{HIDDEN} belde burgemeester Haarlem."
    )
    assert masked.hidden == []
    assert masked("Wie eerder tekende: Anne  Zand; Anne Zandvoort.", "x") == (
        f"Wie eerder tekende: {HIDDEN}; Anne Zandvoort."
    )


def test_what_the_register_knows_of_persons_is_hidden_in_any_case(at: At) -> None:
    given = '{"lines": {"signatory": "Anne Zand", "handled_by": "adviseur politie"}}'
    masked = masking_of(State(at("opened").dossier.model_copy(update={"letterhead": given})))
    assert masked("Vraag het ANNE ZAND of de adviseur politie.", "x") == (
        f"Vraag het {HIDDEN} of de adviseur politie."
    )


@pytest.fixture
def signed(at: At) -> Masking:
    """Of a dossier that Zande signs, and of which Jansen is reached by mail."""
    given = '{"lines": {"signatory": "mr. A.B. van der Zande", "mail": "p.jansen@x.example"}}'
    opened = at("opened")
    state = State(
        opened.dossier.model_copy(update={"letterhead": given}),
        municipalities=opened.municipalities,
    )
    return masking_of(
        state,
        ["Secretariaat RBOP", "Anne Haarlem", "Jan Meer", "Stadhuis Zaandam", "A. Verstraaten"],
    )


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Zande vroeg dit aan JANSEN.", f"{HIDDEN} vroeg dit aan {HIDDEN}."),
        ("Volgens Van der Zande kan het.", f"Volgens {HIDDEN} kan het."),
        ("Dat zei Jansen\u2019s collega.", f"Dat zei {HIDDEN}\u2019s collega."),
        (
            "Meer zand in Zandeweg, Zaandam en Haarlem.",
            "Meer zand in Zandeweg, Zaandam en Haarlem.",
        ),
        ("Verstraaten stuurde het.", f"{HIDDEN} stuurde het."),
        ("Het Secretariaat RBOP vraagt dit.", f"Het {HIDDEN} vraagt dit."),
    ],
)
def test_the_surname_of_who_signs_or_is_reached_is_hidden_without_its_first_name_too(
    signed: Masking, words: str, left: str
) -> None:
    assert signed(words, "x") == left


def test_a_municipality_keeps_its_name_when_somebody_is_called_alike() -> None:
    masked = Masking(("J. van Dijk", "P. van Bergen"), frozenset({"Dijk en Waard", "Bergen"}))
    words = "De raad van Dijk en Waard en die van Bergen vragen dit."
    assert masked(words, "x") == words
    assert masked.hidden == []
    assert masked("Van Dijk en van Dijk zeiden het.", "x") == f"{HIDDEN} en {HIDDEN} zeiden het."
    assert masked("Zo schreef Van Bergen.", "x") == f"Zo schreef {HIDDEN}."


def test_a_name_that_is_part_of_that_of_a_municipality_is_doubtful_by_itself() -> None:
    masked = Masking(spared=frozenset({"Dijk en Waard"}))
    masked("De raad van Dijk en Waard vindt, volgens Van Dijk, dat het kan.", "x")
    assert masked.doubtful == [("x", "Van Dijk")]


@pytest.mark.parametrize(
    ("signs", "words"),
    [
        ("mw. A. Jansen-de Vries", "Jansen-de Vries"),
        ("mr. J.C. d'Hondt - van der Meer", "d'Hondt - van der Meer"),
        ("Fatima El Amrani", "Amrani"),
        ("drs. P. Van den Berg", "Van den Berg"),
    ],
)
def test_a_surname_of_two_or_with_capitals_is_hidden_where_a_sentence_begins_with_it(
    signs: str, words: str
) -> None:
    assert Masking((signs,))(f"{words} schreef dit.", "x") == f"{HIDDEN} schreef dit."


@settings(max_examples=30)
@given(
    items=st.lists(st.sampled_from(sorted(ORDINARY - BEGINS_NAME)), min_size=2, max_size=6),
    between=st.sampled_from([" ", "; ", "\n", ". "]),
)
def test_a_list_of_demands_by_letter_stays_whole(items: list[str], between: str) -> None:
    letters = "ABCDEF"
    words = between.join(f"{letters[n]}. {word.capitalize()} iets" for n, word in enumerate(items))
    masked = Masking()
    assert masked(words, "x") == words
    assert masked.hidden == []


def test_what_may_be_a_name_is_told_and_stays(at: At) -> None:
    masked = masking_of(at("opened"))
    words = "Volgens Pietersen wil Haarlem het beleidsplan met het Rijk en de BOA's. Jeugd, jeugd."
    assert masked(words, "een tekst") == words
    assert masked.hidden == []
    assert masked.doubtful == [("een tekst", "Pietersen")]


def test_a_municipality_with_its_province_behind_it_is_known_without_it_too(at: At) -> None:
    state = at("opened")
    [first, *others] = state.municipalities
    named = [first.model_copy(update={"name": "Bergen (NH)"}), *others]
    masked = masking_of(State(state.dossier, municipalities=named), ["P. van Bergen"])
    assert masked("Dat vraagt de raad van Bergen.", "x") == "Dat vraagt de raad van Bergen."
    assert (masked.hidden, masked.doubtful) == ([], [])
