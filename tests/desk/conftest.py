# SPDX-License-Identifier: EUPL-1.2
"""A desk with the small procedure behind it, and people who come with their links."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from gehoord.desk.application import desk
from gehoord.desk.place import DeskPlace
from gehoord.domain.dossier.access import feed_token
from gehoord.flows.access import give_link
from gehoord.store.opening import open_to_read
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from tests.story import Moment
from tests.story_in_register import StoryInRegister, ToldInRegister

ADDRESS = "https://balie.example"
MAIL = "adviseur@klein.example"


@dataclass
class Balie:
    """A desk on one day; ``on`` may be another one later.

    ``followed`` names the dossier after each change that came in by it.
    """

    story: StoryInRegister
    home: Path
    on: date
    place: DeskPlace = field(init=False)
    client: TestClient = field(init=False)
    followed: list[str] = field(default_factory=list)

    def token(self, who: str) -> str:
        return give_link(self.story.register, "klein", who, self.home, self.on).token

    def page(self, who: str) -> str:
        return f"/p/{self.token(who)}"

    def feed(self, who: str) -> str:
        return f"/k/{feed_token(self.token(who))}.ics"

    def get(self, path: str, **headers: str) -> Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer: Response = self.client.get(path, headers=named)
        return answer

    def post(self, path: str, **sent: Any) -> Response:
        """Send in a form, as a browser does."""
        answer: Response = self.client.post(path, **sent)
        return answer

    def posts_mail(self) -> None:
        """Let what waits leave, as files."""
        deliver(self.story.register, Settings(home=self.home, mail_from=MAIL))


Open = Callable[[Moment, date], Balie]


@pytest.fixture
def balie(told: ToldInRegister, tmp_path: Path) -> Iterator[Open]:
    """Open a desk at a moment of the story, on a day; everything that was asked has left."""
    opened: list[DeskPlace] = []

    def open_desk(moment: Moment, on: date) -> Balie:
        story = told(moment)
        found = Balie(story, tmp_path / "home", on)
        place = DeskPlace(
            register=open_to_read(str(story.register.engine.url), story.register.now),
            writing=story.register,
            home=found.home,
            address=ADDRESS,
            mail_from=MAIL,
            sender_header="",
            user_header="",
            follow=found.followed.append,
            today=lambda: found.on,
            now=lambda: datetime(found.on.year, found.on.month, found.on.day, 12, tzinfo=UTC),
        )
        opened.append(place)
        found.place = place
        found.client = TestClient(desk(place), follow_redirects=False)
        found.posts_mail()
        return found

    yield open_desk
    for place in opened:
        place.register.engine.dispose()
