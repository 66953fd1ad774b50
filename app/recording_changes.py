"""`gehoord record …` for what changes a procedure: reasons, corrections, addresses, mergers."""

from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.dossiers import DossierArgument, StepArgument
from gehoord.app.recording import By, Municipality, Note, On, app, keep

record = app
"""All commands of `gehoord record`: those of `recording` and those below."""


@app.command()
def wijziging(
    dossier: DossierArgument,
    grondslag: Annotated[str, typer.Option("--grondslag", help="aanwijzing of beroep.")],
    bestand: Annotated[Path | None, typer.Option("--bestand", help="Het gewijzigde plan.")] = None,
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Het vastgestelde plan is gewijzigd door de minister of na beroep."""
    keep(
        dossier,
        op,
        wat="wijziging",
        grondslag=grondslag,
        bestand=str(bestand.absolute()) if bestand else None,
        door=door,
        toelichting=toelichting,
    )


@app.command()
def reden(
    dossier: DossierArgument,
    bevinding: Annotated[str, typer.Argument(metavar="BEVINDING", help="De code, zoals reces.")],
    grond: Annotated[str, typer.Option("--grond", help="Waarom het toch zo kan.")],
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Waarom men doorgaat ondanks een bevinding, als de wet daar ruimte voor laat."""
    keep(
        dossier,
        op,
        wat="reden",
        bevinding=bevinding,
        grond=grond,
        door=door,
        toelichting=toelichting,
    )


@app.command()
def herstel(
    dossier: DossierArgument,
    stap: StepArgument,
    reden: Annotated[str, typer.Option("--reden", help="Wat er mis was.")],
    wie: Annotated[str | None, typer.Option("--wie", help="Een gemeente of actiehouder.")] = None,
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Iets is bij vergissing vastgelegd en wordt teruggenomen."""
    keep(
        dossier,
        op,
        wat="herstel",
        stap=stap,
        actiehouder=wie,
        reden=reden,
        door=door,
        toelichting=toelichting,
    )


@app.command()
def adres(
    dossier: DossierArgument,
    gemeente: Municipality,
    adres: Annotated[str, typer.Argument(metavar="ADRES", help="Het nieuwe mailadres.")],
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """De griffie van een gemeente is op een ander mailadres te bereiken."""
    keep(
        dossier, op, wat="adres", gemeente=gemeente, adres=adres, door=door, toelichting=toelichting
    )


@app.command()
def herindeling(
    dossier: DossierArgument,
    code: Annotated[str, typer.Argument(metavar="CODE", help="CBS-code van de nieuwe gemeente.")],
    naam: Annotated[str, typer.Argument(metavar="NAAM", help="De naam van de nieuwe gemeente.")],
    opgeheven: Annotated[list[str], typer.Option("--opgeheven", help="Wie opgaat in de nieuwe.")],
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Gemeenten zijn samengegaan; de raad van de nieuwe wordt gehoord."""
    keep(
        dossier,
        op,
        wat="herindeling",
        code=code,
        naam=naam,
        opgeheven=opgeheven,
        door=door,
        toelichting=toelichting,
    )
