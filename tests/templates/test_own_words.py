# SPDX-License-Identifier: EUPL-1.2
"""The adviser's own words are text: never code, in whatever a letter is made with."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.dossier.own_words import Passage
from gehoord.domain.proposal.step import Letter
from gehoord.templates.correspondence import letter
from gehoord.templates.own_words import as_html, with_own_words
from gehoord.templates.paper.pdf import letter_as_pdf
from tests.templates.written import EMPTY, FULL, read

DAY = date(2027, 6, 17)
CODE = (
    "{{ 7 * 7 }} {% include 'x' %} {# x #}\n"
    '#panic("x") #read("/etc/passwd") $x$ `raw` @x <b>\n'
    "<script>alert(1)</script> <img src=/etc/passwd> ](x) ![x](/etc/passwd) ~~x~~\n"
    '</p></main><h2 id="planning">x</h2>'
)


def said(passage: Passage, text: str) -> str:
    own = {f"{Letter.PROCESS}: {passage}": text}
    return letter(Letter.PROCESS, replace(FULL, own_words=own)).letter


def test_a_passage_is_said_otherwise_and_the_rest_stays() -> None:
    text = read(said(Passage.PLANNING, "Zo gaat het:\n\n- eerst dit\n- dan dat"))
    assert "Planning\nZo gaat het:\neerst dit\ndan dat\n" in text
    assert "Ontwerp naar de raden" not in text
    assert "Waarom een beleidsplan?" in text


def test_the_whole_is_said_otherwise_between_greeting_and_signature() -> None:
    text = read(said(Passage.WHOLE, "Beste mensen.\nTweede regel."))
    body = text.partition("Geachte leden van de gemeenteraad,\n")[2]
    assert body.partition("Heeft u vragen?")[0] == (
        "Deze brief volgt op mijn brief van 1 april 2027.\nBeste mensen.\nTweede regel.\n"
    )


def test_a_fact_between_brackets_is_that_of_this_letter_and_of_this_day() -> None:
    text = "Antwoord [laatste dag], raad van [gemeente], over [plan]."
    own = {f"{Letter.PROCESS}: {Passage.WHOLE}": text}
    here = read(letter(Letter.PROCESS, replace(FULL, own_words=own)).letter)
    assert "8 oktober 2027, raad van Haarlem, over het Integraal Meerjarenbeleidsplan" in here
    unknown = read(letter(Letter.PROCESS, replace(EMPTY, own_words=own)).letter)
    assert "Antwoord (nog niet bekend)" in unknown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[raad] wordt gehoord.", "Uw raad wordt gehoord."),
        ("Ja. [raad] wel; [raad] niet.", "Ja. Uw raad wel; uw raad niet."),
        ("T.a.v. [raad], [Raad]", "T.a.v. uw raad, Uw raad"),
        ("Kijk, bijv. [raad] en evt. [raad].", "Kijk, bijv. uw raad en evt. uw raad."),
        ("(Zie art. 39.) [raad] wel.", "(Zie art. 39.) Uw raad wel."),
        ("Ja! ([raad] ook.)", "Ja! (Uw raad ook.)"),
        ("Ik hoor het van u. [raad] spreekt.", "Ik hoor het van u. Uw raad spreekt."),
        (
            "Kan dat in 2027? [raad], op 3 okt. [raad]",
            "Kan dat in 2027? Uw raad, op 3 okt. uw raad",
        ),
        ("Beste griffier,\n[raad] en\n[raad].", "Beste griffier,<br/>\nuw raad en<br/>\nuw raad."),
        ("www.[raad].nl ... [raad]", "www.uw raad.nl ... uw raad"),
    ],
)
def test_a_fact_has_a_capital_where_it_begins_a_sentence(text: str, said: str) -> None:
    assert as_html(text, {"raad": "uw raad"}) == f"<p>{said}</p>\n"


def test_a_fact_has_a_capital_where_it_begins_an_item() -> None:
    items = "<ul>\n<li>Uw raad</li>\n<li>de raad: uw raad</li>\n</ul>\n"
    assert as_html("- [raad]\n- de raad: [raad]", {"raad": "uw raad"}) == items


@pytest.mark.parametrize("passage", [Passage.WHOLE, Passage.INTRODUCTION, Passage.PLANNING])
def test_code_is_printed_and_never_carried_out(passage: Passage) -> None:
    html = said(passage, CODE)
    text = read(html)
    for line in CODE.splitlines():
        assert line in text
    assert "<script" not in html
    assert html.count("</main>") == 1
    assert letter_as_pdf(html, DAY).startswith(b"%PDF")


@given(st.text(max_size=200))
@settings(max_examples=50)
def test_any_text_gives_paragraphs_and_lists_alone(text: str) -> None:
    html = str(as_html(text, {}))
    for tag in ("<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<br/>"):
        html = html.replace(tag, "")
    assert "<" not in html
    assert ">" not in html


def test_the_mail_says_his_words_between_its_greeting_and_its_sender() -> None:
    subject, mail = (
        "[gemeente]: {{ 7 * 7 }}\r\nBcc: x@x.example",
        f"[raad] eerst.\nTweede.\n\n{CODE}",
    )
    own = {"proces: mailonderwerp": subject, "proces: mail": mail, "themas: mail": "Anders."}
    made = letter(Letter.PROCESS, replace(FULL, own_words=own))
    plain = letter(Letter.PROCESS, FULL)
    assert made.subject == "Haarlem: {{ 7 * 7 }} Bcc: x@x.example"
    assert made.mail.startswith("Geachte griffier,\n\nUw raad eerst.\nTweede.\n\n{{ 7 * 7 }} {%")
    assert made.mail.partition("Wat er van u")[2] == plain.mail.partition("Wat er van u")[2] != ""
    assert "Namens de regioburgemeester" not in made.mail
    assert made.letter == plain.letter


@given(st.text(max_size=200))
@settings(max_examples=50)
def test_any_text_is_a_subject_on_one_line(text: str) -> None:
    own = {"proces: mailonderwerp": text}
    subject = letter(Letter.PROCESS, replace(FULL, own_words=own)).subject
    assert len(subject.splitlines()) <= 1
    assert len(subject) <= 140


def test_without_own_words_nothing_changes() -> None:
    assert with_own_words("<p>a</p>", {}, {}) == "<p>a</p>"
