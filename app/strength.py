# SPDX-License-Identifier: EUPL-1.2
"""`gehoord strength`: a sterkteverdeling, or what differs between two, as table, JSON or file."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from gehoord.app.arguments import AsJson, DossierArgument
from gehoord.app.printing import as_json, say, table
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import refuse_taken, write_output
from gehoord.calendar.dutch import enumeration
from gehoord.domain.dossier.growth_changes import GrowthChange
from gehoord.domain.dossier.line_change import LineChange
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_changes import Comparison, compared
from gehoord.domain.dossier.strength_table import StrengthTable, newest
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.store.state import state_of
from gehoord.templates.strength_rows import (
    HEADINGS,
    HEADINGS_OF_CHANGES,
    facts_of,
    headings_of_growth,
    rows_of,
    rows_of_changes,
    rows_of_growth,
)
from gehoord.templates.wording import capital

Number = Annotated[
    int | None, typer.Option("--nummer", help="Welke sterkteverdeling; anders de nieuwste.")
]
Against = Annotated[
    int | None, typer.Option("--tegenover", help="Vergelijk haar met deze, die eerder kwam.")
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="Schrijf haar als sterkte.xlsx of sterkte.ods."),
]


def strength(
    dossier: DossierArgument,
    number: Number = None,
    against: Against = None,
    output: Output = None,
    json: AsJson = False,
) -> None:
    """Toon een sterkteverdeling, vergelijk er twee, of schrijf er een als rekenblad."""
    where = register()
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
    if output:
        _write(state, output, number)
        return
    new = _table(state, number)
    if against is not None:
        found = compared(_table(state, against), new)
        show_changes = _show_changes_as_json if json else _show_changes
        show_changes(found)
    elif json:
        as_json(_as_json(new))
    else:
        _show(new, standing(state.strengths))


def _table(state: State, number: int | None) -> StrengthTable:
    """Return the table with a number, else the newest.

    Raises:
        GehoordError: there is no such table.
    """
    known = {one.number: one for one in standing(state.strengths)}
    if not known:
        raise GehoordError(
            "Er is nog geen sterkteverdeling vastgelegd. Maak een bestand om in te vullen met "
            f"'gehoord strength {state.id} -o sterkte.xlsx'."
        )
    found = known.get(max(known) if number is None else number)
    if found is None:
        names = enumeration([str(one) for one in known])
        raise GehoordError(f"Sterkteverdeling {number} is er niet. Kies uit: {names}.")
    return found


def _write(state: State, output: Path, number: int | None) -> None:
    from gehoord.app.workbook import writer_of
    from gehoord.templates.workbook.strength_book import strength_book

    writer = writer_of(output)
    refuse_taken(output)
    chosen = newest(state.strengths) if number is None else _table(state, number)
    write_output(output, writer(strength_book(state, chosen, clock.today())))
    say(f"Geschreven: {output}. Begin bij het blad 'Uitleg'.")


def _show(new: StrengthTable, known: list[StrengthTable]) -> None:
    say(f"{capital(new.in_words)}.", *(f"{what}: {told}" for what, told in facts_of(new)))
    table(HEADINGS, rows_of(new))
    if new.growth:
        table(headings_of_growth(new.growth), rows_of_growth(new.growth))
    if len(known) > 1:
        say(f"Bekend: {enumeration([one.in_words for one in known])}.")


def _show_changes(found: Comparison) -> None:
    say(found.in_words)
    if found.is_material:
        table(HEADINGS_OF_CHANGES, rows_of_changes(found))


def _as_json(one: StrengthTable) -> dict[str, Any]:
    """Return the documented JSON shape; an amount is a text, so that no decimal is lost."""
    hidden = {"dossier", "withdrawn_on", "withdrawn_because"}
    return {**one.model_dump(mode="json", exclude=hidden), "norm": one.norm}


def _show_changes_as_json(found: Comparison) -> None:
    as_json(_changes_as_json(found))


def _changes_as_json(found: Comparison) -> dict[str, Any]:
    """Return the documented JSON shape."""
    return {
        "from": found.old.number,
        "to": found.new.number,
        "changes": [
            {
                "name": change.line.name,
                "parent": change.line.parent,
                "columns": _columns_as_json(change),
            }
            for change in found.changes
        ],
        "growth": [
            {"name": change.line.name, "columns": _columns_as_json(change)}
            for change in found.growth
        ],
    }


def _columns_as_json(change: LineChange | GrowthChange) -> dict[str, dict[str, str | None]]:
    return {
        column: {"from": _text(change.before(column)), "to": _text(change.after(column))}
        for column in change.columns
    }


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)
