# SPDX-License-Identifier: EUPL-1.2
"""The Stand van zaken: what is late first, whose, since when, and what to do; for every state."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.acts.report import MeetingsRead, StepDone
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.outgoing.standing import LastDone
from gehoord.templates.links import Links
from gehoord.templates.standing.late import MOST_LATE
from gehoord.templates.standing.page import page
from tests.calendar.incoming.files import calendar_of
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.loose import loosened
from tests.story import ADOPTED, ASKED, COUNCILS, OPENED, Moment, Small
from tests.templates.standing.written_page import (
    GOLDEN,
    LINKS,
    ON,
    OUTBOX,
    affairs,
    as_file,
    asked,
    in_october,
    made,
)

MAY = date(2027, 5, 3)
HEADINGS = re.compile(r"^## (.*)$", re.MULTILINE)


def lines(text: str, heading: str) -> list[str]:
    """Return the list under a heading, without the addresses of its links."""
    part = text.partition(f"## {heading}")[2].partition("\n## ")[0]
    found = [line[2:] for line in part.splitlines() if line.startswith("- ")]
    return [re.sub(r"\]\([^)]*\)", "]", line) for line in found]


def rows(text: str, heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading, without its links."""
    part = text.partition(f"## {heading}")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [re.sub(r"\]\([^)]*\)", "]", line).strip("| ").split(" | ") for line in lines]


def test_the_stand_van_zaken_is_the_one_on_file(small: Small) -> None:
    assert as_file(small) == GOLDEN.read_text(encoding="utf-8")


def test_it_says_at_how_many_meetings_a_council_can_still_be_heard_where_that_is_known(
    small: Small,
) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    for council, days in (("Texel", ("20270708", "20270916")), ("Hoorn", ("20270603", "20271111"))):
        known = calendar_of(*days)
        story.does(MeetingsRead(on=ASKED, who=council, file=known))

    def over(on: date) -> list[str]:
        found = rows(page(affairs(story.state, on), LINKS, OUTBOX).body, "0 van 3 raden gehoord")
        return [row[-1] for row in found[1:]]  # of Haarlem nothing is known

    assert over(ASKED) == ["geen", "2, eerst 8 juli 2027"]
    assert over(date(2027, 9, 1)) == ["geen", "1, eerst 16 september 2027"]
    assert over(date(2027, 9, 17)) == ["geen", "geen"]


def test_what_is_late_comes_first_with_owner_day_reminders_and_what_comes(small: Small) -> None:
    late = lines(made(small).text, "Te laat")
    assert late[-2] == (
        "**Burgemeester en raad van Hoorn**: [raad horen over het ontwerp], **13 dagen te laat**, "
        "uiterlijk 7 oktober 2027. 2 keer herinnerd, het laatst op 8 oktober 2027. "
        "Wat nu telt: 21 oktober 2027, reacties van de raden verwerken. [Melden]"
    )
    assert late[-1].startswith("**Burgemeester en raad van Texel**")
    assert "Niet herinnerd." in late[-1]
    assert "Bij wie: [Adviseur van de regioburgemeester](http" in made(small).text
    days = [int(found) for line in late for found in re.findall(r"\*\*(\d+) dagen te", line)]
    assert days == sorted(days, reverse=True)


def test_a_form_opens_with_what_is_reported(small: Small) -> None:
    text = made(small).text
    assert "deployment/melden-gehoord/run?parameters=%7B%22dossier%22%3A%22klein%22" in text
    assert "%22gemeenten%22%3A%5B%22Texel%22%5D" in text
    assert "deployment/melden-gedaan/run?" in text
    assert "deployment/4-horen/run?" in text


def test_without_forms_it_points_to_none_and_says_the_same(small: Small) -> None:
    plain = page(in_october(small), Links("http://127.0.0.1:4200"), OUTBOX).text
    assert "/deployment/" not in plain
    assert HEADINGS.findall(plain) == HEADINGS.findall(made(small).text)


@pytest.mark.parametrize("moment", ["opened", "themes", "ontwerp", "asked", "heard", "adopted"])
@pytest.mark.parametrize("on", [OPENED, ASKED, ADOPTED + timedelta(days=60)])
def test_every_state_has_its_page_on_every_day(small: Small, moment: Moment, on: date) -> None:
    story = StoryInMemory()
    story.tell(small, moment)
    text = page(affairs(story.state, on), LINKS, OUTBOX).text
    headings = HEADINGS.findall(text)
    number = sum(a.is_late(on) for a in story.state.open_actions())
    assert headings[0].startswith("Te laat: " if number else "Niets is te laat")
    assert len(lines(text, "Te laat: ")) == min(number, MOST_LATE)
    assert len(rows(text, "De zes fasen")) == 6
    heard = 3 if moment in ("heard", "adopted") else 0
    assert [row[0] for row in rows(text, f"{heard} van 3")] == [f"[{c}]" for c in COUNCILS]
    assert "None" not in text


def test_of_what_has_no_day_of_its_own_it_counts_no_days(small: Small) -> None:
    _, eenheid, text = small
    story = StoryInMemory()
    story.opens((proposal_of(loosened(text)), eenheid, loosened(text)))
    text = page(affairs(story.state, MAY), LINKS, OUTBOX).text
    assert "**volgens de planning voorbij**, medio maart 2027 (bij benadering)." in text
    assert "**60 dagen te laat**, uiterlijk 4 maart 2027." in text


@pytest.mark.parametrize("mode", [Mode.TRIAL, Mode.LIVE])
def test_it_says_whether_it_is_an_exercise_and_where_the_letters_are(
    small: Small, mode: Mode
) -> None:
    state = asked(small)
    state.dossier = state.dossier.model_copy(update={"mode": mode})
    text = page(affairs(state, ON), LINKS, OUTBOX).text
    assert ("oefening" in text, "var/outbox/klein" in text) == ((mode is Mode.TRIAL),) * 2
    assert ("echt** (stand 'live')" in text) is (mode is Mode.LIVE)


def test_mail_that_lacks_an_address_or_did_not_arrive_is_named(small: Small) -> None:
    text = made(small).text
    assert "Geen mailadres bekend van griffie van Hoorn en griffie van Texel" in text
    assert "deployment/melden-adres/run" in text
    assert "Niet aangekomen bij griffie van Texel" in text
    assert "550 onbekend \\<adres\\>" in text


@settings(max_examples=30, deadline=None)
@given(words=st.text(max_size=80))
def test_what_people_wrote_makes_no_link_image_tag_or_row(small_once: Small, words: str) -> None:
    """Of the words that come in, the page has no more Markdown than without them."""
    story = StoryInMemory()
    story.tell(small_once, "opened")
    said = f"![x](http://a) <b> | {words} [y](javascript:z)"
    evil = affairs(story.state, OPENED, lately=[LastDone(OPENED, said, said, said)])
    good = affairs(story.state, OPENED, lately=[LastDone(OPENED, "x", "x", "x")])
    plain = replace(LINKS, page="http://p")
    one, other = (page(each, plain, OUTBOX).text for each in (evil, good))
    unescaped = re.compile(r"(?<!\\)[\[<|]")
    assert len(unescaped.findall(one)) == len(unescaped.findall(other))
    assert len(one.splitlines()) == len(other.splitlines())


def test_the_day_alone_does_not_make_it_another_page(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "opened")
    story.does(StepDone(on=OPENED, step="raadpleging-70"))
    first, second = (affairs(story.state, OPENED + timedelta(days=n)) for n in (0, 1))
    assert not first.late
    one, other = (page(each, LINKS, OUTBOX) for each in (first, second))
    assert (one.essence, one.body) == (other.essence, other.body)
    assert one.head != other.head


def test_what_is_late_makes_it_another_page_each_day(small: Small) -> None:
    late = in_october(small)
    assert late.stands_until() == ON + timedelta(days=1)
