# SPDX-License-Identifier: EUPL-1.2
"""Where the measuring is done: a folder that goes afterwards, registers and a server made once."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.dossier import ask_in, open_in
from benchmarks.server import Server, prefect_server


class Ground:
    """A folder with registers of dossiers of any size; whoever wants one gets a copy."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self._stack = stack
        self._server: Server | None = None
        self._copies = 0

    def opened(self, councils: int) -> Path:
        """Return the file of a register in which a dossier of that many councils was opened."""
        return self._copy(self._made_opened(councils))

    def asked(self, councils: int) -> Path:
        """Return the file of a register in which every council was asked too."""
        kept = self.folder / f"asked-{councils}.db"
        if not kept.exists():
            file = self.opened(councils)
            ask_in(file)
            file.rename(kept)
        return self._copy(kept)

    def place(self, noun: str) -> Path:
        """Return a new empty folder."""
        self._copies += 1
        folder = self.folder / f"{noun}-{self._copies}"
        folder.mkdir()
        return folder

    def server(self) -> Server:
        """Return a Prefect server, started when it is first asked for."""
        if self._server is None:
            self._server = self._stack.enter_context(prefect_server(self.place("prefect")))
        return self._server

    def _made_opened(self, councils: int) -> Path:
        kept = self.folder / f"opened-{councils}.db"
        if not kept.exists():
            file = self.place("opening") / kept.name
            open_in(file, councils)
            file.rename(kept)
        return kept

    def _copy(self, file: Path) -> Path:
        return Path(shutil.copy(file, self.place("copy") / file.name))


@contextmanager
def ground() -> Iterator[Ground]:
    """Give a ground, and clear it away."""
    with TemporaryDirectory(prefix="gehoord-bench-") as folder, ExitStack() as stack:
        yield Ground(Path(folder), stack)
