"""Commands on dossiers: open, status, why, move, start, watch, calendar, verify."""

import sys
from contextlib import nullcontext, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.afterwards import not_ahead, settle
from gehoord.app.board import keep_board
from gehoord.app.explaining import explain
from gehoord.app.printing import AsJson, as_json, findings, say, table
from gehoord.app.register import Day, ProposalName, dossier_name, parse_day, register, the_dossier
from gehoord.calendar.dutch import counted, day_in_words, enumeration, full_day_in_words
from gehoord.domain.dossier.action import Action
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.toml_errors import cause
from gehoord.flows.clock import today
from gehoord.procedures.library import proposal_of
from gehoord.store.state import state_of
from gehoord.store.verify import verify as verify_dossier

app = typer.Typer()
DossierArgument = Annotated[str, typer.Argument(metavar="DOSSIER", help="De naam van het dossier.")]
Dossiers = Annotated[
    str | None, typer.Argument(metavar="DOSSIER", help="Weglaten mag als er maar een is.")
]
StepArgument = Annotated[
    str, typer.Argument(metavar="STAP", help="De naam van de stap, zoals horen.")
]


@app.command(name="open")
def open_(
    voorstel: ProposalName,
    naam: Annotated[str | None, typer.Option("--naam", help="De naam van het dossier.")] = None,
    on: Day = None,
) -> None:
    """Open een dossier: het plan, de raden en alle acties."""
    from gehoord.flows.opening import open_dossier

    proposal, eenheid, text = proposal_of(voorstel)
    name = dossier_name(Path(voorstel).name.removesuffix(".toml") if naam is None else naam)
    where, day = register(begin=True), on or today()
    found = open_dossier(where, name, proposal, eenheid, text, day)
    findings(found)
    with where.reading() as reader:
        state = state_of(reader, name)
    say(
        f"Dossier '{name}' is open: {counted(len(state.municipalities), 'raad', 'raden')}, "
        f"{counted(len(state.open_actions()), 'actie', 'acties')}."
    )
    keep_board(where, name, day)


@app.command()
def status(dossier: Dossiers = None, on: Day = None, json: AsJson = False) -> None:
    """Toon wat openstaat, het eerste bovenaan, en wat te laat is."""
    where, day = register(), on or today()
    name = the_dossier(dossier, where)
    with where.reading() as reader:
        state = state_of(reader, name)
    waiting = sorted(state.open_actions(), key=lambda a: (a.due_on, a.step, a.owner_name))
    owed = state.owed_hearings
    settled = sum(h.is_settled for h in owed)
    if json:
        as_json(
            {
                "dossier": name,
                "state": state.dossier.state,
                "heard": settled,
                "councils": len(owed),
                "reasons": [
                    {"code": r.code, "office": r.office, "on": r.given_on, "ground": r.ground}
                    for r in state.reasons
                ],
                "actions": [
                    {
                        "id": a.id,
                        "name": a.name,
                        "step": a.step,
                        "owner": a.owner,
                        "due": a.due_on,
                        "precision": a.precision,
                        "words": a.words,
                        "late": a.is_late(day),
                    }
                    for a in waiting
                ],
            }
        )
        return
    late = sum(a.is_late(day) for a in waiting)
    say(
        f"{state.dossier.title} ({state.dossier.state})",
        f"Gehoord: {settled} van {counted(len(owed), 'raad', 'raden')}. "
        f"Open: {counted(len(waiting), 'actie', 'acties')}, waarvan {late} te laat.",
    )
    for reason in state.reasons:
        given = day_in_words(reason.given_on)
        say(f"Reden bij '{reason.code}' ({reason.office}, {given}): {reason.ground}")
    table(
        ("Uiterlijk", "", "Wie", "Wat", "Stap"),
        [
            (
                full_day_in_words(a.due_on) if a.names_day else a.due_in_words,
                _how_late(a, day),
                a.owner_name,
                a.title,
                a.step,
            )
            for a in waiting
        ],
    )


def _how_late(action: Action, on: date) -> str:
    """Return how late an action is; by how many days only if its plan names a day."""
    if not action.is_late(on):
        return ""
    if not action.names_day:
        return "volgens de planning voorbij"
    return f"{counted((on - action.due_on).days, 'dag', 'dagen')} te laat"


@app.command()
def why(
    dossier: DossierArgument,
    stap: StepArgument,
    json: AsJson = False,
) -> None:
    """Leg uit waarom een stap op die dag staat, terug tot waar de dag vandaan komt."""
    where = register()
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
    explain(state, stap, json=json)


@app.command()
def move(
    dossier: DossierArgument,
    stap: StepArgument,
    naar: Annotated[
        date, typer.Argument(metavar="DAG", parser=parse_day, help="De nieuwe laatste dag.")
    ],
    reason: Annotated[str, typer.Option("--reason", "--reden", help="Waarom de dag verandert.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Laat alleen de gevolgen zien.")
    ] = False,
    on: Day = None,
    json: AsJson = False,
) -> None:
    """Geef een stap een andere dag en laat zien wat meeschuift."""
    from gehoord.flows.move import move as move_step

    where, day = register(), on or today()
    name = the_dossier(dossier, where)
    done = move_step(where, name, stap, naar, reason, day, dry_run=dry_run)
    if json:
        as_json(
            {
                "applied": not dry_run,
                "shifted": [{"action": a, "from": b, "to": c} for a, b, c in done.shifted],
                "kept": list(done.kept),
                "appearing": [f.as_json() for f in done.appearing],
                "vanishing": [f.as_json() for f in done.vanishing],
                "told": list(done.told),
            }
        )
    else:
        table(("Actie", "Was", "Wordt"), done.shifted)
        for title in done.kept:
            say(f"Blijft staan, want al gedaan: {title}.")
        findings(done.appearing)
        for finding in done.vanishing:
            say(f"Vervalt: {finding.text}")
        say(f"Krijgt bericht: {enumeration(list(done.told)) or 'niemand'}.")
        say("Dit was een proef; er is niets veranderd." if dry_run else "De dag is verplaatst.")
    if not dry_run:
        with redirect_stdout(sys.stderr) if json else nullcontext():
            settle(where, name, day)


@app.command()
def start(
    dossier: DossierArgument,
    fase: Annotated[Stage, typer.Argument(metavar="FASE", help="De fase.")],
    on: Day = None,
) -> None:
    """Start een fase, of doe wat er in die fase nog te doen is."""
    from gehoord.flows.procedure import STAGES
    from gehoord.flows.running import attempt

    where, day = register(), not_ahead(on)
    name = the_dossier(dossier, where)
    outcome = attempt(STAGES[fase], where, name, day)
    if outcome.refused:
        raise GehoordError(f"{outcome.name}. {outcome.text}")
    say(f"{outcome.name}. {outcome.text}")
    settle(where, name, day)


@app.command()
def watch(on: Day = None) -> None:
    """Kijk wat vandaag moet gebeuren: herinneren, melden wat te laat is, het bord bijwerken."""
    from gehoord.flows.watch import look, watched

    where, day = register(), not_ahead(on)
    names = watched(where)
    if not names:
        say("Er is geen dossier om naar te kijken.")
    for name in names:
        outcome = look(where, name, day)
        say(f"{outcome.name}. {outcome.text}")
        settle(where, name, day)


@app.command()
def calendar(
    dossier: DossierArgument,
    output: Annotated[Path, typer.Option("-o", "--output", help="Het bestand, zoals agenda.ics.")],
    wie: Annotated[
        str | None, typer.Option("--for", "--voor", help="Een gemeente of een actiehouder.")
    ] = None,
) -> None:
    """Schrijf de agenda van een dossier, of van een actiehouder, als iCalendar."""
    from gehoord.tasks.calendars import calendar_of

    where = register()
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
    owner = wie
    if wie and wie not in {a.owner for a in state.actions}:
        owner = state.municipality(wie).code
    content = calendar_of(state, owner, today())
    try:
        output.write_bytes(content)
    except OSError as error:
        raise GehoordError(f"{output} kan niet worden geschreven ({cause(error)}).") from None
    say(f"Geschreven: {output}.")


@app.command()
def verify(
    dossier: Dossiers = None,
    controlegetal: Annotated[
        str | None, typer.Option("--controlegetal", help="Een getal dat u eerder hebt bewaard.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Bewijs dat het journaal heel is en dat het register ermee klopt.

    Dat het einde van het journaal er af is, blijkt alleen uit een eerder bewaard controlegetal.
    """
    where = register()
    name = the_dossier(dossier, where)
    with where.reading() as reader:
        found = verify_dossier(reader, name, controlegetal)
    if json:
        as_json({"dossier": name, "entries": found.entries, "faults": list(found.faults)})
    else:
        say(*found.said_of(name))
    if found.faults:
        raise typer.Exit(2)
