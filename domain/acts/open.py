# SPDX-License-Identifier: EUPL-1.2
"""A dossier is opened: its plan, its parties and all actions. An unlawful plan is refused."""

from collections.abc import Sequence
from datetime import date

from gehoord.calendar.dutch import counted
from gehoord.domain.acts.act import Act
from gehoord.domain.checks import Case
from gehoord.domain.dossier.action import actions_of
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, plan_lines
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.ladder import with_reminders
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.finding import Finding, Severity, first_block


def refuse_unlawful(found: Sequence[Finding]) -> None:
    """Refuse a plan that a check blocks.

    Raises:
        RefusedError: says which check, on what ground, and how many more there are.
    """
    block = first_block(found)
    if block is None:
        return
    more = sum(f.severity is Severity.BLOCK for f in found) - 1
    rest = (
        f" (en nog {counted(more, 'blokkade', 'blokkades')}; zie 'gehoord check', of na een "
        "formulier zijn Logs)"
        if more
        else ""
    )
    raise RefusedError(f"{block.text} {block.remedy}{rest}", block.article)


def refuse_taken(name: str, there: Dossier | None) -> None:
    """Refuse a name that a dossier has already.

    Raises:
        RefusedError: there is one by that name.
    """
    if there:
        raise RefusedError(
            f"Dossier '{name}' is er al. Kies met --naam (of in het formulier) een andere naam, of "
            "ga verder met dit."
        )


def opened(name: str, case: Case, text: str, on: date, mode: Mode = Mode.TRIAL) -> Act:
    """Open a dossier on ``on``.

    The set of municipalities is frozen as it is on the reference date of the proposal.

    Args:
        name: of the dossier.
        case: the proposal with its unit and plan.
        text: the proposal as its own TOML.
        on: the day.
        mode: whether it is carried out in earnest.
    """
    proposal, eenheid = case.proposal, case.eenheid
    municipalities = proposal.municipalities(eenheid)
    dossier = Dossier(
        id=name,
        title=proposal.title,
        eenheid_name=eenheid.name,
        opened_on=on,
        mode=mode,
        proposal=text,
        eenheid=eenheid.model_dump_json(by_alias=True),
    )
    frozen = [
        FrozenMunicipality(
            id=f"{name}/{m.code}",
            dossier=name,
            code=m.code,
            name=m.name,
            district=m.district,
            holiday_region=m.holiday_region or eenheid.holiday_region,
            griffie_address=m.griffie_address,
            goals_set_on=m.goals_set_on,
            burgemeester_address=m.burgemeester_address,
            safety_address=m.safety_address,
        )
        for m in municipalities
    ]
    hearings = [
        Hearing(id=f"{name}/{m.code}", dossier=name, municipality=m.code, name=m.name)
        for m in municipalities
        if proposal.hearing
    ]
    lines = plan_lines(case.plan, name)
    actions = actions_of(case.plan, eenheid, municipalities, name, on)
    changes = Changes.adding(dossier, *frozen, *lines, *actions, *hearings)
    return Act(proposal.title, with_reminders(State(dossier, (), (), ()), changes))
