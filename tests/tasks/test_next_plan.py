# SPDX-License-Identifier: EUPL-1.2
"""A dossier that was adopted before the next procedure was asked for is asked for it after all.

Law: Politiewet 2012, art. 39 lid 1 ("ten minste eenmaal in de vier jaar").
"""

import pytest

from gehoord.domain.acts import adoption
from gehoord.domain.acts.next_plan import NEXT_PLAN
from gehoord.domain.acts.report import StepLapsed
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.flows.watch import look
from gehoord.store.verify import verify
from gehoord.tasks.next_plan import ASKED
from tests.conftest import read_day
from tests.story import adopted
from tests.story_in_register import StoryInRegister, ToldInRegister

UPGRADED = read_day("Mon 2029-01-08")
A_WEEK_ON = read_day("Mon 2029-01-15")


def asked(story: StoryInRegister) -> int:
    """How often the journal says that it was asked; register and journal agree."""
    with story.register.reading() as reader:
        assert verify(reader, "klein").faults == ()
        return [e.text for e in reader.all(JournalEntry, "klein")].count(ASKED)


def test_the_daily_look_asks_it_once_as_if_the_adoption_had_and_never_again_once_it_lapsed(
    told: ToldInRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = told("final")
    with monkeypatch.context() as before:
        before.setattr(adoption, "to_lay_out_next", lambda *_: Changes())
        story.does(adopted())
    assert not story.state.owed(NEXT_PLAN)
    look(story.register, "klein", UPGRADED)
    [action] = story.state.owed(NEXT_PLAN)
    assert action.due_on == read_day("Tue 2030-11-05"), "a year before 4 November 2031"
    look(story.register, "klein", A_WEEK_ON)
    story.does(StepLapsed(on=A_WEEK_ON, step=NEXT_PLAN, reason="dit staat in het andere dossier"))
    look(story.register, "klein", A_WEEK_ON)
    assert not story.state.owed(NEXT_PLAN)
    assert asked(story) == 1
