# SPDX-License-Identifier: EUPL-1.2
"""Runs a command of Gehoord in a program of its own, for the desk, which goes on meanwhile."""

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

from gehoord.desk.exporting import CommandRan
from gehoord.domain.errors import GehoordError
from gehoord.tasks.settings import Settings

SECONDS: Final = 100
"""How long it may last: less than a line to the desk may wait for its answer (`desk/line.py`)."""
_PROGRAM: Final = (
    "import os, sys; os.nice(10); from gehoord.app.cli import main; main(sys.argv[1:])"
)
"""It gives way to the desk and to everything else."""
_BARE: Final = ("-P", "-W", "ignore")
"""It takes no program from the folder in which the desk was started; and what it complains of is
what `gehoord` says, no warning of a library."""


class OwnCommand:
    """Runs commands on the register of these settings.

    Args:
        place: the settings of this installation.
    """

    def __init__(self, place: Settings) -> None:
        self._environment = {
            **os.environ,
            "GEHOORD_HOME": str(place.home),
            "GEHOORD_DATABASE_URL": place.database,
            "PYTHONUTF8": "1",
        }

    def __call__(self, arguments: Sequence[str]) -> CommandRan:
        """Run one command, and return what it left.

        Raises:
            GehoordError: it takes too long.
        """
        try:
            ran = subprocess.run(  # noqa: S603
                [sys.executable, *_BARE, "-c", _PROGRAM, *arguments],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise GehoordError(
                f"Dit was na {SECONDS} seconden nog niet klaar. Probeer het op een rustiger "
                "moment, of vraag uw beheerder om de opdracht 'gehoord export'."
            ) from None
        return CommandRan(ran.returncode, ran.stdout, ran.stderr)
