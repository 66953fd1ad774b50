# SPDX-License-Identifier: EUPL-1.2
"""What has left while the register could not be told: the next round tells it, and sends nothing.

A postmark is a small file on the machine that sent, for as long as the register does not answer.
"""

from pathlib import Path

from pydantic import ValidationError

from gehoord.domain.dossier.message import Message
from gehoord.store import outbox
from gehoord.store.register import Register
from gehoord.tasks.whole_file import write_whole

FOLDER = "verzonden"


def keep(home: Path, left: Message) -> None:
    """Keep that a message left.

    Args:
        home: the folder of the register's own files.
        left: the message as it is after the attempt in which it left.

    Raises:
        OSError: it cannot be kept.
    """
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / f"{left.mail_id}.json", left.model_dump_json().encode())


def hand_in(home: Path, register: Register) -> None:
    """Tell the register what left; a postmark that nobody can read is worth nothing, and goes."""
    for file in sorted((home / FOLDER).glob("*.json")):
        try:
            left = Message.model_validate_json(file.read_bytes())
        except ValidationError:
            file.unlink(missing_ok=True)
            continue
        outbox.settle(register, left)
        file.unlink(missing_ok=True)
