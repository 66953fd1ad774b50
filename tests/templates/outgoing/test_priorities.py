# SPDX-License-Identifier: EUPL-1.2
"""Who reads that another theme has priority."""

from gehoord.domain.dossier.message import Message
from gehoord.domain.proposal.step import Letter
from tests.domain.acts.test_priorities import priority
from tests.story_in_register import ToldInRegister


def test_councils_burgemeesters_and_both_offices_get_a_letter_about_each(
    told: ToldInRegister,
) -> None:
    story = told("adopted")
    story.does(priority())
    story.does(priority(comes=("Jeugd",), goes=("Ondermijning",)))
    with story.register.reading() as reader:
        sent = [m for m in reader.all(Message, "klein") if m.letter is Letter.PRIORITY]
    assert len(sent) == 2 * 8
    assert {m.recipient for m in sent if not m.municipality} == {"hoofdofficier", "korpschef"}
    first = [m for m in sent if "Voorrang krijgt: Zorg en veiligheid." in m.body]
    assert len(first) == 8
    assert all("Dat gaat ten koste van Jeugd." in m.body for m in first)
    assert all("er is meer effect" in m.attachments[0].content for m in first)
