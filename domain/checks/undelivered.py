# SPDX-License-Identifier: EUPL-1.2
"""Does every message arrive at the address that it was sent to?"""

from collections.abc import Iterator

from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.message import STUCK
from gehoord.domain.finding import Severity

CHECKS = Checks()


@CHECKS.add(
    "adres-werkt-niet",
    Severity.WARN,
    mistake=29,
    practice="een brief die niet aankomt, vraagt niemand iets",
    remedy="Leg een adres vast dat wel werkt (gehoord record adres); wat wacht, gaat daarheen. "
    "Wil de mailserver het bericht zelf niet hebben? Vraag zijn beheerder waarom, en leg daarna "
    "hetzelfde adres nog eens vast.",
)
def does_not_arrive(case: Case) -> Iterator[Observation]:
    """A message does not arrive: the mail server refuses it, or did not take it for two days."""
    names = {m.code: m.name for m in case.state.municipalities} if case.state else {}
    stuck = [message for message in case.messages if message.state in STUCK]
    if stuck:
        steps = sorted({message.step for message in stuck if message.step})
        who = sorted({names.get(message.recipient, message.recipient) for message in stuck})
        yield tuple(steps), f"Mail komt niet aan: {some(who)}."
