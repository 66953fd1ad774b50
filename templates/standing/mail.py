# SPDX-License-Identifier: EUPL-1.2
"""Mail that waits for an address or did not arrive, and where letters are to be found."""

from collections.abc import Iterator
from pathlib import Path

from gehoord.calendar.dutch import alphabetical, day_in_words, enumeration
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.domain.outgoing.unreached import shortened
from gehoord.templates.links import Links
from gehoord.templates.markdown import link, plain


def mail(affairs: StateOfAffairs, links: Links) -> list[str]:
    """Return what waits for an address or did not arrive, in Markdown; nothing if all is well."""
    lines = [f"- {plain(said)}" for said in (*unreached(affairs), *undelivered(affairs))]
    if not lines:
        return []
    form = links.form("melden-adres", {"dossier": affairs.state.id})
    how = link("een adres melden", form) if form else "leg een adres vast"
    return ["## Mail die wacht of niet aankwam", "", *lines, f"- Wat te doen: {how}."]


def _called(state: State) -> dict[str, str]:
    """Return how everybody who gets mail is called, by the key under which they get it."""
    return names(state) | {m.code: f"griffie van {m.name}" for m in state.municipalities}


def unreached(affairs: StateOfAffairs) -> Iterator[str]:
    """Yield a sentence on who owes something and cannot be mailed, if somebody does."""
    called = _called(affairs.state)
    missing = alphabetical(called.get(recipient, recipient) for recipient in affairs.unreached)
    if missing:
        who = enumeration(shortened(missing))
        yield f"Geen mailadres bekend van {who}. Zonder adres gaat daar geen mail heen."


def undelivered(affairs: StateOfAffairs) -> Iterator[str]:
    """Yield sentences on what was tried and did not arrive, at whom, since when and why."""
    called = _called(affairs.state)
    for message in affairs.undelivered:
        who = called.get(message.recipient, message.recipient)
        again = "opnieuw" if message.next_attempt_at else "niet meer"
        yield (
            f"Niet aangekomen bij {who}: {message.subject} (van "
            f"{day_in_words(message.created_on)}). Waarom: {message.failure.rstrip('.')}. "
            f"Gehoord probeert het {again}."
        )


def where_to_find(affairs: StateOfAffairs, outbox: Path) -> list[str]:
    """Return where the letters and the rest of a dossier are, in Markdown."""
    dossier = affairs.state.id
    in_trial = affairs.state.dossier.mode is Mode.TRIAL
    letters = (
        f"Dit is een **oefening** (stand 'proef'): geen mail gaat echt weg. Elke brief en mail "
        f"staat als bestand in {plain(str(outbox / dossier))}."
        if in_trial
        else "Dit dossier is **echt** (stand 'live'): brieven en mails gaan weg per mail."
    )
    return [
        "## Waar u de rest vindt",
        "",
        f"- {letters}",
        f"- Alles samen, met elke brief: geef de opdracht `gehoord export {dossier}`.",
        f"- Waarom een dag die dag is: `gehoord why {dossier} STAP`.",
    ]
