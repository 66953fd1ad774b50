"""`gehoord letters`: the letters of a dossier, to be looked at, printed or edited."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.afterwards import leave_unsettled, settle
from gehoord.app.arguments import AsJson, Dossiers
from gehoord.app.printing import as_json, say, table
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import refuse_taken, write_output, writing
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.store.reader import Reader
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.letter_files import LetterForm


def letters(
    dossier: Dossiers = None,
    *,
    step: Annotated[str, typer.Option("--step", "--stap", help="Alleen die van deze stap.")] = "",
    to: Annotated[str, typer.Option("--to", "--aan", help="Alleen die aan deze ontvanger.")] = "",
    form: Annotated[
        LetterForm | None, typer.Option("--as", "--als", help="Bewaar ze zo; noem ook -o.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Het bestand; van meer brieven een nieuwe map."),
    ] = None,
    trial: Annotated[
        bool, typer.Option("--trial", "--proef", help="Mail de brief aan uzelf; noem ook --stap.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Toon de brieven van een dossier, of bewaar ze als PDF, DOCX, ODT of HTML.

    Met --stap ook brieven die nog niet zijn gemaakt: zoals zij vandaag zouden gaan. Met --proef
    gaat er een naar u alleen, om te zien hoe hij aankomt.
    """
    from gehoord.tasks.drafted import addressed

    where, day = register(), clock.today()
    name = the_dossier(dossier, where)
    if trial:
        _try(where, name, step, to, day)
        return
    if (form is None) != (output is None):
        raise GehoordError("Noem --als en -o samen: hoe en waar de brieven worden bewaard.")
    with where.reading() as reader:
        state = state_of(reader, name)
        found = addressed(_letters(reader, state, step, day), state, to)
        if form is None or output is None:
            _show(found, state, json=json)
            return
        _keep(reader, found, state, form, output)
    say(f"Geschreven: {counted(len(found), 'brief', 'brieven')} in {output}.")


def _try(where: Register, name: str, step: str, to: str, day: date) -> None:
    """Send a letter to the adviser alone."""
    from gehoord.flows.trial import send_trial

    if not step:
        raise GehoordError("Noem met --stap van welke stap u de brief wilt proberen.")
    say(send_trial(where, name, step, to, day))
    if not settle(where, [name], day):
        leave_unsettled()


def _letters(reader: Reader, state: State, step: str, on: date) -> list[Message]:
    """Return the letters that there are; of a step without any those that are still to be made."""
    from gehoord.tasks.drafted import drafted

    kept = reader.all(Message, state.id, **({"step": step} if step else {}))
    found = [m for m in kept if m.letter and m.state is not MessageState.WITHDRAWN]
    if not step or found:
        return sorted(found, key=lambda m: (m.created_on, m.step or "", m.id))
    return drafted(reader, state, step, on)


def _show(found: Sequence[Message], state: State, *, json: bool) -> None:
    who = names(state)
    if json:
        as_json(
            [
                {
                    "step": m.step,
                    "letter": m.letter,
                    "to": who.get(m.recipient, m.recipient),
                    "on": m.created_on.isoformat(),
                    "state": m.state,
                    "subject": m.subject,
                }
                for m in found
            ]
        )
        return
    say(f"{counted(len(found), 'brief', 'brieven')}.")
    table(
        ("Datum", "Stap", "Aan", "Stand", "Onderwerp"),
        [
            (
                day_in_words(m.created_on),
                m.step or "-",
                who.get(m.recipient, m.recipient),
                m.state,
                m.subject,
            )
            for m in found
        ],
    )


def _keep(
    reader: Reader, found: Sequence[Message], state: State, form: LetterForm, output: Path
) -> None:
    """Write one letter as a file, and several in a new folder."""
    from gehoord.tasks.file_names import FileNames
    from gehoord.tasks.letter_files import letter_file
    from gehoord.tasks.settings import settings

    if not found:
        raise GehoordError("Er is geen brief om te bewaren. Laat --stap of --aan weg.")
    refuse_taken(output)
    home = settings().home
    if len(found) == 1:
        write_output(output, letter_file(reader, found[0], form, home))
        return
    who, given = names(state), FileNames()
    made = {
        given.give("", f"{m.step or m.letter} {who.get(m.recipient, m.recipient)}", f".{form}"): m
        for m in found
    }
    contents = {name: letter_file(reader, m, form, home) for name, m in made.items()}
    with writing(output):
        output.mkdir(parents=True)
    for name, content in contents.items():
        write_output(output / name.lstrip("/"), content)
