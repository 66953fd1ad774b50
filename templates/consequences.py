# SPDX-License-Identifier: EUPL-1.2
"""What a move would do or did, for whoever looks at it in Prefect: in lines, and as a table."""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.move import Consequences
from gehoord.templates.markdown import as_table, plain

CONSEQUENCES: Final = "Wat er schuift"
_FEW: Final = 3
"""So many names are all said."""


def warnings(found: Consequences) -> list[str]:
    """Return a line for each thing that a move makes wrong, in plain text."""
    return [
        *(f"Nieuwe bevinding ({each.severity}): {each.text}" for each in found.appearing),
        *(f"Let op: {sentence}" for sentence in found.behind),
    ]


def in_lines(found: Consequences) -> list[str]:
    """Return a line for each step that shifts, and each other consequence, in plain text."""
    owners: dict[tuple[str, str, str], list[str]] = {}
    for who, was, becomes in found.shifted:
        owner, _, title = who.partition(": ")
        owners.setdefault((title, was, becomes), []).append(owner)
    return [
        *(
            f"{_together(names)}: {title}: {was} wordt {becomes}"
            for (title, was, becomes), names in owners.items()
        ),
        *_rest(found),
    ]


def _together(names: list[str]) -> str:
    """Return whose days shift alike: of many the first, and how many more."""
    if len(names) <= _FEW:
        return enumeration(names)
    return f"{names[0]} en {len(names) - 1} anderen"


def as_markdown(found: Consequences) -> str:
    """Return a table of what shifts, and below it a line for each other consequence."""
    rows = [{"Actie": who, "Was": was, "Wordt": becomes} for who, was, becomes in found.shifted]
    table = as_table(rows) or "Er schuift niets."
    lines = "\n".join(f"- {plain(line)}" for line in [*warnings(found), *_rest(found)])
    return "\n\n".join([table, lines])


def _rest(found: Consequences) -> Iterator[str]:
    for title in found.kept:
        yield f"Blijft staan, want al gedaan: {title}."
    for finding in found.vanishing:
        yield f"Vervalt als bevinding: {finding.text}"
    yield f"Krijgt bericht: {enumeration(list(found.told)) or 'niemand'}."
    if found.told:
        yield "In dat bericht staat uw reden, woord voor woord."
