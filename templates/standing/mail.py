"""Mail that waits for an address or did not arrive, and where letters are to be found."""

from collections.abc import Iterator
from pathlib import Path

from gehoord.calendar.dutch import alphabetical, counted, day_in_words, enumeration
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.dossier.names import names
from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.domain.outgoing.unreached import shortened
from gehoord.templates.links import Links
from gehoord.templates.markdown import link, plain


def mail(affairs: StateOfAffairs, links: Links) -> list[str]:
    """Return what waits for an address or did not arrive, in Markdown; nothing if all is well."""
    lines = [*_unreached(affairs), *_undelivered(affairs)]
    if not lines:
        return []
    form = links.form("melden-adres", {"dossier": affairs.state.id})
    how = link("een adres melden", form) if form else "leg een adres vast"
    return ["## Mail die wacht of niet aankwam", "", *lines, f"- Wat te doen: {how}."]


def _unreached(affairs: StateOfAffairs) -> Iterator[str]:
    """Yield of which griffies no address is known, and how much waits for them."""
    if not (missing := affairs.unreached):
        return
    who = enumeration(shortened(alphabetical(missing)))
    number = affairs.without_address
    waits = f" {counted(number, 'bericht wacht', 'berichten wachten')} daarop." if number else ""
    yield f"- Geen mailadres bekend van de griffie van {plain(who)}.{waits}"


def _undelivered(affairs: StateOfAffairs) -> Iterator[str]:
    """Yield what was tried and did not arrive, at whom, since when and why."""
    known = names(affairs.state)
    for message in affairs.undelivered:
        name = known.get(message.recipient, message.recipient)
        who = f"de griffie van {name}" if message.to_griffie else name
        again = "opnieuw" if message.next_attempt_at else "niet meer"
        yield (
            f"- Niet aangekomen bij {plain(who)}: {plain(message.subject)} (van "
            f"{day_in_words(message.created_on)}). Waarom: {plain(message.failure.rstrip('.'))}. "
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
