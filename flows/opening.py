# SPDX-License-Identifier: EUPL-1.2
"""Openen: plan, parties and actions of a procedure enter the register in one transaction."""

from datetime import date

from gehoord.domain.acts.open import opened, refuse_taken, refuse_unlawful
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.finding import Finding
from gehoord.domain.proposal.proposal import Proposal
from gehoord.store.register import Register


def open_dossier(
    register: Register,
    name: str,
    proposal: Proposal,
    eenheid: Eenheid,
    text: str,
    on: date,
    *,
    mode: Mode = Mode.TRIAL,
    as_it_was: bool = False,
) -> list[Finding]:
    """Open a dossier on ``on`` and return the findings that do not stand in the way.

    It keeps the ``mode`` that it is opened in.

    Only the time machine opens a plan ``as_it_was``, lawful or not: what follows from it is still
    refused.

    Raises:
        RefusedError: the plan is unlawful, or there is a dossier by that name already.
    """
    case = Case.of(proposal, eenheid)
    found = findings(case)
    if not as_it_was:
        refuse_unlawful(found)
    act = opened(name, case, text, on, mode)
    with register.changing(name, on, "adviseur", "geopend", act.said) as change:
        refuse_taken(name, change.one(Dossier, name))
        change.apply(act.changes)
    return found
