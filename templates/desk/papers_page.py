"""The page with every document of a dossier, and what can be handed in with one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self

from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.filing import FILED_LATER, HANDED_IN
from gehoord.domain.dossier.papers import papers_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing

_KILOBYTE: Final = 1000
_KEPT_WITH: Final = {
    "versions": "Teruggenomen versie",
    "zienswijzen": "Antwoord van een raad",
    "responses": "Reactie",
    "besluiten": "Besluit",
    "strengths": "Sterkteverdeling",
    "priorities": "Lokale prioriteiten",
    "pictures": "Veiligheidsbeeld",
}
"""What a document came with, by the name under which a state holds that."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the dossier: with what it came, its name, how large it is; or that it lacks."""

    what: str
    sha256: str = ""
    name: str = ""
    size: str = ""


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
    def of(cls, state: State, names: Mapping[str, str], sizes: Mapping[str, int]) -> Self:
        """Return the page of a dossier, with the name and the bytes of each document."""
        lacks = any(not version.document for version in standing(state.versions))
        kinds = (k for k in HANDED_IN if lacks or k != FILED_LATER)
        return cls(
            one_line(state.proposal.title),
            one_line(state.dossier.eenheid_name),
            tuple(
                Paper(what, key, one_line(names[key]), size_in_words(sizes[key]))
                if key in names
                else Paper(what)
                for what, key in _papers(state)
            ),
            tuple((kind, HANDED_IN[kind].summary) for kind in kinds),
        )


def _papers(state: State) -> Iterator[tuple[str, str]]:
    """Yield what came with each document, and its SHA-256: the versions first, the newest above."""
    there = standing(state.versions)
    for version in sorted(there, key=lambda each: each.number, reverse=True):
        said = filter(None, [f"Versie {version.called}", version.filing_in_words])
        yield one_line(". ".join(said)), version.document or ""
    of_versions = {version.document for version in there}
    for sha256, held in papers_of(state).items():
        if sha256 not in of_versions:
            yield _KEPT_WITH.get(held, "Ander stuk"), sha256


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
