"""Personal data in free words: what a program can know is hidden, and ordinary words stay."""

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
    ],
)
def test_ordinary_words_stay(words: str) -> None:
    masked = Masking()
    assert masked(words, "een tekst") == words
    assert masked.hidden == []


def test_what_the_register_knows_of_persons_is_hidden_in_any_case(at: At) -> None:
    given = '{"lines": {"signatory": "Anne Zand", "handled_by": "adviseur politie"}}'
    masked = masking_of(State(at("opened").dossier.model_copy(update={"letterhead": given})))
    assert masked("Vraag het ANNE ZAND of de adviseur politie.", "x") == (
        f"Vraag het {HIDDEN} of de adviseur politie."
    )
