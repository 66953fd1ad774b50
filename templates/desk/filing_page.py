# SPDX-License-Identifier: EUPL-1.2
"""The page on which the adviser hands in one kind of report with its file."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Self

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.filing import asked_with_file
from gehoord.domain.acts.form import Box
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.state import State
from gehoord.templates.desk.asked_with_file import titles_of
from gehoord.templates.desk.file_page import FilePage
from gehoord.templates.desk.papers_page import size_in_words
from gehoord.templates.desk.seen_file import SeenFile


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


def _answers(kind: str, said: Mapping[str, str], state: State) -> Iterator[tuple[str, str]]:
    """Yield what was filled in, in words, in the order of the form."""
    for box in asked_with_file(kind):
        if answer := said.get(box.name):
            yield box.title, _in_words(box, answer, titles_of(box, state))


def _in_words(box: Box, answer: str, titles: Mapping[str, str]) -> str:
    if box.sort is date:
        with suppress(ValueError):  # another way of writing that a report reads as well
            return day_in_words(date.fromisoformat(answer))
    named = [titles.get(one, one) for one in answer.splitlines()]
    return "; ".join(named) if box.is_many else " ".join(named)
