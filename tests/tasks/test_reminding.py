# SPDX-License-Identifier: EUPL-1.2
"""A mail of several reminders waits: what is answered meanwhile is not asked any more."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from gehoord.domain.acts.report import Corrected, RemindedNow, ThemesChosen
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.outgoing.happened import MailLeft
from gehoord.domain.outgoing.reminders import bundles, reminder_of
from gehoord.domain.outgoing.story import stories
from gehoord.flows.watch import look
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.store.register import Register
from gehoord.store.reminded import reminders_sent
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from gehoord.tasks.mail import deliver
from gehoord.tasks.posting import post_of
from gehoord.tasks.settings import Settings
from gehoord.templates.links import Links
from gehoord.templates.outgoing.reminders import reminders
from gehoord.templates.story.mail import called
from gehoord.templates.story.telling import Teller
from tests.domain.acts.asking import asks
from tests.story import HEARD, heard
from tests.story_in_register import StoryInRegister, ToldInRegister

DAY = date(2026, 12, 1)
BY_PERSON = "op verzoek van 1 december 2026"  # the ladder itself waits for the advice and the text
LINKS = Links("http://127.0.0.1:4200", {"melden-gedaan": "7f"})
RING, SPEAK = date(2027, 10, 15), date(2027, 10, 25)  # after the autumn recess


@pytest.fixture
def story(told: ToldInRegister) -> StoryInRegister:
    return told("opened")


def remind_rbop_of_all(register: Register) -> int:
    with register.changing("klein", DAY, "Gehoord", "wacht") as change:
        state = change.state()
        owed = [
            a for a in state.actions.where(owner="rbop") if a.due_on and a.step != "jaarverslag"
        ]
        assert len(owed) > 1
        wanted = [reminder_of(state, action, BY_PERSON) for action in owed]
        mails = bundles(state, wanted, reminders_sent(change, "klein"), DAY)
        return change.send(reminders(post_of(state, DAY), mails))


def mails(register: Register) -> list[Message]:
    with register.reading() as reader:
        return reader.all(Message, "klein", kind=MessageKind.REMINDER)


def test_several_reminders_are_one_mail_that_says_so(story: StoryInRegister) -> None:
    assert remind_rbop_of_all(story.register) == 1
    assert remind_rbop_of_all(story.register) == 0
    [mail] = mails(story.register)
    assert mail.address == "rbop@klein.example"
    assert f"{len(mail.facts)} herinneringen" in mail.subject
    assert all(fact.startswith(f"{BY_PERSON}|") for fact in mail.facts)


def test_what_was_done_while_the_mail_waited_is_left_out_and_the_rest_still_goes(
    story: StoryInRegister, tmp_path: Path
) -> None:
    remind_rbop_of_all(story.register)
    [before] = mails(story.register)
    story.does(ThemesChosen(on=DAY, themes=("Ondermijning",)), DAY)
    deliver(story.register, Settings(home=tmp_path))
    deliver(story.register, Settings(home=tmp_path))
    after = {m.id: m for m in mails(story.register)}
    assert after.pop(before.id).state is MessageState.WITHDRAWN
    [rest] = after.values()
    assert (rest.state, rest.step) == (MessageState.SENT, "vaststelling")
    assert set(rest.facts) == {fact for fact in before.facts if "/themas/" not in fact}


def test_the_look_escalates_once_and_each_mailbox_hears_of_all_in_one_mail(
    told: ToldInRegister,
) -> None:
    story, day = told("asked"), date(2027, 10, 8)
    while day < date(2027, 11, 1):
        look(story.register, "klein", day)
        day += timedelta(days=1)
    with story.register.reading() as reader:
        speaks = reader.all(Message, "klein", recipient="regioburgemeester", created_on=SPEAK)
        digests = reader.all(Message, "klein", kind=MessageKind.LATE, created_on=RING)
        assert verify(reader, "klein").faults == ()
    [mail] = speaks
    assert "drie acties lang te laat" in mail.subject
    [digest] = digests
    assert digest.subject.endswith("drie keer nabellen")
    assert digest.body.count("- nabellen: ") == 3
    escalations = [a for a in story.state.actions if a.is_outside_plan]
    assert len(escalations) == 6
    with story.register.reading() as reader:
        state = state_of(reader, "klein")
        found = stories(state, recorded(reader, "klein"), fates(reader, "klein"), day)
    for action in escalations:
        said = [line.text for line in Teller(state, LINKS).lines(found[action.id])]
        assert any(action.due_in_words in text for text in said)


def test_the_look_tells_the_adviser_once_what_he_is_asked(told: ToldInRegister) -> None:
    story, day = told("asked"), date(2027, 6, 18)
    story.does(asks(), day)
    for days in range(5):
        look(story.register, "klein", day + timedelta(days=days))
    with story.register.reading() as reader:
        [digest] = reader.all(Message, "klein", kind=MessageKind.LATE, created_on=day)
    assert digest.subject.endswith("te laat op 18 juni 2027, één verzoek aan u")
    asked = "- 1 (Texel: uitstel tot en met 21 oktober 2027); antwoord uiterlijk 22 juni 2027"
    assert asked in digest.body
    with story.register.reading() as reader:
        later = [m for m in reader.all(Message, "klein", kind=MessageKind.LATE) if m != digest]
    assert not [mail for mail in later if "verzoek" in mail.body]


def test_each_action_in_one_mail_has_it_in_its_own_story(
    story: StoryInRegister, tmp_path: Path
) -> None:
    remind_rbop_of_all(story.register)
    deliver(story.register, Settings(home=tmp_path))
    with story.register.reading() as reader:
        found = stories(
            state_of(reader, "klein"), recorded(reader, "klein"), fates(reader, "klein"), DAY
        )
    for step in ("themas", "vaststelling"):
        told = found[f"klein/{step}/rbop"]
        assert told.reminders == 1
        [left] = [e.what.message for e in told.events if isinstance(e.what, MailLeft)]
        assert called(left) == f"herinnering ({BY_PERSON})"


def test_a_reminder_that_was_withdrawn_does_not_keep_its_owner_from_another_that_day(
    told: ToldInRegister, tmp_path: Path
) -> None:
    story = told("asked")
    now = RemindedNow(on=HEARD, step="horen", owners=("Texel",))
    story.does(now)
    story.does(heard("Texel"))
    deliver(story.register, Settings(home=tmp_path))
    story.does(Corrected(on=HEARD, step="horen", owner="Texel", reason="dat was Hoorn"))
    assert "Herinnerd aan" in story.does(now)
    deliver(story.register, Settings(home=tmp_path))
    assert sorted(m.state for m in mails(story.register) if m.owner == "GM0448") == [
        MessageState.WITHDRAWN,
        MessageState.SENT,
    ]
    with story.refuses("Texel (vandaag al herinnerd)"):
        story.does(now)


def test_a_reminder_is_never_of_another_day_than_today(told: ToldInRegister) -> None:
    story = told("asked")
    now = RemindedNow(on=HEARD, step="horen", owners=("Texel",))
    with story.refuses("Een herinnering gaat meteen weg, dus niet op 16 september 2027"):
        story.does(now, HEARD + timedelta(days=1))
    assert mails(story.register) == []
