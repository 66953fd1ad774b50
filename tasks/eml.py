# SPDX-License-Identifier: EUPL-1.2
"""Mail as files, in mode `proef`: nothing leaves, and everybody can read what would."""

import hashlib
import re
from pathlib import Path

from gehoord.domain.dossier.attempt import Answers
from gehoord.domain.dossier.message import Message
from gehoord.domain.errors import NothingLeavesError
from gehoord.domain.toml_errors import cause
from gehoord.tasks.mime import Mail
from gehoord.tasks.whole_file import write_whole


class Folder:
    """Takes every mail, and writes it below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> "Folder":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def post(self, message: Message, mail: Mail) -> Answers:
        """Write a mail as a file, whole or not at all; its name follows from its key.

        Raises:
            NothingLeavesError: the folder cannot be written to.
        """
        folder = self._folder / message.dossier
        why = f"{message.occasion}-{message.recipient}".lower()
        words = re.sub(r"[^a-z0-9]+", "-", why).strip("-")
        short = hashlib.sha256(message.id.encode()).hexdigest()[:8]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(folder / f"{message.created_on}-{words[:80]}-{short}.eml", mail.content)
        except OSError as error:
            raise NothingLeavesError(
                f"in de map {folder} kan niet worden geschreven ({cause(error)})"
            ) from None
        return Answers(taken=mail.to)
