# SPDX-License-Identifier: EUPL-1.2
"""A council that comes back, since its merger was a mistake: it has what left, and no more.

Law: Politiewet 2012, art. 38b lid 2 (every council is heard on the ontwerp).
"""

from datetime import timedelta
from pathlib import Path
from typing import Final

from gehoord.domain.acts.report import Corrected, Merged, RespiteGiven, TakenBack, TimeReserved
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.proposal.step import Letter
from gehoord.flows.hearing import hear
from gehoord.flows.record import foreseen, record
from gehoord.store.register import Register
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from tests.domain.acts.recorded import SENT, ontwerp, state
from tests.story import HEARD, ONE_DAY, RESPOND_BY

DAY: Final = SENT + timedelta(days=14)
TEXEL: Final = "GM0448"
MERGED: Final = Merged(on=DAY, ceased=("Texel",), code="GM9999", name="Nieuwstad")
BACK: Final = Corrected(on=DAY, report=TakenBack.MERGER, owner="Nieuwstad", reason="Dat was Hoorn.")
WHY: Final = "De raad vergadert een dag later."
SEND: Final = f"ontwerp-aan-gm0448-{DAY}"


def asked(register: Register) -> None:
    ontwerp(register, SENT)
    hear(register, "klein", SENT)


def letters(register: Register) -> list[tuple[int | None, MessageState]]:
    """The ontwerp as it goes to the griffie of Texel: which time, and how far it is."""
    with register.reading() as reader:
        found = reader.all(Message, "klein", recipient=TEXEL, letter=Letter.ONTWERP)
    return sorted((m.round, m.state) for m in found)


def test_whose_ontwerp_never_left_was_not_asked_and_gets_it_when_it_comes_back(
    opened: Register,
) -> None:
    asked(opened)
    named = {"municipality": "Texel", "stands": "op de agenda"}
    record(opened, "klein", TimeReserved(on=SENT, day=HEARD, **named), SENT)
    weighs = TimeReserved(on=SENT, day=HEARD - ONE_DAY, kind="oordeelsvormend", **named)
    record(opened, "klein", weighs, SENT)
    before = state(opened).hearing_of(TEXEL)
    for times in (1, 2):
        record(opened, "klein", MERGED, DAY)
        gone = state(opened).hearing_of(TEXEL)
        assert gone.is_called_off
        assert all(map(gone.is_item_off, gone.agenda))
        said = foreseen(opened, "klein", BACK, DAY)
        assert record(opened, "klein", BACK, DAY).text == said
        never_left = "De raad van Texel kreeg het ontwerp niet: die mail wachtte nog. Start de fase"
        assert (never_left in said) is (times == 1), "the second time it was not asked at all"
        assert "De vergadering van de raad van Texel op 16 september 2027 staat weer." in said
        found = state(opened)
        texel = found.hearing_of(TEXEL)
        assert texel.state is HearingState.PLANNED
        assert texel.named_meeting == before.named_meeting
        assert [i.in_words for i in texel.agenda] == [i.in_words for i in before.agenda]
        assert texel.meeting_sequence == before.meeting_sequence + 2 * times
        assert [a.owner for a in found.owed(SEND)] == ["adviseur"]
        assert [a.owner for a in found.owed("horen", TEXEL)] == [TEXEL]
    hear(opened, "klein", DAY)
    assert state(opened).hearing_of(TEXEL).state is HearingState.INVITED
    assert state(opened).owed(SEND) == []
    withdrawn, waiting = MessageState.WITHDRAWN, MessageState.WAITING
    assert letters(opened) == [(1, withdrawn), (2, waiting)]


def test_who_has_the_ontwerp_is_asked_as_before_and_is_told_what_else_never_left(
    opened: Register, tmp_path: Path
) -> None:
    asked(opened)
    deliver(opened, Settings(home=tmp_path))
    assert letters(opened) == [(1, MessageState.SENT)]
    longer = RespiteGiven(on=DAY, municipality="Texel", until=RESPOND_BY + ONE_DAY, reason=WHY)
    record(opened, "klein", longer, DAY)
    record(opened, "klein", MERGED, DAY)
    said = record(opened, "klein", BACK, DAY).text
    assert "het ontwerp niet" not in said
    assert "Mail die nog wachtte, is niet verzonden: '" in said
    assert said.endswith("' (Texel). Stuur die zo nodig zelf.")
    found = state(opened)
    assert found.hearing_of(TEXEL).state is HearingState.INVITED
    assert found.owed(SEND) == []
