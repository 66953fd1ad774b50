"""What a move would do or did, for whoever looks at it in Prefect: in lines, and as a table."""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.move import Consequences
from gehoord.templates.markdown import as_table, plain

CONSEQUENCES: Final = "Wat er schuift"


def in_lines(found: Consequences) -> list[str]:
    """Return a line for each consequence, in plain text."""
    return [
        *(f"{who}: {was} wordt {becomes}" for who, was, becomes in found.shifted),
        *_rest(found),
    ]


def as_markdown(found: Consequences) -> str:
    """Return a table of what shifts, and below it a line for each other consequence."""
    rows = [{"Actie": who, "Was": was, "Wordt": becomes} for who, was, becomes in found.shifted]
    table = as_table(rows) or "Er schuift niets."
    return "\n\n".join([table, "\n".join(f"- {plain(line)}" for line in _rest(found))])


def _rest(found: Consequences) -> Iterator[str]:
    for title in found.kept:
        yield f"Blijft staan, want al gedaan: {title}."
    for sentence in found.behind:
        yield f"Let op: {sentence}"
    for finding in found.appearing:
        yield f"Nieuwe bevinding ({finding.severity}): {finding.text}"
    for finding in found.vanishing:
        yield f"Vervalt als bevinding: {finding.text}"
    yield f"Krijgt bericht: {enumeration(list(found.told)) or 'niemand'}."
    if found.told:
        yield "In dat bericht staat uw reden, woord voor woord."
