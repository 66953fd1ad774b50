# SPDX-License-Identifier: EUPL-1.2
"""`gehoord check`: a proposal or a dossier is held against the law."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

import typer

from gehoord.app.arguments import AsJson
from gehoord.app.learned import practice_before
from gehoord.app.printing import as_json, findings, say
from gehoord.app.register import dossier_if_any, register
from gehoord.calendar.dutch import counted, full_day_in_words
from gehoord.domain.checks import Case
from gehoord.domain.checks import findings as judge
from gehoord.domain.finding import Severity
from gehoord.domain.proposal.last_lawful_day import last_lawful_day
from gehoord.flows import clock
from gehoord.law.politiewet import ADOPT
from gehoord.procedures.library import is_proposal, proposal_of
from gehoord.store.undelivered import undelivered


def check(
    voorstel: Annotated[
        str, typer.Argument(metavar="VOORSTEL|DOSSIER", help="Een voorstel, of een dossier.")
    ],
    json: AsJson = False,
) -> None:
    """Toets een voorstel of een dossier aan de wet. Stopt met code 2 als het zo niet mag."""
    case = _case_of(voorstel)
    proposal, found = case.proposal, judge(case)
    blocks = sum(f.severity is Severity.BLOCK for f in found)
    if json:
        as_json({"findings": [f.as_json() for f in found]})
    else:
        findings(found)
        say(*_last_day(case))
        say(
            f"{proposal.title}: {counted(blocks, 'blokkade', 'blokkades')}, "
            f"{counted(len(found) - blocks, 'andere bevinding', 'andere bevindingen')}.",
            "Gehoord ondersteunt een jurist en vervangt die niet.",
        )
    if blocks:
        raise typer.Exit(2)


def _last_day(case: Case) -> Iterator[str]:
    """Yield by when the plan must be adopted; once it is, by when the next one must be."""
    if besluit := case.state.adoption if case.state else None:
        next_by = full_day_in_words(last_lawful_day(besluit.taken_on))
        yield (
            f"Vastgesteld op {full_day_in_words(besluit.taken_on)}; het volgende plan uiterlijk "
            f"{next_by} ({ADOPT})."
        )
    elif previous := case.proposal.beleidsplan.previous_adopted_on:
        last = full_day_in_words(last_lawful_day(previous))
        yield f"De laatste dag om vast te stellen is {last} ({ADOPT})."


def _case_of(name: str) -> Case:
    """Return the proposal or the dossier by this name as a case; a proposal goes first."""
    if not is_proposal(name) and (state := dossier_if_any(name)):
        with register().reading() as reader:
            case = Case.of_dossier(state, clock.today(), undelivered(reader, state.id))
    else:
        proposal, eenheid, _ = proposal_of(name)
        case = Case.of(proposal, eenheid)
    return replace(case, practice=practice_before(case.proposal.beleidsplan.start))
