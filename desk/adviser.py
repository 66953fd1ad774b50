# SPDX-License-Identifier: EUPL-1.2
"""What the adviser alone finds below his link, and what every page of his bears."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request

from gehoord.desk.place import DeskPlace
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.store.reader import Reader


@dataclass(frozen=True, slots=True)
class AdviserDesk:
    """The desk as the adviser of one dossier comes to it.

    Attributes:
        place: what it serves from.
        token: of his page.
    """

    place: DeskPlace
    token: str

    @classmethod
    def at(cls, request: Request) -> "AdviserDesk":
        """Return the desk that a request comes to; whether it may is not looked at yet."""
        return cls(request.app.state.place, request.path_params["token"])

    @property
    def path(self) -> str:
        """Where his page stands."""
        return f"/p/{self.token}"

    def dossier(self, reader: Reader) -> Dossier:
        """Return his dossier.

        Raises:
            HTTPException: the link opens no page, or that of somebody else: 404.
        """
        access = self.place.page_of(reader, self.token)
        if access.recipient != ADVISER:
            raise HTTPException(404)
        return reader.dossier(access.dossier)


class AdviserVisit:
    """The adviser at one thing below his page, with the dossier that it is about.

    Args:
        request: with his link.

    Raises:
        HTTPException: the link is not his: 404.
    """

    def __init__(self, request: Request) -> None:
        self._request = request
        self._desk = AdviserDesk.at(request)
        self.place = self._desk.place
        with self.place.register.reading() as reader:
            self._dossier = self._desk.dossier(reader)
