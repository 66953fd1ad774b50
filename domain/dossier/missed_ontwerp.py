# SPDX-License-Identifier: EUPL-1.2
"""Which councils were sent the ontwerp and do not have it: no mail with it arrived."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from gehoord.domain.dossier.hearing import Hearing, HearingState
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
    asked = state.hearings.where(state=HearingState.INVITED)
    waiting = [hearing for hearing in asked if not was_heard_on(state, hearing)]
    return frozenset(h.municipality for h in waiting if _is_missed(h, sent))


def _is_missed(hearing: Hearing, sent: Mapping[tuple[str, str | None], list[bool]]) -> bool:
    """Whether all that was sent of its ontwerp failed, to the griffie and to the burgemeester."""
    code = hearing.municipality
    ways = (code, recipient_of(BURGEMEESTERS, code))
    fails = [each for way in ways for each in sent.get((way, hearing.version), ())]
    return bool(fails) and all(fails)


def _fails(mail: Mailed | Message) -> bool:
    """Whether it was tried in vain; one that waits for an address was not tried."""
    if mail.reached:
        return False
    is_failing = mail.state in CAN_LEAVE and mail.failing_since is not None
    return mail.state in STUCK or is_failing
