# SPDX-License-Identifier: EUPL-1.2
"""Runs khal, vdirsyncer and CacheControl, one command a line, in the environment that has them.

A line of JSON comes in, with the program and its words; a line goes out: whether it succeeded, and
what it said. Starting each of them anew takes longer than what it does.
"""

import contextlib
import io
import json
import sys

import requests
from cachecontrol import CacheControl
from khal.cli import main_khal
from vdirsyncer.cli import app

PROGRAMS = {"khal": main_khal, "vdirsyncer": app}
CACHED = CacheControl(requests.Session())


def fetched(url: str) -> str:
    """Get an address as a program with a cache of its own does (RFC 9111)."""
    answer = CACHED.get(url)
    answer.raise_for_status()
    return str(answer.content.decode())


def run(program: str, words: list[str]) -> list[object]:
    if program == "fetch":
        return [True, fetched(*words)]
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            PROGRAMS[program].main(words, prog_name=program, standalone_mode=False)
        except (Exception, SystemExit) as error:
            return [False, f"{said.getvalue()}{error!r}"]
    return [True, said.getvalue()]


for line in sys.stdin:
    program, *words = json.loads(line)
    sys.stdout.write(json.dumps(run(program, words)) + "\n")
    sys.stdout.flush()
