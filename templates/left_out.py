# SPDX-License-Identifier: EUPL-1.2
"""What is not in the public site, as a list for the adviser, who judges it."""

from collections.abc import Iterator, Sequence

from gehoord.calendar.dutch import by_letters, counted, day_in_words, enumeration
from gehoord.domain.publicity.left_out import Omission
from gehoord.domain.publicity.public_dossier import PublicDossier
from gehoord.templates.public_pages import PlacedPaper


def left_out_list(
    public: PublicDossier,
    placed: Sequence[PlacedPaper],
    missing: Sequence[Omission],
    doubtful: Sequence[tuple[str, str]] = (),
) -> str:
    """Return the list as text. It holds what is not public: it never goes into the site.

    Args:
        public: what everybody may read.
        placed: the documents in the site.
        missing: what is not in it.
        doubtful: what is in it and may be the name of a person, each after where it stands.
    """
    lines = [
        f"WEGGELATEN UIT DE OPENBARE SITE van {public.plan}, eenheid {public.eenheid}",
        f"Bijgewerkt tot en met {day_in_words(public.on)}.",
        "",
        "Dit bestand is voor de adviseur. Het is niet openbaar: zet het niet bij de site.",
        "Gehoord herkent niet elk persoonsgegeven. Lees de site voordat u haar openbaar maakt: de",
        "teksten van de raden, de antwoorden, de thema's en de titels van de stappen.",
        "",
        *_doubtful(doubtful),
        *_included(placed),
        *_missing(missing),
    ]
    return "\n".join([*lines, ""])


def _doubtful(doubtful: Sequence[tuple[str, str]]) -> Iterator[str]:
    if not doubtful:
        return
    places: dict[str, list[str]] = {}
    for where, name in dict.fromkeys(doubtful):
        places.setdefault(name, []).append(where)
    yield f"KIJK NA OF DIT IEMAND IS: {counted(len(places), 'woord', 'woorden')}"
    yield "Deze woorden staan op de site. Is een ervan de naam van een persoon? Verbeter dan de"
    yield "tekst in het dossier, of wis de naam met 'gehoord erase', en maak de site opnieuw."
    for name in sorted(places, key=by_letters):
        yield f"- '{name}' in {enumeration(places[name])}"
    yield ""


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
