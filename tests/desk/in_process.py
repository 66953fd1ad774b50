# SPDX-License-Identifier: EUPL-1.2
"""Runs the commands that the desk asks for in this very process, which is quick."""

import contextlib
import io
import os
from collections.abc import Sequence
from unittest.mock import patch

from gehoord.app.cli import main
from gehoord.desk.exporting import CommandRan
from gehoord.desk.place import DeskPlace
from gehoord.tasks.settings import settings


class InProcess:
    """Runs commands on the register of a desk, and counts them."""

    def __init__(self, place: DeskPlace) -> None:
        url = place.writing.engine.url.render_as_string(hide_password=False)
        self._names = {"GEHOORD_HOME": str(place.home), "GEHOORD_DATABASE_URL": url}
        self.ran = 0

    def __call__(self, arguments: Sequence[str]) -> CommandRan:
        self.ran += 1
        said, complained = io.StringIO(), io.StringIO()
        settings.cache_clear()
        with (
            patch.dict(os.environ, self._names),
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(complained),
        ):
            try:
                main(list(arguments))
            except SystemExit as left:
                code = left.code if isinstance(left.code, int) else 0
        settings.cache_clear()
        return CommandRan(code, said.getvalue(), complained.getvalue())
