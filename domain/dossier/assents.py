# SPDX-License-Identifier: EUPL-1.2
"""Who agrees with the version that is put up for adoption, who does not, and on which conditions.

Law: Politiewet 2012, art. 39 lid 1.
"""

from dataclasses import dataclass

from gehoord.calendar.dutch import alphabetical, enumeration
from gehoord.domain.dossier.adopting import adopting
from gehoord.domain.dossier.assent import LAST, LETS_GO, Assent, AssentAnswer, Order, Presence
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.passed_on import has_ended_with_maker, holders
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, HOOFDOFFICIER, OFFICES, recipient_of


@dataclass(frozen=True, slots=True)
class AssentOf:
    """One of those who adopt under lid 1, and what he said of the newest version, if anything.

    ``name`` is how a list calls him: a municipality by its name, the hoofdofficier by his office.
    """

    owner: str
    name: str
    assent: Assent | None

    @property
    def agrees(self) -> bool:
        """Whether it was recorded that he agrees."""
        return self.assent is not None and self.assent.agrees

    @property
    def is_hoofdofficier(self) -> bool:
        """Whether it is the hoofdofficier; everybody else is a burgemeester."""
        return self.owner == HOOFDOFFICIER

    @property
    def presence(self) -> str:
        """How he took part; empty while nothing is recorded."""
        return self.assent.presence if self.assent else ""

    @property
    def answer(self) -> str:
        """What he said, or that it is not recorded."""
        if self.assent is None:
            return "niet vastgelegd"
        return self.assent.answer or "geen instemming"

    @property
    def why_not(self) -> str:
        """What keeps him from adopting, in a few Dutch words; empty when he agrees."""
        if self.agrees:
            return ""
        if self.assent is None:
            return "niet vastgelegd"
        return "stemt niet in" if self.assent.answer else str(Presence.ABSENT)


@dataclass(frozen=True, slots=True)
class Assents:
    """Those who adopt under lid 1: the burgemeesters by their municipality, then hoofdofficier."""

    each: tuple[AssentOf, ...]

    @property
    def are_recorded(self) -> bool:
        """Whether of anybody was recorded what he said of the newest version."""
        return any(one.assent for one in self.each)

    @property
    def lacking(self) -> list[AssentOf]:
        """Those of whom is not recorded that they agree."""
        return [one for one in self.each if not one.agrees]

    @property
    def are_complete(self) -> bool:
        """Whether all burgemeesters and the hoofdofficier agree."""
        return bool(self.each) and not self.lacking

    @property
    def of_hoofdofficier(self) -> AssentOf:
        """What the hoofdofficier said."""
        return next(one for one in self.each if one.is_hoofdofficier)


def assents_of(state: State) -> Assents:
    """Return what those who adopt said of the newest version, or of the one that was adopted.

    What each said on the last day counts, whenever that was recorded.
    """
    taken = state.adoption
    final = state.versions.one(taken.version or "") if taken else state.final
    there = standing(state.assents) if final else []
    said = {
        assent.owner: assent
        for assent in sorted(there, key=lambda assent: assent.order)
        if final and assent.version == final.content_id
    }
    codes = {m.name: m.code for m in adopting(state, taken)}
    ordered = [(codes[name], name) for name in alphabetical(codes)]
    owners = [*ordered, (HOOFDOFFICIER, OFFICES[HOOFDOFFICIER])]
    return Assents(tuple(AssentOf(owner, name, said.get(owner)) for owner, name in owners))


def open_conditions(state: State) -> list[Condition]:
    """Return the conditions that nobody took away, in the order of their numbers.

    Who has said since that he agrees without one, or does not agree, has it no more: it does not
    come back when he sets another. Who was absent took nothing back.
    """
    return [c for c in conditions(state) if not c.lifted_on and not has_fallen(state, c)]


def has_fallen(state: State, condition: Condition, before: Order = LAST) -> bool:
    """Whether who made a condition let it fall by what he said of the plan later.

    One that he made by itself stands when those words were of an earlier day. Once his municipality
    ceased, those have it that succeed him (`passed_on`).

    Args:
        state: the dossier.
        condition: the condition.
        before: leaves out what he said later than that.
    """
    if has_ended_with_maker(state, condition, before):
        return True
    came = came_with(state, condition)
    if came is None:
        return False
    later = [
        assent
        for assent in state.assents.where(owner=condition.by)
        if not assent.withdrawn_on
        and came.order < assent.order < before
        and assent.given_on >= condition.made_on
    ]
    return any(
        assent.answer in LETS_GO and not any(_may_repeat(one, came, assent) for one in later)
        for assent in later
    )


def _may_repeat(one: Assent, came: Assent, gone: Assent) -> bool:
    """Whether somebody may have set a condition again, after words that were recorded only later.

    Which condition he repeats is kept nowhere; one that may stand is not lost without a word.
    """
    is_later = one.order > gone.order and came.number < one.number < gone.number
    return is_later and one.answer is AssentAnswer.ON_CONDITION


def came_with(state: State, condition: Condition) -> Assent | None:
    """Return with what somebody said his condition came; one by itself follows the one before it.

    Nothing of a body: it says nothing else of the plan.
    """
    of_maker = sorted(state.conditions.where(by=condition.by), key=lambda each: each.number)
    came = [each.assent for each in of_maker if each.number <= condition.number and each.assent]
    return state.assents.one(came[-1]) if came else None


def conditions(state: State) -> list[Condition]:
    """Return every condition that was not withdrawn, in the order of their numbers."""
    return sorted(standing(state.conditions), key=lambda condition: condition.number)


def maker_in_words(state: State, condition: Condition) -> str:
    """Return who made a condition, with the article before him, and who has it now if another."""
    known = names(state)
    burgemeester = known.get(recipient_of(BURGEMEESTERS, condition.by))
    has_it = alphabetical(m.name for m in holders(state, condition))
    now = f" (nu van {enumeration(has_it)})" if has_it else ""
    return f"de {burgemeester or known.get(condition.by, condition.by)}{now}"
