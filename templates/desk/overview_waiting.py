# SPDX-License-Identifier: EUPL-1.2
"""What waits for whom: of everybody who owes something how much, and what is due first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.action import Action
from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.templates.desk.overview_steps import who_in_words
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """Who owes something: how much, how much of it is late, and what is due first from today."""

    who: str
    owed: int
    late: int
    next: str


def waiting_rows(affairs: StateOfAffairs, names: Mapping[str, str]) -> Iterator[WaitingRow]:
    """Yield who owes something, those who are late first; all councils together are one.

    Args:
        affairs: what is known of the dossier.
        names: how each owner is called, by its key.
    """
    by_owner = defaultdict(list)
    for action in affairs.state.open_actions():
        owner = affairs.state.as_opened.step(action.step).owner
        by_owner[owner if action.municipality else action.owner].append(action)
    rows = [_row(who_in_words(o, names), those, affairs.on) for o, those in by_owner.items()]
    yield from sorted(rows, key=lambda row: (-row.late, -row.owed, row.who))


def _row(who: str, owed: list[Action], on: date) -> WaitingRow:
    dated = [(action.due_on, action.title) for action in owed if action.due_on]
    ahead = min((each for each in dated if each[0] >= on), default=None)
    return WaitingRow(
        who=capital(one_line(who)),
        owed=len(owed),
        late=sum(action.is_late(on) and not action.is_outside_plan for action in owed),
        next=one_line(f"{day_in_words(ahead[0])}: {ahead[1]}") if ahead else "",
    )
