"""`gehoord watch`: what is due today is done."""

from gehoord.app.afterwards import leave_unsettled, not_ahead, settle
from gehoord.app.arguments import Day
from gehoord.app.printing import say
from gehoord.app.register import register
from gehoord.domain.errors import GehoordError


def watch(on: Day = None) -> None:
    """Kijk wat vandaag moet gebeuren: herinneren, melden wat te laat is, het bord bijwerken."""
    from gehoord.flows.running import attempt
    from gehoord.flows.watch import look, watched

    where, day = register(), not_ahead(on)
    names = watched(where)
    if not names:
        say("Er is geen dossier om naar te kijken.")
    outcomes = [attempt(look, where, name, day) for name in names]
    settled = True
    for name, outcome in zip(names, outcomes, strict=True):
        if not outcome.refused:
            say(f"{outcome.name}. {outcome.text}")
            settled &= settle(where, name, day)
    if failed := [outcome.text for outcome in outcomes if outcome.refused]:
        raise GehoordError(" ".join(failed))
    if not settled:
        leave_unsettled()
