# SPDX-License-Identifier: EUPL-1.2
"""`gehoord replay`: a procedure played again over its real days."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gehoord.app.arguments import AsJson, ProposalName
from gehoord.app.output import note_done
from gehoord.app.printing import as_json, say
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.law.politiewet import BASES
from gehoord.procedures.library import proposal_of
from gehoord.replay.history import History, history_of

if TYPE_CHECKING:
    from gehoord.replay.machine import Summary

Advance = Callable[[date, str], None]


def replay(
    voorstel: ProposalName,
    prefect: Annotated[
        bool, typer.Option("--prefect", help="Elke fase en elke dag als run op een echte server.")
    ] = False,
    blijf: Annotated[
        bool, typer.Option("--blijf", help="Met --prefect: laat de server daarna aan staan.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Speel een procedure na, dag voor dag, in een eigen register."""
    from gehoord.replay.machine import Clock, Engine, play, summary
    from gehoord.store.opening import open_register
    from gehoord.tasks.settings import Settings, settings

    proposal, eenheid, text = proposal_of(voorstel)
    history = history_of(voorstel)
    name = Path(voorstel).name.removesuffix(".toml")
    home = (settings().home / "herhaling" / name).absolute()
    shutil.rmtree(home, ignore_errors=True)
    place = Settings(home=home, database_url="", mail_mode="proef")
    clock = Clock(history.start)
    engine = Engine(open_register(place.database, clock.now), clock, place)
    around: AbstractContextManager[object] = nullcontext()
    if prefect:
        from gehoord.app.replay_on_prefect import on_prefect

        around = on_prefect(engine, stay=blijf)
    with around:
        with _progress(history, quiet=json) as advance:
            for played in play(engine, name, proposal, eenheid, text, history):
                if played.what != "wacht" or played.outcome.text:
                    advance(played.on, played.line)
                if played.outcome.refused:
                    advance(played.on, f"    {played.outcome.text}")
        note_done()
        _report(summary(engine, name), home, json=json)
    engine.register.engine.dispose()


@contextmanager
def _progress(history: History, *, quiet: bool) -> Iterator[Advance]:
    """Give a way to tell how far it is: a bar for people, plain lines in a pipe."""
    if quiet:
        yield lambda on, line: None
        return
    if not sys.stdout.isatty():
        yield lambda on, line: say(f"{on} {line}")
        return
    from rich.progress import BarColumn, Progress, TextColumn

    days = (history.end - history.start).days
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
    )
    with Progress(*columns) as bar:
        task = bar.add_task(day_in_words(history.start), total=days)

        def advance(on: date, line: str) -> None:
            bar.console.print(f"{on} {line}", markup=False, highlight=False)
            bar.update(task, completed=(on - history.start).days, description=day_in_words(on))

        yield advance
        bar.update(task, completed=days, description=day_in_words(history.end))


def _report(found: "Summary", home: Path, *, json: bool) -> None:
    adoption = found.adoption
    if json:
        as_json(
            {
                "letters": found.letters,
                "mails": found.mails,
                "reminders": found.reminders,
                "asked": found.asked,
                "heard": found.heard,
                "silent": found.silent,
                "zienswijzen": found.zienswijzen,
                "adopted_on": adoption.taken_on if adoption else None,
                "late": found.late,
                "journal": {"entries": found.entries, "faults": list(found.faults)},
                "folder": str(home),
            }
        )
    else:
        say(
            "",
            f"Brieven: {found.letters}. Mails: {found.mails}, "
            f"waarvan {counted(found.reminders, 'herinnering', 'herinneringen')}.",
            f"Raden: {found.asked} gevraagd, {found.heard} gehoord, "
            f"{found.silent} zonder antwoord; "
            f"{counted(found.zienswijzen, 'zienswijze', 'zienswijzen')}.",
            f"Te laat gedaan: {counted(found.late, 'actie', 'acties')}.",
            f"Vastgesteld op {day_in_words(adoption.taken_on)} door {found.adopted_by}, "
            f"op grond van de {BASES[adoption.basis]}."
            if adoption
            else "Niet vastgesteld.",
            f"Journaal: {counted(found.entries, 'regel', 'regels')}, "
            + ("heel." if not found.faults else "NIET heel: " + " ".join(found.faults)),
            f"Mails en agenda's staan in {home}.",
        )
    if found.faults:
        raise typer.Exit(2)
