# SPDX-License-Identifier: EUPL-1.2
"""Who has a draft follows from the mail that brought it, not from what was meant (S003)."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gehoord.domain.acts.report import (
    Corrected,
    ReviewersNamed,
    StepDone,
    StepLapsed,
    VersionMade,
)
from gehoord.domain.dossier.attempt import Answers, after
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.outgoing.reading_along import rounds_told
from gehoord.flows.watch import look
from gehoord.store import outbox
from gehoord.store.register import Register
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from gehoord.templates.account import account_document
from tests.conftest import read_day
from tests.domain.acts.circulated import (
    FIRST,
    OF_70,
    OF_85,
    SECOND,
    UNTIL,
    asked,
    asked_again,
    drafted,
    responded,
)
from tests.story import ONE_DAY, Small
from tests.story_in_register import StoryInRegister
from tests.tasks.told_archive import exported, files_of

REMINDED = read_day("Mon 2027-05-10")
WHY = "dat was een vergissing"
SMALLER = Document(name="IMV 70% klein.pdf", media_type="application/pdf", content=b"%PDF-7")
GONE = Answers(never={"ggd@ggd.example": "550 no such user"})
REFUSED = Answers(refused="552 message too big")
LATER = Answers(later={"x": "451 later"})


class Reading(StoryInRegister):
    """A story with a clock, of which the mail server answers as told."""

    def at(self, day: date) -> None:
        self.register.now = lambda: datetime(day.year, day.month, day.day, 7, tzinfo=UTC)

    def answers(self, answers: Answers, *recipients: str) -> None:
        """Let the server say this to the mail of these, or of all that waits."""
        for message in self.drafts():
            is_meant = not recipients or message.address in recipients
            if is_meant and (mine := outbox.claim(self.register, message.id)):
                outbox.settle(self.register, after(mine, answers, self.register.now()))

    def goes(self, place: Settings) -> list[str]:
        """Let what waits leave; give what the adviser hears of what does not."""
        return list(deliver(self.register, place).held)

    def drafts(self) -> list[Message]:
        with self.register.reading() as reader:
            found = reader.all(Message, "klein", kind=MessageKind.DRAFT)
        return sorted(found, key=lambda message: (message.edition, message.recipient))

    def sent_to(self) -> list[str]:
        """Return to which addresses a draft or a reminder left, in order."""
        return sorted(m.address for m in self.drafts() if m.state is MessageState.SENT)

    def told(self) -> str:
        return " ".join(told.in_words for told in rounds_told(self.state))


@pytest.fixture
def database_url(tmp_path: Path, empty_sqlite: Path) -> str:
    """The sentences here are no other on another database."""
    return f"sqlite:///{shutil.copy(empty_sqlite, tmp_path / 'register.db')}"


@pytest.fixture
def story(register: Register, small: Small) -> Reading:
    story = Reading(register)
    drafted(story, small)
    story.at(FIRST)
    return story


@pytest.fixture
def place(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, database_url="", mail_mode="proef")


def test_what_a_version_by_mistake_kept_from_leaving_can_be_sent_again(
    story: Reading, place: Settings
) -> None:
    story.does(asked())
    story.answers(LATER)
    said = story.does(VersionMade(on=FIRST, step="concept-85", document=OF_85))
    assert "3 mails met de vorige tekst stonden nog klaar en gaan niet meer weg." in said
    story.does(Corrected(on=FIRST, step="concept-85", reason=WHY))
    assert "is nog bij geen enkele lezer" in story.told()
    story.does(asked())
    story.goes(place)
    assert story.sent_to() == ["ggd@ggd.example", "j@z.example", "om@om.example"]
    assert "ter lezing naar 3 lezers" in story.told()


def test_whose_mail_is_still_to_leave_gets_no_second_one(story: Reading) -> None:
    story.does(asked("GGD"))
    with story.refuses("De mail met de 70%-versie aan GGD staat klaar en moet nog vertrekken."):
        story.does(asked("GGD"))


def test_a_corrected_file_goes_in_place_of_the_old_one_and_to_who_has_that(
    story: Reading, place: Settings
) -> None:
    story.does(asked("GGD"))
    story.goes(place)
    story.does(asked("Jeugdzorg"))
    better = VersionMade(on=FIRST, step="concept-70", document=SMALLER, wording="een naam is weg")
    said = story.does(better)
    assert "1 mail met de vorige tekst stond nog klaar en gaat niet meer weg." in said
    story.does(asked())
    story.goes(place)
    left = [m for m in story.drafts() if m.state is MessageState.SENT]
    got = [(m.address, m.attachments[0].document) for m in left]
    assert got[0] == ("ggd@ggd.example", OF_70.sha256)
    assert sorted(address for address, file in got if file == SMALLER.sha256) == [
        "ggd@ggd.example",
        "j@z.example",
        "om@om.example",
    ]
    with story.refuses("Ieder van hen heeft de 70%-versie al."):
        story.does(asked())


def test_a_file_that_was_too_big_goes_again_as_a_smaller_one(
    story: Reading, place: Settings
) -> None:
    story.does(asked())
    story.answers(REFUSED, "ggd@ggd.example")
    smaller = VersionMade(
        on=FIRST, step="concept-70", document=SMALLER, wording="het bestand is kleiner"
    )
    story.does(smaller)
    story.does(asked("GGD"))
    story.goes(place)
    assert story.sent_to() == ["ggd@ggd.example"]


def test_only_who_got_it_is_counted_and_named_as_silent_and_the_others_are_told(
    story: Reading, place: Settings
) -> None:
    story.does(asked())
    assert "Nog niet vertrokken is de mail aan" in story.told()
    story.answers(GONE, "ggd@ggd.example")
    story.at(FIRST + ONE_DAY)
    story.goes(place)
    story.does(responded("Jeugdzorg", on=FIRST))
    told = story.told()
    assert "De 70%-versie ging op 9 april 2027 ter lezing naar 2 lezers: 1 reageerde." in told
    assert "Niet aangekomen bij GGD." in told
    assert "Stuur de 70%-versie opnieuw aan GGD (melding 'ter-lezing')." in told
    story.does(StepDone(on=UNTIL, step="raadpleging-70"))
    account = account_document(story.state, UNTIL)
    assert "Niet aangekomen bij GGD. Geen reactie van Programmamanager OM" in account


def test_years_later_it_can_be_read_when_it_left_to_whom_and_where_it_did_not(
    story: Reading, place: Settings
) -> None:
    story.does(asked())
    story.answers(GONE, "ggd@ggd.example")
    story.at(FIRST + 15 * ONE_DAY)
    story.goes(place)
    overview = files_of(exported(story.register))["overzicht.html"].decode()
    assert '<th scope="row">GGD</th><td>adres werkt niet</td><td></td>' in overview
    left = '<th scope="row">Jeugdzorg</th><td>verzonden</td><td>23 april 2027, 09.00 uur</td>'
    assert f'{left}<td class="hash">{OF_70.sha256}</td>' in overview
    assert "ggd.example" not in overview


def test_who_responded_had_it_whatever_the_mail_server_said(story: Reading) -> None:
    story.does(asked("GGD"))
    story.answers(GONE)
    story.does(responded("GGD", on=FIRST))
    assert "1 lezer: allen reageerden." in story.told()


def test_a_version_that_reached_nobody_is_no_round_before(story: Reading) -> None:
    story.does(asked())
    story.does(VersionMade(on=SECOND, step="concept-85", document=OF_85))
    story.at(SECOND)
    story.does(asked_again())
    assert len(story.state.circulations[-1].sent_to) == 3
    assert not story.state.circulations[-1].is_voluntary


def test_a_draft_that_bounced_arrives_once_at_the_new_address(
    story: Reading, place: Settings
) -> None:
    story.does(asked())
    story.answers(GONE, "ggd@ggd.example")
    story.does(ReviewersNamed(on=FIRST, lines=("GGD; lezen@ggd.example",)))
    story.goes(place)
    with story.refuses("Ieder van hen heeft de 70%-versie al."):
        story.does(asked())
    assert story.sent_to() == ["j@z.example", "lezen@ggd.example", "om@om.example"]


def test_of_two_addresses_only_the_one_that_did_not_work_gets_it_again(
    story: Reading, place: Settings
) -> None:
    story.does(ReviewersNamed(on=FIRST, lines=("Zorg; a@m.example, b@m.example",)))
    story.does(asked("Zorg"))
    story.answers(Answers(taken=("a@m.example",), never={"b@m.example": "550 no"}))
    story.does(ReviewersNamed(on=FIRST, lines=("Zorg; a@m.example, c@m.example",)))
    story.does(asked("Zorg"))
    assert story.drafts()[-1].address == "c@m.example"
    story.goes(place)
    with story.refuses("Zorg heeft de 70%-versie al."):
        story.does(asked("Zorg"))


def test_who_got_it_twice_is_reminded_once(story: Reading, place: Settings) -> None:
    story.does(asked("GGD"))
    story.goes(place)
    story.does(ReviewersNamed(on=FIRST, lines=("GGD; lezen@ggd.example",)))
    story.does(asked("GGD"))
    story.goes(place)
    story.at(REMINDED)
    look(story.register, "klein", REMINDED)
    assert [m.edition for m in story.drafts() if m.rung] == [2]


def test_the_same_address_given_again_lets_what_was_refused_leave(
    story: Reading, place: Settings
) -> None:
    story.does(asked("GGD"))
    story.answers(REFUSED)
    story.does(ReviewersNamed(on=FIRST, lines=("GGD; ggd@ggd.example",)))
    story.goes(place)
    assert story.sent_to() == ["ggd@ggd.example"]


def test_sent_again_what_was_refused_before_leaves_no_more(story: Reading, place: Settings) -> None:
    story.does(asked("GGD"))
    story.answers(REFUSED)
    story.does(asked("GGD"))
    assert [m.state for m in story.drafts()] == [MessageState.WITHDRAWN, MessageState.WAITING]


def test_a_draft_does_not_leave_after_its_last_day_and_the_adviser_hears_so(
    story: Reading, place: Settings
) -> None:
    story.does(asked("GGD"))
    story.at(UNTIL + ONE_DAY)
    assert story.goes(place) == [
        "GGD: het concept gaat niet meer weg, want de laatste dag om te reageren, 13 mei 2027, is "
        "voorbij"
    ]
    assert [m.state for m in story.drafts()] == [MessageState.WITHDRAWN]
    story.does(asked("GGD", on=UNTIL + ONE_DAY, until=UNTIL + 8 * ONE_DAY))
    assert story.goes(place) == []
    assert story.sent_to() == ["ggd@ggd.example"]


def test_on_its_last_day_a_draft_still_leaves(story: Reading, place: Settings) -> None:
    story.does(asked("GGD"))
    story.at(UNTIL)
    assert story.goes(place) == []
    assert story.sent_to() == ["ggd@ggd.example"]


@pytest.mark.parametrize(
    "report",
    [
        StepDone(on=FIRST, step="raadpleging-70"),
        StepLapsed(on=FIRST, step="raadpleging-70", reason="gaat niet door"),
    ],
    ids=lambda report: report.what,
)
def test_a_draft_does_not_leave_once_its_round_was_done_or_lapsed(
    story: Reading, place: Settings, report: StepDone | StepLapsed
) -> None:
    story.does(asked("GGD"))
    story.does(report)
    assert "stap 'raadpleging-70' is gedaan of vervallen" in story.goes(place)[0]
    with story.refuses("Stap 'raadpleging-70' is"):
        story.does(asked("GGD"))
