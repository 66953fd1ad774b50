# SPDX-License-Identifier: EUPL-1.2
"""What became of a message after an attempt, told once and for all."""

from datetime import UTC, date, datetime, timedelta

from gehoord.domain.dossier.attempt import Answers, after
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.message import Message, MessageKind, MessageState, Missed

FIRST = datetime(2027, 9, 27, 5, tzinfo=UTC)
LATER = FIRST + timedelta(minutes=15)
MESSAGE = Message(
    id="1",
    dossier="klein",
    kind=MessageKind.REMINDER,
    recipient="GM0448",
    address="een@texel.example, twee@texel.example",
    subject="herinnering",
    body="",
    created_on=date(2027, 9, 27),
)


def test_it_left_when_the_first_address_got_it_and_that_does_not_change() -> None:
    half = after(
        MESSAGE,
        Answers(taken=("een@texel.example",), later={"twee@texel.example": "vol"}),
        FIRST,
    )
    whole = after(half, Answers(taken=("twee@texel.example",)), LATER)
    assert (half.state, half.sent_at) == (MessageState.WAITING, FIRST)
    assert (whole.state, whole.sent_at) == (MessageState.SENT, FIRST)


def test_where_it_did_not_arrive_is_known_with_since_when() -> None:
    lost = after(MESSAGE, Answers(never={MESSAGE.address: "onbekend"}), FIRST)
    missed = Missed(address=MESSAGE.address, since=FIRST)
    assert Fate.of(lost).misses == (missed,)
    moved = lost.model_copy(update={"state": MessageState.WAITING, "missed": (missed,)})
    assert Fate.of(moved).misses == (missed,)
