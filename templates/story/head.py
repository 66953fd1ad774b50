# SPDX-License-Identifier: EUPL-1.2
"""What an action asks: what, of whom, by when and why that day, and what rests on it."""

from collections.abc import Iterator

from gehoord.calendar.due import by_in_words
from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.lapse import asked_by_law
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.derived import Derived
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import StepKind
from gehoord.templates.plain import plain
from gehoord.templates.reasoning import because
from gehoord.templates.wording import closed


def head(state: State, action: Action, derived: Derived) -> Iterator[str]:
    """Yield the lines with which the story of an action begins.

    They say nothing that changes while the action keeps its days: what happens is told after them.
    """
    step = state.as_opened.step(action.step)
    article = asked_by_law(step)
    ground = f" ({article})" if article else ""
    yield f"Wat: {plain(action.title)}{ground}."
    yield f"Wie: {_who(action)}."
    links = derived.links(action)
    yield f"Wanneer: {by_in_words(action.days)}{', want:' if links else '.'}"
    for line in because(links):
        yield f"- {plain(line)}"
    for asked in state.requests.where(action=action.id) if step.is_outside_plan else ():
        yield f"Gevraagd op {day_in_words(asked.asked_on)}: {plain(asked.text)}"
    if step.note:
        yield f"Toelichting: {closed(plain(step.note))}"
    if resting := _resting(state, action.step):
        yield f"Hierop rust: {'; '.join(resting)}."


def _who(action: Action) -> str:
    name = plain(action.owner_name)
    return f"burgemeester en raad van {name}" if action.kind is StepKind.HEARING else name


def _resting(state: State, step: str) -> list[str]:
    """Return the titles of the steps that wait for this one, as the proposal has them."""
    proposed = state.opened.proposal.steps
    return [plain(s.title) for s in proposed if step in s.after and s.stands]
