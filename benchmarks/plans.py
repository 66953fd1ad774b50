"""Working a procedure out, and what starting the command line costs."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.country import COUNCILS, PROCEDURE, large
from benchmarks.measure import Line, Work, best, compare
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import actions_of
from gehoord.domain.frozen import read_toml
from gehoord.domain.plan.opportunities import opportunities
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.backwards import lay_backwards
from gehoord.domain.proposal.proposal import Proposal

ON = date(2026, 12, 1)


def lines() -> Iterator[Line]:
    """Compare working out with reading the file, and commands with a bare interpreter."""
    proposal, eenheid, text = large()
    municipalities = proposal.municipalities(eenheid)
    plan = lay_out(proposal, eenheid)

    def read() -> object:
        return read_toml(Proposal, text.encode(), "voorstel")

    def actions() -> object:
        return actions_of(lay_out(proposal, eenheid), eenheid, municipalities, "x", ON)

    def councils() -> object:
        return opportunities(plan, eenheid)

    def check() -> object:
        return findings(Case.of(proposal, eenheid))

    def backwards() -> object:
        return lay_backwards(eenheid, date(2027, 11, 4), ON, None)

    reading = "reading its file"
    yield compare(f"plan and actions of {COUNCILS} councils", actions, reading, read)
    yield compare(f"meetings that fit, {COUNCILS} councils", councils, reading, read)
    yield compare(f"every check, {COUNCILS} councils", check, reading, read)
    yield compare("lay out a feasible proposal", backwards, reading, read)
    bare = best(_python("pass"), least=5)
    cli = _python("import gehoord.app.cli")
    yield Line("import of the command line", best(cli, least=3) - bare, "bare interpreter", bare)
    command = _run(str(Path(sys.executable).parent / "gehoord"), "plan", PROCEDURE)
    yield Line(
        "gehoord plan, after interpreter start", best(command) - bare, "bare interpreter", bare
    )


def _python(code: str) -> Work:
    return _run(sys.executable, "-c", code)


def _run(*command: str) -> Work:
    def run() -> object:
        return subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603

    return run
