# SPDX-License-Identifier: EUPL-1.2
"""Who has the ontwerp: by the griffie or by the burgemeester, and by no mail that did not arrive.

Law: Politiewet 2012, art. 38b lid 2.
"""

from datetime import UTC, datetime

import pytest

from gehoord.domain.dossier.mailed import Mailed
from gehoord.domain.dossier.message import MessageKind, MessageState
from gehoord.domain.dossier.missed_ontwerp import missed_ontwerp
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, recipient_of
from gehoord.domain.outgoing.council_standing import CouncilStanding, standing_councils
from gehoord.domain.proposal.step import Letter
from gehoord.templates.standing.councils import lines_of
from tests.domain.acts.story_in_memory import At
from tests.domain.conftest import at as at
from tests.story import ASKED
from tests.templates.standing.written_page import mailed

HOORN = "GM0405"
LETTER = {"kind": MessageKind.LETTER, "letter": Letter.ONTWERP, "version": 1}
SINCE = datetime(2027, 6, 17, 12, tzinfo=UTC)
DEAD = {"state": MessageState.UNREACHABLE}
LEFT = {"state": MessageState.SENT}


def mail(recipient: str, **changes: object) -> Mailed:
    return mailed(recipient, ASKED, **{**LETTER, **changes})


def missed(state: State, *mails: Mailed) -> frozenset[str]:
    return missed_ontwerp(state, mails)


@pytest.mark.parametrize(
    "how",
    [
        DEAD,
        {"state": MessageState.REFUSED},
        {"state": MessageState.WAITING, "failing_since": SINCE},
    ],
)
def test_a_council_of_which_no_mail_arrived_was_not_asked(at: At, how: dict[str, object]) -> None:
    state = at("asked")
    assert missed(state, mail(HOORN, **how)) == {HOORN}
    by_burgemeester = mail(recipient_of(BURGEMEESTERS, HOORN), **LEFT)
    assert missed(state, mail(HOORN, **how), by_burgemeester) == frozenset()


@pytest.mark.parametrize(
    "how",
    [
        LEFT,
        {"state": MessageState.WAITING},
        {"state": MessageState.WAITING, "address": ""},
        {**DEAD, "reached": ("raad@hoorn.example",)},
        {**DEAD, "version": 7},
        {**DEAD, "letter": Letter.THEMES},
    ],
)
def test_what_left_is_on_its_way_or_is_of_something_else_is_not_missed(
    at: At, how: dict[str, object]
) -> None:
    assert missed(at("asked"), mail(HOORN, **how)) == frozenset()


def test_a_council_that_answered_has_it_whatever_became_of_the_mail(at: At) -> None:
    assert missed(at("heard"), mail(HOORN, **DEAD)) == frozenset()


def test_tables_and_maps_do_not_say_that_such_a_council_was_asked(at: At) -> None:
    state = at("asked")
    standing = {
        c.hearing.municipality: c.standing
        for c in standing_councils(state, ASKED, frozenset({HOORN}))
    }
    assert standing[HOORN] is CouncilStanding.NOT_ASKED
    assert standing["GM0392"] is CouncilStanding.ASKED
    asked = {line["Gemeente"]: line["Gevraagd"] for line in lines_of(state, frozenset({HOORN}))}
    assert asked["Hoorn"] == "17 juni 2027; de mail kwam niet aan"
    assert asked["Haarlem"] == "17 juni 2027"
