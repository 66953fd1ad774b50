# SPDX-License-Identifier: EUPL-1.2
"""Which form reports that an action was done, with what is known of it filled in."""

from collections.abc import Callable
from typing import Final, NamedTuple

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import alphabetical
from gehoord.domain.acts.asked import questions
from gehoord.domain.acts.closing import closed_by
from gehoord.domain.acts.conditions_follow import condition_of
from gehoord.domain.acts.next_plan import NEXT_PLAN
from gehoord.domain.acts.next_steps import AFTER_APPEAL
from gehoord.domain.acts.opening_forms import LAYING_OUT
from gehoord.domain.acts.report import KINDS
from gehoord.domain.acts.reported import is_plainly_done
from gehoord.domain.acts.versions import is_too_late
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.attendance import info_sessions
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.ladder import has_ladder
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import themes_missing, year_of
from gehoord.domain.dossier.under_lid_2 import adopted_under_lid_2, announced_by, appealed
from gehoord.domain.proposal.reported_as import DONE
from gehoord.domain.proposal.step import (
    CONDITION_LIFTED,
    INFO_SESSION,
    REQUEST_ANSWER,
    SURVEY,
    UITVOERINGSPLAN,
    StepKind,
)
from gehoord.templates.links import Filled, Links
from gehoord.templates.plain import plain


class Offered(NamedTuple):
    """A form that a card points to: what it is for, its name, and what it opens with."""

    words: str
    form: str
    filled: Filled

    def said(self, links: Links) -> str | None:
        """Return the line that points to it; nothing when this Prefect has no such form."""
        address = links.form(self.form, self.filled)
        return f"{self.words} {address}" if address else None


def offered(state: State, action: Action) -> list[Offered]:
    """Return the forms for what can become of an action, the first for that it was done."""
    first = (
        *_of_next_plan(state, action),
        *_of_request(state, action),
        *_of_explored(state, action),
        *_of_sessions(state, action),
    )
    found = [*first, _done(state, action)]
    if action.kind is StepKind.HEARING:
        found += _of_hearing(state, action)
    if action.kind is StepKind.ADOPTION:
        words = "Wie was erbij, en wie stemt in? Meld dat eerst:"
        found.append(Offered(words, "melden-instemming", {"dossier": state.id}))
    if has_ladder(state, action):
        words = "Nu herinneren? Doe het hier:"
        found.append(Offered(words, "melden-herinnering", _of_owner(state, action)))
    if action.precision is not Precision.YEARLY and not action.is_outside_plan:
        of_all = " voor alle gemeenten" if action.municipality else ""
        filled = {"dossier": state.id, "stap": action.step}
        found.append(Offered(f"Andere dag{of_all}? Verplaats de stap:", "verplaatsen", filled))
    return found


def _of_hearing(state: State, action: Action) -> list[Offered]:
    """Return the forms for what else a council may do than answer."""
    council, name = {"dossier": state.id}, action.owner_name
    reserved = "Tijd gereserveerd, of op de agenda van de raad? Meld het:"
    silent = "Geen antwoord, en is de laatste dag voorbij? Meld het:"
    return [
        Offered(reserved, "melden-reservering", {**council, "gemeente": name}),
        Offered(silent, "melden-geen-antwoord", {**council, "gemeenten": [name]}),
    ]


def _of_request(state: State, action: Action) -> list[Offered]:
    """Return the form that grants what is asked by an action, with the council and the day."""
    return [
        Offered(
            "Uitstel geven? Doe het hier:",
            "melden-uitstel",
            {"dossier": state.id, "gemeente": council.name, "naar": asked.until.isoformat()},
        )
        for asked in state.requests.where(action=action.id)
        if asked.until
        for council in state.municipalities.where(code=asked.owner)
    ]


def _of_explored(state: State, action: Action) -> list[Offered]:
    """Return the form for each theme that is explored until the step of an action."""
    if not action.kind.is_held or state.is_adopted:
        return []
    chosen = state.themes()
    return [
        Offered(
            f"Is over het thema {plain(theme.name)} besloten? Meld het:",
            "melden-verkenning",
            {"dossier": state.id, "thema": theme.name},
        )
        for theme in (chosen.explored_themes if chosen else ())
        if theme.explored_until == action.step
    ]


def _of_next_plan(state: State, action: Action) -> list[Offered]:
    """Return the form that lays out the procedure after that of the dossier."""
    if action.step != NEXT_PLAN:
        return []
    words = "Voorstel maken? Zet de volgende procedure uit:"
    return [Offered(words, LAYING_OUT, {"na": state.id})]


def next_is_laid_out(state: State) -> list[Offered]:
    """Return the form that reports that the next procedure was laid out, while that is owed."""
    words = f"In {state.id} staat het maken van dit voorstel nog open. Meld het daar:"
    owed = state.open_actions(step=NEXT_PLAN)
    return [_done(state, action)._replace(words=words) for action in owed]


def _of_sessions(state: State, action: Action) -> list[Offered]:
    """Return the form that tells who came, while a session of the step was not counted yet."""
    if not any(each.awaits_count for each in info_sessions(state, action.step)):
        return []
    words = "Is een sessie gehouden? Meld hoeveel er waren:"
    return [Offered(words, "melden-sessie-gehouden", {"dossier": state.id})]


def unheard(state: State) -> list[str]:
    """Return the names of the councils that were asked and must still be heard."""
    waiting = state.hearings.where(state=HearingState.INVITED)
    return alphabetical(hearing.name for hearing in waiting if hearing.is_owed)


def all_heard(state: State) -> tuple[str, Filled]:
    """Return the form that reports at once all councils that must still be heard, filled in."""
    return "melden-gehoord", {"dossier": state.id, "gemeenten": unheard(state)}


def _done(state: State, action: Action) -> Offered:
    step = state.as_opened.step(action.step)
    if step.is_sent_by_gehoord:
        form = step.stage.numbered
        return Offered("Kan het weg? Start de fase:", form, {"dossier": state.id})
    if step.kind is StepKind.VERSION and is_too_late(state, step):
        words = "Komt deze versie niet meer? Laat de stap vervallen:"
        return Offered(words, "melden-vervalt", {"dossier": state.id, "stap": action.step})
    kind = DONE if is_plainly_done(state, step) else closed_by(step)
    words = _WORDS.get(kind, "Gedaan? Meld het:")
    if kind == UITVOERINGSPLAN:
        words = f"{_plans_missing(state, action)}{words}"
    return Offered(words, f"melden-{kind}", {"dossier": state.id, **_answers(kind, state, action)})


def _plans_missing(state: State, action: Action) -> str:
    """Return which themes have no uitvoeringsplan for the year of an action, before its form."""
    year = year_of(state, action)
    missing = themes_missing(state, year) if year is not None and state.is_adopted else []
    return f"Nog zonder uitvoeringsplan: {plain('; '.join(missing))}. " if missing else ""


def _plan_of_year(state: State, action: Action) -> Filled:
    """Return the year of an action to adopt uitvoeringsplannen, and the first theme without one."""
    year = year_of(state, action)
    if year is None:
        return {}
    theme = next(iter(themes_missing(state, year)), "")
    return {"jaar": year, **({"thema": theme} if theme else {})}


_WORDS: Final = {
    UITVOERINGSPLAN: "Is er een vastgesteld? Meld het:",
    "gehoord": "Gehoord? Meld het:",
    INFO_SESSION: "Komt er een sessie? Leg haar vast:",
    REQUEST_ANSWER: "Antwoorden? Doe het hier:",
}


def _of_owner(state: State, action: Action) -> Filled:
    """Return the answers that say which action it is; of an escalation by who is late."""
    late = state.actions.one(action.about) if action.about else None
    owners = [(late or action).owner_name]
    return {"dossier": state.id, "stap": action.step, "actiehouders": owners}


def _of_asked(state: State, action: Action) -> Filled:
    """Return the answer that says which request an action is about."""
    [asked] = state.requests.where(action=action.id)
    return {"verzoek": asked.called}


def _of_condition(state: State, action: Action) -> Filled:
    """Return the answers that say which condition an action is about, and who takes it away."""
    condition = condition_of(state, action.step)
    return {"voorwaarde": condition.called, "door": condition.lifted_by} if condition else {}


def _answers(kind: str, state: State, action: Action) -> Filled:
    """Return the answers that are known already, by the names of the questions of a report."""
    if own := _OF_KIND.get(kind):
        return own(state, action)
    appeal = next(iter(state.appeals.where(step=action.step)), None)
    after_appeal = action.step.startswith(AFTER_APPEAL)
    known = {
        "stap": action.step,
        "van": appeal.name if appeal else action.owner,
        "over": _appealed(state, action.step),
        "grondslag": ("beroep" if after_appeal else "aanwijzing") if kind == "wijziging" else "",
    }
    asked = {question.name for question in questions(KINDS[kind])}
    return {name: value for name, value in known.items() if name in asked and value}


def _appealed(state: State, step: str) -> str:
    """Return against which besluit the appeal of a step is, or which one a step announces.

    It is asked only where the plan and a part were both adopted under lid 2.
    """
    if len(adopted_under_lid_2(state)) < 2:
        return ""
    appeal = next(iter(state.appeals.where(step=step)), None)
    besluit = appealed(state, appeal) if appeal else announced_by(state, state.as_opened.step(step))
    return str(besluit.kind) if besluit else ""


_OF_KIND: Final[dict[str, Callable[[State, Action], Filled]]] = {
    "gehoord": lambda _state, action: {"gemeenten": [action.owner_name]},
    "gedaan": _of_owner,
    CONDITION_LIFTED: _of_condition,
    SURVEY: lambda _state, action: {"gemeente": action.owner_name},
    REQUEST_ANSWER: _of_asked,
    UITVOERINGSPLAN: _plan_of_year,
}
"""What is known already of the reports that ask something of their own."""
