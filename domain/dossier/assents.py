# SPDX-License-Identifier: EUPL-1.2
"""Who agrees with the version that is put up for adoption, who does not, and on which conditions.

Law: Politiewet 2012, art. 39 lid 1.
"""

from dataclasses import dataclass

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.dossier.adopting import adopting
from gehoord.domain.dossier.assent import Assent, AssentAnswer, Presence
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.names import names
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
        for assent in sorted(there, key=lambda assent: (assent.given_on, assent.number))
        if final and assent.version == final.content_id
    }
    codes = {m.name: m.code for m in adopting(state, taken)}
    ordered = [(codes[name], name) for name in alphabetical(codes)]
    owners = [*ordered, (HOOFDOFFICIER, OFFICES[HOOFDOFFICIER])]
    return Assents(tuple(AssentOf(owner, name, said.get(owner)) for owner, name in owners))


def open_conditions(state: State) -> list[Condition]:
    """Return the conditions that nobody took away, in the order of their numbers.

    Who has agreed since without a condition, or does not agree, has none any more.
    """
    answers = {one.owner: one.assent.answer for one in assents_of(state).each if one.assent}
    return [
        condition
        for condition in conditions(state)
        if not condition.lifted_on
        and answers.get(condition.by, AssentAnswer.ON_CONDITION) is AssentAnswer.ON_CONDITION
    ]


def conditions(state: State) -> list[Condition]:
    """Return every condition that was not withdrawn, in the order of their numbers."""
    return sorted(standing(state.conditions), key=lambda condition: condition.number)


def maker_in_words(state: State, condition: Condition) -> str:
    """Return who made a condition, with the article before him."""
    known = names(state)
    burgemeester = known.get(recipient_of(BURGEMEESTERS, condition.by))
    return f"de {burgemeester or known.get(condition.by, condition.by)}"
