# SPDX-License-Identifier: EUPL-1.2
"""What waits for whom: all councils together are one, who is late comes first."""

from datetime import timedelta

from gehoord.domain.dossier.names import names
from gehoord.templates.desk.overview_waiting import WaitingRow, waiting_rows
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ASKED, RESPOND_BY, Small, heard
from tests.templates.standing.written_page import affairs


def rows(story: StoryInMemory, on: object) -> list[WaitingRow]:
    found = affairs(story.state, on)  # type: ignore[arg-type]
    return list(waiting_rows(found, names(story.state)))


def test_each_owner_stands_once_with_all_that_is_open(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    found = rows(story, ASKED)
    assert len({row.who for row in found}) == len(found)
    assert sum(row.owed for row in found) == len(story.state.open_actions())


def test_councils_are_counted_together_and_fall_late_together(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    story.does(heard("Haarlem"))
    [before] = [row for row in rows(story, RESPOND_BY) if row.who == "De raden"]
    assert (before.owed, before.late) == (2, 0)
    assert before.next == "7 oktober 2027: raad horen over het ontwerp"
    after = rows(story, RESPOND_BY + timedelta(days=1))
    [councils] = [row for row in after if row.who == "De raden"]
    assert (councils.owed, councils.late, councils.next) == (2, 2, "")
    assert [row.late for row in after] == sorted((row.late for row in after), reverse=True)
