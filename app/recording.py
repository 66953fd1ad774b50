"""`gehoord record …`: what people did, one command for each sort."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import TypeAdapter

from gehoord.app.afterwards import settle
from gehoord.app.dossiers import DossierArgument, StepArgument
from gehoord.app.printing import say
from gehoord.app.register import parse_day, register, the_dossier
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.hearing import Answer, Manner
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import check_form
from gehoord.domain.proposal.step import Part
from gehoord.flows.clock import today

app = typer.Typer(help="Leg vast wat mensen hebben gedaan.", no_args_is_help=True)

On = Annotated[
    date | None,
    typer.Option("--op", "--on", parser=parse_day, metavar="DAG",
                 help="De dag waarop het gebeurde; anders vandaag."),
]  # fmt: skip
By = Annotated[str, typer.Option("--door", help="De functie van wie het vastlegt.")]
Note = Annotated[str, typer.Option("--toelichting", help="Komt in het journaal.")]
Municipality = Annotated[str, typer.Argument(metavar="GEMEENTE", help="Naam of CBS-code.")]


def keep(dossier: str, on: date | None, **content: Any) -> None:
    """Record a report and let mail, calendars and board follow."""
    from gehoord.flows.record import record

    where, day = register(), today()
    name = the_dossier(dossier, where)
    given = {key: value for key, value in content.items() if value is not None}
    report = check_form(TypeAdapter(Report), {"op": on or day, **given}, "De melding")
    say(record(where, name, report, day).text)
    settle(where, name, day)


@app.command()
def gedaan(
    dossier: DossierArgument,
    stap: StepArgument,
    wie: Annotated[
        str | None, typer.Option("--wie", help="Een gemeente of actiehouder; anders allemaal.")
    ] = None,
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Een stap is gedaan."""
    keep(dossier, op, wat="gedaan", stap=stap, actiehouder=wie, door=door, toelichting=toelichting)


@app.command()
def vervalt(
    dossier: DossierArgument,
    stap: StepArgument,
    reden: Annotated[str, typer.Option("--reden", help="Waarom de stap niet doorgaat.")],
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Een stap gaat niet door. Wat erop rust, gaat zonder haar verder."""
    keep(dossier, op, wat="vervalt", stap=stap, reden=reden, door=door, toelichting=toelichting)


@app.command()
def themas(
    dossier: DossierArgument,
    thema: Annotated[
        list[str],
        typer.Argument(
            metavar="THEMA", help="Een gekozen thema, tussen aanhalingstekens; noem ze alle."
        ),
    ],
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """De thema's zijn gekozen."""
    keep(dossier, op, wat="themas", themas=thema, door=door, toelichting=toelichting)


@app.command()
def versie(
    dossier: DossierArgument,
    stap: StepArgument,
    bevat: Annotated[
        list[Part] | None, typer.Option("--bevat", help="Een wettelijk deel dat erin staat.")
    ] = None,
    bestand: Annotated[Path | None, typer.Option("--bestand", help="Het stuk zelf.")] = None,
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Een versie van het plan is klaar."""
    keep(
        dossier,
        op,
        wat="versie",
        stap=stap,
        bevat=bevat or None,
        bestand=str(bestand.absolute()) if bestand else None,
        door=door,
        toelichting=toelichting,
    )


@app.command()
def akkoord(
    dossier: DossierArgument,
    van: Annotated[
        str,
        typer.Argument(
            metavar="regioburgemeester|hoofdofficier", help="De opdrachtgever die akkoord is."
        ),
    ],
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Een opdrachtgever is akkoord met het verzenden van het ontwerp."""
    keep(dossier, op, wat="akkoord", van=van, door=door, toelichting=toelichting)


@app.command()
def gehoord(
    dossier: DossierArgument,
    gemeente: Municipality,
    antwoord: Annotated[Answer, typer.Option("--antwoord", help="Wat de raad antwoordde.")],
    wijze: Annotated[
        Manner, typer.Option("--wijze", help="Hoe de raad het ontwerp behandelde.")
    ] = Manner.COUNCIL_MEETING,
    tekst: Annotated[str, typer.Option("--tekst", help="De zienswijze zelf.")] = "",
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Een raad is gehoord."""
    keep(
        dossier,
        op,
        wat="gehoord",
        gemeente=gemeente,
        wijze=wijze,
        antwoord=antwoord,
        tekst=tekst,
        door=door,
        toelichting=toelichting,
    )


@app.command(name="geen-antwoord")
def geen_antwoord(
    dossier: DossierArgument,
    gemeente: Municipality,
    reden: Annotated[str, typer.Option("--reden", help="Waarom er genoeg gelegenheid was.")],
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Een raad had gelegenheid om gehoord te worden, maar antwoordde niet."""
    keep(
        dossier,
        op,
        wat="geen-antwoord",
        gemeente=gemeente,
        reden=reden,
        door=door,
        toelichting=toelichting,
    )


@app.command()
def reactie(
    dossier: DossierArgument,
    van: Annotated[str, typer.Argument(metavar="AFZENDER", help="Wie reageerde.")],
    tekst: Annotated[str, typer.Option("--tekst", help="De reactie zelf.")],
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Iemand reageerde op een versie van het plan."""
    keep(dossier, op, wat="reactie", van=van, tekst=tekst, door=door, toelichting=toelichting)


@app.command()
def verwerking(
    dossier: DossierArgument,
    van: Annotated[str, typer.Argument(metavar="AFZENDER", help="Een gemeente, of wie reageerde.")],
    tekst: Annotated[str, typer.Option("--tekst", help="Wat ermee is gedaan, en waarom.")],
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Wat met een reactie of zienswijze is gedaan."""
    keep(
        dossier, op, wat="verwerking", van=van, verwerking=tekst, door=door, toelichting=toelichting
    )


@app.command()
def vaststelling(
    dossier: DossierArgument,
    grondslag: Annotated[str, typer.Option("--grondslag", help="39-1, 39-2 of 39-3.")],
    hoofdofficier: Annotated[
        bool, typer.Option("--hoofdofficier/--zonder-hoofdofficier", help="Stelde die mee vast?")
    ] = False,
    alle_burgemeesters: Annotated[
        bool, typer.Option("--alle-burgemeesters", help="Alle burgemeesters stelden mee vast.")
    ] = False,
    burgemeester: Annotated[
        list[str] | None, typer.Option("--burgemeester", help="Gemeente; vaker te gebruiken.")
    ] = None,
    gremium: Annotated[str | None, typer.Option("--gremium", help="Bijvoorbeeld rbop.")] = None,
    op: On = None,
    door: By = "adviseur",
    toelichting: Note = "",
) -> None:
    """Het beleidsplan is vastgesteld."""
    if alle_burgemeesters and burgemeester:
        raise GehoordError("Kies --alle-burgemeesters of noem ze met --burgemeester, niet allebei.")
    keep(
        dossier,
        op,
        wat="vaststelling",
        grondslag=grondslag,
        hoofdofficier=hoofdofficier,
        burgemeesters="alle" if alle_burgemeesters else burgemeester,
        gremium=gremium,
        door=door,
        toelichting=toelichting,
    )
