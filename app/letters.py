# SPDX-License-Identifier: EUPL-1.2
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
from gehoord.calendar.dutch import capital, counted, day_in_words
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
        typer.Option("-o", "--output", help="Een bestand, zoals brief.pdf; anders een nieuwe map."),
    ] = None,
    trial: Annotated[
        bool, typer.Option("--trial", "--proef", help="Mail de brief aan uzelf; noem ook --stap.")
    ] = False,
    new: Annotated[
        bool, typer.Option("--new", "--nieuw", help="Zoals hij vandaag zou gaan; noem ook --stap.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Toon de brieven van een dossier, of bewaar ze als PDF, DOCX, ODT of HTML.

    Met --stap ook brieven die nog niet zijn gemaakt: zoals zij vandaag zouden gaan. Met --nieuw
    ziet u ze zo ook als ze al zijn gemaakt. Met --proef gaat er een naar u alleen, om te zien hoe
    hij aankomt.
    """
    from gehoord.tasks.drafted import addressed

    where, day = register(), clock.today()
    name = the_dossier(dossier, where)
    if trial:
        _try(where, name, step, to, day)
        return
    _refuse_half(form, output, step, new=new)
    with where.reading() as reader:
        state = state_of(reader, name)
        made = () if new else _made(reader, state, step)
        found = addressed(made or _to_be_made(reader, state, step, day), state, to)
        if form is None or output is None:
            _show(found, state, json=json)
            return
        remarks = _keep(reader if made else None, found, state, form, output)
    written = f"Geschreven: {counted(len(found), 'brief', 'brieven')} in {output}."
    say("\n".join([written, *remarks]))


def _try(where: Register, name: str, step: str, to: str, day: date) -> None:
    """Send a letter to the adviser alone."""
    from gehoord.flows.trial import send_trial

    if not step:
        raise GehoordError("Noem met --stap van welke stap u de brief wilt proberen.")
    say(send_trial(where, name, step, to, day))
    if not settle(where, [name], day):
        leave_unsettled()


def _refuse_half(form: LetterForm | None, output: Path | None, step: str, *, new: bool) -> None:
    """Refuse what was asked when something that belongs with it was left out."""
    if (form is None) != (output is None):
        raise GehoordError("Noem --als en -o samen: hoe en waar de brieven worden bewaard.")
    if new and not step:
        raise GehoordError("Noem met --stap van welke stap u nieuwe brieven wilt zien.")


def _made(reader: Reader, state: State, step: str) -> list[Message]:
    """Return the letters that there are."""
    kept = reader.all(Message, state.id, **({"step": step} if step else {}))
    found = [m for m in kept if m.letter and m.state is not MessageState.WITHDRAWN]
    return sorted(found, key=lambda m: (m.created_on, m.step or "", m.id))


def _to_be_made(reader: Reader, state: State, step: str, on: date) -> list[Message]:
    """Return the letters of a step as they would be made today; of no step there are none."""
    from gehoord.tasks.drafted import drafted

    return drafted(reader, state, step, on) if step else []


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
    say(f"{capital(counted(len(found), 'brief', 'brieven'))}.")
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
    reader: Reader | None, found: Sequence[Message], state: State, form: LetterForm, output: Path
) -> list[str]:
    """Write one letter as a file, and several in a new folder; so is one without an ending.

    Args:
        reader: of the register that has them; nothing of letters that are still to be made.
        found: the letters.
        state: of their dossier.
        form: in which they are asked for.
        output: where.

    Returns: in Dutch, which of several could not be given so and are there as HTML.
    """
    from gehoord.tasks.file_names import FileNames
    from gehoord.tasks.letter_files import letter_file
    from gehoord.tasks.settings import settings
    from gehoord.templates.paper.pdf import NotSetError

    if not found:
        raise GehoordError(
            "Er is geen brief om te bewaren. Noem met --stap een andere stap (dan ziet u ook wat "
            "nog moet gaan), of laat --aan weg."
        )
    refuse_taken(output)
    home, who, given = settings().home, names(state), FileNames()
    if len(found) == 1 and output.suffix:
        write_output(output, letter_file(reader, found[0], form, home))
        return []
    contents, remarks = {}, []
    for message in found:
        to, became = who.get(message.recipient, message.recipient), form
        try:
            content = letter_file(reader, message, form, home)
        except NotSetError as error:
            became = LetterForm.HTML
            content = letter_file(reader, message, became, home)
            remarks.append(f"Als HTML bewaard: de brief aan {to}. {error}")
        contents[given.give("", f"{message.step or message.letter} {to}", f".{became}")] = content
    with writing(output):
        output.mkdir(parents=True)
    for name, content in contents.items():
        write_output(output / name.lstrip("/"), content)
    return remarks
