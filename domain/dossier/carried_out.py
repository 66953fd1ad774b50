# SPDX-License-Identifier: EUPL-1.2
"""What became of a step: on which days it was done, and of the adoption on what ground, by whom."""

from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import alphabetical, counted, day_in_words, enumeration
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import HOOFDOFFICIER, OFFICES
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import BASES


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """On which days a step was done: of a step of many owners the first and the last of them.

    Attributes:
        first_on: the first day on which somebody did it.
        last_on: the last one so far.
        done: how many actions were done.
        owed: how many there are that did not lapse.
        by: of an adoption who adopted, in Dutch; else empty.
        ground: of an adoption the article on which it rests; else empty.
    """

    first_on: date
    last_on: date
    done: int = 1
    owed: int = 1
    by: str = ""
    ground: str = ""

    @property
    def in_words(self) -> str:
        """One Dutch sentence that says it."""
        if self.ground:
            day = day_in_words(self.last_on)
            return f"Vastgesteld op {day} door {self.by}, op grond van {self.ground}."
        first, last = day_in_words(self.first_on), day_in_words(self.last_on)
        when = f"op {last}" if first == last else f"van {first} tot en met {last}"
        if self.done == self.owed:
            return f"Gedaan {when}."
        return f"Gedaan {when}: {self.done} van {counted(self.owed, 'actie', 'acties')}."


def carried_out(state: State, step: str) -> CarriedOut | None:
    """Return what became of a step so far, or nothing when nobody did it yet."""
    besluit = state.adoption
    if besluit and state.proposal.step(step).kind is StepKind.ADOPTION:
        day, ground = besluit.taken_on, str(BASES.get(besluit.basis, besluit.basis))
        return CarriedOut(day, day, by=_by(state, besluit), ground=ground)
    actions = [a for a in state.actions if a.step == step and a.state is not ActionState.LAPSED]
    days = [a.done_on for a in actions if a.state is ActionState.DONE and a.done_on]
    return CarriedOut(min(days), max(days), len(days), len(actions)) if days else None


def provisional(state: State) -> list[Action]:
    """Return what was decided provisionally: support or consent that is no adoption (art. 39)."""
    steps = [step.id for step in state.as_opened.steps if step.is_provisional]
    return [a for s in steps for a in state.actions.where(step=s, state=ActionState.DONE)]


def adopters_in_words(state: State, besluit: Besluit) -> str:
    """Return who adopted; every burgemeester is named, unless all of them did."""
    if besluit.basis == "39-2":
        return f"in overeenstemming met de {OFFICES[HOOFDOFFICIER]}"
    return enumeration([*_burgemeesters(state, besluit), *_other_adopters(state, besluit)])


def _burgemeesters(state: State, besluit: Besluit) -> list[str]:
    """Return in Dutch the burgemeesters who adopted, as one party; nothing when none did."""
    codes = {m.code: m.name for m in state.municipalities}
    named = [code for code in besluit.adopters if code in codes]
    if not named:
        return []
    if set(named) == {m.code for m in state.living}:
        return [f"de burgemeesters van alle {len(named)} gemeenten"]
    return [f"de burgemeesters van {enumeration(alphabetical(codes[code] for code in named))}"]


def _other_adopters(state: State, besluit: Besluit) -> list[str]:
    codes, known = {m.code for m in state.municipalities}, names(state)
    return [f"de {known.get(one, one)}" for one in besluit.adopters if one not in codes]


def _by(state: State, besluit: Besluit) -> str:
    known, who = names(state), adopters_in_words(state, besluit)
    name = known.get(besluit.by, besluit.by)
    if not who:
        return f"de {name}"
    if besluit.basis == "39-2":
        return f"de {name}, {who}"
    is_body = besluit.by in known and besluit.by not in besluit.adopters
    return f"{who} ({name})" if is_body else who
