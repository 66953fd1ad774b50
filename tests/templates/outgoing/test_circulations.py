# SPDX-License-Identifier: EUPL-1.2
"""Who reads along gets the draft itself by mail, once, and not after it was taken back (S003)."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from gehoord.domain.acts.report import (
    Corrected,
    Report,
    ReviewersNamed,
    StepDone,
    TakenBack,
    VersionMade,
)
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.flows.record import foreseen
from gehoord.flows.watch import look
from gehoord.store.register import Register
from gehoord.store.verify import verify
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from tests.conftest import read_day
from tests.domain.acts.circulated import (
    FIRST,
    OF_70,
    OF_85,
    SECOND,
    UNTIL,
    UNTIL_85,
    asked,
    asked_again,
    drafted,
    read_once,
    responded,
)
from tests.domain.outgoing.test_prepared import lines
from tests.story import ONE_DAY, Small
from tests.story_in_register import StoryInRegister
from tests.tasks.told_archive import exported, files_of

REMINDED = read_day("Mon 2027-05-10")
WHY = "dat was een andere versie"


@pytest.fixture
def story(register: Register, small: Small) -> StoryInRegister:
    story = StoryInRegister(register)
    drafted(story, small)
    return story


@pytest.fixture
def place(tmp_path: Path) -> Settings:
    """Where mails go: each test has its own, as a register that is put back would be noticed."""
    return Settings(home=tmp_path, database_url="", mail_mode="proef")


def drafts(story: StoryInRegister) -> list[Message]:
    with story.register.reading() as reader:
        found = reader.all(Message, "klein", kind=MessageKind.DRAFT)
    return sorted(found, key=lambda message: (message.edition, message.recipient))


def states(story: StoryInRegister) -> list[MessageState]:
    return [message.state for message in drafts(story)]


def test_each_reader_gets_one_mail_with_the_draft_attached_and_no_other(
    story: StoryInRegister,
) -> None:
    story.does(asked())
    mails = drafts(story)
    assert [mail.address for mail in mails] == ["om@om.example", "ggd@ggd.example", "j@z.example"]
    assert {part.document for mail in mails for part in mail.attachments} == {OF_70.sha256}
    assert {(mail.step, mail.version) for mail in mails} == {("raadpleging-70", 1)}
    assert "tot en met donderdag 13 mei 2027" in mails[0].subject
    assert "geen horen van de gemeenteraad" in mails[0].body
    look(story.register, "klein", FIRST)
    assert len(drafts(story)) == 3


def test_it_leaves_under_the_name_of_its_file_and_is_kept_as_sent(
    story: StoryInRegister, place: Settings
) -> None:
    story.does(asked("GGD"))
    deliver(story.register, place)
    [path] = [f for f in place.outbox.rglob("*.eml") if "lezing" in f.name]
    mail = message_from_bytes(path.read_bytes(), EmailMessage, policy=default)
    [attached] = list(mail.iter_attachments())
    assert (attached.get_filename(), attached.get_content()) == (OF_70.name, OF_70.content)
    assert states(story) == [MessageState.SENT]
    with story.register.reading() as reader:
        assert verify(reader, "klein").faults == ()


def test_the_second_draft_says_what_changed_and_that_it_is_voluntary(
    register: Register, small: Small
) -> None:
    story = StoryInRegister(register)
    read_once(story, small)
    story.does(asked_again())
    mail = drafts(story)[-1]
    assert (mail.address, mail.attachments[0].document) == ("ggd@ggd.example", OF_85.sha256)
    assert "U was kritisch op de 70%-versie" in mail.body
    assert "vrijblijvend" in mail.body
    assert "Hoofdstuk 3 is herschreven." in mail.body
    story.does(asked_again("Jeugdzorg"))
    assert "U was kritisch" not in drafts(story)[-1].body


def test_what_waits_leaves_no_more_once_it_was_taken_back(story: StoryInRegister) -> None:
    story.does(asked("GGD"))
    story.does(asked())
    story.does(Corrected(on=FIRST, report=TakenBack.CIRCULATION, owner="1", reason=WHY))
    assert states(story).count(MessageState.WITHDRAWN) == 1
    story.does(Corrected(on=FIRST, report=TakenBack.REVIEWERS, owner="Jeugdzorg", reason=WHY))
    assert states(story).count(MessageState.WITHDRAWN) == 2
    story.does(Corrected(on=FIRST, step="concept-70", reason=WHY))
    assert set(states(story)) == {MessageState.WITHDRAWN}


def test_an_older_draft_that_still_waits_leaves_no_more_once_there_is_a_newer(
    story: StoryInRegister,
) -> None:
    story.does(asked())
    story.does(VersionMade(on=SECOND, step="concept-85", document=OF_85))
    assert set(states(story)) == {MessageState.WITHDRAWN}


def test_what_waits_goes_to_the_new_address_of_a_reader(story: StoryInRegister) -> None:
    story.does(asked("GGD"))
    story.does(ReviewersNamed(on=FIRST, lines=("GGD; lezen@ggd.example",)))
    assert [mail.address for mail in drafts(story)] == ["lezen@ggd.example"]


def test_under_another_day_nothing_is_mailed(story: StoryInRegister) -> None:
    with story.refuses("Gehoord stuurt een concept vandaag, niet op 8 april 2027"):
        story.does(asked(), FIRST + ONE_DAY)
    with story.refuses("Gehoord stuurt een concept vandaag"):
        foreseen(story.register, "klein", asked(), FIRST + ONE_DAY)
    story.does(asked(was_sent=True), UNTIL)
    assert drafts(story) == []
    assert len(story.state.circulations) == 1


def test_who_did_not_respond_is_reminded_once_some_days_before_the_last_day(
    story: StoryInRegister, place: Settings
) -> None:
    story.does(asked())
    deliver(story.register, place)
    story.does(responded("GGD", on=FIRST))
    look(story.register, "klein", REMINDED - ONE_DAY)
    assert reminded(story) == []
    look(story.register, "klein", REMINDED)
    assert reminded(story) == ["j@z.example", "om@om.example"]
    assert "tot en met donderdag 13 mei 2027" in drafts(story)[-1].body
    look(story.register, "klein", REMINDED + ONE_DAY)
    look(story.register, "klein", UNTIL)
    assert len(reminded(story)) == 2


def test_a_missed_day_is_made_up_for_but_not_after_the_last(
    story: StoryInRegister, place: Settings
) -> None:
    story.does(asked("GGD"))
    deliver(story.register, place)
    look(story.register, "klein", UNTIL + ONE_DAY)
    assert reminded(story) == []
    look(story.register, "klein", UNTIL)
    assert reminded(story) == ["ggd@ggd.example"]


def test_nobody_is_reminded_of_what_he_did_not_get(story: StoryInRegister) -> None:
    story.does(asked("GGD"))
    look(story.register, "klein", REMINDED)
    assert reminded(story) == []


@pytest.mark.parametrize(
    "report",
    [
        responded("GGD", on=REMINDED),
        StepDone(on=REMINDED, step="raadpleging-70"),
        Corrected(on=REMINDED, report=TakenBack.CIRCULATION, reason=WHY),
        VersionMade(on=REMINDED, step="concept-85", document=OF_85),
    ],
    ids=lambda report: report.what,
)
def test_a_reminder_that_waits_leaves_no_more_once_it_is_vain(
    story: StoryInRegister, report: Report, place: Settings
) -> None:
    story.does(asked("GGD"))
    deliver(story.register, place)
    look(story.register, "klein", REMINDED)
    story.does(report)
    deliver(story.register, place)
    assert sorted(states(story)) == [MessageState.WITHDRAWN, MessageState.SENT]
    look(story.register, "klein", REMINDED)
    assert len(drafts(story)) == 2


def test_nobody_is_reminded_of_a_second_round(
    register: Register, small: Small, place: Settings
) -> None:
    story = StoryInRegister(register)
    read_once(story, small)
    story.does(asked_again())
    deliver(story.register, place)
    look(story.register, "klein", UNTIL_85)
    assert reminded(story) == []


def reminded(story: StoryInRegister) -> list[str]:
    return sorted(draft.address for draft in drafts(story) if draft.rung)


def test_when_the_round_gets_longer_who_waits_hears_so_and_is_late_by_the_new_day(
    story: StoryInRegister, place: Settings
) -> None:
    story.does(asked())
    deliver(story.register, place)
    story.does(responded("GGD", on=FIRST))
    later = UNTIL + 7 * ONE_DAY
    story.moves("raadpleging-70", later, FIRST)
    told = [mail for mail in all_mails(story) if mail.kind is MessageKind.MOVED]
    assert sorted(mail.address for mail in told) == ["j@z.example", "om@om.example"]
    assert "tot en met 20 mei 2027" in told[0].body
    assert "example" not in told[0].body
    assert story.state.circulations[0].respond_by == later
    assert "na de laatste dag" not in story.does(responded("Jeugdzorg", on=later))


LATER = UNTIL + 14 * ONE_DAY


def moves(story: StoryInRegister) -> list[Message]:
    told = [mail for mail in all_mails(story) if mail.kind is MessageKind.MOVED]
    return [mail for mail in told if mail.state is not MessageState.WITHDRAWN]


def test_a_draft_that_waits_when_its_round_moves_leaves_once_with_the_new_day(
    story: StoryInRegister, place: Settings
) -> None:
    story.does(asked("GGD"))
    for day in (LATER, UNTIL, LATER):
        story.moves("raadpleging-70", day, FIRST)
    deliver(story.register, place)
    [left] = [mail for mail in drafts(story) if mail.state is MessageState.SENT]
    assert "tot en met donderdag 27 mei 2027" in left.body
    assert moves(story) == []


def test_who_has_the_draft_hears_of_the_last_move_alone(
    story: StoryInRegister, place: Settings
) -> None:
    story.does(asked("GGD"))
    deliver(story.register, place)
    for day in (LATER, UNTIL, LATER - ONE_DAY):
        story.moves("raadpleging-70", day, FIRST)
    [told] = moves(story)
    assert "13 mei 2027" in told.body
    assert "26 mei 2027" in told.body
    story.moves("raadpleging-70", UNTIL, FIRST)
    assert moves(story) == [], "he knows that day"


def test_of_a_draft_that_was_taken_back_no_other_day_is_told(
    story: StoryInRegister, place: Settings
) -> None:
    story.does(asked("GGD"))
    deliver(story.register, place)
    story.moves("raadpleging-70", LATER, FIRST)
    story.does(Corrected(on=FIRST, report=TakenBack.CIRCULATION, reason=WHY))
    assert moves(story) == []


def test_a_reminder_that_waits_when_the_round_moves_is_made_again_for_the_new_day(
    story: StoryInRegister, place: Settings
) -> None:
    story.does(asked("GGD"))
    deliver(story.register, place)
    look(story.register, "klein", REMINDED)
    story.moves("raadpleging-70", LATER, REMINDED)
    look(story.register, "klein", LATER - 3 * ONE_DAY)
    was, becomes = sorted((m for m in drafts(story) if m.rung), key=lambda m: m.rung)
    assert was.state is MessageState.WITHDRAWN
    assert becomes.state is MessageState.WAITING
    assert "tot en met donderdag 27 mei 2027" in becomes.body


def all_mails(story: StoryInRegister) -> list[Message]:
    with story.register.reading() as reader:
        return reader.all(Message, "klein")


def test_years_later_it_can_be_read_what_went_to_whom(story: StoryInRegister) -> None:
    story.does(asked("GGD"))
    story.does(asked())
    story.does(Corrected(on=FIRST, report=TakenBack.CIRCULATION, owner="2", reason=WHY))
    files = files_of(exported(story.register))
    overview = files["overzicht.html"].decode()
    assert "<h2>Concepten ter lezing</h2>" in overview
    assert "70%-versie opleveren, klaargezet om te verzenden op 8 april 2027" in overview
    assert OF_70.sha256 in overview
    assert '<th scope="row">GGD</th><td>wacht</td><td></td>' in overview
    assert '<th scope="row">Jeugdzorg</th><td>ingetrokken</td><td></td>' in overview
    assert "Ingetrokken op 8 april 2027: dat was een andere versie" in overview
    assert [name for name in files if name.startswith("bericht-") and "lezing" in name]


def test_the_card_of_the_round_tells_who_got_it(story: StoryInRegister) -> None:
    story.does(asked("GGD"))
    assert lines(story, "raadpleging-70")[0] == (
        "concept ter lezing gestuurd, reageren tot en met 13 mei 2027: GGD."
    )
    story.does(Corrected(on=FIRST, report=TakenBack.CIRCULATION, reason=WHY))
    assert lines(story, "raadpleging-70")[-1] == "teruggenomen: concept ter lezing gestuurd."
