# SPDX-License-Identifier: EUPL-1.2
"""What can be chosen in a form: what Gehoord ships, and what an adviser keeps in his own folder.

Nobody names a path: a name that is not among these is refused.
"""

from pathlib import Path

from gehoord.domain.errors import ProposalError
from gehoord.procedures.library import EENHEID, eenheden, shipped


def proposals_in(folder: Path) -> dict[str, str]:
    """Return how each proposal is called in a form, with the name by which it is read.

    Args:
        folder: where the adviser keeps his own, if it is there; they come first.
    """
    own = {file.name: str(file) for file in _files(folder) if _may_be_proposal(file)}
    return own | {name: name for name in shipped()}


def eenheden_in(folder: Path) -> dict[str, str]:
    """Return how each unit is called in a form, with the name by which it is read."""
    own = {file.name: str(file) for file in _files(folder) if file.name == EENHEID}
    return own | {name: name for name in eenheden()}


def chosen(name: str, among: dict[str, str], what: str) -> str:
    """Return the name by which a choice is read.

    Raises:
        ProposalError: it is none of those that can be chosen.
    """
    if name not in among:
        raise ProposalError(f"{what} '{name}' is er niet. Kies uit: {', '.join(among)}.")
    return among[name]


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.glob("*.toml") if _can_be_named(file))
    except OSError:  # a folder that cannot be read has nothing to choose
        return []


def _can_be_named(file: Path) -> bool:
    """Whether a form can show the name of a file; one that no person typed keeps no form behind."""
    is_seen = file.name.isprintable() and not file.name.startswith(".")
    return is_seen and file.is_file()


def _may_be_proposal(file: Path) -> bool:
    return file.name != EENHEID and not file.name.endswith(".verloop.toml")
