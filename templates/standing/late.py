# SPDX-License-Identifier: EUPL-1.2
"""What is late, whose it is and since when, the oldest first; and what comes."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words, enumeration, full_day_in_words
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.proposed import has_proposed_day
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.outgoing.standing import Lateness, StateOfAffairs
from gehoord.domain.outgoing.whose_turn import whose_turn
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.filters import owner_tag, step_tag
from gehoord.templates.links import Links
from gehoord.templates.markdown import link, plain
from gehoord.templates.owners import owner_in_words
from gehoord.templates.story.forms import offered
from gehoord.templates.wording import capital

MOST_LATE: Final = 40
"""More lines than a person reads; the rest is behind a link."""

_STAGES: Final = frozenset(stage.numbered for stage in Stage)
"""The forms that start a stage: what Gehoord itself sends is not reported, but started."""

_FEW: Final = 5
"""So many lines are seen at once; of more it is said first with whom they wait."""

MOST_DAYS: Final = 3
"""So many days to come are told; the rest is behind a link."""


def how_late(action: Action, on: date, *, proposed: bool) -> str:
    """Return how late an action is; by how many days only if its plan names a day.

    Of a day that Gehoord proposed it says so: nobody is too late by the law on it.
    """
    if not action.is_late(on):
        return "voorgesteld" if proposed else ""
    return since_in_words(action.due_on if action.names_day else None, on, proposed=proposed)


def since_in_words(last: date | None, on: date, *, proposed: bool) -> str:
    """Return how late it is of what is late.

    Args:
        last: the last day that was named; nothing when no day was.
        on: today.
        proposed: whether Gehoord proposed that day.
    """
    if proposed:
        return "voorgestelde dag voorbij"
    if last is None:
        return "volgens de planning voorbij"
    return f"{counted((on - last).days, 'dag', 'dagen')} te laat"


def late(affairs: StateOfAffairs, links: Links) -> list[str]:
    """Return what is late, in Markdown."""
    found, state = affairs.late, affairs.state
    if not found:
        return ["## Niets is te laat"]
    shown = found[:MOST_LATE]
    said = [f"## Te laat: {counted(len(found), 'actie', 'acties')}", ""]
    if len(found) > _FEW:
        said += [_whose(state, [each.action for each in found], links), ""]
    said += [_line(state, each, affairs.on, links) for each in shown]
    if rest := len(found) - len(shown):
        said += ["", f"En nog {rest}: {link('alles wat te laat is', links.late(state.id))}."]
    return said


def _whose(state: State, actions: Sequence[Action], links: Links) -> str:
    """Return with whom it waits, who owes the most first, each with a link to what that is."""
    owners = Counter(action.owner_name for action in actions)
    called = {a.owner_name: capital(owner_in_words(state, a)) for a in actions}
    who = [
        f"{link(called[name], links.waiting_for(state.id, name))} ({number})"
        for name, number in owners.most_common(_FEW)
    ]
    if rest := len(owners) - len(who):
        who.append(f"{counted(rest, 'ander', 'anderen')}")
    return f"Bij wie: {enumeration(who)}."


def _line(state: State, each: Lateness, on: date, links: Links) -> str:
    """Return one line: whose, what, how late, and what comes. A table would be cut off in V1."""
    action = each.action
    since = how_late(action, on, proposed=has_proposed_day(state, action.step))
    cards = links.cards(state.id, step_tag(action.step), owner_tag(action.owner_name))
    said = [
        f"- **{plain(capital(owner_in_words(state, action)))}**: {link(action.title, cards)}, "
        f"**{since}**, {plain(action.due_in_words)}.",
        plain(since_then(each)),
        report_link(state, action, links),
    ]
    return " ".join(filter(None, said))


def since_then(each: Lateness) -> str:
    """Return what holds it up, when its owner was reminded, who must act, and what comes next."""
    said = [
        f"Wacht op {each.waits_for}." if each.waits_for else "",
        "" if _is_not_reminded(each) else _reminded(each.reminded_on),
        _followed_up(each.followed_up),
        _next(each),
    ]
    return " ".join(filter(None, said))


def _is_not_reminded(each: Lateness) -> bool:
    """Whether nobody would look for a reminder: of the adviser, or of who can do nothing yet."""
    return each.action.owner == ADVISER or (bool(each.waits_for) and not each.reminded_on)


def _reminded(days: Sequence[date]) -> str:
    if not days:
        return "Niet herinnerd."
    times = "Eén keer" if len(days) == 1 else f"{len(days)} keer"
    return f"{times} herinnerd, het laatst op {day_in_words(days[-1])}."


def _followed_up(actions: Sequence[Action]) -> str:
    """Return who must act because it is late, what and by when."""
    return " ".join(
        f"{a.owner_name}: {a.title.partition(':')[0]}, {a.due_in_words}." for a in actions
    )


def _next(each: Lateness) -> str:
    """Return the first day to come that matters; nothing when there is none."""
    if each.next_on is None:
        return ""
    what = each.rests_on_it or "nieuwe herinnering"
    return f"Wat nu telt: {day_in_words(each.next_on)}, {what}."


def report_link(state: State, action: Action, links: Links) -> str:
    """Return a link to the form by which an action gets done, filled in; empty without one."""
    form = offered(state, action)[0]
    address = links.form(form.form, form.filled)
    return link("Starten" if form.form in _STAGES else "Melden", address) if address else ""


def coming(affairs: StateOfAffairs, links: Links) -> list[str]:
    """Return what is due on the first days to come, in Markdown."""
    days = affairs.coming(MOST_DAYS)
    if not days:
        return ["## Wat komt", "", "Er is geen dag meer waarop iets af moet zijn."]
    more = link("alles in de komende 30 dagen", links.coming(affairs.state.id))
    lines = [
        f"- **{full_day_in_words(day)}**: {plain(asked_on_day(affairs.state, on))}"
        for day, on in days
    ]
    return ["## Wat komt", "", *lines, "", f"Zie ook {more}."]


def asked_on_day(state: State, actions: Sequence[Action]) -> str:
    """Return what is due on one day, each step once, with its owner or how many of which sort."""
    owners: dict[str, list[Action]] = {}
    for action in actions:
        owners.setdefault(action.title, []).append(action)
    return "; ".join(
        f"{title} ({owner_in_words(state, those[0])})"
        if len(those) == 1
        else f"{title} ({whose_turn(state, those)})"
        for title, those in owners.items()
    )
