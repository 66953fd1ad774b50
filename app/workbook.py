# SPDX-License-Identifier: EUPL-1.2
"""`gehoord workbook …`: a dossier as a workbook, and back again once it was filled in."""

import sys
from collections.abc import Callable
from contextlib import nullcontext, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn

import typer

from gehoord.app.afterwards import leave_unsettled, settle
from gehoord.app.arguments import AsJson, DossierArgument
from gehoord.app.output import complain
from gehoord.app.printing import as_json, say, table
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import reading, refuse_taken, write_output
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.store.state import state_of

if TYPE_CHECKING:
    from gehoord.domain.workbook.cell import Value
    from gehoord.domain.workbook.judging import Judged

app = typer.Typer(help="Een dossier als rekenblad, en ingevuld weer terug.", no_args_is_help=True)

NOTHING: Final = "Niets te veranderen."
_LONGEST_SHOWN: Final = 60


@app.command()
def write(
    dossier: DossierArgument,
    *,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Het bestand, zoals raden.xlsx of raden.ods.")
    ],
) -> None:
    """Schrijf raden, reacties, adressen en vergaderingen als rekenblad (XLSX of ODS)."""
    from gehoord.templates.workbook.book import book_of

    writer = writer_of(output)
    refuse_taken(output)
    where = register()
    with where.reading() as reader:
        book = book_of(state_of(reader, the_dossier(dossier, where)), clock.today())
    write_output(output, writer(book))
    say(f"Geschreven: {output}. Begin bij het blad 'Uitleg'.")


def writer_of(output: Path) -> Callable[[Any], bytes]:
    """Return what writes the format that the name of a file asks for."""
    match output.suffix.lower():
        case ".xlsx":
            from gehoord.templates.workbook.xlsx import xlsx

            return xlsx
        case ".ods":
            from gehoord.templates.workbook.ods import ods

            return ods
        case _:
            raise GehoordError(f"{output} kan niet: kies een naam die eindigt op .xlsx of .ods.")


@app.command()
def read(
    dossier: DossierArgument,
    bestand: Annotated[
        Path, typer.Argument(metavar="BESTAND", help="Het ingevulde bestand: XLSX, ODS of CSV.")
    ],
    *,
    apply: Annotated[
        bool, typer.Option("--apply", "--vastleggen", help="Leg vast wat er is ingevuld.")
    ] = False,
    by: Annotated[
        str, typer.Option("--door", help="De functie van wie het vastlegt.")
    ] = "adviseur",
    json: AsJson = False,
) -> None:
    """Laat zien wat een ingevuld rekenblad zou veranderen, of leg dat vast."""
    from gehoord.flows.workbook import look_at, record_workbook
    from gehoord.tasks.workbook.reading import read_workbook

    where, day = register(), clock.today()
    name = the_dossier(dossier, where)
    with reading(bestand):
        filled = read_workbook(bestand, by)
    found = look_at(where, name, filled, day)
    if found.faults:
        _refuse(found, json=json)
    outcome = record_workbook(where, name, filled, day) if apply and found.reports else None
    if json:
        as_json(_as_json(found, applied=outcome is not None))
    else:
        _show(found)
        say(outcome.text if outcome else _how_to_apply(found))
    if outcome is None:
        return
    with redirect_stdout(sys.stderr) if json else nullcontext():
        settled = settle(where, [name], day)
    if not settled:
        leave_unsettled()


def _refuse(found: "Judged", *, json: bool) -> NoReturn:
    """Say all that is wrong, a sentence each."""
    if json:
        as_json(_as_json(found, applied=False))
    for fault in found.faults:
        complain(str(fault))
    complain(f"Er is niets vastgelegd: {counted(len(found.faults), 'fout', 'fouten')}.")
    raise typer.Exit(2)


def _as_json(found: "Judged", *, applied: bool) -> dict[str, object]:
    """Return the documented JSON shape."""
    return {
        "applied": applied,
        "changes": [change.as_json() for change in found.changes],
        "faults": [fault.as_json() for fault in found.faults],
        "ignored": list(found.ignored),
    }


def _show(found: "Judged") -> None:
    """Print what differs from the register, for people."""
    for name in found.ignored:
        say(f"Blad '{name}' is niet van Gehoord en telt niet mee.")
    if found.changes:
        table(
            ("Blad", "Rij", "Wie", "Kolom", "Was", "Wordt"),
            [
                (c.tab, str(c.row), c.who, c.heading, _shown(c.was), _shown(c.becomes))
                for c in found.changes
            ],
        )


def _shown(value: "Value") -> str:
    """Return what a cell says on one line."""
    if not isinstance(value, str):
        return day_in_words(value)
    text = " ".join(value.split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _how_to_apply(found: "Judged") -> str:
    if not found.reports:
        return NOTHING
    number = len(found.reports)
    told = "Dit is 1 melding; leg die" if number == 1 else f"Dit zijn {number} meldingen; leg ze"
    return f"Er is niets veranderd. {told} vast met --apply."
