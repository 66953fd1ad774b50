# SPDX-License-Identifier: EUPL-1.2
"""Every letter can be made into a PDF that everybody can read and that can be kept."""

import re
from collections import Counter
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from gehoord.templates.paper.pdf import NotSetError, letter_as_pdf, report_as_pdf
from tests.templates.paper.words_in_pdf import words_in
from tests.templates.written import FULL, all_notices

DAY = date(2027, 6, 17)
LETTERS = {f"{kind}{name}": rendered.letter for name, kind, rendered in all_notices()}
ONTWERP = LETTERS["ontwerp"]


def opened(html: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(letter_as_pdf(html, DAY)))


def with_words(words: str) -> str:
    """Return the letter with the ontwerp, with other words in the place of its greeting."""
    return ONTWERP.replace("Geachte leden van de gemeenteraad,", words)


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_can_be_set(name: str) -> None:
    assert letter_as_pdf(LETTERS[name], FULL.on).startswith(b"%PDF-1.7")


def test_a_letter_is_said_to_be_accessible_and_fit_to_be_kept() -> None:
    """ISO 14289-1 (PDF/UA-1) and ISO 19005-2 level A (PDF/A-2a)."""
    pdf = opened(ONTWERP)
    with pdf.open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "A")
        assert said["pdfuaid:part"] == "1"
        assert said["dc:title"].startswith("Ontwerp van het Integraal Meerjarenbeleidsplan")
        assert said["dc:creator"] == ["Regioburgemeester eenheid Noord-Holland"]
    assert pdf.Root.Lang == "nl-NL"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert "/OutputIntents" in pdf.Root


def test_all_fonts_are_in_the_file_and_are_our_own() -> None:
    pdf = opened(ONTWERP)
    fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
    described = [font for font in fonts if font.get("/Type") == "/FontDescriptor"]
    assert described
    for font in described:
        assert re.fullmatch(r"/[A-Z]{6}\+LiberationSans(-\w+)?", str(font.FontName))
        assert "/FontFile2" in font or "/FontFile3" in font


def test_a_reader_who_does_not_see_hears_headings_lists_and_tables() -> None:
    said = elements(LETTERS["proces"])
    assert (said["/H1"], said["/H2"]) == (1, 4)
    assert (said["/Table"], said["/TH"], said["/TD"]) == (1, 2, 8)
    assert elements(ONTWERP)["/LI"] == 5


def elements(html: str) -> Counter[str]:
    pdf = opened(html)
    found = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
    return Counter(str(o.S) for o in found if "/S" in o and "/P" in o)


def test_the_same_letter_of_the_same_day_gives_the_same_bytes() -> None:
    first = letter_as_pdf(ONTWERP, DAY)
    letter_as_pdf.cache_clear()
    assert letter_as_pdf(ONTWERP, DAY) == first
    assert letter_as_pdf(ONTWERP, date(2027, 6, 18)) != first


@pytest.mark.parametrize(
    "words",
    [
        '#panic("x") #read("/etc/passwd") $ * _ \\ @ ~ = - + / ` ',
        '#import "parts.typ": * #eval("1/0") &lt;b&gt; [x] {panic()}',
        "{{ 1/0 }} {% include 'x' %}",
        "\x00\x07\ud800\ufffe\ue000\U0001f64f漢字\u202egnp",
        "A" * 4000,
        " " * 4000,
        "",
    ],
)
def test_what_is_written_is_never_carried_out_and_never_stops_a_letter(words: str) -> None:
    assert letter_as_pdf(with_words(words), DAY).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    "letter",
    [
        "",
        "<p>geen brief</p>",
        ONTWERP.replace("</h1>", ""),
        ONTWERP.replace("h1>", "h2>"),
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + with_words("&e;"),
    ],
)
def test_what_breaks_the_standard_is_refused_in_dutch(letter: str) -> None:
    with pytest.raises(NotSetError, match=r"^De brief kan niet als PDF worden gemaakt: .*\.$"):
        letter_as_pdf(letter, DAY)


@pytest.mark.parametrize(
    "words", ["", " ", "\n" * 40, "W" * 599, "\n".join("rij" * 300), "x" * 9000]
)
def test_a_cell_holds_nothing_or_more_than_a_page(words: str) -> None:
    row = f"<tr><th>1</th><td>{words}</td></tr>"
    head = "<thead><tr><th>Punt</th><th>Tekst</th></tr></thead>"
    table = f"<table>{head}<tbody>{row * 2}</tbody></table>"
    said = f'<blockquote class="eigen-regels">{words}</blockquote>'
    account = f"<html><title>a</title><main><h1>a</h1>{said}{table}</main></html>"
    assert report_as_pdf(account, DAY).startswith(b"%PDF-1.7")


SAYS_SO = "is een teken geschreven dat niet in een PDF kan"


def report_with(words: str) -> str:
    head = "<html><title>a</title>"
    return f"{head}<main><h1>a</h1><p>Nota.</p><h2>Raden</h2><p>{words}</p></main></html>"


@pytest.mark.parametrize("is_letter", [True, False])
def test_who_reads_a_pdf_hears_that_a_character_was_replaced(is_letter: bool) -> None:
    def made(words: str) -> str:
        if is_letter:
            return words_in(letter_as_pdf(with_words(words), DAY))
        return words_in(report_as_pdf(report_with(words), DAY))

    replaced, kept = made("Dank \U0001f64f"), made("een speci\ufb01ek e\ufb00ect")
    assert "Dank \ufffd" in replaced
    assert SAYS_SO in replaced
    assert "een specifiek effect" in kept
    assert SAYS_SO not in kept


@pytest.mark.parametrize(
    "long", [f"https://www.noord-holland.nl/{'plan-2028/' * 12}stuk?versie=12", "x" * 300]
)
def test_a_long_word_is_copied_and_found_as_it_was_written(long: str) -> None:
    assert long in words_in(report_as_pdf(report_with(f"Zie {long} van de raad"), DAY))
