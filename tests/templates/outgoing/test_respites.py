# SPDX-License-Identifier: EUPL-1.2
"""Only the griffie whose council has longer to answer, or no longer, reads of it."""

import pytest
import sqlalchemy as sa

from gehoord.domain.acts.report import Corrected, Merged, RehearingJudged, VersionMade
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.outgoing.story import stories
from gehoord.domain.proposal.step import Part
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.store.table_of import table_of
from tests.conftest import read_day
from tests.domain.acts.test_respite import respite
from tests.story import HEARD, ONE_DAY, RESPOND_BY
from tests.story_in_register import StoryInRegister, ToldInRegister

WITHDRAWN = MessageState.WITHDRAWN


def test_one_griffie_gets_its_own_day_with_its_calendar_and_then_the_former(
    told: ToldInRegister,
) -> None:
    story = told("asked")
    story.does(respite())
    leaves(story)
    story.does(
        Corrected(on=HEARD, report="uitstel", owner="Texel", reason="dat was een vergissing")
    )
    with story.register.reading() as reader:
        longer, former = reader.all(Message, "klein", kind=MessageKind.MOVED)
    assert longer.recipient == former.recipient == "GM0448"
    assert "Dit geldt alleen voor uw raad." in longer.body
    assert "- Eerst: uiterlijk 7 oktober 2027\n- Nu: uiterlijk 14 oktober 2027" in longer.body
    assert "de raad vergadert een week later" in longer.body
    assert longer.attachments[-1].name == "agenda.ics"
    assert "20271015" in longer.attachments[-1].content
    assert "is teruggenomen" in former.body
    assert "20271008" in former.attachments[-1].content
    assert longer.thread == former.thread == "horen/GM0448"


def test_a_mail_is_dated_on_the_day_on_which_it_is_written(told: ToldInRegister) -> None:
    story = told("asked")
    story.does(respite(), HEARD + ONE_DAY)
    with story.register.reading() as reader:
        [longer] = reader.all(Message, "klein", kind=MessageKind.MOVED)
    assert longer.created_on == HEARD + ONE_DAY


BACK = Corrected(on=HEARD, report="uitstel", owner="Texel", reason="dat was een vergissing")


def days_told(story: StoryInRegister) -> list[tuple[str, str, MessageState]]:
    """Return of each mail about a day of Texel: that day, the one before, and where it stands."""
    with story.register.reading() as reader:
        mails = reader.all(Message, "klein", kind=MessageKind.MOVED, municipality="GM0448")
    mails.sort(key=lambda mail: mail.edition)
    return [(str(mail.due_on), mail.facts[0], mail.state) for mail in mails]


def leaves(story: StoryInRegister) -> None:
    """Let what waits leave."""
    with story.register.delivering() as connection:
        connection.execute(sa.update(table_of(Message)).values(state=MessageState.SENT))


def test_a_respite_that_is_taken_back_before_its_mail_left_is_told_to_nobody(
    told: ToldInRegister,
) -> None:
    story = told("asked")
    story.does(respite())
    story.does(BACK)
    assert days_told(story) == [("2027-10-14", "uiterlijk 7 oktober 2027", WITHDRAWN)]


def test_the_last_day_alone_is_told_from_the_one_that_the_griffie_knows(
    told: ToldInRegister,
) -> None:
    story = told("asked")
    story.does(respite())
    story.moves("horen", read_day("Mon 2027-10-18"), HEARD)
    story.does(respite(until=read_day("Wed 2027-10-20")))
    assert days_told(story) == [
        ("2027-10-14", "uiterlijk 7 oktober 2027", WITHDRAWN),
        ("2027-10-18", "uiterlijk 7 oktober 2027", WITHDRAWN),
        ("2027-10-20", "uiterlijk 7 oktober 2027", MessageState.WAITING),
    ]
    leaves(story)
    story.does(BACK)
    assert days_told(story)[-1] == (
        "2027-10-18",
        "uiterlijk 20 oktober 2027",
        MessageState.WAITING,
    )


def test_a_council_that_is_heard_again_reads_so_and_not_when_that_was_a_mistake(
    told: ToldInRegister,
) -> None:
    """Its day stays: it is told all the same, and what waits when it is taken back never leaves."""
    story = told("heard")
    without = (Part.STRENGTH, Part.WIJKAGENTEN)
    story.does(VersionMade(on=HEARD, step="definitief", contains=without))
    again = {"councils": ("Texel",), "until": RESPOND_BY}
    why = "de doelstellingen zijn uit het plan gehaald"
    story.does(RehearingJudged(on=HEARD, again="ja", reason=why, **again))
    with story.register.reading() as reader:
        [mail] = reader.all(Message, "klein", kind=MessageKind.MOVED)
    assert "opnieuw horen: Texel" in mail.subject
    assert "Uw raad wordt opnieuw gehoord" in mail.body
    assert "Wilt u uw raad vragen dat deel te bespreken?" in mail.body
    assert "- Veranderd: de doelstellingen van de minister" in mail.body
    assert "- Antwoord: uiterlijk 7 oktober 2027" in mail.body
    assert "langer de tijd" not in mail.body
    story.does(Corrected(on=HEARD, report="opnieuw-horen", reason="dat was een ander dossier"))
    assert [state for *_, state in days_told(story)] == [WITHDRAWN]


@pytest.mark.parametrize(
    "merger",
    [
        Merged(on=HEARD, ceased=("Texel",), code="GM9999", name="Nieuwstad"),
        Merged(on=HEARD, ceased=("Hoorn",), code="GM0448", name="Texel"),
    ],
)
def test_a_merger_keeps_what_waits_for_that_council_from_leaving(
    told: ToldInRegister, merger: Merged
) -> None:
    story = told("asked")
    story.does(respite())
    story.does(merger)
    assert [state for *_, state in days_told(story)] == [WITHDRAWN]
    with story.register.reading() as reader:
        letters = reader.all(Message, "klein", kind=MessageKind.LETTER)
        cards = stories(story.state, recorded(reader, "klein"), fates(reader, "klein"), HEARD)
    ceased = {"Texel": "GM0448", "Hoorn": "GM0405"}[merger.ceased[0]]
    assert {m.state is WITHDRAWN for m in letters if m.municipality == ceased} == {True}
    assert {m.state is WITHDRAWN for m in letters if m.municipality == "GM0392"} == {False}
    sending = [m for m in letters if m.step == "verzending" and m.state is not WITHDRAWN]
    assert cards["klein/verzending/adviseur"].letters == len(sending) == 2
