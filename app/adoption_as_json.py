# SPDX-License-Identifier: EUPL-1.2
"""Who agrees with the plan, and on which conditions, as the documented JSON has it."""

from gehoord.domain.dossier.assents import AssentOf, assents_of, conditions, open_conditions
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State


def adoption_as_json(state: State) -> dict[str, object]:
    """Return each of those who adopt under lid 1 with what he said, and each condition."""
    still_open = {condition.id for condition in open_conditions(state)}
    assents = assents_of(state)
    return {
        "agreed": assents.are_complete,
        "assents": [_assent(one) for one in assents.each] if assents.are_recorded else [],
        "conditions": [
            {**_condition(state, each), "open": each.id in still_open} for each in conditions(state)
        ],
    }


def _assent(one: AssentOf) -> dict[str, object]:
    return {
        "owner": one.owner,
        "name": one.name,
        "presence": one.presence or None,
        "answer": one.assent.answer if one.assent else None,
        "on": one.assent.given_on if one.assent else None,
    }


def _condition(state: State, condition: Condition) -> dict[str, object]:
    return {
        "number": condition.number,
        "by": condition.by,
        "name": names(state).get(condition.by, condition.by),
        "text": condition.text,
        "lifted_by": condition.lifted_by,
        "until": condition.until,
        "lifted_on": condition.lifted_on,
        "how": condition.lifted_how or None,
    }
