# SPDX-License-Identifier: EUPL-1.2
"""`gehoord export --public`: the site that residents may read, as a folder or as a zip."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

from gehoord.app.house_style import public_style
from gehoord.app.printing import as_json, say
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import refuse_taken, write_folder, write_output
from gehoord.calendar.dutch import counted
from gehoord.desk.itself import house_style_in
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.errors import GehoordError
from gehoord.procedures.library import eenheid_named
from gehoord.store.reader import Reader
from gehoord.tasks.archive import zipped
from gehoord.tasks.public_site import PublicSite, SiteAsked, public_site
from gehoord.tasks.settings import settings

_ADDRESS: Final = re.compile(r"https://[A-Za-z0-9.-]+(:\d+)?(/[A-Za-z0-9._~/-]*)?")
_ZIP: Final = ".zip"
_NOT_SENT: Final = (
    "Let op: dit dossier staat in de stand 'proef'. Wat de site verstuurd noemt, heeft Gehoord "
    "niet echt verzonden."
)


@dataclass(frozen=True, slots=True)
class PublicOptions:
    """What is asked of a public site beside its place; empty when it is not said."""

    include: tuple[str, ...] = ()
    address: str = ""
    eenheid: str = ""


def export_public(dossier: str | None, output: Path, asked: PublicOptions, *, json: bool) -> None:
    """Write the site, and beside it the list of what was left out."""
    beside = output.with_name(f"{output.name.removesuffix(_ZIP)}-weggelaten.txt")
    refuse_taken(output)
    refuse_taken(beside)
    address = _address(asked.address)
    where = register()
    name = the_dossier(dossier, where)
    with where.reading() as reader:
        site = public_site(reader, name, _asked(reader, name, asked, address))
        is_trial = reader.dossier(name).mode is Mode.TRIAL
    _write(site, output, beside)
    if json:
        missing = [
            {
                "what": each.what,
                "key": each.key,
                "because": each.because,
                "open": not each.is_closed,
            }
            for each in site.left_out
        ]
        doubtful = [{"words": words, "where": where} for where, words in site.doubtful]
        told = {"path": str(output), "files": len(site.files), "left_out": missing}
        as_json({"dossier": name, **told, "doubtful": doubtful})
        return
    names = len({words for _, words in site.doubtful})
    maybe = [f"Kijk na of dit namen zijn: {counted(names, 'woord', 'woorden')}, in die lijst."]
    waiting = sum(not each.is_closed for each in site.left_out)
    stays = f"Nog te bekijken: {counted(waiting, 'stuk', 'stukken')}."
    say(
        f"Geschreven: {output} ({len(site.files)} bestanden). Begin bij index.html.",
        f"Wat is weggelaten, staat in {beside}. Dat bestand is niet openbaar. {stays}",
        "Lees de site voordat u haar openbaar maakt: Gehoord herkent niet elk persoonsgegeven.",
        *(maybe if names else ()),
        *([_NOT_SENT] if is_trial else ()),
    )


def _asked(reader: Reader, dossier: str, asked: PublicOptions, address: str) -> SiteAsked:
    publishing = None
    if asked.eenheid:
        eenheid = eenheid_named(asked.eenheid)
        known = reader.dossier(dossier).eenheid_name
        if eenheid.name != known:
            raise GehoordError(
                f"'{asked.eenheid}' is van eenheid {eenheid.name}, en dit dossier van {known}. "
                "Kies het bestand van die eenheid."
            )
        publishing = eenheid.publishing
    style = public_style(house_style_in(settings().home))
    return SiteAsked(style, asked.include, publishing, address)


def _address(text: str) -> str:
    """Return an address without a slash at its end.

    Raises:
        GehoordError: no site can stand there.
    """
    if text and not _ADDRESS.fullmatch(text):
        raise GehoordError(
            f"'{text}' kan niet bij '--address'. Schrijf het adres van de site, zoals "
            "https://www.gemeente.nl/beleidsplan."
        )
    return text.rstrip("/")


def _write(site: PublicSite, output: Path, beside: Path) -> None:
    """Write both, or neither."""
    write_output(beside, site.told)
    try:
        if output.suffix == _ZIP:
            write_output(output, zipped(site.files, datetime.combine(site.on, time(12), UTC)))
        else:
            write_folder(output, site.files)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
