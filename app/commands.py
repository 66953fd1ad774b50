# SPDX-License-Identifier: EUPL-1.2
"""Every command by its name, with the one file that is loaded when somebody gives it."""

import gc
from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any, Final, NamedTuple

import typer
from typer.main import get_group

from gehoord.app.help_page import DutchCommand, DutchGroup, with_dutch_help


class Listed(NamedTuple):
    """Where a command is, and the first sentence of its help, which a list of commands shows."""

    place: str
    sentence: str


COMMANDS: Final = {
    "new": Listed(
        "new:new",
        "Maak een haalbaar voorstel, teruggerekend vanaf de vaststelling, met uitleg erin.",
    ),
    "check": Listed("check:check", "Toets een voorstel of een dossier aan de wet."),
    "learned": Listed(
        "learned:learned",
        "Toon hoe lang eerdere procedures duurden, en hoe goed hun planning klopte.",
    ),
    "plan": Listed("plan:plan", "Toon alle stappen met hun dag en waar die dag vandaan komt."),
    "open": Listed(
        "open_dossier:open_dossier", "Open een dossier: het plan, de raden en alle acties."
    ),
    "status": Listed(
        "status:status", "Toon wat openstaat, het eerste bovenaan, en wat te laat is."
    ),
    "why": Listed(
        "why:why",
        "Leg uit waarom een stap op die dag staat, terug tot waar de dag vandaan komt.",
    ),
    "responses": Listed(
        "responses:responses",
        "Toon per versie de hoofdlijnen van de reacties, of schrijf de verantwoording.",
    ),
    "nota": Listed(
        "nota:nota",
        "Toon wat de raden antwoordden en wat daarmee is gedaan, of schrijf de nota.",
    ),
    "vergaderstuk": Listed(
        "besluit:vergaderstuk",
        "Schrijf het stuk voor de vergadering die vaststelt: wat voorligt en wat openstaat.",
    ),
    "besluit": Listed(
        "besluit:besluit",
        "Toon wie instemt met het plan, of schrijf het besluit om te ondertekenen.",
    ),
    "priorities": Listed(
        "priorities:priorities",
        "Toon in hoeveel gemeenten een onderwerp een prioriteit is, en wie nog niet antwoordde.",
    ),
    "move": Listed("move:move", "Geef een stap een andere dag en laat zien wat meeschuift."),
    "mode": Listed(
        "mode:mode",
        "Zet een dossier in de stand 'proef' of 'live'.",
    ),
    "start": Listed("start:start", "Start een fase, of doe wat er in die fase nog te doen is."),
    "watch": Listed(
        "watch:watch",
        "Kijk wat vandaag moet gebeuren: herinneren, melden wat te laat is, het bord bijwerken.",
    ),
    "calendar": Listed(
        "calendar_file:calendar_file",
        "Schrijf de agenda van een dossier, of van een actiehouder, als iCalendar.",
    ),
    "verify": Listed(
        "verify:verify", "Bewijs dat het journaal heel is en dat het register ermee klopt."
    ),
    "backup": Listed(
        "backup:backup", "Maak een kopie van het hele register, ook terwijl Gehoord draait."
    ),
    "restore": Listed("restore:restore", "Zet een kopie van het register terug."),
    "outbox": Listed("outbox:show", "Toon wat van een dossier wacht op verzending, en waarom."),
    "letters": Listed(
        "letters:letters",
        "Toon de brieven van een dossier, of bewaar ze als PDF, DOCX, ODT of HTML.",
    ),
    "export": Listed(
        "export:export", "Bewaar een heel dossier als een zip die ook zonder Gehoord te lezen is."
    ),
    "erase": Listed("erase:erase", "Wis namen en adressen van mensen uit een dossier."),
    "workbook": Listed("workbook:app", "Een dossier als rekenblad, en ingevuld weer terug."),
    "strength": Listed(
        "strength:strength",
        "Toon een sterkteverdeling, vergelijk er twee, of schrijf er een als rekenblad.",
    ),
    "replay": Listed(
        "replay:replay", "Speel een procedure na, dag voor dag, in een eigen register."
    ),
    "desk": Listed("desk:app", "De balie: pagina's en agenda's voor wie geen account heeft."),
    "up": Listed("up:up", "Start alles: Prefect, een worker, het dossier en het bord."),
    "record": Listed("record:app", "Leg vast wat mensen hebben gedaan."),
    "board": Listed("board:app", "Het bord in Prefect."),
}
"""In the order in which the help shows them; a test keeps each sentence true."""


class Loaded(MutableMapping[str, Any]):
    """The commands; each is loaded from its file when it is asked for, and not before."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded:
            self._loaded[name] = _command(name, _found(COMMANDS[name].place))
        return self._loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        raise TypeError("A command is not taken away.")

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


def _found(place: str) -> Any:
    """Return the function or group at a place, and load what it needs.

    What is loaded stays, so looking for garbage in it meanwhile would find none.
    """
    module, _, attribute = place.partition(":")
    gc.disable()
    try:
        return getattr(import_module(f"gehoord.app.{module}"), attribute)
    finally:
        gc.freeze()
        gc.enable()


def _command(name: str, found: Any) -> Any:
    """Return a function, or a group of commands, as the library runs it."""
    around = typer.Typer(add_completion=False, rich_markup_mode=None)
    if isinstance(found, typer.Typer):
        around.add_typer(with_dutch_help(found), name=name, cls=DutchGroup)
    else:
        around.command(name=name, cls=DutchCommand)(found)
    return get_group(around).commands[name]


class AllCommands(DutchGroup):
    """`gehoord` itself: what it lists it knows from the table, without loading the commands."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Loaded()

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def rows(self, ctx: Any) -> list[tuple[str, str]]:
        """Return each command with its first sentence."""
        return [(name, listed.sentence) for name, listed in COMMANDS.items()]
