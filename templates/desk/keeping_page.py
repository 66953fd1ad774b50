# SPDX-License-Identifier: EUPL-1.2
"""The page on which the adviser takes the archive of his dossier, and the public site of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gehoord.calendar.dutch import by_letters, enumeration
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.mode import Mode


@dataclass(frozen=True, slots=True)
class SeenSite:
    """What the adviser reads of a site before he takes it.

    Attributes:
        mark: by which the site is known; who takes it takes no other.
        is_other: whether it was another one when he wanted it.
        files: how many there are.
        doubtful: the words that may be the name of somebody, each with where they stand.
        addable: the documents that he can add, each by its key and in words.
        closed: what is not public, each with why.
        chosen: the keys of the documents that he added; ``address`` is where the site will stand.
    """

    mark: str
    is_other: bool
    files: int
    doubtful: tuple[tuple[str, str], ...]
    addable: tuple[tuple[str, str], ...]
    closed: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class KeepingPage:
    """What the adviser reads.

    Attributes:
        key: hidden in its forms.
        is_trial: whether nothing of what the site calls sent has really left.
        wrong: why what he asked cannot be made.
        warned: what is wrong with the register of which he asked the archive.
        site: the site that he looks at, if he does.
    """

    plan: str
    key: str
    is_trial: bool
    wrong: str
    warned: str
    site: SeenSite | None

    @classmethod
    def of(
        cls, dossier: Dossier, key: str, wrong: str, warned: str, site: SeenSite | None
    ) -> "KeepingPage":
        """Return the page for a dossier."""
        is_trial = dossier.mode is not Mode.LIVE
        return cls(one_line(dossier.title), key, is_trial, wrong, warned, site)


def seen_site(
    told: Mapping[str, Any], mark: str, chosen: tuple[str, ...], address: str, *, is_other: bool
) -> SeenSite:
    """Return what is read of a site.

    Args:
        told: what `gehoord export --public --json` says of it.
        mark: by which it is known.
        chosen: the keys of the documents that were added.
        address: where it will stand.
        is_other: whether another one was wanted.
    """
    places: dict[str, list[str]] = {}
    for each in told["doubtful"]:
        places.setdefault(each["words"], []).append(each["where"])
    open_ones = [each for each in told["left_out"] if each["open"] and each["key"]]
    closed = [each for each in told["left_out"] if each not in open_ones]
    return SeenSite(
        mark=mark,
        is_other=is_other,
        files=told["files"],
        doubtful=tuple((w, enumeration(places[w])) for w in sorted(places, key=by_letters)),
        addable=tuple((each["key"], each["what"]) for each in open_ones),
        closed=tuple((each["what"], each["because"]) for each in closed),
        chosen=chosen,
        address=address,
    )
