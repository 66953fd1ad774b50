"""The adopted plan changed by instruction of the minister, or by decision on appeal.

Law: Politiewet 2012, art. 39 lid 6 and art. 40.
"""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.report import Adopted, PlanChanged
from gehoord.domain.dossier.message import Message
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Letter, Part
from gehoord.flows.hearing import hear
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import NAMES, SENT, ontwerp, record_heard, state


@pytest.mark.parametrize(
    ("basis", "ground", "changed", "words"),
    [
        ("39-1", "aanwijzing", True, "een aanwijzing van de minister (Politiewet 2012, art. 39"),
        ("39-2", "beroep", True, "een beslissing van de minister op beroep"),
        ("39-1", "beroep", False, "tegen een vaststelling op grond van lid 2"),
    ],
)
def test_a_change_by_the_minister_is_a_new_version_of_which_everybody_is_told(
    opened: Register, basis: Any, ground: Any, changed: bool, words: str
) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    record_heard(opened, date(2027, 7, 1), *NAMES)
    day = date(2027, 11, 4)
    who = "alle" if basis == "39-1" else ()
    report = Adopted(on=day, basis=basis, hoofdofficier=True, burgemeesters=who)
    record(opened, "klein", report, day)
    change = PlanChanged(on=day, basis=ground, note="Hoofdstuk 3 telt twee wijkagenten meer.")
    if not changed:
        with pytest.raises(RefusedError, match=words):
            record(opened, "klein", change, day)
        return
    record(opened, "klein", change, day)
    known = state(opened)
    assert [v.number for v in known.versions] == [1, 2]
    assert known.final is not None
    assert known.final.contains == tuple(Part)
    with opened.reading() as reader:
        told = [m for m in reader.all(Message, "klein") if m.letter is Letter.NOTE]
    assert sorted(m.recipient for m in told) == ["GM0392", "GM0405", "GM0448", "korpschef"]
    for message in told:
        assert words in message.body
        assert "twee wijkagenten meer" in message.body
        assert "Planning" not in message.body
        assert "een brief over een wijziging van het" in message.body
        assert "deze stap" not in message.body + str(message.attachments)
