# SPDX-License-Identifier: EUPL-1.2
"""DBOS on SQLite: a workflow of 342 durable steps, each of which commits one row of our own."""

import json
import logging
import sqlite3
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

from dbos import DBOS

STEPS: Final = 342
RUNS: Final = 5
ZIENSWIJZE: Final = "De raad vraagt aandacht voor de wijkagent in de kleine kernen."


def main() -> None:
    """Run the workflow a few times and print the median cost of a step."""
    with tempfile.TemporaryDirectory() as folder:
        own = _own_table(Path(folder) / "answers.db")

        @DBOS.step()  # type: ignore[untyped-decorator]
        def answer(council: int) -> str:
            own.execute("INSERT INTO answer VALUES (?, ?)", (council, ZIENSWIJZE))
            return ZIENSWIJZE

        @DBOS.workflow()  # type: ignore[untyped-decorator]
        def hearing() -> None:
            for council in range(STEPS):
                answer(council)

        DBOS(
            config={
                "name": "hearing",
                "system_database_url": f"sqlite:///{Path(folder) / 'dbos.db'}",
                "run_admin_server": False,
                "log_level": "ERROR",
            }
        )
        DBOS.launch()
        costs = []
        for _ in range(RUNS):
            start = process_time()
            hearing()
            costs.append((process_time() - start) / STEPS)
        DBOS.destroy()
    sys.stdout.write(json.dumps({"seconds": median(costs), "said": ""}))


def _own_table(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE answer (council INTEGER, text TEXT)")
    return connection


if __name__ == "__main__":
    logging.disable()
    main()
