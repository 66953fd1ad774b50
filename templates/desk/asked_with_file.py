# SPDX-License-Identifier: EUPL-1.2
"""What a form asks of one kind of report that comes with a file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from gehoord.domain.acts.asked import questions
from gehoord.domain.acts.filing import HANDED_IN, asked_with_file
from gehoord.domain.acts.form import Box
from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import KINDS
from gehoord.domain.acts.reports_of_hearing import ALL
from gehoord.domain.dossier.document import LARGEST
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.part import part_in_words
from gehoord.domain.proposal.step import Part
from gehoord.templates.desk.form_page import FILE, LINE, LIST, TEXT, TICKS, FormField, sort_of
from gehoord.templates.run_names import REPORTS

YES: Final = "ja"
"""What a box says that is ticked by itself."""
FILE_HINT: Final = (
    f"Een PDF, DOCX, ODT of gewone tekst (.txt), ten hoogste {LARGEST // 1_000_000} MB. U ziet "
    "eerst wat er gebeurt; er wordt nog niets vastgelegd."
)
_FORM: Final = re.compile(f"`{REPORTS}([a-z-]+)`")
"""The name of a form of Prefect; on a page it is called by what is reported in it."""


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
        when = _FORM.sub(lambda found: f"'{KINDS[found[1]].summary.rstrip('.')}'", model.when)
        return cls(model.summary, when, (_file(is_lost), *_fields(kind, state, said, on)))


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
            titles=titles_of(box, state),
        )


def titles_of(box: Box, state: State) -> Mapping[str, str]:
    """Return what the names mean that can be chosen, where they do not say it themselves."""
    if box.name == "stap":
        return {step.id: step.title for step in state.as_opened.steps}
    if box.name == "gremium":
        return {party.id: party.name for party in state.eenheid.parties}
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
