# SPDX-License-Identifier: EUPL-1.2
"""What the regioburgemeester adopted in agreement with the hoofdofficier: the plan, or a part.

Each has an announcement, an account and a term for appeal of its own.

Law: Politiewet 2012, art. 38d and 39 lid 2 and 5; Awb, art. 3:41. That lid 2 and 5 hold for a part
that is adopted later as for the plan is our reading.
"""

from dataclasses import dataclass
from typing import Final

from gehoord.domain.dossier.appeal import Appeal
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.nearby import Choice
from gehoord.domain.proposal.step import Letter, Step

BY_REGIOBURGEMEESTER: Final = "39-2"


class Appealable(Choice):
    """Against which besluit an appeal is, where there are two."""

    ADOPTION = "vaststelling"
    PART = "onderdeel"


@dataclass(frozen=True, slots=True)
class Trail:
    """The steps that follow one adoption under lid 2, and how a sentence names what was adopted.

    Attributes:
        announcement: in which it is announced, ``forwarding`` the letters that somebody forwards.
        end_of_term: in which somebody looks whether an appeal was lodged.
        account: in which account is given of it to the other burgemeesters.
        adopted: what was adopted; ``of_what`` and ``against`` that, where it is not the plan.
    """

    announcement: str
    forwarding: str
    end_of_term: str
    account: str
    adopted: str
    of_what: str = ""
    against: str = ""


OF_PLAN: Final = Trail(
    "bekendmaking",
    "bekendmaking-doorsturen",
    "einde-beroepstermijn",
    "verantwoording-beleidsplan",
    "het plan",
)
OF_PART: Final = Trail(
    "bekendmaking-onderdeel",
    "bekendmaking-onderdeel-doorsturen",
    "einde-beroepstermijn-onderdeel",
    "verantwoording-onderdeel",
    "de definitieve sterkteverdeling",
    " van de definitieve sterkteverdeling",
    " tegen de definitieve sterkteverdeling",
)


def trail_of(besluit: Besluit) -> Trail:
    """Return the steps that follow an adoption under lid 2."""
    return OF_PART if besluit.kind is BesluitKind.PART else OF_PLAN


def part_besluit(state: State) -> Besluit | None:
    """Return the besluit on the definitive sterkteverdeling, if there is one."""
    return next(iter(state.besluiten_on(BesluitKind.PART)), None)


def adopted_under_lid_2(state: State) -> list[Besluit]:
    """Return the adoption of the plan and of a part, as far as each rests on lid 2."""
    there = (state.adoption, part_besluit(state))
    return [besluit for besluit in there if besluit and besluit.basis == BY_REGIOBURGEMEESTER]


def announced_by(state: State, step: Step) -> Besluit | None:
    """Return which besluit a step announces, or tells the end of its term; be it there or not."""
    is_of_part = step.id in (OF_PART.announcement, OF_PART.forwarding, OF_PART.end_of_term)
    return part_besluit(state) if is_of_part else state.adoption


def announcing(state: State, besluit: Besluit) -> list[str]:
    """Return the steps that announce a besluit to the burgemeesters.

    Of the plan the proposal may have one by another name.
    """
    trail = trail_of(besluit)
    of_plan = {
        step.id
        for step in state.as_opened.steps
        if step.letter is Letter.ANNOUNCEMENT and step.id != OF_PART.announcement
    }
    own = {trail.announcement, trail.forwarding} | (of_plan if trail is OF_PLAN else set())
    return [step.id for step in state.as_opened.steps if step.id in own]


def appealed(state: State, appeal: Appeal) -> Besluit | None:
    """Return the besluit against which an appeal is; without a name it is the adoption."""
    return state.besluiten.one(appeal.besluit) if appeal.besluit else state.adoption


def appeals_against(state: State, besluit: Besluit) -> list[Appeal]:
    """Return the appeals against one besluit, but those that were recorded by mistake."""
    return [a for a in standing(state.appeals) if appealed(state, a) == besluit]
