# SPDX-License-Identifier: EUPL-1.2
"""Other engines, each a program of its own in an environment of its own: `make bench` makes it."""

import json
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from subprocess import SubprocessError
from typing import Final

from benchmarks.measure import run

COUNCILS: Final = 342
HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent.parent
PYTHON: Final = ROOT / ".venv-peers" / "bin" / "python"
NODE: Final = ROOT / ".node-peers"


@dataclass(frozen=True, slots=True)
class Peer:
    """What another engine needs for one step; ``said`` says what else is known, or what lacks."""

    seconds: float | None
    said: str


def dbos() -> Peer:
    """Measure a durable step of DBOS."""
    return _by_python("dbos_steps.py")


def spiff() -> Peer:
    """Measure a step of SpiffWorkflow."""
    return _by_python("spiff.py")


def bpmn_engine() -> Peer:
    """Measure a step of bpmn-engine."""
    node = which("node")
    if node is None:
        return Peer(None, "Node is not on this machine")
    if not (NODE / "node_modules").exists():
        return Peer(None, "bpmn-engine is not installed; `make bench` does that")
    return _measured(node, HERE / "bpmn_engine.js", NODE)


def _by_python(script: str) -> Peer:
    if not PYTHON.exists():
        return Peer(None, "the peers are not installed; `make bench` does that")
    return _measured(str(PYTHON), HERE / script, None)


def _measured(program: str, script: Path, place: Path | None) -> Peer:
    try:
        found = json.loads(run(program, str(script), place=place).printed)
    except (OSError, SubprocessError, ValueError) as error:
        return Peer(None, str(error))
    return Peer(found["seconds"], found["said"])
