# SPDX-License-Identifier: EUPL-1.2
"""The uitvoeringsplannen of a dossier: one for each theme and year of the adopted beleidsplan.

No statute knows them. S002, 5.3: the V10 adopts them every year, once the burgemeesters who have no
seat in it were consulted.
"""

import re
from datetime import date
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.nearby import folded, step_name
from gehoord.domain.proposal.step import UITVOERINGSPLAN, Step, StepKind

_LONGEST: Final = 40
"""Of the id of a round of readers: there is room for a number after it."""


def steps_of_uitvoering(state: State) -> list[Step]:
    """Return the steps in which uitvoeringsplannen are adopted, theme by theme."""
    steps = state.as_opened.steps
    return [step for step in steps if step.stands and step.reported_as == UITVOERINGSPLAN]


def body_that_adopts(state: State) -> str:
    """Return the key of who adopts them by the proposal; empty when the proposal has no such step.

    It may be a delegation: it adopts no beleidsplan.
    """
    return next((step.owner for step in steps_of_uitvoering(state)), "")


def kept_themes(state: State) -> tuple[str, ...]:
    """Return the themes that each have a uitvoeringsplan: as chosen, or given priority since."""
    chosen = state.themes()
    return tuple(theme.name for theme in chosen.chosen_themes) if chosen else ()


def theme_of(besluit: Besluit) -> str:
    """Return the theme of a uitvoeringsplan; empty when it is that of the whole plan."""
    return besluit.themes[0].name if besluit.themes else ""


def adopted_for(state: State, year: int) -> list[Besluit]:
    """Return the uitvoeringsplannen for a year that were adopted, in order of day."""
    found = state.besluiten_on(BesluitKind.UITVOERINGSPLAN, year=year)
    return sorted(found, key=lambda besluit: (besluit.taken_on, besluit.id))


def adopted_of(state: State, year: int, theme: str) -> Besluit | None:
    """Return the uitvoeringsplan of a theme for a year; that of the whole plan is of each theme."""
    own = (b for b in adopted_for(state, year) if folded(theme_of(b)) in ("", folded(theme)))
    return next(own, None)


def themes_missing(state: State, year: int) -> list[str]:
    """Return the themes without a uitvoeringsplan for a year, in the order of the plan."""
    return [theme for theme in kept_themes(state) if adopted_of(state, year, theme) is None]


def is_whole(state: State, year: int) -> bool:
    """Whether each theme has its uitvoeringsplan for a year.

    Where no themes are kept, that is when one was reported without a theme.
    """
    if kept_themes(state):
        return not themes_missing(state, year)
    return any(not theme_of(besluit) for besluit in adopted_for(state, year))


def year_of(state: State, action: Action) -> int | None:
    """Return the year of an action to adopt uitvoeringsplannen; nothing when it names none."""
    if action.precision is Precision.YEARLY:
        return int(action.id[-4:])
    return state.as_opened.step(action.step).year


def plans_owed(
    state: State, how: ActionState = ActionState.OPEN
) -> list[tuple[int | None, Action]]:
    """Return the actions to adopt uitvoeringsplannen, each with its year: owed, or ended so."""
    return [
        (year_of(state, action), action)
        for step in steps_of_uitvoering(state)
        for action in state.actions.where(step=step.id, state=how)
    ]


def owed_for(state: State, year: int, how: ActionState = ActionState.OPEN) -> list[Action]:
    """Return the actions that the uitvoeringsplannen for a year close, or have closed."""
    return [action for of, action in plans_owed(state, how) if of in (None, year)]


def year_has_begun(year: int | None, on: date) -> bool:
    """Whether a year has begun on a day; its first day counts."""
    return year is not None and date(year, 1, 1) <= on


def round_id(state: State, year: int, theme: str) -> str:
    """Return an id for the step in which burgemeesters respond to a uitvoeringsplan.

    It is read by people: they name it when they report a response. That of a round on the same
    plan that was taken back is free again.
    """
    words = re.findall("[a-z0-9]+", str(step_name(theme)))
    name = "-".join([UITVOERINGSPLAN, str(year), *words])[:_LONGEST].rstrip("-")
    gone = (s for s in state.as_opened.steps if is_round(s) and state.has_lapsed(s.id))
    free = {s.id for s in gone if _is_on(s, year, theme)}
    known = {step.id for step in state.as_opened.steps} - free
    number, found = 1, name
    while found in known:
        number += 1
        found = f"{name}-{number}"
    return found


def is_round(step: Step) -> bool:
    """Whether burgemeesters respond to a uitvoeringsplan in a step; Gehoord adds these itself."""
    is_named = step.id.startswith(f"{UITVOERINGSPLAN}-") and step.year is not None
    return is_named and step.kind is StepKind.CONSULTATION


def rounds_that_stand(state: State) -> list[Step]:
    """Return the rounds on all uitvoeringsplannen, without those that were taken back."""
    steps = state.as_opened.steps
    return [step for step in steps if is_round(step) and not state.has_lapsed(step.id)]


def rounds_on(state: State, year: int, theme: str) -> list[Step]:
    """Return the rounds on the uitvoeringsplan of a theme for a year, the oldest first.

    One that was taken back is none.
    """
    return [step for step in rounds_that_stand(state) if _is_on(step, year, theme)]


def rounds_closed_by(state: State, year: int, theme: str) -> list[Step]:
    """Return the rounds that end once a uitvoeringsplan is adopted: of the whole plan all."""
    if theme:
        return rounds_on(state, year, theme)
    return [step for step in rounds_that_stand(state) if step.year == year]


def _is_on(step: Step, year: int, theme: str) -> bool:
    return step.year == year and folded(step.subject or "") == folded(theme)


def consultations(state: State, year: int, theme: str) -> list[Circulation]:
    """Return with what the burgemeesters were consulted on it, by number."""
    rounds = {step.id for step in rounds_on(state, year, theme)}
    there = standing(state.circulations)
    return sorted((c for c in there if c.step in rounds), key=lambda each: each.number)


def draft_of(state: State, version: DraftVersion) -> Step | None:
    """Return the round for which a version is the uitvoeringsplan in concept; nothing of others."""
    if version.is_of_plan:
        return None
    there = (step for step in state.as_opened.steps if step.id == version.step)
    return next((step for step in there if is_round(step)), None)


def plan_in_words(year: int, theme: str) -> str:
    """Return how a sentence names a uitvoeringsplan, without the word before it.

    >>> plan_in_words(2028, "Ondermijning"), plan_in_words(2028, "")
    ("uitvoeringsplan voor 2028 van het thema 'Ondermijning'", 'uitvoeringsplan voor 2028')
    """
    of = f" van het thema '{theme}'" if theme else ""
    return f"uitvoeringsplan voor {year}{of}"
