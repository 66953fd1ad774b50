# SPDX-License-Identifier: EUPL-1.2
"""The pages of the public site: HTML without scripts, that opens from a folder as from a server."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import paragraphs
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.fte import fte_in_words
from gehoord.domain.eenheid.publishing import Publishing
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.publicity.public_besluit import PublicBesluit
from gehoord.domain.publicity.public_dossier import PublicDossier
from gehoord.domain.publicity.public_paper import PublicPaper
from gehoord.domain.publicity.public_step import PublicStep
from gehoord.law import awb, politiewet, woo
from gehoord.templates import wording
from gehoord.templates.chosen_themes import GROUNDS
from gehoord.templates.public_nota import PLACE as NOTA
from gehoord.templates.reasoning import because
from gehoord.templates.strength_rows import HEADINGS, row_of

PAGES: Final = (
    ("index.html", "Overzicht"),
    ("plan.html", "Het plan"),
    ("raden.html", "De gemeenteraden"),
    ("nota.html", "Wat is ermee gedaan"),
    ("besluiten.html", "De besluiten"),
    ("jaarverslagen.html", "Elk jaar"),
    ("uitleg.html", "Hoe werkt dit?"),
)
"""The pages to which every page leads, in their order."""
BELOW: Final = ("weggelaten.html", "toegankelijkheid.html", "colofon.html")
"""Those to which the foot of every page leads."""
STEPS: Final = "stappen.html"
"""The page of all steps, to which the first one leads."""

_NOT_TOLD: Final = "Nog niet bekend."


@dataclass(frozen=True, slots=True)
class PlacedPaper:
    """A document in the site, with its path, its sort (``PDF``) and its size in words."""

    paper: PublicPaper
    path: str
    sort: str
    size: str

    @property
    def title(self) -> str:
        """What it is."""
        return self.paper.title

    @property
    def category(self) -> str:
        """Its category of the Woo, with the article."""
        return self.paper.category.in_words


@dataclass(frozen=True)
class PublicPages:
    """Writes the site of one dossier.

    Attributes:
        dossier: what everybody may read; nothing else comes in.
        placed: the documents in the site.
        council_pages: the name of the page of each council, by the code of the council.
        nota: how large the PDF of the nota is, in words; empty as long as there is none.
    """

    dossier: PublicDossier
    placed: Sequence[PlacedPaper]
    publishing: Publishing
    council_pages: Mapping[str, str]
    nota: str = ""

    def files(self) -> dict[str, str]:
        """Return every page by its name."""
        names = [*(name for name, _ in PAGES), STEPS, *BELOW]
        texts = {name: self._written(f"{name}.j2", here=name) for name in names}
        for council in self.dossier.councils:
            name = self.council_pages[council.code]
            texts[name] = self._written("raad.html.j2", here="raden.html", council=council)
        return texts

    def _written(self, template: str, **more: Any) -> str:
        d, placed = self.dossier, self._by_thing()
        unseen = {paper.belongs_to for paper in d.papers} - placed.keys()
        waiting = {p.document for p in d.papers} - {p.paper.document for p in self.placed}
        lines = d.strength.lines if d.strength else ()
        said = {
            "d": d,
            "pages": PAGES,
            "grounds": GROUNDS,
            "account": Stage.ACCOUNT,
            "themes": _newest_themes(d.besluiten),
            "headings": HEADINGS,
            "strength": [(line, row_of(line)) for line in lines],
            "papers": placed,
            "unseen": unseen,
            "waiting": len(waiting),
            "publishing": self.publishing,
            "council_pages": self.council_pages,
            "not_told": _NOT_TOLD,
            "nota": (NOTA, self.nota) if self.nota else (),
        }
        return _ENVIRONMENT.get_template(template).render(said | more).strip() + "\n"

    def _by_thing(self) -> dict[str, list[PlacedPaper]]:
        found: dict[str, list[PlacedPaper]] = {}
        for each in self.placed:
            found.setdefault(each.paper.belongs_to, []).append(each)
        return found


def sitemaps(placed: Sequence[PlacedPaper], publishing: Publishing, address: str) -> dict[str, str]:
    """Return by name the sitemaps with which the Woo-index finds the documents (DiWoo 0.9.8).

    Each category has an index of its own, as the index asks.

    Args:
        placed: the documents in the site.
        publishing: with the publisher and its TOOI address.
        address: of the site, without a slash at its end.
    """
    texts: dict[str, str] = {}
    for number in sorted({each.paper.category.number for each in placed}):
        once = {e.path: e for e in placed if e.paper.category.number == number}
        name = f"sitemap-diwoo-infocat{number:03}.xml"
        papers = [once[path] for path in sorted(once)]
        said = {"address": address, "publishing": publishing, "papers": papers, "file": name}
        texts[name] = _as_xml("sitemap.xml.j2", said)
        texts[f"sitemapindex-diwoo-infocat{number:03}.xml"] = _as_xml("sitemapindex.xml.j2", said)
    return texts


def _as_xml(template: str, said: Mapping[str, Any]) -> str:
    return _ENVIRONMENT.get_template(template).render(said).strip() + "\n"


def _newest_themes(besluiten: Iterable[PublicBesluit]) -> PublicBesluit | None:
    kinds = (BesluitKind.THEMES, BesluitKind.PRIORITY)
    return next((b for b in reversed(tuple(besluiten)) if b.kind in kinds and b.themes), None)


def _by_stage(steps: Iterable[PublicStep]) -> list[tuple[Stage, list[PublicStep]]]:
    return [(stage, list(each)) for stage, each in groupby(steps, key=lambda step: step.stage)]


def _moment(day: date) -> str:
    """Return the beginning of a day as XML and sitemaps write it."""
    return datetime.combine(day, time(), AMSTERDAM).isoformat()


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("gehoord.templates", "site"),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html.j2", "xml.j2")),
        finalize=lambda value: paragraphs(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = (wording.count, wording.capital, wording.closed, wording.listed, wording.cited)
    environment.filters |= {word.__name__: word for word in words}
    environment.filters |= {
        "day": day_in_words,
        "because": because,
        "fte": fte_in_words,
        "groupby_stage": _by_stage,
        "moment": _moment,
    }
    environment.globals |= {"law": politiewet, "awb": awb, "woo": woo}
    return environment


_ENVIRONMENT: Final = _environment()
