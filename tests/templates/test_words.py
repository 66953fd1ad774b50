# SPDX-License-Identifier: EUPL-1.2
"""The words of letters and mails: no sentence that a griffier or a jurist stumbles over."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from gehoord.calendar.dutch import MONTHS
from gehoord.domain.proposal.step import Letter
from gehoord.procedures.library import proposal_of
from gehoord.templates.correspondence import letter, reminder
from gehoord.templates.fields import correspondence
from gehoord.templates.wording import time_left
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import OPENED
from tests.templates.written import (
    AFTERWARDS,
    COUPLED,
    FULL,
    GOLDEN,
    HEARING,
    OCTOBER_8,
    WHO,
    all_texts,
    in_time,
    read,
)

DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b")
TEXTS = sorted(GOLDEN.glob("*.txt"))

STUMBLES = (
    r"Geachte lezer",
    r"\bover \d+ dagen\b",
    r"\b(1[4-9]|[2-9]\d|\d{3,}) dagen\b",
    r"\b(morgen|gisteren|overmorgen)\b",
    r"\bwaar (ik|u|wij) (\w+ )?op\b",
    r"bijna aan de beurt",
    r"Past de nieuwe dag",
    r"Dit is zij nu",
    r"\bde wet (\w+ )?vraagt\b|Politiewet 2012 vraagt",
    r"ontbreekt nog: de \w+en\b",
    r"\bhet (VS|V10|Veiligheidsstrategie)\b|\bde (IMV|MJB|RBOP|beleidsplan|plan)\b",
    r"^- Wie: (?!RBOP)[A-Z]",
    r"wel de gelegenheid gehad",
    r"\b(step|null|None|True|False|true|false)\b",
)


@pytest.mark.parametrize("pattern", STUMBLES)
def test_no_letter_or_mail_says_what_makes_a_reader_stumble(pattern: str) -> None:
    found = [
        (hit[0], text[max(hit.start() - 40, 0) : hit.end() + 40])
        for text in all_texts()
        for hit in re.finditer(pattern, text, re.MULTILINE)
    ]
    assert found == []


def parts(text: str) -> Iterator[str]:
    """Yield subject, mail and letter of a golden file, without the day of the letter itself."""
    subject, _, rest = text.partition("\n")
    mail, _, brief = rest.partition("-- brief --")
    yield subject
    yield mail
    yield re.sub(r"^Datum: .*$", "", brief, flags=re.MULTILINE)


def test_a_day_is_said_once_and_not_twice() -> None:
    twice = {
        f"{file.name}: {day}"
        for file in TEXTS
        if file.name.startswith(tuple(Letter)) or "herinnering" in file.name
        for part in parts(file.read_text(encoding="utf-8"))
        for day, times in Counter(DAY.findall(part)).items()
        if times > 1
    }
    assert twice == set()


def test_a_reminder_names_municipality_and_step_and_who_hears_whom() -> None:
    told = reminder(FULL, action=HEARING, owner=WHO, due=OCTOBER_8, days_left=42, hearing=True)
    assert told.subject == (
        "IMV 2028-2031, herinnering: Haarlem, raad horen over het ontwerp, uiterlijk 8 oktober 2027"
    )
    assert "- Wie: burgemeester en raad van Haarlem" in told.mail
    assert "U heeft nog zes weken." in told.mail


@pytest.mark.parametrize("days", range(1, 400))
def test_what_is_left_is_said_in_days_up_to_two_weeks_and_then_in_weeks(days: int) -> None:
    said = time_left(days)
    assert ("dag" in said) is (days < 14)
    assert ("weken" in said) is (days >= 14)
    if days >= 14:
        assert said.startswith(("ruim ", "bijna ")) is bool(timedelta(days) % timedelta(weeks=1))


def test_each_plan_has_the_lidwoord_of_its_data() -> None:
    for kind in Letter:
        rendered = letter(kind, in_time(kind, COUPLED))
        text = rendered.subject + rendered.mail + read(rendered.letter)
        assert not re.search(r"\bhet (VS|Veiligheidsstrategie)|van het Veiligheids", text)
    ontwerp = read(letter(Letter.ONTWERP, in_time(Letter.ONTWERP, COUPLED)).letter)
    assert "van de Veiligheidsstrategie 2027-2030." in ontwerp
    assert "Bijlage: het ontwerp (90%-versie) van de VS en het MJB 2027-2030" in ontwerp
    adopted = read(letter(Letter.SEND_OUT, COUPLED).letter)
    assert "Hierbij stuur ik u de vastgestelde Veiligheidsstrategie 2027-2030." in adopted
    assert "De Veiligheidsstrategie 2027-2030 is op 4 november 2027 vastgesteld." in adopted


def test_of_coupled_documents_a_council_reads_on_which_it_is_heard() -> None:
    """Mistake 31. Law: art. 38b lid 2 is about the beleidsplan alone (S004: VS and MJB)."""
    c = replace(in_time(Letter.ONTWERP, COUPLED), coupled=True)
    sent = letter(Letter.ONTWERP, c)
    said = read(sent.letter)
    assert "De VS en het MJB 2027-2030 gaan samen weg. Gehoord wordt alleen over" in said
    assert "Gehoord wordt alleen over" in sent.mail
    alone = letter(Letter.ONTWERP, replace(c, coupled=False))
    assert "Gehoord wordt alleen" not in alone.letter + alone.mail


def test_oost_nederland_sends_two_documents_and_noord_holland_one() -> None:
    for name, is_coupled in (
        ("oost-nederland/vs-mjb-2019-2022", True),
        ("noord-holland/imv-2028-2031", False),
    ):
        story = StoryInMemory()
        story.opens(proposal_of(name))
        assert correspondence(story.state, OPENED).coupled is is_coupled


def test_what_is_planned_and_what_happened_stand_apart() -> None:
    before = letter(Letter.PROCESS, in_time(Letter.PROCESS, FULL)).mail
    assert "- Ontwerp naar de raden: 17 juni 2027" in before
    assert "- Vaststelling (gepland): donderdag 4 november 2027" in before
    after = letter(Letter.NOTE, AFTERWARDS).mail
    assert "- Ontwerp naar de raden gestuurd: 21 juni 2027" in after
    assert "- Vastgesteld: 4 november 2027" in after
    assert "gepland" not in after
    assert "Laatste dag om te antwoorden" not in after


def test_a_notice_is_named_for_its_reader_and_names_its_plan_once() -> None:
    told = letter(Letter.NOTE, AFTERWARDS)
    assert told.subject == "IMV 2028-2031 vastgesteld; ter kennisname"
    assert "Onderwerp: IMV 2028-2031 vastgesteld; ter kennisname" in read(told.letter)
    assert "Het gaat om deze stap" not in told.mail + told.letter


def test_how_councils_were_heard_is_said_only_where_they_were() -> None:
    for kind in (Letter.ADOPTION, Letter.SEND_OUT):
        heard, unheard = letter(kind, FULL), letter(kind, replace(FULL, heard=0, silent=()))
        assert "In de brief staat hoe de gemeenteraden zijn gehoord" in heard.mail
        assert "niet opnieuw gehoord" in unheard.mail
        assert "In de brief staat" not in unheard.mail
        assert "ontwerp aan de gemeenteraden voorgelegd" not in unheard.letter
