# SPDX-License-Identifier: EUPL-1.2
"""Which councils were sent the ontwerp and do not have it: no mail with it arrived."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.mailed import Mailed
from gehoord.domain.dossier.message import CAN_LEAVE, STUCK, Message
from gehoord.domain.dossier.rehearings import was_heard_on
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, recipient_of
from gehoord.domain.proposal.step import Letter

MISSED: Final = "de mail kwam niet aan"
"""How it is told of a council."""


def missed_ontwerp(state: State, mails: Iterable[Mailed | Message]) -> frozenset[str]:
    """Return the municipalities of which the council was sent the ontwerp that it does not have.

    It has it by its griffie or by its burgemeester; of one that answered nobody need ask, also when
    it is heard again. Where no mail is known it was sent in another way.

    Args:
        state: the dossier.
        mails: what became of its messages; others than those with an ontwerp are passed over.

    Law: Politiewet 2012, art. 38b lid 2 (the burgemeester hears; no way of sending is prescribed).
    """
    content = {version.number: version.content_id for version in state.versions}
    sent: defaultdict[tuple[str, str | None], list[bool]] = defaultdict(list)
    for mail in mails:
        if mail.letter is Letter.ONTWERP:
            sent[mail.recipient, content.get(mail.version or 0)].append(_fails(mail))
    missed = set()
    for hearing in state.hearings.where(state=HearingState.INVITED):
        code = hearing.municipality
        ways = (code, recipient_of(BURGEMEESTERS, code))
        fails = [each for way in ways for each in sent[way, hearing.version]]
        if fails and all(fails) and not was_heard_on(state, hearing):
            missed.add(code)
    return frozenset(missed)


def _fails(mail: Mailed | Message) -> bool:
    """Whether it was tried in vain; one that waits for an address was not tried."""
    if mail.reached:
        return False
    is_failing = mail.state in CAN_LEAVE and mail.failing_since is not None
    return mail.state in STUCK or is_failing
