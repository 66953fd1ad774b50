# SPDX-License-Identifier: EUPL-1.2
"""What `gehoord up` says once everything runs: where to go, the most urgent first."""

import asyncio
from collections.abc import Mapping
from typing import Final

from gehoord.app.speaking import speaking_with
from gehoord.domain.acts.opening_forms import LAYING_OUT, OPENING
from gehoord.domain.proposal.stage import Stage
from gehoord.tasks.settings import Settings
from gehoord.templates.links import Links

COMMAND: Final = ".venv/bin/gehoord"
"""How a clone calls the command line after `make run`."""


def links_at(api: str, page: str) -> Links:
    """Return the pages of a Prefect that was just started; without forms if it does not answer."""
    from prefect.client.orchestration import get_client

    from gehoord.tasks.board.asking import PrefectAnswerError
    from gehoord.tasks.board.pages import links_of

    async def asked() -> Links:
        async with get_client() as client:
            return await links_of(client)

    with speaking_with(api):
        try:
            return asyncio.run(asked())
        except PrefectAnswerError:
            return Links(page)


def started(
    names: list[str],
    links: Links,
    place: Settings,
    next_stages: Mapping[str, Stage],
    desk: str,
    own_pages: Mapping[str, str],
) -> list[str]:
    """Return where to go in a browser, a block for each dossier, and what becomes of mail.

    Args:
        names: the dossiers.
        links: where the pages of Prefect are.
        place: the settings.
        next_stages: the stage that comes next, of each dossier of which one does.
        desk: where the desk is.
        own_pages: where the adviser's own page is, of each dossier; its address is a key.
    """
    mail = (
        "Mail gaat echt weg, van elk dossier in de stand 'live'."
        if place.is_live
        else f"Er gaat geen mail echt weg: elk bericht komt als bestand in {place.outbox}."
    )
    blocks = [
        line
        for name in names
        for line in _block(name, links, next_stages.get(name), own_pages.get(name, ""))
    ]
    return [
        "",
        "Gehoord draait. Open in een browser:",
        *blocks,
        "",
        *_to_open(links),
        f"De balie: {desk}. De link van een gemeente, overleg, 'adviseur' of 'overzicht' geeft",
        f"  {COMMAND} desk link {names[0]} WIE",
        mail,
        f"Opdrachtregel: {COMMAND} status {names[0]}. Stoppen: Ctrl-C.",
    ]


def _to_open(links: Links) -> list[str]:
    """Return the forms that open a dossier."""
    forms = {
        "Nieuwe procedure:": links.form(LAYING_OUT, {}),
        "Voorstel openen:": links.form(OPENING, {}),
    }
    return [f"{what:<18} {form}" for what, form in forms.items() if form]


def _block(name: str, links: Links, stage: Stage | None, own_page: str) -> list[str]:
    """Return the links of one dossier, what is late first."""
    form = links.form(stage.numbered, {"dossier": name}) if stage else None
    coming = [f"  Volgende fase     {form} ({stage.heading})"] if stage and form else []
    own = [f"  Uw eigen pagina   {own_page} (geef dit adres niet door)"] if own_page else []
    return [
        "",
        f"{name}:",
        f"  Te laat           {links.late(name)}",
        f"  Stand van zaken   {links.standing(name)}",
        *coming,
        *own,
        f"  Iets melden       {links.reports}",
        f"  Een fase starten  {links.stages}",
    ]


def copied(folder: str, file: str) -> list[str]:
    """Return the commands that copy a procedure and its unit, whether or not the map is there.

    What somebody filled in before stays.
    """
    return [
        "  mkdir -p plannen",
        f"  cp -n procedures/{folder}/eenheid.toml procedures/{folder}/{file}.toml plannen/",
    ]


def opened_to_practise(name: str, proposal: str) -> list[str]:
    """Return that a procedure was opened to practise with, and how the real one is opened.

    Args:
        name: of the dossier.
        proposal: that it was opened from, of those that Gehoord has with it.
    """
    folder, _, file = proposal.rpartition("/")
    return [
        f"Dossier '{name}' is geopend als oefening: er gaat geen mail echt weg.",
        "De echte procedure opent u zelf. Zet haar in een eigen map; wat daar al staat, blijft:",
        *copied(folder, file),
        "Vul in plannen/eenheid.toml de mailadressen in, en geef:",
        f"  GEHOORD_MAIL_MODE=live {COMMAND} open plannen/{file}.toml --naam {name}-echt",
        f'Of maak van deze oefening de echte: {COMMAND} mode {name} live --reason "..."',
        "Lees eerst docs/gids.md, hoofdstuk 6.",
        "",
    ]
