# SPDX-License-Identifier: EUPL-1.2
"""`gehoord responses`: what was answered on each version, and the account of it as a file."""

from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.arguments import AsJson, DossierArgument
from gehoord.app.printing import as_json, say, table
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import form_of, refuse_taken, write_output
from gehoord.calendar.dutch import counted, enumeration
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.rounds_answered import (
    RoundAnswered,
    perhaps_critical,
    rounds_answered,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.accounted import NO_MAIN_LINE, version_in_words
from gehoord.flows import clock
from gehoord.store.state import state_of


def responses(
    dossier: DossierArgument,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="De verantwoording: .pdf, .docx, .odt, .xlsx, .ods of .html."
        ),
    ] = None,
    json: AsJson = False,
) -> None:
    """Toon per versie de hoofdlijnen van de reacties, of schrijf de verantwoording."""
    where = register()
    if output:
        refuse_taken(output)
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
    if output:
        write_output(output, _written(state, output))
        say(f"Geschreven: {output}.")
    elif json:
        as_json({"rounds": [_as_json(one) for one in rounds_answered(state)]})
    else:
        _show(state)


def _written(state: State, output: Path) -> bytes:
    """Return the account in the form that the name of a file asks for."""
    from gehoord.tasks.account_files import AccountForm, account_file
    from gehoord.tasks.settings import settings

    return account_file(state, clock.today(), form_of(output, AccountForm), settings().home)


def _as_json(one: RoundAnswered) -> dict[str, object]:
    """Return the documented JSON shape."""
    return {
        "version": one.version.step if one.version else None,
        "answers": len(one.answers),
        "late": sum(said.is_late for said in one.answers),
        "main_lines": [
            {
                "name": line.name,
                "points": len(line.points),
                "senders": line.senders,
                "outcomes": {str(o): line.number(o) for o in PointOutcome},
                "open": line.number(None),
            }
            for line in one.main_lines
        ],
    }


def _show(state: State) -> None:
    """Print the rounds with their main lines, and who is perhaps critical."""
    found = rounds_answered(state)
    if not found:
        say("Er zijn nog geen reacties of zienswijzen.")
    for one in found:
        late = sum(said.is_late for said in one.answers)
        after = f", waarvan {late} na de laatste dag" if late else ""
        number = counted(len(one.answers), "antwoord", "antwoorden")
        say(f"{version_in_words(one.version)}: {number}{after}.")
        if one.points:
            table(("Hoofdlijn", "Punten", "Van", *PointOutcome, "Open"), _rows(one))
    if maybe := perhaps_critical(state):
        names = enumeration(list(dict.fromkeys(response.sender for response in maybe)))
        say(f"Vroegen om een verandering; kritisch of niet? (gehoord record houding): {names}.")


def _rows(one: RoundAnswered) -> list[tuple[str, ...]]:
    return [
        (
            line.name or NO_MAIN_LINE,
            str(len(line.points)),
            str(line.senders),
            *(str(line.number(outcome)) for outcome in (*PointOutcome, None)),
        )
        for line in one.main_lines
    ]
