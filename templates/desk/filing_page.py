"""The pages on which the adviser hands in a report with its file, and takes files from."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.asked import questions
from gehoord.domain.acts.filing import FILED_LATER, HANDED_IN, asked_with_file
from gehoord.domain.acts.form import Box
from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.reports_of_hearing import ALL
from gehoord.domain.dossier.document import LARGEST, Document
from gehoord.domain.dossier.papers import papers_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.proposal.part import part_in_words
from gehoord.domain.proposal.step import Part
from gehoord.templates.desk.file_page import FilePage
from gehoord.templates.desk.form_page import FILE, LINE, LIST, TEXT, TICKS, FormField, sort_of
from gehoord.templates.desk.seen_file import SeenFile

YES: Final = "ja"
"""What a box says that is ticked by itself."""
FILE_HINT: Final = (
    f"Een PDF, DOCX, ODT of gewone tekst (.txt), ten hoogste {LARGEST // 1_000_000} MB. U ziet "
    "eerst wat er gebeurt; er wordt nog niets vastgelegd."
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenReport(SeenFile):
    """A report with its file, as it would be recorded.

    Attributes:
        told: what it would come to.
        rows: what was filled in, each with what it answers.
        size: of the file, in words; ``sha256`` is by what it is known.
    """

    told: str
    rows: tuple[tuple[str, str], ...]
    size: str
    sha256: str

    @classmethod
    def of(
        cls, document: Document, kind: str, said: Mapping[str, str], state: State, told: str
    ) -> Self:
        """Return what he sees of it."""
        return cls(
            name=document.name,
            told=told,
            rows=tuple(_answers(kind, said, state)),
            size=size_in_words(len(document.content)),
            sha256=document.sha256,
        )


class FilingPage(FilePage[SeenReport]):
    """What the adviser reads where he hands in one kind of report with its file."""

    __slots__ = ()

    empty = "Een stuk inleveren"
    looked_at = "Dit zou er gebeuren"


@dataclass(frozen=True, slots=True)
class AskedWithFile:
    """What is asked of one kind of report.

    Attributes:
        summary: what he reports by it; ``when`` says more of that.
        fields: the file first.
    """

    summary: str
    when: str
    fields: tuple[FormField, ...]

    @classmethod
    def of(
        cls, kind: str, state: State, said: Mapping[str, str], on: date, *, is_lost: bool
    ) -> Self:
        """Return it in a dossier on a day.

        Args:
            kind: of the report.
            state: the dossier.
            said: what was filled in before.
            on: today.
            is_lost: whether a file came with that, which must be chosen again.
        """
        model = HANDED_IN[kind]
        when = model.when.replace("`", "")
        return cls(model.summary, when, (_file(is_lost), *_fields(kind, state, said, on)))


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
        yield f"Versie {version.called}", version.document or ""
    of_versions = {version.document for version in there}
    for sha256, held in papers_of(state).items():
        if sha256 not in of_versions:
            yield _KEPT_WITH.get(held, "Ander stuk"), sha256


def _file(is_lost: bool) -> FormField:
    return FormField(
        name="bestand",
        label="Het stuk",
        hint=FILE_HINT,
        sort=FILE,
        choices=(),
        value="",
        is_required=True,
        fault="Kies het bestand opnieuw." if is_lost else "",
    )


def _fields(kind: str, state: State, said: Mapping[str, str], on: date) -> Iterator[FormField]:
    """Yield each field; one that may stay empty, only if there is something to choose."""
    for box in asked_with_file(kind):
        found = offered(kind, box.name, [state], on)
        if found == () and not box.is_required:
            continue
        choices = tuple(one for one in _choices(box, found) if one != ALL)
        yield FormField(
            name=box.name,
            label=box.title,
            hint="" if box.name == "stap" and choices else box.description,
            sort=_sort(kind, box, choices),
            choices=choices,
            value=said.get(box.name, _filled(box, on)),
            is_required=box.is_required,
            titles=_titles(box, state),
        )


def _titles(box: Box, state: State) -> Mapping[str, str]:
    """Return what the names mean that can be chosen, where they do not say it themselves."""
    if box.name == "stap":
        return {step.id: step.title for step in state.as_opened.steps}
    return {part: part_in_words(part) for part in Part} if box.sort is Part else {}


def _choices(box: Box, offered_now: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return what can be chosen; nothing where people write themselves."""
    if box.sort is bool:
        return (YES,)
    return box.choices if offered_now is None else offered_now


def _sort(kind: str, box: Box, choices: Sequence[str]) -> str:
    if choices:
        return TICKS if box.is_many or box.sort is bool else LIST
    known = (q for q in questions(HANDED_IN[kind]) if q.name == box.name)
    return next((sort_of(question) for question in known), TEXT if box.is_many else LINE)


def _filled(box: Box, on: date) -> str:
    """Return what stands in a field when the form opens."""
    if box.name == "op":
        return on.isoformat()
    return box.default if isinstance(box.default, str) else ""


def _answers(kind: str, said: Mapping[str, str], state: State) -> Iterator[tuple[str, str]]:
    """Yield what was filled in, in words, in the order of the form."""
    for box in asked_with_file(kind):
        if answer := said.get(box.name):
            yield box.title, _in_words(box, answer, _titles(box, state))


def _in_words(box: Box, answer: str, titles: Mapping[str, str]) -> str:
    if box.sort is date:
        with suppress(ValueError):  # another way of writing that a report reads as well
            return day_in_words(date.fromisoformat(answer))
    named = [titles.get(one, one) for one in answer.splitlines()]
    return "; ".join(named) if box.is_many else " ".join(named)


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
