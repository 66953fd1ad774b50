# SPDX-License-Identifier: EUPL-1.2
"""The page with every document of a dossier, and what can be handed in with one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self

from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.filing import FILED_LATER, HANDED_IN
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.papers import papers_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.templates.desk.paper_links import link_to
from gehoord.templates.filed import filed_in_words

_KILOBYTE: Final = 1000


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the dossier: with what it came, its name, how large it is; or that it lacks.

    ``link`` is where it is taken, below the page of the adviser.
    """

    what: str
    sha256: str = ""
    name: str = ""
    size: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class PapersPage:
    """Every document of a dossier, and what can be handed in with one.

    Attributes:
        papers: the versions first, the newest above, also those without a document.
        kinds: each with what the adviser reports by it.
    """

    plan: str
    eenheid: str
    papers: tuple[Paper, ...]
    kinds: tuple[tuple[str, str], ...]

    @property
    def lacks(self) -> bool:
        """Whether a version has no document yet."""
        return any(not paper.sha256 for paper in self.papers)

    @classmethod
    def of(cls, state: State, sizes: Mapping[str, int]) -> Self:
        """Return the page of a dossier, with the bytes of each document by its SHA-256."""
        lacks = any(not version.document for version in standing(state.versions))
        kinds = (k for k in HANDED_IN if lacks or k != FILED_LATER)
        return cls(
            one_line(state.proposal.title),
            one_line(state.dossier.eenheid_name),
            tuple(_papers(state, sizes)),
            tuple((kind, HANDED_IN[kind].summary) for kind in kinds),
        )


def _papers(state: State, sizes: Mapping[str, int]) -> Iterator[Paper]:
    """Yield a row for each thing that came with a document: the versions first, the newest above.

    Also for a version that lacks its document.
    """
    who = names(state)
    there = standing(state.versions)
    others = (each for each in papers_of(state) if each not in there)
    for filed in (*sorted(there, key=_number, reverse=True), *others):
        what, key = one_line(filed_in_words(filed, who)), filed.document or ""
        if key in sizes:
            link = link_to(key, filed.id)
            yield Paper(what, key, one_line(filed.file), size_in_words(sizes[key]), link)
        else:
            yield Paper(what)


def _number(version: DraftVersion) -> int:
    return version.number


def size_in_words(size: int) -> str:
    """Return how large a file is.

    >>> size_in_words(2_345_678)
    '2,3 MB'
    >>> size_in_words(512)
    '1 kB'
    """
    if size < _KILOBYTE**2:
        return f"{max(1, round(size / _KILOBYTE))} kB"
    return f"{size / _KILOBYTE**2:.1f} MB".replace(".", ",")
