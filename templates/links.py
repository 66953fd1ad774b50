# SPDX-License-Identifier: EUPL-1.2
"""The pages of Prefect that Dutch texts point to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from gehoord.templates.filters import (
    ALWAYS,
    IS_COMING,
    IS_DONE,
    IS_LATE,
    IS_OWED,
    PEOPLE_POOL,
    Filter,
    dossier_tag,
    owner_tag,
)

Filled = Mapping[str, str | int | Sequence[str]]
"""What a form opens with: the name of a field, and its value or values; a switch too."""

_OLDEST: Final = "START_TIME_ASC"
_NEWEST: Final = "START_TIME_DESC"


def standing_key(dossier: str) -> str:
    """Return the key under which Prefect keeps the Stand van zaken of a dossier."""
    return f"{dossier}-stand-van-zaken"


@dataclass(frozen=True, slots=True)
class Links:
    """Where the pages of one Prefect are, as a browser opens them.

    Attributes:
        page: the address of its UI, without a slash at the end.
        forms: the id of each deployment that people start, by its name.
        artifacts: the id of each artifact, by its key.
    """

    page: str
    forms: Mapping[str, str] = field(default_factory=dict)
    artifacts: Mapping[str, str] = field(default_factory=dict)

    def form(self, name: str, filled: Filled) -> str | None:
        """Return the address of a form with these fields filled in; nothing if it is not there.

        >>> links = Links("http://127.0.0.1:4200", {"melden-gehoord": "7f"})
        >>> links.form("melden-gehoord", {"gemeenten": ["Texel"]})
        'http://127.0.0.1:4200/deployments/deployment/7f/run?parameters=%7B%22gemeenten%22%3A%5B%22Texel%22%5D%7D'
        >>> links.form("onbekend", {})
        """
        if (deployment := self.forms.get(name)) is None:
            return None
        given = json.dumps(filled, ensure_ascii=False, separators=(",", ":"))
        address = f"{self.page}/deployments/deployment/{deployment}/run"
        return f"{address}?parameters={quote(given, safe='')}"

    def late(self, dossier: str) -> str:
        """Return the list of what is late, of any age, the oldest first."""
        return self._list(IS_LATE, dossier_tag(dossier))

    def coming(self, dossier: str) -> str:
        """Return the list of what must be done in the thirty days to come."""
        return self._list(IS_COMING, dossier_tag(dossier))

    def done(self, dossier: str) -> str:
        """Return the list of what was done, the latest first."""
        return self._list(IS_DONE, dossier_tag(dossier), order=_NEWEST)

    def waiting_for(self, dossier: str, owner_name: str) -> str:
        """Return the list of what one owner still owes, with or without a day."""
        return self._list(IS_OWED, dossier_tag(dossier), owner_tag(owner_name))

    def cards(self, dossier: str, *tags: str) -> str:
        """Return the list of the cards that bear these tags, done or not.

        A card that moves is another run, so that a link to the run itself grows old.
        """
        return self._list(Filter(ALWAYS), dossier_tag(dossier), *tags)

    def card(self, run: str) -> str:
        """Return the page of one card, as long as it is this run."""
        return f"{self.page}/runs/flow-run/{run}"

    def artifact(self, artifact: str) -> str:
        """Return the page of one artifact."""
        return f"{self.page}/artifacts/artifact/{artifact}"

    def standing(self, dossier: str) -> str:
        """Return the Stand van zaken of a dossier; by its key when its id is not known."""
        found = self.artifacts.get(standing_key(dossier))
        return self.artifact(found) if found else self.standing_by_key(dossier)

    def standing_by_key(self, dossier: str) -> str:
        """Return the page that points to the Stand van zaken, also before that was made."""
        return f"{self.page}/artifacts/key/{quote(standing_key(dossier))}"

    @property
    def stages(self) -> str:
        """The list of the forms that start a stage."""
        return f"{self.page}/deployments?deployments.tags.name=fase"

    @property
    def reports(self) -> str:
        """The list of the forms on which people report."""
        return f"{self.page}/deployments?deployments.flowOrDeploymentNameLike=melden"

    def _list(self, which: Filter, *tags: str, order: str = _OLDEST) -> str:
        asked = [
            *(("state", state) for state in which.states),
            ("workPool", PEOPLE_POOL),
            *(("tag", tag) for tag in (*which.tags, *tags)),
            *which.days.items(),
            ("flow-runs-sort", order),
        ]
        said = "&".join(f"{key}={quote(str(value), safe=':')}" for key, value in asked)
        return f"{self.page}/runs?{said}"
