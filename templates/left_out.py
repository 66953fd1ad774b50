# SPDX-License-Identifier: EUPL-1.2
"""What is not in the public site, as a list for the adviser, who judges it."""

from collections.abc import Iterator, Sequence

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.publicity.left_out import Omission
from gehoord.domain.publicity.public_dossier import PublicDossier
from gehoord.templates.public_pages import PlacedPaper


def left_out_list(
    public: PublicDossier, placed: Sequence[PlacedPaper], missing: Sequence[Omission]
) -> str:
    """Return the list as text. It holds what is not public: it never goes into the site."""
    lines = [
        f"WEGGELATEN UIT DE OPENBARE SITE van {public.plan}, eenheid {public.eenheid}",
        f"Bijgewerkt tot en met {day_in_words(public.on)}.",
        "",
        "Dit bestand is voor de adviseur. Het is niet openbaar: zet het niet bij de site.",
        "Gehoord herkent niet elk persoonsgegeven. Lees de site voordat u haar openbaar maakt: de",
        "teksten van de raden, de antwoorden, de thema's en de titels van de stappen.",
        "",
        *_included(placed),
        *_missing(missing),
    ]
    return "\n".join([*lines, ""])


def _included(placed: Sequence[PlacedPaper]) -> Iterator[str]:
    yield f"OPENBAAR, OMDAT U ZE NOEMDE: {counted(len(placed), 'stuk', 'stukken')}"
    yield "Hiermee zegt u dat u het stuk hebt bekeken, ook op namen, handtekeningen en de"
    yield "eigenschappen van het bestand (zoals de auteur)."
    for each in placed:
        yield f"- {each.title} ({each.path}); soort informatie: {each.category}"
    yield ""


def _missing(missing: Sequence[Omission]) -> Iterator[str]:
    waiting = [each for each in missing if each.key and not each.is_closed]
    yield f"U KUNT TOEVOEGEN, NA BEKIJKEN: {counted(len(waiting), 'stuk', 'stukken')}"
    for each in waiting:
        yield f"- {each.what}"
        yield f"  toevoegen met: --include {each.key}"
    yield ""
    yield "NIET OPENBAAR"
    closed = [each for each in missing if each not in waiting]
    for each in closed:
        ground = f" ({each.article})" if each.article else ""
        yield f"- {each.what}: {each.because}{ground}"
    if not closed:
        yield "- niets anders dan adressen, brieven, mails en het journaal, die nooit meegaan"
