# SPDX-License-Identifier: EUPL-1.2
"""What a letter promises becomes an action that is watched: no promise without a step."""

from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import counted, enumeration
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.next_steps import coming, lapsed_since_added
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import ADVISER, COUNCILS
from gehoord.domain.proposal.part import part_in_words
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Part, StepKind

TELLING: Final = "vaststellingsbrief"
ANSWERING: Final = "terugkoppeling-zienswijzen"
_TO_TELL: Final = timedelta(weeks=1)
_TO_ANSWER: Final = timedelta(weeks=4)
"""Proposals: the letters name no day. Whoever wants another day moves the step."""


def promised_with_ontwerp(state: State, on: date) -> Changes:
    """Return what the letter with the ontwerp promises: what is missing in it will follow.

    It must reach the councils while they can still answer. A proposal that has a letter of its own
    for it keeps that promise itself.
    """
    ontwerp = state.ontwerp
    missing = [part for part in Part if ontwerp and part not in ontwerp.contains]
    if ontwerp is None or not missing or _is_promised_otherwise(state, ontwerp):
        return Changes()
    parts = enumeration([part_in_words(part) for part in missing])
    step: Written = {
        "id": _sending_on(ontwerp),
        "titel": f"raden nasturen wat in het ontwerp ontbrak: {parts}",
        "fase": Stage.HEARING.value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": ADVISER,
        "melding": "gedaan",
        "toelichting": "Toegezegd in de brief bij het ontwerp.",
    }
    hearing = state.as_opened.hearing
    if hearing and state.plan[hearing.id].due.names_day:
        step = {**step, "wanneer": state.plan[hearing.id].due_on.isoformat()}
    return coming(state, [step], on)


def _sending_on(ontwerp: DraftVersion) -> str:
    """Return the step in which the councils get what an ontwerp lacked."""
    return f"nasturen-versie-{ontwerp.number}"


def _is_promised_otherwise(state: State, ontwerp: DraftVersion) -> bool:
    """Whether the proposal has a letter for what it lacks, or a person let that promise lapse."""
    has_lapsed = _sending_on(ontwerp) in lapsed_since_added(state)
    return has_lapsed or _has_own_letter(state, ontwerp.step)


def _has_own_letter(state: State, ontwerp: str) -> bool:
    """Whether a notice to the councils follows the ontwerp, besides the one that brings it."""
    return any(
        step.kind is StepKind.NOTICE
        and step.stands
        and step.is_near_council
        and not step.sends_ontwerp
        and not step.follows_adoption
        and ontwerp in step.after
        for step in state.as_opened.steps
    )


def promised_before_adoption(state: State, on: date) -> Changes:
    """Return what the councils were promised: to hear of the adoption and of their zienswijzen.

    The letter with the ontwerp says so. A proposal that has that letter keeps the promise itself.
    """
    steps = state.as_opened.steps
    tells = any(s.letter is Letter.ADOPTION and s.stands and s.is_near_council for s in steps)
    if tells or state.last_asked_on is None:
        return Changes()
    step = {
        "id": TELLING,
        "titel": "raden laten weten wat er met hun zienswijzen is gedaan",
        "fase": Stage.ADOPTION.value,
        "soort": StepKind.NOTICE.value,
        "actiehouder": ADVISER,
        "brief": Letter.ADOPTION.value,
        "aan": COUNCILS,
        "wanneer": reading_day(on + _TO_TELL).isoformat(),
        "dag_is_voorstel": True,
        "toelichting": "Toegezegd in de brief bij het ontwerp. Een week is een voorstel.",
    }
    return coming(state, [step], on)


def promised_with_adoption(state: State, on: date) -> Changes:
    """Return what the letter about the adoption promises: what became of the last zienswijzen."""
    waiting = sum(z.awaits_disposition for z in state.zienswijzen)
    if not waiting:
        return Changes()
    step = {
        "id": ANSWERING,
        "titel": "raden laten weten wat er is gedaan met "
        + counted(waiting, "zienswijze zonder verwerking", "zienswijzen zonder verwerking"),
        "fase": Stage.ADOPTION.value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": ADVISER,
        "melding": "gedaan",
        "wanneer": reading_day(on + _TO_ANSWER).isoformat(),
        "dag_is_voorstel": True,
        "toelichting": "Toegezegd in de brief over de vaststelling. Vier weken is een voorstel.",
    }
    return coming(state, [step], on)
