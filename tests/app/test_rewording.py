# SPDX-License-Identifier: EUPL-1.2
"""The adviser sees his own words in a letter before they are kept."""

from gehoord.tasks.settings import settings
from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence
from tests.templates.written import read

WORDS = ("--tekst", "Zo gaat het in [gemeente].")


def test_a_letter_is_seen_with_words_that_are_not_kept(opened: Gehoord) -> None:
    ran = opened("record", "brieftekst", "klein", "proces", "planning", *WORDS, "--dry-run")
    assert ran.code == 0
    assert ran.out.endswith("Dit was een proef; er is niets veranderd.\n")
    html, pdf = sorted((settings().home / "voorbeelden" / "klein").iterdir())
    assert "Zo gaat het in Haarlem." in read(html.read_text())
    assert pdf.read_bytes().startswith(b"%PDF")
    # what is kept already would be refused
    assert opened("record", "brieftekst", "klein", "proces", "planning", *WORDS).code == 0


def test_the_mail_is_seen_as_plain_text(opened: Gehoord) -> None:
    ran = opened("record", "brieftekst", "klein", "proces", "mail", *WORDS, "--dry-run")
    assert "Zo wordt de mail bij de brief aan Haarlem: " in ran.out
    [mail] = (settings().home / "voorbeelden" / "klein").iterdir()
    assert mail.suffix == ".txt"
    assert "Zo gaat het in Haarlem." in mail.read_text()


def test_it_says_that_a_passage_is_not_there_or_that_no_step_has_the_letter(
    opened: Gehoord,
) -> None:
    dry = (*WORDS, "--dry-run")
    absent = opened("record", "brieftekst", "klein", "proces", "overbrugging", *dry)
    assert "De passage 'overbrugging' staat nu niet in deze brief" in absent.out
    other = opened("record", "brieftekst", "klein", "prioriteit", "inleiding", *dry)
    assert (other.code, "geen stap met de brief 'prioriteit'" in other.out) == (0, True)


def test_words_that_would_be_refused_are_refused_and_show_nothing(opened: Gehoord) -> None:
    wrong = ("--tekst", "Voor [niemand].", "--dry-run")
    ran = opened("record", "brieftekst", "klein", "proces", "planning", *wrong)
    assert ran.code == 2
    assert_sentence(ran.err, "'[niemand]' is geen feit")
    assert not (settings().home / "voorbeelden").exists()
