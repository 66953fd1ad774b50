# SPDX-License-Identifier: EUPL-1.2
"""Personal data in free words: what a program can know is hidden, and ordinary words stay."""

from time import process_time

import pytest

from gehoord.domain.dossier.state import State
from gehoord.domain.publicity.masking import HIDDEN, Masking, masking_of
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
        "De burgemeester, OM en politie; fractievoorzitter VVD; raadsleden CDA.",
    ],
)
def test_ordinary_words_stay(words: str) -> None:
    masked = Masking()
    assert masked(words, "een tekst") == words
    assert masked.hidden == []


@pytest.mark.parametrize("sign", ["a", "a.", "1-", "+"])
def test_a_text_without_a_blank_is_read_in_no_time(sign: str) -> None:
    """Patterns that try every sign anew as the beginning of an address take half a minute."""
    began = process_time()
    assert Masking()(sign * 20_000, "een tekst") == sign * 20_000
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
