# SPDX-License-Identifier: EUPL-1.2
"""The secret of this installation, from which the link of every party is made.

It stands in the home folder, readable for its owner alone, and never in the register: whoever has
a copy of the register can open no page with it.
"""

import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from gehoord.domain.dossier.access import Seal
from gehoord.domain.errors import GehoordError
from gehoord.store.accesses import identity_in
from gehoord.store.reader import Reader

BYTES: Final = 32
SALT_BYTES: Final = 16
FILE: Final = "balie.sleutel"
"""The name of the file below the home folder."""


def seal_of(home: Path, reader: Reader) -> Seal:
    """Return what makes the links of a register; the secret is made when it is first needed.

    Raises:
        GehoordError: the secret cannot be read or made, or is none.
    """
    return Seal(_secret(home / FILE), identity_in(reader))


def secret_for(home: Path, purpose: str) -> bytes:
    """Return a secret for another purpose than links, which tells nothing of theirs.

    Raises:
        GehoordError: the secret of this installation cannot be read or made, or is none.
    """
    return hmac.digest(_secret(home / FILE), purpose.encode(), "sha256")


def new_salt() -> str:
    """Return what makes one link differ from every other: 128 random bits."""
    return secrets.token_hex(SALT_BYTES)


def _secret(file: Path) -> bytes:
    try:
        if not file.exists():
            _make(file)
        found = file.read_bytes()
    except OSError as error:
        raise GehoordError(
            f"De sleutel van de balie, {file}, kan niet worden gelezen of gemaakt "
            f"({error.strerror}). Geef Gehoord rechten op dat bestand."
        ) from None
    if len(found) != BYTES:
        raise GehoordError(
            f"De sleutel van de balie, {file}, is beschadigd. Zet een kopie terug, of haal het "
            "bestand weg: dan komt er een nieuwe, en blijven links in eerdere mails geldig."
        )
    return found


def _make(file: Path) -> None:
    """Make the secret, whole from its first moment; of two that make one at once the first wins."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{uuid4().hex}.nieuw")
    try:
        number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as opened:
            opened.write(secrets.token_bytes(BYTES))
            opened.flush()
            os.fsync(opened.fileno())
        with suppress(FileExistsError):
            os.link(fresh, file)
    finally:
        fresh.unlink(missing_ok=True)
