"""The pages of Prefect that Dutch texts point to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

Filled = Mapping[str, str | bool | Sequence[str]]
"""What a form opens with: the name of a field, and its value or values."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where the pages of one Prefect are, as a browser opens them.

    Attributes:
        page: the address of its UI, without a slash at the end.
        forms: the id of each deployment that people start, by its name.
    """

    page: str
    forms: Mapping[str, str] = field(default_factory=dict)

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
