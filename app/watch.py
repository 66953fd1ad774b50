# SPDX-License-Identifier: EUPL-1.2
"""`gehoord watch`: what is due today is done."""

from datetime import date

from gehoord.app.afterwards import leave_unsettled, not_ahead, settle
from gehoord.app.arguments import Day
from gehoord.app.printing import say
from gehoord.app.register import register
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.progress import Outcome
from gehoord.flows import clock
from gehoord.store.register import Register


def watch(on: Day = None) -> None:
    """Kijk wat vandaag moet gebeuren: herinneren, melden wat te laat is, het bord bijwerken."""
    from gehoord.flows.watch import look_at_each, watched
    from gehoord.tasks.last_look import note_look
    from gehoord.tasks.settings import settings

    where, day = register(), not_ahead(on)
    names = watched(where)
    if not names:
        say("Er is geen dossier om naar te kijken.")
    outcomes = look_at_each(where, names, day)
    settled = _settled(where, outcomes, day)
    failed = [outcome.text for outcome in outcomes.values() if outcome.refused]
    if not names or len(failed) < len(names):  # at what was refused nobody looked
        note_look(settings().home, clock.now())
    if failed:
        raise GehoordError(" ".join(failed))
    if not settled:
        leave_unsettled()


def _settled(where: Register, outcomes: dict[str, Outcome], day: date) -> bool:
    """Tell what was found, and let all that follows from it follow; one round for all mail."""
    looked = {name: outcome for name, outcome in outcomes.items() if not outcome.refused}
    for outcome in looked.values():
        say(f"{outcome.name}. {outcome.text}")
    return not looked or settle(where, list(looked), day)
