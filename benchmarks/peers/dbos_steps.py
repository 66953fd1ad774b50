"""DBOS on SQLite: a workflow of 342 durable steps."""

import json
import logging
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

from dbos import DBOS

STEPS: Final = 342
RUNS: Final = 3


@DBOS.step()  # type: ignore[untyped-decorator]
def answer(council: int) -> int:
    """Record the answer of one council."""
    return council


@DBOS.workflow()  # type: ignore[untyped-decorator]
def hearing() -> int:
    """Record the answer of every council."""
    return sum(answer(council) for council in range(STEPS))


def main() -> None:
    """Run the workflow a few times and print the median cost of a step."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{Path(folder) / 'dbos.db'}"
        DBOS(
            config={
                "name": "hearing",
                "system_database_url": database,
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


if __name__ == "__main__":
    logging.disable()
    main()
