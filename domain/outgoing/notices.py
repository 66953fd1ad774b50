# SPDX-License-Identifier: EUPL-1.2
"""Which notices of a stage are ready to be sent."""

from collections.abc import Iterator, Sequence
from datetime import date

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.act import Act, NoticeSent
from gehoord.domain.acts.announcement import have_left, letters_left
from gehoord.domain.acts.promises import promised_with_adoption
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.under_lid_2 import adopted_under_lid_2, announced_by
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Step


def sent_notices(state: State, stage: Stage, on: date) -> Act:
    """Send every notice of a stage that is ready, and close its actions.

    A notice may make another one ready, so it looks again until nothing is.
    """
    changes, news = Changes(), []
    while ready := list(ready_notices(state, stage)):
        closed = Changes.replacing(
            (a, a.done(on))
            for planned in ready
            if planned.step.letter is not Letter.ANNOUNCEMENT
            for a in state.owed(planned.id)
        )
        closed += _announced(state.after(closed), ready, on)
        if any(planned.step.letter is Letter.ADOPTION for planned in ready):
            closed += promised_with_adoption(state.after(closed), on)
        news += [NoticeSent(planned.id) for planned in ready]
        changes, state = changes + closed, state.after(closed)
    return Act("", changes, tuple(news))


def _announced(state: State, ready: Sequence[PlannedStep], on: date) -> Changes:
    """Return what changes when what was adopted under lid 2 is announced by what leaves now."""
    changes = Changes()
    for planned in ready:
        besluit = announced_by(state, planned.step)
        if planned.step.letter is Letter.ANNOUNCEMENT and besluit:
            changes += letters_left(state.after(changes), besluit, on)
    return changes


def ready_notices(state: State, stage: Stage) -> Iterator[PlannedStep]:
    """Yield the notices of a stage that have not left and of which all that they rest on is done.

    The ontwerp is not among them: `acts.hearing` decides on that. What tells of the
    adoption, and what follows from it, is ready only once the plan was adopted; what announces it
    to the burgemeesters, only under lid 2; what tells the themes, once they were chosen.
    """
    for planned in state.plan.steps:
        step = planned.step
        if step.is_sent_by_gehoord and step.stage is stage and step.letter is not Letter.ONTWERP:
            waits = not state.is_done(step.id) and all(state.is_done(i) for i in step.after)
            if waits and _has_its_subject(state, step):
                yield planned


def why_waiting(state: State, stage: Stage) -> Iterator[str]:
    """Yield in Dutch what the notices of a stage wait for, those that wait for the same at once."""
    waiting: dict[tuple[str, ...], list[str]] = {}
    for step in _to_send(state, stage):
        lacking = tuple(i for i in step.after if not state.is_done(i))
        waiting.setdefault(lacking, []).append(f"'{step.title}'")
    waiting.pop((), None)
    for lacking, notices in waiting.items():
        titles = [f"'{state.as_opened.step(each).title}'" for each in lacking]
        wait = "wacht" if len(notices) == 1 else "wachten"
        yield f"{enumeration(notices)} {wait} op {enumeration(titles)}."


def _to_send(state: State, stage: Stage) -> list[Step]:
    """Return the notices of a stage that Gehoord still has to send."""
    steps = [planned.step for planned in state.plan.steps if planned.step.stage is stage]
    return [step for step in steps if step.is_sent_by_gehoord and not state.is_done(step.id)]


def _has_its_subject(state: State, step: Step) -> bool:
    """Whether what a notice tells of is there: the adoption, or the themes that were chosen."""
    if step.follows_adoption and not state.is_adopted:
        return False
    if step.letter is Letter.JAARVERSLAG:
        return step.year is not None and state.jaarverslag(step.year) is not None
    if step.letter is Letter.ANNOUNCEMENT:
        besluit = announced_by(state, step)
        owed = [each for each in adopted_under_lid_2(state) if each == besluit]
        return any(not have_left(state, each) for each in owed)
    return step.letter is not Letter.THEMES or state.themes() is not None
