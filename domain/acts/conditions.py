# SPDX-License-Identifier: EUPL-1.2
"""A condition is made beside what somebody said, or taken away by who can do that."""

import re

from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import ConditionLifted, ConditionMade
from gehoord.domain.dossier.assent import AssentAnswer
from gehoord.domain.dossier.assents import (
    assents_of,
    conditions,
    maker_in_words,
    open_conditions,
)
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.passed_on import holders
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import KORPSCHEF, MINISTER
from gehoord.domain.eenheid.office import bare_office
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, meant, unknown


@decide.register
def condition_made(report: ConditionMade, state: State) -> Act:
    """Keep a condition of a burgemeester or the hoofdofficier who agrees on one, or of a body."""
    if state.adoption:
        raise RefusedError("Het plan is al vastgesteld; daarna stelt niemand nog een voorwaarde.")
    maker = _maker(report.maker, state)
    said = next((one for one in assents_of(state).each if one.owner == maker), None)
    if said and (said.assent is None or said.assent.answer is not AssentAnswer.ON_CONDITION):
        raise RefusedError(
            f"Van {said.name} is niet vastgelegd dat die onder voorwaarde instemt. Leg dat eerst "
            "vast, met de voorwaarde erbij (instemming)."
        )
    number = (state.conditions.greatest("number") or 0) + 1
    condition = Condition(
        id=f"{state.id}/voorwaarde/{number}",
        dossier=state.id,
        number=number,
        by=maker,
        text=report.text.strip(),
        made_on=report.on,
        lifted_by=report.lifted_by,
        until=report.until,
    )
    _refuse_twice(condition, state)
    return Act(
        f"Voorwaarde {number} vastgelegd, van {maker_in_words(state, condition)}: "
        f"{condition.to_lift_in_words}.",
        Changes.adding(condition),
    )


@decide.register
def condition_lifted(report: ConditionLifted, state: State) -> Act:
    """Keep how a condition was taken away; only who can do so, or who made it, says that."""
    condition = condition_named(report.condition, state)
    if condition.lifted_on:
        raise RefusedError(f"Voorwaarde {condition.number} is al weggenomen.")
    if report.on < condition.made_on:
        raise RefusedError(
            f"Voorwaarde {condition.number} is pas later gesteld. Verbeter de dag.", field="op"
        )
    refuse_without_ground(report.text, "hoe de voorwaarde is weggenomen")
    _refuse_others(report.by, condition, state)
    lifted = condition.lifted(report.text.strip(), report.on)
    changes = Changes.replacing([(condition, lifted)])
    left = len(open_conditions(state.after(changes)))
    more = f" Er staan er nog {left} open." if left else " Er staat geen voorwaarde meer open."
    return Act(f"Voorwaarde {condition.number} is weggenomen.{more}", changes)


def condition_named(said: str, state: State) -> Condition:
    """Return the condition that people mean by its number, with more behind it or not.

    Raises:
        RefusedError: there is none by that number; names those there are.
    """
    known = conditions(state)
    number = re.match(r"\s*(\d{1,6})\b", said)
    for condition in known:
        if number and condition.number == int(number[1]):
            return condition
    there = "; ".join(condition.called for condition in known)
    raise RefusedError(
        f"Er is geen voorwaarde '{said[:40]}'. "
        + (f"Noem het nummer: {there}." if there else "Er is er nog geen vastgelegd."),
        field="voorwaarde",
    )


def _maker(said: str, state: State) -> str:
    """Return the key of who makes a condition: a municipality, an office or a body.

    Raises:
        RefusedError: nobody here is called so.
    """
    gone = {m.code for m in state.municipalities if m.until}
    known = {
        bare_office(called): key
        for key, name in names(state).items()
        if " " not in key and key not in (KORPSCHEF, MINISTER) and key not in gone
        for called in (name, key)
    }
    bare = bare_office(said)
    if found := meant(bare, known):
        return known[found]
    what = f"'{said}' is geen gemeente, ambt of overleg van dit dossier"
    raise RefusedError(unknown(what, bare, [m.name for m in state.living]), field="van")


def _refuse_twice(condition: Condition, state: State) -> None:
    for other in open_conditions(state):
        have_it = {other.by, *(m.code for m in holders(state, other))}
        if condition.by in have_it and folded(other.text) == folded(condition.text):
            raise RefusedError(f"Dat is al voorwaarde {other.number}.")


def _refuse_others(who: str, condition: Condition, state: State) -> None:
    """Refuse who can neither take it away nor made it; that is practice, as with a reason."""
    maker = maker_in_words(state, condition)
    key = names(state).get(condition.by, condition.by)
    now = [m.name for m in holders(state, condition)]
    may = [condition.lifted_by, maker, key, condition.by, *now]
    if meant(bare_office(who), map(bare_office, may)):
        return
    raise RefusedError(
        f"Voorwaarde {condition.number} kan worden weggenomen door {condition.lifted_by}, of door "
        f"{maker}; '{who}' is geen van beide. Laat die het doen en noem dat ambt als wie dit "
        "vastlegt (door).",
        field="door",
    )
