# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling was recorded by mistake, and is taken back."""

from gehoord.domain.acts.act import Act, LettersWrong
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.part_adoption import waits_for_definitive
from gehoord.domain.acts.report import Corrected
from gehoord.domain.acts.reported import actions_closed_by, is_given
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.following_strength import following_strength, is_about_strength
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import StrengthTable, newest
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.reported_as import STRENGTH
from gehoord.domain.proposal.step import Letter


def strength_taken_back(report: Corrected, state: State) -> Act:
    """Take back the newest sterkteverdeling, as long as no version contains it.

    A notice that brought it to the councils is owed again, so that it can go with the right one.
    """
    if not waits_for_definitive(state):
        refuse_after_adoption(state)
    table = newest(state.strengths)
    if table is None:
        raise RefusedError("Er is geen sterkteverdeling vastgelegd die kan worden teruggenomen.")
    _refuse_if_contained(state, table)
    changes = Changes.replacing([(table, table.withdraw(report.reason, report.on))])
    before = newest(state.after(changes).strengths)
    changes += _steps_owed_again(report, state, state.after(changes))
    now = f"Nu geldt weer {before.in_words}." if before else "Er is nu geen sterkteverdeling."
    said = f"Teruggenomen: {table.in_words}. {now}"
    if following_strength(state) is None:
        return Act(said, changes)
    notices = _notices_of_it(state)
    changes += _owed_again(report, state, table, notices)
    wrong = LettersWrong(
        steps=notices,
        since=table.id,
        reason=report.reason,
        told="Daarin staat een sterkteverdeling die bij vergissing is vastgelegd.",
        is_written=report.is_written,
    )
    return Act(said, changes, (wrong,))


def _steps_owed_again(report: Corrected, state: State, after: State) -> Changes:
    """Return that the steps are owed again for which no table that still counts does."""
    steps = state.as_opened
    done = actions_closed_by(STRENGTH, state, ActionState.DONE)
    owed = [action for action in done if not is_given(after.strengths, steps.step(action.step))]
    return Changes.replacing((action, action.reopened(report.on)) for action in owed)


def _refuse_if_contained(state: State, table: StrengthTable) -> None:
    if holding := [v for v in standing(state.versions) if v.strength == table.id]:
        raise RefusedError(
            f"{table.in_words.capitalize()} staat in versie {holding[-1].number}, "
            f"'{holding[-1].title}'. Neem die versie eerst terug, of leg een nieuwe verdeling vast "
            "en daarna een nieuwe versie."
        )


def _notices_of_it(state: State) -> frozenset[str]:
    """Return the notices that bring the definitive sterkteverdeling."""
    steps = state.as_opened.steps
    return frozenset(
        step.id for step in steps if step.letter is Letter.NOTE and is_about_strength(step.title)
    )


def _owed_again(
    report: Corrected, state: State, table: StrengthTable, notices: frozenset[str]
) -> Changes:
    """Return that the notices are owed again which were done since the table came."""
    done = [
        action
        for step in sorted(notices)
        for action in state.actions.where(step=step, state=ActionState.DONE)
        if action.done_on and action.done_on >= table.recorded_on
    ]
    return Changes.replacing((action, action.reopened(report.on)) for action in done)
