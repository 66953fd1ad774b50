# SPDX-License-Identifier: EUPL-1.2
"""Where proposals and units come from: a path, or a name that Gehoord ships."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from gehoord.calendar.incoming.source import LARGEST_CALENDAR
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import LARGEST_FILE, read_toml
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.toml_errors import cause

EENHEID: Final = "eenheid.toml"
"""The file of a unit, in its folder or beside a proposal."""


def shipped() -> list[str]:
    """Return the names of the procedures that Gehoord ships."""
    root = files("gehoord.procedures")
    return sorted(
        f"{folder.name}/{entry.name.removesuffix('.toml')}"
        for folder in root.iterdir()
        if folder.is_dir()
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
        and entry.name != EENHEID
        and not entry.name.endswith(".verloop.toml")
    )


def is_proposal(name: str) -> bool:
    """Whether a name is that of a file or of a procedure that Gehoord ships."""
    return name in shipped() or Path(name).exists()


def eenheden() -> list[str]:
    """Return the names of the units that Gehoord ships."""
    folders = files("gehoord.procedures").iterdir()
    return sorted(folder.name for folder in folders if (folder / EENHEID).is_file())


def eenheid_of(identifier: str) -> Eenheid:
    """Return a unit that Gehoord ships.

    Raises:
        ProposalError: there is no such unit.
    """
    if identifier not in eenheden():
        raise ProposalError(
            f"Eenheid '{identifier}' is niet bekend. Kies uit: {', '.join(eenheden())}. Is het een "
            "andere, zet dan haar eenheid.toml naast het voorstel."
        )
    folder = files("gehoord.procedures") / identifier
    content = (folder / EENHEID).read_bytes()
    return _with_calendars(read_toml(Eenheid, content, f"{identifier}/{EENHEID}"), folder)


def shipped_as(name: str) -> str | None:
    """Return the name of the unit that Gehoord ships and somebody means, or nothing.

    >>> shipped_as("Den Haag")
    'den-haag'
    """
    identifier = "-".join(name.casefold().split())
    return identifier if identifier in eenheden() else None


def eenheid_named(name: str) -> Eenheid:
    """Return the unit that somebody names: one that Gehoord ships, or the path of its file.

    Args:
        name: as people write it ("Den Haag"), or the path of an ``eenheid.toml`` or its folder.

    Raises:
        ProposalError: there is no such unit, or its file cannot be read or is not valid.
    """
    if identifier := shipped_as(name):
        return eenheid_of(identifier)
    path = Path(name)
    file = path / EENHEID if path.is_dir() else path
    if file.is_file():
        return _eenheid_in(file)
    raise ProposalError(
        f"Eenheid '{name}' is niet bekend. Kies uit: {', '.join(eenheden())}; of noem het pad van "
        "een eigen eenheid.toml."
    )


def _eenheid_in(file: Path) -> Eenheid:
    return _with_calendars(read_toml(Eenheid, bytes_of(file), str(file)), file.parent)


def proposal_of(name: str) -> tuple[Proposal, Eenheid, str]:
    """Return a proposal with its unit and its own text, from a path or a shipped name.

    A file ``eenheid.toml`` beside the proposal goes before the unit that Gehoord ships.

    Raises:
        ProposalError: it cannot be read, is not valid, or its days cannot be worked out.
    """
    text, source, folder = _text_of(name)
    proposal = read_toml(Proposal, text, source)
    beside = folder / EENHEID if folder else None
    own = beside if beside and beside.is_file() else None
    eenheid = _eenheid_in(own) if own else eenheid_of(proposal.eenheid)
    refuse_unworkable(proposal, eenheid)
    return proposal, eenheid, text.decode("utf-8-sig")


def refuse_unworkable(proposal: Proposal, eenheid: Eenheid) -> None:
    """Refuse a proposal that cannot be carried out in a unit, lawful or not.

    Raises:
        ProposalError: the unit knows an owner not, or the days cannot be worked out.
    """
    proposal.refuse_unknown_owners(eenheid)
    lay_out(proposal, eenheid)


def _with_calendars(eenheid: Eenheid, folder: Traversable) -> Eenheid:
    """Return the unit with the meetings of every calendar file beside it taken over.

    Raises:
        ProposalError: a file is not there, or cannot be read as a calendar.
    """
    parties = tuple(
        party.model_copy(update={"schedule": _read(party.schedule, party.name, folder)})
        for party in eenheid.parties
    )
    municipalities = tuple(
        municipality.model_copy(
            update={"schedule": _read(municipality.schedule, municipality.name, folder)}
        )
        for municipality in eenheid.municipalities
    )
    return eenheid.model_copy(update={"parties": parties, "municipalities": municipalities})


def _read(schedule: Schedule | None, owner: str, folder: Traversable) -> Schedule | None:
    if schedule is None or schedule.ics is None:
        return schedule
    entry = folder / schedule.ics
    try:
        with entry.open("rb") as file:
            content = file.read(LARGEST_CALENDAR + 1)
    except OSError as error:
        raise ProposalError(
            f"De vergaderagenda {schedule.ics} van {owner} kan niet worden gelezen "
            f"({cause(error)}). Zet het bestand naast eenheid.toml."
        ) from None
    if len(content) > LARGEST_CALENDAR:
        raise ProposalError(
            f"De vergaderagenda {schedule.ics} van {owner} is groter dan 5 MB. Vraag de griffie "
            "om een export met alleen de raadsvergaderingen."
        )
    return schedule.read_from(content)


def _text_of(name: str) -> tuple[bytes, str, Path | None]:
    path = Path(name)
    try:
        is_file, is_folder = path.is_file(), path.is_dir()
    except OSError as error:
        raise ProposalError(f"'{name}' kan niet worden gelezen ({cause(error)}).") from None
    if is_file:
        return bytes_of(path), name, path.parent
    if is_folder:
        raise ProposalError(f"'{path}' is een map. Noem het bestand zelf.")
    if name in shipped():
        entry = files("gehoord.procedures") / f"{name}.toml"
        return entry.read_bytes(), f"{name}.toml", None
    raise ProposalError(
        f"Het voorstel '{name}' is er niet. Noem een bestand of kies uit: {', '.join(shipped())}."
    )


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file, no more than a proposal can have.

    Raises:
        ProposalError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ProposalError(f"{path} kan niet worden gelezen ({cause(error)}).") from None
