# SPDX-License-Identifier: EUPL-1.2
"""`gehoord nota`: what the councils answered and what is done with it, also as a document."""

from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.arguments import AsJson, DossierArgument
from gehoord.app.printing import as_json, say, table
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import form_of, refuse_taken, write_output
from gehoord.domain.dossier.nota import CouncilInNota, nota_of
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.state import State
from gehoord.flows import clock
from gehoord.store.state import state_of


def nota(
    dossier: DossierArgument,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="De nota van beantwoording: .pdf, .docx, .odt of .html."
        ),
    ] = None,
    json: AsJson = False,
) -> None:
    """Toon wat de raden antwoordden en wat daarmee is gedaan, of schrijf de nota."""
    where = register()
    if output:
        refuse_taken(output)
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
    if output:
        write_output(output, _written(state, output))
        say(f"Geschreven: {output}.")
    elif json:
        as_json({"councils": [_as_json(council) for council in nota_of(state).councils]})
    else:
        _show(state)


def _written(state: State, output: Path) -> bytes:
    """Return the nota in the form that the name of a file asks for."""
    from gehoord.tasks.report_files import ReportForm, nota_file
    from gehoord.tasks.settings import settings

    return nota_file(state, clock.today(), form_of(output, ReportForm), settings().home)


def _as_json(council: CouncilInNota) -> dict[str, object]:
    """Return the documented JSON shape."""
    hearing = council.hearing
    return {
        "municipality": hearing.municipality,
        "name": hearing.name,
        "state": hearing.state,
        "answer": hearing.answer,
        "heard_on": hearing.heard_on,
        "late": council.is_late,
        "opportunity": council.had_opportunity if council.opportunity else None,
        "zienswijzen": len(council.said),
        "open": sum(said.answered.is_open for said in council.said),
        "outcomes": {str(o): _number(council, o) for o in PointOutcome},
    }


def _number(council: CouncilInNota, outcome: PointOutcome | None) -> int:
    """Return how many points of a council have this outcome; without one, how many are open."""
    points = [point for said in council.said for point in said.answered.points]
    return sum(point.outcome == outcome for point in points)


def _show(state: State) -> None:
    """Print what the nota counts, and each council with its points."""
    found = nota_of(state)
    say(
        f"Gehoord: {len(found.heard)} van {len(found.owed)}; geen antwoord: {len(found.silent)}; "
        f"zienswijzen: {len(found.said)}; punten: {len(found.points)}."
    )
    if found.open_points or found.open_whole:
        whole = len(found.open_whole)
        say(f"Nog open: {len(found.open_points)} punten, {whole} zienswijzen zonder punten.")
    rows = [
        (
            council.hearing.name,
            council.hearing.answer or council.hearing.state_in_words,
            "te laat" if council.is_late else "",
            *(str(_number(council, outcome)) for outcome in (*PointOutcome, None)),
        )
        for council in found.councils
    ]
    if rows:
        table(("Raad", "Antwoord", "", *PointOutcome, "Open"), rows)
