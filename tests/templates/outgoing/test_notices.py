# SPDX-License-Identifier: EUPL-1.2
"""The letters of notices: each with the document that it is about."""

from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.message import Message
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter
from tests.domain.acts.test_announcement import ANNOUNCED, by_lid_2, reached
from tests.domain.acts.test_jaarverslagen import ADOPTED_ON, over
from tests.domain.acts.test_wording import corrected
from tests.story import AGREED, ASKED
from tests.story_in_register import ToldInRegister

DOCUMENT = Document(name="jaarverslag.pdf", content=b"%PDF-1.7 jaarverslag")


def test_the_letters_carry_the_jaarverslag_itself(told: ToldInRegister) -> None:
    story = told("adopted")
    story.does(over(document=DOCUMENT))
    story.starts(Stage.ACCOUNT, ADOPTED_ON)
    with story.register.reading() as reader:
        sent = [m for m in reader.all(Message, "klein") if m.letter is Letter.JAARVERSLAG]
    assert sorted(m.recipient for m in sent) == ["korpschef", "minister"]
    for message in sent:
        assert "jaarverslag over 2028" in message.subject
        assert DOCUMENT.sha256 in [part.document for part in message.attachments]


def test_before_the_hearing_the_corrected_text_is_what_the_councils_get(
    told: ToldInRegister,
) -> None:
    story = told("agreed")
    text = Document(name="ontwerp.pdf", content=b"%PDF-1.7 beter")
    story.does(corrected(on=AGREED, document=text))
    story.starts(Stage.HEARING, ASKED)
    with story.register.reading() as reader:
        sent = [m for m in reader.all(Message, "klein") if m.letter is Letter.ONTWERP]
    assert len(sent) == 3
    assert all(text.sha256 in [a.document for a in m.attachments] for m in sent)


def test_each_burgemeester_gets_the_announcement_with_the_last_day_to_appeal(
    told: ToldInRegister,
) -> None:
    """Awb, art. 3:41 and 3:45."""
    story = told("final")
    reached(by_lid_2(story))
    story.starts(Stage.ADOPTION, ANNOUNCED)
    with story.register.reading() as reader:
        sent = [m for m in reader.all(Message, "klein") if m.letter is Letter.ANNOUNCEMENT]
    assert [m.recipient for m in sent] == [
        f"burgemeesters {code}" for code in ("GM0392", "GM0405", "GM0448")
    ]
    assert all("De laatste dag is 23 december 2027." in m.body for m in sent)


def test_a_letter_that_must_be_forwarded_first_names_no_last_day_to_appeal(
    told: ToldInRegister,
) -> None:
    story = told("final")
    by_lid_2(story)
    story.starts(Stage.ADOPTION, ANNOUNCED)
    with story.register.reading() as reader:
        sent = [m for m in reader.all(Message, "klein") if m.letter is Letter.ANNOUNCEMENT]
    assert len(sent) == 3
    assert not any("De laatste dag is" in m.body for m in sent)
    assert all("begint op de dag" in m.body for m in sent)
