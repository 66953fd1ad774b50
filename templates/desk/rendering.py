"""How the pages of the desk are made: HTML without scripts, cookies or anything elsewhere."""

from collections.abc import Sequence
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.ical.text import paragraphs
from gehoord.templates.desk.overview_page import OverviewPage
from gehoord.templates.desk.party_page import PartyPage


def rendered(page: PartyPage, path: str) -> bytes:
    """Return the page of a party.

    Args:
        page: what it says.
        path: at which it stands, with its key; what it offers stands below that.
    """
    return written("partij.html.j2", p=page, path=path)


def overview_rendered(page: OverviewPage) -> bytes:
    """Return the overview of a dossier."""
    return written("overzicht.html.j2", p=page)


def list_rendered(dossiers: Sequence[tuple[str, str]]) -> bytes:
    """Return the page with the title of each dossier and the address of its overview."""
    return written("overzichten.html.j2", dossiers=dossiers)


def sentence_page(title: str, *sentences: str) -> bytes:
    """Return a page that says no more than this."""
    return written("zin.html.j2", title=title, sentences=sentences)


def written(template: str, **said: Any) -> bytes:
    """Return a page by the name of its template."""
    return _ENVIRONMENT.get_template(template).render(said).encode()


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("gehoord.templates", "desk"),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        finalize=lambda value: paragraphs(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"day": day_in_words, "counted": counted}
    return environment


_ENVIRONMENT: Final = _environment()
