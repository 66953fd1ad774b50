# SPDX-License-Identifier: EUPL-1.2
"""What can be handed in together with a file, and what is asked of it then."""

from dataclasses import replace
from typing import Final

from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import questions
from gehoord.domain.acts.form import KINDS_WITH_FORM, Box, boxes
from gehoord.domain.acts.report import KINDS
from gehoord.domain.dossier.document import Document

FILED_LATER: Final = "stuk"
"""The kind of report by which a version gets the document that it lacked."""
RESPONDED: Final = "reactie"
"""The kind of report whose words may all stand in the file; else somebody types them."""


def takes_file(model: type[ReportOfAnyKind]) -> bool:
    """Whether a file can come with a kind of report."""
    return any(question.sort is Document for question in questions(model))


HANDED_IN: Final = {
    kind: model
    for kind, model in KINDS.items()
    if takes_file(model) and (kind in KINDS_WITH_FORM or kind == FILED_LATER)
}
"""The kinds of report that the adviser makes with a file; a table or a calendar has a page of its
own, on which is read what stands in it."""


def asked_with_file(kind: str) -> tuple[Box, ...]:
    """Return what is asked beside the file, in the order in which people think.

    A file is of one: where a form without it names several at once, here one is named.
    """
    model = HANDED_IN[kind]
    one = {q.asked.several.name: q.title for q in questions(model) if q.asked.several}
    return tuple(
        _may_be_in_file(box)
        if kind == RESPONDED and box.name == "tekst"
        else replace(box, is_many=False, title=one[box.name], description="")
        if box.name in one
        else box
        for box in boxes(model)
    )


def in_file(document: Document) -> str:
    """Return the words of a response that stand in its file alone."""
    return f"Zie het bestand '{document.name}'."


def _may_be_in_file(box: Box) -> Box:
    said = f"{box.description} Mag leeg blijven als zij in het bestand staat."
    return replace(box, is_required=False, description=said)
