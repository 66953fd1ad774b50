# SPDX-License-Identifier: EUPL-1.2
"""Letters and mails: lawful, whole sentences, and safe whatever the text that goes in."""

import re
from dataclasses import fields, replace
from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.due import Due, Precision
from gehoord.domain.proposal.step import Letter
from gehoord.templates.correspondence import Correspondence, letter, moved, reminder
from gehoord.templates.digests import late_digest
from gehoord.templates.paper.pdf import letter_as_pdf
from gehoord.templates.when import When
from tests.templates.written import (
    COUPLED,
    EMPTY,
    FULL,
    GOLDEN,
    MEDIO_OKTOBER,
    OCTOBER_8,
    ROUGH,
    Reader,
    all_mails,
    all_notices,
    all_texts,
    golden_files,
    in_time,
    read,
)

EVIL = "<script>x</script>\r\nBcc: een@voorbeeld.example\x00\u202e & \"'"
HOSTILE = Due(date(2027, 10, 15), Precision.APPROXIMATE, EVIL)
ABOUT_ELSE = (Letter.NOTE, Letter.ANNOUNCEMENT, Letter.JAARVERSLAG, Letter.CORRECTION)
ABOUT_HEARING = [kind for kind in Letter if kind not in ABOUT_ELSE]
WRITTEN = dict(golden_files())


@pytest.mark.parametrize("name", list(WRITTEN))
def test_every_letter_and_mail_reads_as_its_golden_file(name: str) -> None:
    assert WRITTEN[name] == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_of_a_letter_that_is_gone() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(WRITTEN)


def test_no_text_names_an_object_of_the_program() -> None:
    objects = re.compile(r"\b[A-Z]\w*\(\w+=|<[\w.]+ object at|\b(Ground|Article)\(")
    assert not [name for name, text in WRITTEN.items() if objects.search(text)]


def test_no_sentence_gives_a_noun_its_lidwoord_twice() -> None:
    """It may be an object of its own: "Lukt het de raad niet", "Laat u het de leden weten"."""
    twice = re.compile(r"\b(het|de)\s(het|de)\b(?! raad| leden)", re.IGNORECASE)
    coupled = {
        f"{kind} {i}": text for kind in Letter for i, text in enumerate(letter(kind, COUPLED))
    }
    assert not [name for name, text in {**WRITTEN, **coupled}.items() if twice.search(text)]


# Politiewet 2012, art. 38b lid 2: hearing; art. 39: adoption and send-out


@pytest.mark.parametrize("kind", ABOUT_HEARING)
def test_every_letter_about_hearing_names_the_article_of_hearing(kind: Letter) -> None:
    for c in (FULL, EMPTY):
        rendered = letter(kind, in_time(kind, c))
        assert "artikel 38b lid 2 van de Politiewet 2012" in read(rendered.letter)
        assert "artikel 38b lid 2 van de Politiewet 2012" in rendered.mail


def test_no_sentence_says_that_hearing_rests_on_article_39() -> None:
    sentences = [s for text in all_texts() for s in re.split(r"(?<=[.?!])\s", text)]
    about = [s for s in sentences if re.search(r"\b(hoort|horen|gehoord)\b", s)]
    assert len(about) > 50
    assert not [s for s in about if "artikel 39" in s]


def test_who_asks_a_council_to_be_heard_says_that_a_committee_does_not_count() -> None:
    for kind in (Letter.RESERVE_TIME, Letter.ONTWERP):
        for text in (letter(kind, FULL).mail, read(letter(kind, FULL).letter)):
            assert "een commissie telt niet als horen" in text


def test_the_letter_with_the_ontwerp_says_what_is_still_missing() -> None:
    for text in (letter(Letter.ONTWERP, FULL).mail, read(letter(Letter.ONTWERP, FULL).letter)):
        assert "(sterkteverdeling)" in text
        assert "de doelstellingen van de minister" in text
    whole = letter(Letter.ONTWERP, replace(FULL, missing_parts=()))
    assert "ontbre" not in whole.mail + whole.letter


def test_the_law_asks_that_the_plan_holds_its_strength_and_observes_the_objectives() -> None:
    """Politiewet 2012, art. 39 lid 1."""

    def told(missing: str) -> list[str]:
        sent = letter(Letter.ONTWERP, replace(FULL, missing_parts=(missing,)))
        return [" ".join(text.split()) for text in (sent.mail, read(sent.letter))]

    for text in told("wijkagenten"):
        assert "in het plan staan" in text
        assert "met inachtneming" not in text
    for text in told("doelstellingen-minister"):
        assert "met inachtneming van de doelstellingen van de minister" in text
        assert "in het plan staan" not in text
        assert "niet vastgesteld" not in text


def test_the_letter_with_the_ontwerp_says_which_chapters_follow_and_when() -> None:
    follows = ("Hoofdstuk 6 (nog voorlopig): volgt uiterlijk 1 oktober 2027, aan de raden",)
    told = letter(Letter.ONTWERP, replace(FULL, follows=follows))
    for text in (told.mail, read(told.letter)):
        assert follows[0] in text
    assert "volgt nog" not in letter(Letter.ONTWERP, FULL).mail


def test_the_minister_and_the_korpschef_get_the_plan_under_article_39_lid_4() -> None:
    for office, line, greeting in (
        ("minister", "De minister van Justitie en Veiligheid", "Excellentie,"),
        ("korpschef", "De korpschef van de politie", "Geachte korpschef,"),
    ):
        rendered = letter(Letter.SEND_OUT, replace(FULL, recipient=office))
        lines = read(rendered.letter).splitlines()
        assert line in lines
        assert greeting in lines
        assert "artikel 39 lid 4 van de Politiewet 2012" in rendered.mail
        assert "uw raad" not in rendered.mail + rendered.letter


def test_the_announcement_tells_each_burgemeester_how_to_appeal_and_by_when() -> None:
    """Awb, art. 3:41 and 3:45: who, within which term, and with whom."""
    c = replace(FULL, basis="Politiewet 2012, art. 39 lid 2", to="burgemeesters")
    rendered = letter(Letter.ANNOUNCEMENT, c)
    for text in (rendered.mail, read(rendered.letter)):
        assert "beroep instellen bij" in text
        assert "minister van Justitie en Veiligheid" in text
        assert "De laatste dag is 23 december 2027." in text
        assert "Beroep schorst de vaststelling niet" in text
    assert "artikel 3:41 lid 1 van de Algemene wet bestuursrecht" in read(rendered.letter)
    assert "De burgemeester van Haarlem" in read(rendered.letter)
    unknown = letter(Letter.ANNOUNCEMENT, replace(c, appeal_by=None))
    assert "laatste dag" not in unknown.mail + unknown.letter


def test_a_jaarverslag_goes_to_minister_and_korpschef_with_its_year_and_its_ground() -> None:
    """Politiewet 2012, art. 39 lid 4."""
    rendered = letter(Letter.JAARVERSLAG, replace(FULL, to="minister"))
    for text in (rendered.subject, rendered.mail, read(rendered.letter)):
        assert "jaarverslag over 2028" in text
    for text in (rendered.mail, read(rendered.letter)):
        assert "artikel 39 lid 4 van de Politiewet 2012" in text
        assert "op grond van artikel 39 lid 1 van de Politiewet 2012" in text
    lid_3 = replace(FULL, to="minister", basis="Politiewet 2012, art. 39 lid 3")
    assert "U hebt over het verschil beslist" in read(letter(Letter.JAARVERSLAG, lid_3).letter)


@pytest.mark.parametrize("lid", ["1", "2", "3"])
def test_an_adoption_names_its_ground_and_only_lid_2_knows_appeal(lid: str) -> None:
    c = replace(FULL, basis=f"Politiewet 2012, art. 39 lid {lid}")
    text = read(letter(Letter.ADOPTION, c).letter)
    assert f"op grond van artikel 39 lid {lid} van de Politiewet 2012" in text
    assert ("artikel 39 lid 5" in text) is (lid == "2")


def test_a_ground_gehoord_does_not_know_is_given_as_it_is() -> None:
    text = read(letter(Letter.ADOPTION, replace(FULL, basis="besluit van de minister")).letter)
    assert "De grondslag is: besluit van de minister." in text


def test_who_was_heard_and_who_was_silent_is_said_as_it_was() -> None:
    def said(**changes: Any) -> str:
        return read(letter(Letter.ADOPTION, replace(FULL, **changes)).letter)

    assert "31 van de 32 gemeenteraden zijn gehoord. Van de raad van Texel" in said()
    assert "Alle 32 gemeenteraden zijn gehoord." in said(heard=32, silent=())
    assert "Eén van de 32 gemeenteraden is gehoord." in said(heard=1)
    assert "Van de raden van Hoorn en Texel" in said(silent=("Hoorn", "Texel"))
    assert "Dit gaat over uw raad." in said(recipient="Texel")
    assert "Ik dank uw griffie voor de medewerking." in said(recipient="Texel")


# Days


def test_a_letter_says_that_no_last_day_is_set_and_names_none() -> None:
    c = replace(FULL, respond_by=None, adoption=None, unset=("antwoord", "vaststelling"))
    rendered = letter(Letter.ONTWERP, c)
    for text in (rendered.mail, read(rendered.letter)):
        assert "nog geen laatste dag om te antwoorden" in text.replace("\n", " ")
        assert "uiterlijk" not in text
    assert "Wanneer het plan ter vaststelling voorligt, is nog niet bekend" in read(rendered.letter)
    planning = read(letter(Letter.PROCESS, c).letter)
    assert re.search(r"Vaststelling \(gepland\)\W+nog niet bekend", planning)
    assert "De vaststelling volgt pas als de raden zijn gehoord." in planning


def test_a_last_day_on_which_nobody_works_is_named_with_the_working_day_before_it() -> None:
    c = replace(FULL, worked_before="vrijdag 8 oktober 2027")
    said = "Dat is geen werkdag; de laatste werkdag ervoor is vrijdag 8 oktober 2027."
    rendered = letter(Letter.ONTWERP, c)
    assert said in read(rendered.letter)
    assert said in rendered.mail.replace("\n", " ")
    assert said in read(letter(Letter.RESERVE_TIME, c).letter)


def test_a_letter_does_not_hide_that_the_adoption_is_planned_too_late() -> None:
    """Politiewet 2012, art. 39 lid 1: at least once in four years."""
    c = replace(FULL, lawful_by="9 november 2027")
    for kind in (Letter.PROCESS, Letter.ONTWERP, Letter.THEMES):
        assert "ligt na 9 november 2027" in read(letter(kind, c).letter)
        assert "ligt na" not in read(letter(kind, FULL).letter)


def test_an_approximate_day_stays_visibly_approximate() -> None:
    for kind in Letter:
        rendered = letter(kind, in_time(kind, ROUGH))
        for text in (rendered.subject, rendered.mail, read(rendered.letter)):
            days = re.findall(r"medio \w+ \d{4}(?! \(bij benadering\))", text)
            assert days == []
            assert not re.search(r"(uiterlijk|tot en met|tot|op) medio", text)
    assert MEDIO_OKTOBER in letter(Letter.ONTWERP, ROUGH).subject


def test_a_council_reads_the_last_day_with_the_word_that_includes_it() -> None:
    rendered = letter(Letter.ONTWERP, FULL)
    for text in (rendered.subject, rendered.mail, read(rendered.letter)):
        assert "uiterlijk 8 oktober 2027" in text
    twice = letter(
        Letter.ONTWERP,
        replace(FULL, respond_by=When("uiterlijk 8 oktober 2027", Due.on(date(2027, 10, 8)))),
    )
    assert twice == rendered


def test_a_reminder_is_friendly_before_the_day_and_clear_from_the_day_on() -> None:
    said = {name: r.mail for name, r in all_mails()}
    assert "Graag herinner ik u" in said["herinnering-14"]
    assert "U heeft nog één dag." in said["herinnering-1"]
    assert "U heeft nog twee weken." in said["herinnering-14"]
    assert "Vandaag is de laatste dag" in said["herinnering-0"]
    assert "is voorbij." in said["herinnering--1"]
    for name, mail in said.items():
        if name.startswith("herinnering-"):
            is_hearing = bool(re.fullmatch(r"herinnering-(-?\d+|burgemeester)", name))
            assert ("artikel 38b lid 2" in mail) is is_hearing
    assert "dagen" not in said["herinnering-bij-benadering-3"] + said["herinnering-maand-3"]
    assert "laatste dag" not in said["herinnering-maand-3"] + said["herinnering-maand--1"]


# Form


def test_no_letter_or_mail_has_a_hole_in_a_sentence() -> None:
    hole = re.compile(
        r"  | [.,;:?!)]|\( |\(\)|,,|\.\.|None|Undefined|\{\{|%\}"
        r"|\b(tot|op|uiterlijk|van|in|de|het|een|(?<!hele )eenheid|artikel|sinds|over)[.,;:?)]"
    )
    texts = list(all_texts())
    assert len(texts) > 70
    assert [found[0] for text in texts for found in hole.finditer(text)] == []


def test_every_mail_says_who_sent_it_and_that_one_can_answer() -> None:
    mails = [r.mail for _, _, r in all_notices()] + [r.mail for _, r in all_mails()]
    for mail in mails:
        assert mail.endswith(
            "Deze mail is verstuurd door het processysteem van de eenheid Noord-Holland; "
            "u kunt op deze mail antwoorden.\n"
        )


def test_every_letter_is_signed_by_the_office_and_stands_on_itself() -> None:
    for _, _, rendered in all_notices():
        assert read(rendered.letter).endswith(
            "Hoogachtend,\nRegioburgemeester eenheid Noord-Holland\n"
        )
        assert '<html lang="nl">' in rendered.letter
        assert not re.search(r"https?:|src=|href=|url\(|@import|<script", rendered.letter)


def test_the_page_of_a_griffie_is_a_key_and_stands_in_no_letter() -> None:
    assert FULL.page in letter(Letter.ONTWERP, FULL).mail
    for kind in Letter:
        assert FULL.page not in letter(kind, FULL).letter


def test_the_advisers_own_note_is_said_in_a_notice_only() -> None:
    """The letter about a priority or a mistake says why; its note is no one's own."""
    for kind in set(Letter) - {Letter.PRIORITY, Letter.CORRECTION}:
        rendered = letter(kind, FULL)
        assert ("vijfde thema." in rendered.mail) is (kind is Letter.NOTE)
        assert ("vijfde thema." in rendered.letter) is (kind is Letter.NOTE)
    assert "is klaar.\nDe uitkomst:\n\nEr komt" in letter(Letter.NOTE, FULL).mail


# Text from outside


def hostile(text: str) -> Correspondence:
    said = {str: text, tuple: (text,), When: When(text, replace(HOSTILE, words=text))}
    changes: dict[str, Any] = {
        field.name: said[type(getattr(FULL, field.name))]
        for field in fields(FULL)
        if type(getattr(FULL, field.name)) in said and field.name != "to"
    }
    return replace(FULL, **changes)


def assert_is_a_subject(subject: str) -> None:
    assert 0 < len(subject) < 150
    assert subject.isprintable()
    EmailMessage()["Subject"] = subject


def test_hostile_text_brings_no_tag_into_a_letter_and_no_line_into_a_subject() -> None:
    for kind in Letter:
        rendered, plain = letter(kind, hostile(EVIL)), letter(kind, hostile("tekst"))
        assert Reader(rendered.letter).tags == Reader(plain.letter).tags
        assert "&lt;script&gt;" in rendered.letter
        assert_is_a_subject(rendered.subject)
        assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", rendered.mail + rendered.letter)
    c = hostile(EVIL)
    for rendered in (
        reminder(c, action=EVIL, owner=EVIL, due=When(EVIL, HOSTILE), days_left=0, hearing=True),
        late_digest(c, new=[(EVIL, When(EVIL, HOSTILE), EVIL)]),
        moved(c, action=EVIL, old=EVIL, new=When(EVIL, HOSTILE), reason=EVIL),
    ):
        assert_is_a_subject(rendered.subject)
        assert not re.search(r"^Bcc:", rendered.mail, re.MULTILINE)


@settings(max_examples=25, deadline=None)
@given(text=st.text(min_size=1, max_size=300), kind=st.sampled_from(list(Letter)))
def test_whatever_the_text_the_subject_is_one_short_line_and_the_html_keeps_its_shape(
    text: str, kind: Letter
) -> None:
    c = replace(FULL, recipient=text, title=text, themes=(text,), silent=(text,), note="x")
    c = replace(c, title_of_step=text, version=text, eenheid=text)
    rendered = letter(kind, replace(c, to="raden"))
    plain = letter(kind, replace(c, to="raden", recipient="a", title="b", version="c"))
    assert "\n" not in rendered.subject
    assert len(rendered.subject) < 150
    EmailMessage()["Subject"] = rendered.subject
    assert rendered.letter.count("<script") == 0
    assert abs(len(Reader(rendered.letter).tags) - len(Reader(plain.letter).tags)) <= 3


def test_a_long_subject_keeps_its_day() -> None:
    long = "raad horen over het ontwerp en alles wat daarbij hoort " * 5
    c = replace(FULL, plan="Integraal Meerjarenbeleidsplan Veiligheid van de hele eenheid")
    told = reminder(c, action=long, owner="Haarlem", due=OCTOBER_8, days_left=0)
    assert told.subject.endswith("…, uiterlijk 8 oktober 2027")


def test_a_letter_names_its_own_annex_and_those_of_the_adviser() -> None:
    named = {"": ("Leeswijzer & kaart",), Letter.ONTWERP: ("Factsheet <1>",), Letter.NOTE: ("X",)}
    c = replace(FULL, annexes=named)
    with_own = letter(Letter.ONTWERP, c).letter
    assert (
        "<dt>Bijlagen</dt><dd>het ontwerp (90%-versie) van het IMV 2028-2031<br/>"
        "Leeswijzer &amp; kaart<br/>Factsheet &lt;1&gt;</dd>"
    ) in with_own
    without = letter(Letter.PROCESS, c).letter
    assert "<dt>Bijlage</dt><dd>Leeswijzer &amp; kaart</dd>" in without
    none = letter(Letter.PROCESS, replace(c, annexes={**named, Letter.PROCESS: ()})).letter
    assert "<dt>Bijlage" not in none
    for html in (with_own, without, none):
        assert letter_as_pdf(html, FULL.on).startswith(b"%PDF-1.7")
