# SPDX-License-Identifier: EUPL-1.2
"""How the pages of the desk are made: HTML without scripts, cookies or anything elsewhere."""

from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.ical.text import paragraphs
from gehoord.templates.desk.form_page import FormPage
from gehoord.templates.desk.party_page import PartyPage
from gehoord.templates.desk.receipt_page import ReceiptPage
from gehoord.templates.wording import capital


def rendered(page: PartyPage, path: str) -> bytes:
    """Return the page of a party.

    Args:
        page: what it says.
        path: at which it stands, with its key; what it offers stands below that.
    """
    return written("partij.html.j2", p=page, path=path)


def rendered_form(page: FormPage, path: str, name: str, key: str) -> bytes:
    """Return the page of a form.

    Args:
        page: what it says.
        path: of the page of its party.
        name: of the form.
        key: hidden in it.
    """
    return written("formulier.html.j2", f=page, path=path, name=name, key=key)


def rendered_receipt(page: ReceiptPage, path: str) -> bytes:
    """Return the page of a receipt, below that of its party."""
    return written("ontvangst.html.j2", r=page, path=path)


def sentence_page(title: str, *sentences: str, back: str = "") -> bytes:
    """Return a page that says no more than this; ``back`` is the page that it leads back to."""
    return written("zin.html.j2", title=title, sentences=sentences, back=back)


def flaw_page(mail: str) -> bytes:
    """Return the page on reporting a flaw; ``mail`` is whom to write to."""
    return written("zwakke-plek.html.j2", mail=mail)


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
    environment.filters |= {"day": day_in_words, "counted": counted, "capital": capital}
    del environment.filters["count"]  # Jinja's own is a length, and so easily meant for ours
    return environment


_ENVIRONMENT: Final = _environment()
