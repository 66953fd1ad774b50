# SPDX-License-Identifier: EUPL-1.2
"""Makes the public site of a dossier: what everybody may read, and what was left out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files as resources
from typing import Final

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.contacts import contacts
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.publishing import Publishing
from gehoord.domain.errors import GehoordError
from gehoord.domain.publicity.left_out import Omission, chosen_papers, left_out
from gehoord.domain.publicity.masking import masking_of
from gehoord.domain.publicity.public_dossier import PublicDossier, public_dossier
from gehoord.domain.publicity.public_paper import PublicPaper
from gehoord.store.mailed import sent_without_arriving
from gehoord.store.reader import Reader
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from gehoord.tasks.file_names import parted, plain
from gehoord.tasks.media_type import UNKNOWN, media_type
from gehoord.templates.left_out import left_out_list
from gehoord.templates.paper.pdf import report_as_pdf
from gehoord.templates.public_nota import PLACE as NOTA
from gehoord.templates.public_nota import public_nota
from gehoord.templates.public_pages import PlacedPaper, PublicPages, sitemaps

STYLE: Final = "stijl.css"
HOUSE_STYLE: Final = "huisstijl.css"
_KILO: Final = 1000


@dataclass(frozen=True, slots=True)
class SiteAsked:
    """How a site is asked for.

    Attributes:
        house_style: the colours and type of the organisation, as CSS.
        include: the documents that a person has looked at, each by its key.
        publishing: who publishes; nothing where that is as the dossier has it.
        address: where the site will stand; without it there are no sitemaps.
    """

    house_style: bytes
    include: tuple[str, ...] = ()
    publishing: Publishing | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class PublicSite:
    """The files of the site by their path, and what is not in it, for the adviser alone.

    ``on`` is the day to which it goes; ``told`` is the list of what was left out. ``doubtful`` is
    what is in it and may be the name of a person, each after where it stands.
    """

    on: date
    files: dict[str, bytes]
    left_out: list[Omission]
    doubtful: list[tuple[str, str]]
    told: bytes


def public_site(reader: Reader, dossier: str, asked: SiteAsked) -> PublicSite:
    """Return the site of a dossier; the same register and question give the same bytes.

    Raises:
        GehoordError: there is no such dossier, its register does not agree with its journal, a
            document cannot be made public, or sitemaps are asked for without a publisher.
    """
    state = state_of(reader, dossier)
    if verify(reader, dossier).faults:
        raise GehoordError(
            f"Het register klopt niet met het journaal van '{dossier}'. Maak daarvan geen openbare "
            f"site; kijk eerst wat er mis is met 'gehoord verify {dossier}'."
        )
    entries = reader.all(JournalEntry, state.id)
    masked = masking_of(state, (each.says for each in contacts(state, entries)))
    public = public_dossier(
        state, _last_day(state, entries), masked, sent_without_arriving(reader, state)
    )
    chosen = chosen_papers(state, public.papers, asked.include)
    publishing = asked.publishing or state.eenheid.publishing
    placed, contents = _placed(reader, chosen)
    contents |= _nota(public)
    size = _size(len(contents[NOTA])) if NOTA in contents else ""
    texts = PublicPages(public, placed, publishing, _council_pages(public), size).files()
    if asked.address:
        _refuse_without_publisher(publishing)
        texts |= sitemaps(placed, publishing, asked.address)
    made = {name: text.encode() for name, text in texts.items()}
    style = resources("gehoord.templates.site").joinpath(STYLE).read_bytes()
    missing = left_out(state, public.papers, chosen, masked)
    return PublicSite(
        on=public.on,
        files=made | contents | {STYLE: style, HOUSE_STYLE: asked.house_style},
        left_out=missing,
        doubtful=list(dict.fromkeys(masked.doubtful)),
        told=left_out_list(public, placed, missing, masked.doubtful).encode(),
    )


def _last_day(state: State, entries: Sequence[JournalEntry]) -> date:
    return entries[-1].at.astimezone(AMSTERDAM).date() if entries else state.dossier.opened_on


def _nota(public: PublicDossier) -> dict[str, bytes]:
    """Return the nota as an accessible PDF by its place in the site; nothing before the adoption.

    It is made of the words that are public, with what was hidden in them hidden.
    """
    html = public_nota(public)
    return {NOTA: report_as_pdf(html, public.on)} if html else {}


def _council_pages(public: PublicDossier) -> dict[str, str]:
    return {c.code: f"raad-{plain(c.name)}-{c.code}.html" for c in public.councils}


def _placed(
    reader: Reader, chosen: Sequence[PublicPaper]
) -> tuple[list[PlacedPaper], dict[str, bytes]]:
    """Return each document with its place in the site, and the bytes by path.

    Only an ending that says what it is comes along: behind any other dot a name may stand.
    """
    placed, contents = [], {}
    for paper in chosen:
        name, content = reader.document(paper.document)
        called = paper.file or name
        end = parted(called)[1] if media_type(called, content) != UNKNOWN else ""
        path = f"documenten/{plain(paper.title)}-{paper.key}{end}"
        contents[path] = content
        sort = end.removeprefix(".").upper() or "bestand"
        placed.append(PlacedPaper(paper, path, sort, _size(len(content))))
    return placed, contents


def _size(length: int) -> str:
    """Return how large a file is, as people read it.

    >>> _size(900), _size(45_600), _size(2_340_000)
    ('1 kB', '46 kB', '2,3 MB')
    """
    if length < _KILO * _KILO:
        return f"{max(1, round(length / _KILO))} kB"
    return f"{length / _KILO / _KILO:.1f} MB".replace(".", ",")


def _refuse_without_publisher(publishing: Publishing) -> None:
    if not publishing.publisher or not publishing.publisher_id:
        raise GehoordError(
            "Voor een sitemap moet bekend zijn wie uitgeeft. Vul in eenheid.toml bij [openbaar] "
            "'uitgever' en 'uitgever_tooi' in, en geef dat bestand mee met --eenheid."
        )
