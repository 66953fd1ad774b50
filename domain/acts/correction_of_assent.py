# SPDX-License-Identifier: EUPL-1.2
"""What was recorded by mistake of those who adopt is taken back."""

from collections.abc import Iterable, Iterator

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.act import Act
from gehoord.domain.acts.conditions import condition_named
from gehoord.domain.acts.conditions_follow import condition_of
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.report import Corrected, TakenBack
from gehoord.domain.acts.reports_of_hearing import ALL
from gehoord.domain.dossier.assents import AssentOf, assents_of, came_with, conditions, has_fallen
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.passed_on import is_of_who_ceased
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import Withdrawable
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import meant, unknown


def assent_taken_back(report: Corrected, state: State) -> Act:
    """Take back what one of them last said, or all, with the conditions that came with it.

    One that he made by itself after those words rested on them, and goes too. What he said before
    that counts again.
    """
    refuse_after_adoption(state)
    there = [one for one in assents_of(state).each if one.assent]
    meant_ones = _meant(report, there)
    assents = [one.assent for one in meant_ones if one.assent]
    gone = [each for each in conditions(state) if came_with(state, each) in assents]
    changes = _withdrawn(assents, report) + _withdrawn(gone, report)
    names = ", ".join(one.name for one in meant_ones)
    also = f", met {enumeration([f'voorwaarde {each.number}' for each in gone])}" if gone else ""
    return Act(f"Teruggenomen: wat is vastgelegd van {names}{also}.", changes)


def _withdrawn(gone: Iterable[Withdrawable], report: Corrected) -> Changes:
    return Changes.replacing((one, one.withdraw(report.reason, report.on)) for one in gone)


def _meant(report: Corrected, there: list[AssentOf]) -> list[AssentOf]:
    if not there:
        raise RefusedError("Er is geen instemming vastgelegd die kan worden teruggenomen.")
    if report.whose == ALL or (not report.whose and len(there) == 1):
        return there
    names = {called: one for one in there for called in (one.name, one.owner)}
    found = meant(report.whose, names)
    if found is None:
        what = f"Van '{report.whose}' is niets vastgelegd" if report.whose else "Noem van wie"
        known = [ALL, *(one.name for one in there)]
        raise RefusedError(unknown(what, report.whose, known), field="actiehouder")
    return [names[found]]


def condition_taken_back(report: Corrected, state: State) -> Act:
    """Withdraw a condition that nobody made, also with the assent of a burgemeester of before."""
    refuse_after_adoption(state)
    condition = _condition(report, conditions(state), state, "gesteld")
    if condition.assent and not is_of_who_ceased(state, condition):
        raise RefusedError(
            f"Voorwaarde {condition.number} hoort bij een instemming. Neem die terug (melding "
            "'instemming'), of leg vast dat zij is weggenomen."
        )
    withdrawn = condition.withdraw(report.reason, report.on)
    return Act(
        f"Teruggenomen: voorwaarde {condition.number}.",
        Changes.replacing([(condition, withdrawn)]),
    )


def lifting_taken_back(report: Corrected, state: State) -> Act:
    """Take back that a condition was taken away: it stands again.

    The adoption rests on what was gone by then; what was told since can be taken back.
    """
    lifted = [c for c in conditions(state) if c.lifted_on]
    condition = _condition(report, lifted, state, "weggenomen")
    if not _was_lifted_since(condition, state):
        refuse_after_adoption(state)
    stands = condition.model_copy(update={"lifted_on": None, "lifted_how": ""})
    changes = Changes.replacing([(condition, stands)])
    fell = has_fallen(state.after(changes), stands)
    now = "Zij is toch vervallen: wie haar stelde, zei later iets anders."
    return Act(
        f"Teruggenomen: dat voorwaarde {condition.number} is weggenomen. "
        f"{now if fell else 'Zij staat weer open.'}",
        changes,
    )


def _was_lifted_since(condition: Condition, state: State) -> bool:
    """Whether it was taken away after the day of the adoption."""
    taken_on = state.adoption.taken_on if state.adoption else None
    return bool(taken_on and condition.lifted_on and condition.lifted_on > taken_on)


def _condition(report: Corrected, fitting: list[Condition], state: State, how: str) -> Condition:
    """Return the condition that is meant: by its number, or the only one that fits."""
    if not fitting:
        raise RefusedError(f"Er is geen voorwaarde {how}.")
    if not report.whose and not _of_step(report, state) and len(fitting) > 1:
        choices = "; ".join(condition.called for condition in fitting)
        raise RefusedError(
            f"Er zijn er meer. Noem het nummer (actiehouder, --wie): {choices}.",
            field="actiehouder",
        )
    found = _of_step(report, state) or (
        condition_named(report.whose, state) if report.whose else fitting[0]
    )
    if found not in fitting:
        raise RefusedError(f"Voorwaarde {found.number} is niet {how}.", field="actiehouder")
    return found


def _of_step(report: Corrected, state: State) -> Condition | None:
    """Return the condition of the step that is named, as a card does."""
    return condition_of(state, report.step) if report.step else None


def assents_to_take_back(state: State) -> Iterator[tuple[TakenBack, str]]:
    """Yield what can be taken back of those who adopt, by whom they are or its number."""
    yield from ((TakenBack.ASSENT, one.name) for one in assents_of(state).each if one.assent)
    for condition in conditions(state):
        if condition.lifted_on:
            yield TakenBack.CONDITION_LIFTED, condition.called
        elif not condition.assent or is_of_who_ceased(state, condition):
            yield TakenBack.CONDITION, condition.called
