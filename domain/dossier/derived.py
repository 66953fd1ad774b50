# SPDX-License-Identifier: EUPL-1.2
"""Why an action has the days it has."""

from dataclasses import replace
from functools import cached_property

from gehoord.calendar.derivation import Link
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import ProposalError
from gehoord.domain.plan.account import account_of
from gehoord.domain.plan.plan import Plan
from gehoord.domain.proposal.step import StepKind


class Derived:
    """The reasons of the days of a dossier, worked out once for all its actions.

    Args:
        state: the dossier.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._links: dict[tuple[str, object], tuple[Link, ...]] = {}

    def links(self, action: Action) -> tuple[Link, ...]:
        """Return the reasons of its last day, back to where it comes from.

        They are those of the plan as people agreed on it, so that they stay the same once the
        action is done; where what was done earlier kept another day, those of the plan as it
        stands. Of a council that has longer than the others that alone is the reason. Nothing when
        none of these gives this day.
        """
        key = (action.step, action.days)
        if key not in self._links:
            self._links[key] = self._worked_out(action)
        return self._links[key] or self._respite(action)

    def _respite(self, action: Action) -> tuple[Link, ...]:
        """Return why a council has a last day of its own, if this is that day."""
        if action.kind is not StepKind.HEARING or action.due_on is None:
            return ()
        found = self._state.hearings.where(
            municipality=action.municipality, respite_until=action.due_on
        )
        return tuple(
            Link(action.due_on, f"uitstel voor deze raad alleen: {hearing.respite_because}")
            for hearing in found
        )

    def _worked_out(self, action: Action) -> tuple[Link, ...]:
        for plan in self._plans:
            planned = plan[action.step]
            if account := account_of(plan, planned):
                return (replace(account.link, day=action.due_on or account.link.day),)
            if planned.is_yearly or planned.stands_on(action.days):
                return planned.last_links
        return ()

    @cached_property
    def _plans(self) -> list[Plan]:
        state = self._state
        if state.as_agreed == state.as_opened:
            return [state.opened.plan, state.plan]
        try:
            return [state.laid_out(state.as_agreed), state.plan]
        except ProposalError:  # without the days on which things happened the words may not fit
            return [state.plan]
