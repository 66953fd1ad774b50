# SPDX-License-Identifier: EUPL-1.2
"""A request is told on the card of who asked, and asked in full on that of the adviser."""

from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.derived import Derived
from gehoord.domain.outgoing.happened import Escalated, RequestClosed, RequestMade
from gehoord.domain.outgoing.story import stories
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.templates.story.head import head
from tests.domain.acts.asking import WHY, answers, asks
from tests.story import ASKED
from tests.story_in_register import StoryInRegister, ToldInRegister

UNTIL = "uitstel tot en met 21 oktober 2027"


def told_of(story: StoryInRegister, action: str) -> list[object]:
    with story.register.reading() as reader:
        found = stories(story.state, recorded(reader, "klein"), fates(reader, "klein"), ASKED)
    return [event.what for event in found[action].events]


def test_the_council_reads_what_it_asked_and_what_came_of_it(told: ToldInRegister) -> None:
    story = told("asked")
    story.does(asks())
    story.does(answers())
    reason = "dat was een vergissing"
    for what in ("antwoord-op-verzoek", "verzoek"):
        story.does(Corrected(on=ASKED, report=what, owner="Texel", reason=reason))
    events = told_of(story, "klein/horen/GM0448")
    assert [event for event in events if isinstance(event, RequestMade | RequestClosed)] == [
        RequestMade(UNTIL, WHY),
        RequestClosed(UNTIL, "afgewezen", answers().text),
        RequestClosed(UNTIL, "open", ""),
        RequestClosed(UNTIL, "teruggenomen", ""),
    ]
    assert not [event for event in events if isinstance(event, Escalated)]


def test_the_adviser_reads_the_words_of_who_asked(told: ToldInRegister) -> None:
    story = told("asked")
    story.does(asks())
    [action] = story.state.actions.where(step="antwoord-op-verzoek")
    said = list(head(story.state, action, Derived(story.state)))
    assert said[0] == f"Wat: verzoek van Texel: {UNTIL}."
    assert f"Gevraagd op 17 juni 2027: {WHY}" in said
