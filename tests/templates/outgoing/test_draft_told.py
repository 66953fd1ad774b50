# SPDX-License-Identifier: EUPL-1.2
"""The mail with a draft says only what is so for who reads it, on the day on which it leaves."""

from datetime import date

import pytest

from gehoord.domain.acts.report import (
    ChapterPromised,
    Corrected,
    Disposed,
    StepDone,
    VersionMade,
)
from gehoord.domain.dossier.document import Document
from gehoord.templates.outgoing.circulations import drafts_to_read
from gehoord.templates.outgoing.outgoing import Outgoing
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
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ONE_DAY, Small, Story

OF_78 = Document(name="IMV 78%.pdf", media_type="application/pdf", content=b"%PDF-78")
WHY = "verkeerde versie, met namen erin"


@pytest.fixture
def story(small: Small) -> Story:
    return drafted(StoryInMemory(), small)


def mails(story: Story, on: date = FIRST) -> dict[str, str]:
    """Return the last draft that went out, in one line, by address."""
    post = Outgoing(story.state, on, "adviseur@politie.example")
    sent = drafts_to_read(post, story.state.circulations[-1])
    return {mail.address: " ".join(mail.body.split()) for mail in sent}


def next_version(story: Story, changed: str, document: Document = OF_85) -> None:
    story.does(VersionMade(on=SECOND, step="concept-85", document=document, changed=changed))


def test_a_critic_reads_that_his_remarks_were_considered_only_once_they_were(story: Story) -> None:
    story.does(asked())
    story.does(responded("GGD"))
    next_version(story, "Hoofdstuk 3.")
    story.does(asked_again())
    mail = mails(story)["ggd@ggd.example"]
    assert "U was kritisch op de 70%-versie. Daarom stuur ik u ook deze versie." in mail
    assert "Uw opmerkingen zijn bekeken" not in mail
    story.does(Disposed(on=SECOND, sender="GGD", disposition="Overgenomen in hoofdstuk 3."))
    assert "Uw opmerkingen zijn bekeken" in mails(story)["ggd@ggd.example"]


def test_each_reads_what_changed_since_the_version_that_he_had(story: Story) -> None:
    story.does(asked("GGD", "Jeugdzorg"))
    next_version(story, "Hoofdstuk 2 is geschrapt.", OF_78)
    next_version(story, "Een tikfout verbeterd in 5.")
    story.does(asked_again("GGD", "Programmamanager OM"))
    had, had_none = mails(story)["ggd@ggd.example"], mails(story)["om@om.example"]
    since = "Dit is veranderd sinds de 70%-versie: Hoofdstuk 2 is geschrapt. Een tikfout"
    assert since in had
    assert "Dit is veranderd: Een tikfout verbeterd in 5." in had_none


def test_of_two_versions_of_one_name_the_one_before_is_told_by_its_day(story: Story) -> None:
    story.does(asked())
    story.does(VersionMade(on=UNTIL, step="concept-70", document=OF_78, changed="Kop 2."))
    story.does(asked("GGD", on=UNTIL))
    told = "Dit is veranderd sinds de eerdere versie van 8 april 2027: Kop 2."
    assert told in mails(story)["ggd@ggd.example"]


def test_who_was_sent_a_version_that_was_taken_back_reads_that_this_one_replaces_it(
    story: Story,
) -> None:
    story.does(asked("GGD"))
    story.does(Corrected(on=FIRST, step="concept-70", reason=WHY))
    story.does(VersionMade(on=FIRST, step="concept-70", document=OF_78))
    story.does(asked())
    replaces = "Hebt u de eerdere versie van 8 april 2027 gekregen? Die is ingetrokken."
    assert [to for to, mail in mails(story).items() if replaces in mail] == ["ggd@ggd.example"]
    story.does(VersionMade(on=SECOND, step="concept-85", document=OF_85))
    story.does(asked_again("GGD"))
    assert "ingetrokken" not in mails(story)["ggd@ggd.example"]


def promise(follows_by: date) -> ChapterPromised:
    return ChapterPromised.model_validate(
        {
            "on": FIRST,
            "chapter": "Hoofdstuk 6",
            "stands": "ontbreekt",
            "to": "de burgemeesters",
            "follows_by": follows_by,
        }
    )


def test_a_chapter_is_promised_for_the_day_that_holds_now(story: Story) -> None:
    story.does(promise(read_day("Mon 2027-04-12")))
    story.does(asked())
    [chapter] = story.state.versions[0].follows
    what = "Hoofdstuk 6 (ontbreekt nog)"
    assert f"{what}: volgt uiterlijk 12 april 2027, aan de burg" in mails(story)["j@z.example"]
    story.moves(chapter.step, UNTIL, FIRST)
    assert f"{what}: volgt uiterlijk 13 mei 2027, aan de burg" in mails(story)["j@z.example"]
    passed = f"{what}, aan de burgemeesters: was toegezegd voor 13 mei 2027, volgt nog"
    assert passed not in mails(story, UNTIL)["j@z.example"]
    assert passed in mails(story, UNTIL + ONE_DAY)["j@z.example"]


def test_a_chapter_that_was_sent_on_to_others_is_still_told_as_the_file_lacks_it(
    story: Story,
) -> None:
    story.does(promise(UNTIL))
    story.does(asked("GGD"))
    story.does(StepDone(on=FIRST, step=story.state.versions[0].follows[0].step))
    story.does(asked("Jeugdzorg"))
    told = "Hoofdstuk 6 (ontbreekt nog), aan de burgemeesters: nagestuurd op 8 april 2027"
    assert told in mails(story)["j@z.example"]
    assert OF_70.sha256 == story.state.circulations[-1].document
