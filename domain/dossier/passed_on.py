# SPDX-License-Identifier: EUPL-1.2
"""A condition of a burgemeester passes on with his municipality, when that goes into another.

No statute knows conditions, nor says what becomes of one. Whoever adopts is burgemeester that day
(Politiewet 2012, art. 39 lid 1), so who ceased neither agrees nor withholds anything any more. But
what he asked was for the inhabitants, and these are those of the new municipality: its burgemeester
takes the matter over. To let it lapse would lose without a word what nobody took away; to leave it
with who is no more would ask it of nobody. So his successor has it: he lifts it, or lets it fall by
agreeing without it. Where nobody here succeeds him, since the municipality went into another unit
or never was, nobody who adopts asks for it any more: then it lapses.

All of it follows from who succeeds whom, so a merger that is taken back gives it back as well.
"""

from gehoord.domain.dossier.assent import LAST, LETS_GO, Order
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.state import State


def holders(state: State, condition: Condition) -> list[FrozenMunicipality]:
    """Return the municipalities to whose burgemeesters a condition passed on; else nothing.

    Several have it where a municipality was split; each of them may lift it.
    """
    maker = _maker(state, condition)
    return _living_after(state, maker) if maker and maker.until else []


def is_of_who_ceased(state: State, condition: Condition) -> bool:
    """Whether the municipality of the burgemeester who made a condition is no more."""
    maker = _maker(state, condition)
    return maker is not None and maker.until is not None


def has_ended_with_maker(state: State, condition: Condition, before: Order = LAST) -> bool:
    """Whether nobody asks for a condition any more, since the municipality of its maker ceased.

    Those to whom it passed on let it fall, or nobody succeeds him here. What ceased after the
    adoption changes nothing in it: all agreed with the plan then, in spite of it.

    Args:
        state: the dossier.
        condition: the condition.
        before: leaves out what was said later than that.
    """
    maker = _maker(state, condition)
    if maker is None or maker.until is None:
        return False
    if state.adoption and maker.until >= state.adoption.taken_on:
        return False
    return _went(state, maker, before)


def _went(state: State, maker: FrozenMunicipality, before: Order) -> bool:
    """Whether all that succeeded one that ceased let its condition fall; nobody asks nothing."""
    return all(
        _let_go(state, maker, successor, before)
        or (successor.until is not None and _went(state, successor, before))
        for successor in _successors(state, maker)
    )


def _let_go(
    state: State, maker: FrozenMunicipality, successor: FrozenMunicipality, before: Order
) -> bool:
    """Whether a successor agreed without the condition, or did not agree, once he had it."""
    return any(
        assent.counts
        and assent.answer in LETS_GO
        and assent.order < before
        and maker.until is not None
        and assent.given_on > maker.until
        for assent in state.assents.where(owner=successor.code)
    )


def _maker(state: State, condition: Condition) -> FrozenMunicipality | None:
    return next(iter(state.municipalities.where(code=condition.by)), None)


def _successors(state: State, gone: FrozenMunicipality) -> list[FrozenMunicipality]:
    """Return into what a municipality of this dossier went; one that never was went nowhere."""
    codes = () if gone.never_was else gone.successors
    found = [m for code in codes for m in state.municipalities.where(code=code)]
    return [m for m in found if not m.never_was]


def _living_after(state: State, gone: FrozenMunicipality) -> list[FrozenMunicipality]:
    found = [
        living
        for successor in _successors(state, gone)
        for living in (_living_after(state, successor) if successor.until else [successor])
    ]
    return list({m.code: m for m in found}.values())
