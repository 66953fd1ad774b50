# SPDX-License-Identifier: EUPL-1.2
"""The whole story on a card: what it asks, what happened, and the forms that come next."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

from gehoord.domain.dossier.derived import Derived
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.story import Story
from gehoord.templates.links import Links
from gehoord.templates.plain import plain
from gehoord.templates.story.events import told
from gehoord.templates.story.forms import offered
from gehoord.templates.story.head import head
from gehoord.templates.story.story_line import LONGEST, StoryLine, StoryPart


class Teller:
    """Tells the stories of one dossier.

    Args:
        state: the dossier.
        links: the pages of the Prefect in which they stand.
        overviews: where who logged in finds the overview of each dossier, if there is such a
            place. Everybody who reads Prefect reads a card: no link that is a key stands on it.
    """

    def __init__(self, state: State, links: Links, overviews: str = "") -> None:
        self._state, self._links, self._overviews = state, links, overviews
        self._derived, self._names = Derived(state), names(state)

    def lines(self, story: Story) -> list[StoryLine]:
        """Return a story line by line, each later than the one before.

        What the card asks comes first, then the forms, then what happened, the newest last.
        """
        return _one_after_another(
            [
                *(StoryLine(story.since, text, part=StoryPart.HEAD) for text in self._head(story)),
                *(StoryLine(story.since, text, part=StoryPart.FORM) for text in self._forms(story)),
                *(told(event, self._names) for event in story.events),
            ]
        )

    def _head(self, story: Story) -> Iterator[str]:
        for text in head(self._state, story.action, self._derived):
            yield plain(text, LONGEST)

    def _forms(self, story: Story) -> Iterator[str]:
        if story.outlook and story.outlook.is_alarming:
            yield plain(f"Let op, {story.outlook.in_words}", LONGEST)
        for form in offered(self._state, story.action):
            if said := form.said(self._links):
                yield said
        yield f"De hele procedure: {self._links.standing_by_key(self._state.id)}"
        if self._overviews:
            yield f"Het overzicht op de balie: {self._overviews}/{quote(self._state.id, safe='')}"


def _one_after_another(lines: Iterable[StoryLine]) -> list[StoryLine]:
    """Set the lines of one moment a millionth of a second apart: Prefect orders by the clock."""
    parted: list[StoryLine] = []
    for line in lines:
        earliest = parted[-1].at + timedelta(microseconds=1) if parted else line.at
        parted.append(replace(line, at=max(line.at, earliest)))
    return parted
