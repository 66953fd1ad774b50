# SPDX-License-Identifier: EUPL-1.2
"""The calendar of one party, to subscribe to."""

from starlette.requests import Request
from starlette.responses import Response

from gehoord.desk.answers import kept
from gehoord.desk.party import CALENDAR, PRIVATE
from gehoord.desk.place import DeskPlace
from gehoord.tasks.calendars import calendar_now
from gehoord.tasks.settings import CALENDARS


def feed(request: Request) -> Response:
    """Return the calendar behind a link; of the adviser that of the whole dossier."""
    place: DeskPlace = request.app.state.place
    with place.register.reading() as reader:
        access = place.feed_of(reader, request.path_params["token"])
        folder, owner = place.home / CALENDARS, access.owner
        content = calendar_now(reader, access.dossier, owner, folder, place.today())
    return kept(request, content, CALENDAR, PRIVATE)
