"""Only the griffie whose council has longer to answer, or no longer, reads of it."""

from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.message import Message, MessageKind
from tests.domain.acts.test_respite import respite
from tests.story import HEARD, ONE_DAY
from tests.story_in_register import ToldInRegister


def test_one_griffie_gets_its_own_day_with_its_calendar_and_then_the_former(
    told: ToldInRegister,
) -> None:
    story = told("asked")
    story.does(respite())
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
