"""Opens a dossier: plan, parties and actions in one transaction. An unlawful plan is refused."""

from datetime import date

from gehoord.calendar.dutch import counted
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import actions_of
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, plan_lines
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import RefusedError
from gehoord.domain.finding import Finding, Severity, first_block
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
    as_it_was: bool = False,
) -> list[Finding]:
    """Open a dossier on ``on`` and return the findings that do not stand in the way.

    The set of municipalities is frozen as it is on the reference date of the proposal. Only the
    time machine opens a plan ``as_it_was``, lawful or not: what follows from it is still refused.

    Raises:
        RefusedError: the plan is unlawful, or there is a dossier by that name already.
    """
    case = Case.of(proposal, eenheid)
    found = findings(case)
    block = first_block(found)
    if block and not as_it_was:
        more = sum(f.severity is Severity.BLOCK for f in found) - 1
        rest = (
            f" (en nog {counted(more, 'blokkade', 'blokkades')}; zie 'gehoord check')"
            if more
            else ""
        )
        raise RefusedError(f"{block.text} {block.remedy}{rest}", block.article)
    municipalities = proposal.municipalities(eenheid)
    with register.changing(name, on, "adviseur", "geopend", proposal.title) as change:
        if change.one(Dossier, name):
            raise RefusedError(
                f"Dossier '{name}' is er al. Kies met --naam een andere naam, of ga verder met dit."
            )
        change.add(
            [
                Dossier(
                    id=name,
                    title=proposal.title,
                    eenheid_name=eenheid.name,
                    opened_on=on,
                    proposal=text,
                    eenheid=eenheid.model_dump_json(by_alias=True),
                )
            ]
        )
        change.add(
            FrozenMunicipality(
                id=f"{name}/{m.code}",
                dossier=name,
                code=m.code,
                name=m.name,
                district=m.district,
                holiday_region=m.holiday_region or eenheid.holiday_region,
                griffie_address=m.griffie_address,
            )
            for m in municipalities
        )
        change.add(plan_lines(case.plan, name))
        change.add(actions_of(case.plan, eenheid, municipalities, name, on))
        change.add(
            Hearing(id=f"{name}/{m.code}", dossier=name, municipality=m.code, name=m.name)
            for m in municipalities
            if proposal.hearing
        )
    return found
