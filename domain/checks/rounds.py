# SPDX-License-Identifier: EUPL-1.2
"""Had every body chosen when the themes were, and were they on the list?"""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.dutch import enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.choices import choice_in, choosing_steps, latest_list
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.domain.nearby import meant
from gehoord.domain.proposal.step import Step

CHECKS = Checks()


@CHECKS.add(
    "ronde-onvolledig",
    Severity.REASON,
    mistake=8,
    practice="S004: de BBG kiest op 7 juni 2018, DVO IJSS en DVO NOG vergaderen op 20 en 28 juni",
    offices=(REGIOBURGEMEESTER,),
    remedy="Kies pas als elk overleg heeft gekozen.",
    in_dossier="Leg vast wat deze overleggen kozen (gehoord record keuze), of kies opnieuw.",
)
def chosen_before_every_body(case: Case) -> Iterator[Observation]:
    """The themes were chosen from a list while a body had not chosen yet."""
    state = case.state
    if state is None or state.is_adopted or not latest_list(state.candidates):
        return
    late = _chose_too_late(case, state)
    if late:
        names = {party.id: party.name for party in case.eenheid.parties}
        who = enumeration([names.get(step.owner, step.owner) for step in late])
        yield (
            (*_steps(case), *(step.id for step in late)),
            f"De thema's zijn gekozen voordat vaststond wat deze overleggen kozen: {who}.",
        )


def _chose_too_late(case: Case, state: State) -> list[Step]:
    """Return whose turn came after the themes were chosen, or did not come yet."""
    besluit = state.themes()
    if besluit is None:
        return []
    steps = [step for step in choosing_steps(case.proposal) if not state.has_lapsed(step.id)]
    return [step for step in steps if not _chose_by(besluit.taken_on, step, state)]


def _chose_by(day: date, step: Step, state: State) -> bool:
    """Whether a body had chosen by a day, that day included."""
    choice = choice_in(step.id, state.choices)
    return choice is not None and choice.chosen_on <= day


@CHECKS.add(
    "thema-niet-op-lijst",
    Severity.WARN,
    mistake=None,
    practice="S004: de top vijf komt uit de tien prioriteiten die aan de DVO's zijn voorgelegd",
    remedy="Kies uit de lijst, of leg vast waarom een ander onderwerp voorgaat.",
)
def theme_not_on_list(case: Case) -> Iterator[Observation]:
    """A theme was chosen that was not on the list put to the bodies."""
    state = case.state
    besluit = state.themes() if state and not state.is_adopted else None
    listed = latest_list(state.candidates) if state else None
    if besluit is None or listed is None:
        return
    other = [t.name for t in besluit.chosen_themes if meant(t.name, listed.names) is None]
    if other:
        yield _steps(case), f"Niet op de lijst van kandidaten: {enumeration(other)}."


def _steps(case: Case) -> tuple[str, ...]:
    return tuple(step.id for step in case.proposal.steps if step.chooses_themes and step.stands)
