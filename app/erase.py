# SPDX-License-Identifier: EUPL-1.2
"""`gehoord erase`: names and addresses of people are taken out of a dossier; the facts stay."""

from typing import Annotated

import typer

from gehoord.app.arguments import AsJson, DossierArgument
from gehoord.app.output import complain, note_done
from gehoord.app.printing import as_json, say
from gehoord.app.register import register, the_dossier
from gehoord.domain.acts.erasing import eraser_of, fact_with
from gehoord.domain.acts.moving import FEWEST_WORDS
from gehoord.domain.dossier.contacts import Contact, dealt_with_by
from gehoord.domain.dossier.contacts import contacts as contacts_of
from gehoord.domain.dossier.erasing import Erasure
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.store.erasing import erase as erase_words
from gehoord.store.erasing import erasure
from gehoord.store.reader import Reader
from gehoord.store.state import state_of
from gehoord.templates.erased import places, told

Names = Annotated[
    list[str] | None,
    typer.Option(
        "--name", "--naam", help="Wat weg moet: een naam, adres of telefoonnummer. Mag vaker."
    ),
]
AllContacts = Annotated[
    bool,
    typer.Option(
        "--contacts",
        "--contactgegevens",
        help="Wis elk mailadres, elk telefoonnummer en elke ondertekenaar.",
    ),
]


def erase(
    dossier: DossierArgument,
    *,
    name: Names = None,
    contacts: AllContacts = False,
    reason: Annotated[
        str, typer.Option("--reason", "--reden", help="Waarom, zonder de naam zelf te noemen.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Zeg alleen waar het staat; er verandert niets.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Wis namen en adressen van mensen uit een dossier. De feiten blijven staan.

    Zonder --name en --contacts toont dit welke contactgegevens het dossier heeft.
    """
    where = register()
    this = the_dossier(dossier, where)
    with where.reading() as reader:
        state = state_of(reader, this)
        known = _known(reader, state)
        words = [*(name or ()), *(_all(known, state) if contacts else ())]
        found = erasure(reader, this, eraser_of(state, words)) if words else None
    if found is None:
        _show(known, state, json=json)
        return
    if not dry_run:
        _refuse_without_reason(reason)
        found = erase_words(where, this, eraser_of(state, words), reason, clock.today())
        note_done()
    _tell(found, this, is_tried=dry_run, json=json)
    if not found.is_rewritten:
        complain(
            "Het is gewist, maar in het bestand van de database staan de oude letters nog, omdat "
            "een ander programma erin bezig was. Stop Gehoord, en laat een beheerder in de "
            "database de opdracht VACUUM geven."
        )
        raise typer.Exit(3)


def _tell(found: Erasure, dossier: str, *, is_tried: bool, json: bool) -> None:
    if not json:
        say(*told(found, is_tried=is_tried))
        return
    lines = [before.number for before, _ in found.lines]
    as_json(
        {
            "dossier": dossier,
            "is_erased": not is_tried,
            "places": places(found),
            "lines": lines,
            "sent": found.sent,
        }
    )


def _known(reader: Reader, state: State) -> list[Contact]:
    return contacts_of(state, reader.all(JournalEntry, state.id))


def _all(known: list[Contact], state: State) -> list[str]:
    """Return what every contact says, but what is a fact: an office that signs is no person.

    Raises:
        GehoordError: there is none.
    """
    said = [each.says for each in known if not fact_with(state, each.says)]
    if not said:
        raise GehoordError(
            "Dit dossier heeft geen mailadres, telefoonnummer of ondertekenaar die een persoon is. "
            "Er is niets gewist."
        )
    return said


def _show(known: list[Contact], state: State, *, json: bool) -> None:
    shown = [*dealt_with_by(state), *known]
    if json:
        as_json({"dossier": state.id, "contacts": [each._asdict() for each in shown]})
        return
    if not shown:
        say("Dit dossier heeft geen contactgegevens. Een naam in een tekst wist u met --name.")
        return
    say(
        f"Contactgegevens in '{state.id}':",
        *(f"- {each.what}: {each.says}" for each in shown),
        "Wis er een met --name, of alle adressen, telefoonnummers en ondertekenaars met "
        "--contacts. In vrije tekst kan nog een naam staan: noem die bij --name.",
    )


def _refuse_without_reason(reason: str) -> None:
    """Refuse to erase for no reason that is said.

    Raises:
        GehoordError: it has fewer words than a reason needs.
    """
    if len(reason.split()) < FEWEST_WORDS:
        raise GehoordError(
            f"Geef met --reason in ten minste {FEWEST_WORDS} woorden de reden van het wissen, of "
            "bekijk het eerst met --dry-run."
        )
