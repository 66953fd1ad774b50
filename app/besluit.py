# SPDX-License-Identifier: EUPL-1.2
"""`gehoord besluit`: who agrees with the plan, and the besluit as a document for signature."""

from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.adoption_as_json import adoption_as_json
from gehoord.app.arguments import AsJson, DossierArgument
from gehoord.app.printing import as_json, say, table
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import form_of, refuse_taken, write_output
from gehoord.domain.dossier.assents import assents_of
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.law.politiewet import BASES
from gehoord.store.state import state_of
from gehoord.templates.besluit_paper import About, BesluitPaper

_FORMS = ".pdf, .docx, .odt of .html"


def besluit(
    dossier: DossierArgument,
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=f"Het besluit om te ondertekenen: {_FORMS}."),
    ] = None,
    about: Annotated[
        About, typer.Option("--over", case_sensitive=False, help="Welk besluit.")
    ] = About.ADOPTION,
    basis: Annotated[
        str | None,
        typer.Option("--grondslag", help="Van een concept: 39-1, 39-2 of 39-3; anders 39-1."),
    ] = None,
    year: Annotated[int | None, typer.Option("--jaar", help="Van een jaarverslag.")] = None,
    json: AsJson = False,
) -> None:
    """Toon wie instemt met het plan, of schrijf het besluit om te ondertekenen."""
    where = register()
    if output:
        refuse_taken(output)
    if basis is not None and basis not in BASES:
        raise GehoordError(f"'{basis}' is geen grondslag. Kies uit: {', '.join(BASES)}.")
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
    if output:
        paper = _paper(state, about, basis, year)
        write_output(output, _written(state, paper, output))
        say(f"Geschreven: {output}.")
    elif json:
        as_json(adoption_as_json(state))
    else:
        _show(state)


def vergaderstuk(
    dossier: DossierArgument,
    *,
    output: Annotated[
        Path, typer.Option("-o", "--output", help=f"Het stuk voor de vergadering: {_FORMS}.")
    ],
) -> None:
    """Schrijf het stuk voor de vergadering die vaststelt: wat voorligt en wat openstaat."""
    from gehoord.tasks.besluit_files import vergaderstuk_file
    from gehoord.tasks.report_files import ReportForm
    from gehoord.tasks.settings import settings

    where = register()
    refuse_taken(output)
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
    form = form_of(output, ReportForm)
    write_output(output, vergaderstuk_file(state, clock.today(), form, settings().home))
    say(f"Geschreven: {output}.")


def _paper(state: State, about: About, basis: str | None, year: int | None) -> BesluitPaper:
    """Return the besluit that is asked for."""
    from gehoord.templates.besluit import adoption_paper
    from gehoord.templates.besluit_of_change import (
        change_paper,
        jaarverslag_paper,
        part_paper,
    )

    match about:
        case About.ADOPTION:
            return adoption_paper(state, clock.today(), basis)
        case About.CHANGE:
            return change_paper(state)
        case About.PART:
            return part_paper(state, basis)
        case About.JAARVERSLAG:
            if year is None:
                raise GehoordError("Noem het jaar van het jaarverslag, met --jaar.")
            return jaarverslag_paper(state, year, basis)


def _written(state: State, paper: BesluitPaper, output: Path) -> bytes:
    """Return the besluit in the form that the name of a file asks for."""
    from gehoord.tasks.besluit_files import paper_file
    from gehoord.tasks.report_files import ReportForm
    from gehoord.tasks.settings import settings

    home = settings().home
    return paper_file(state, paper, clock.today(), form_of(output, ReportForm), home)


def _show(state: State) -> None:
    """Print what each of those who adopt said, and each condition."""
    from gehoord.templates.told_assents import assents_in_words

    rows = [(one.name, one.presence, one.answer) for one in assents_of(state).each]
    table(("Wie", "Aanwezigheid", "Instemming"), rows)
    say(*assents_in_words(state))
