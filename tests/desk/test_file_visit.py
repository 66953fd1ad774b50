# SPDX-License-Identifier: EUPL-1.2
"""On every page that takes in a file one rule holds: look first, and only what was seen counts."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import pytest
from httpx import Response
from starlette.testclient import TestClient

from gehoord.desk.application import desk
from gehoord.store.register import Register, Together
from tests.desk import test_polling, test_strength
from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.test_filing import VERSION, AtTheFiling
from tests.desk.test_party import read
from tests.desk.test_sheet import AtTheSheet, answers, filled
from tests.domain.dossier.polled import CSV
from tests.story import HEARD
from tests.tables_of_strength import FILE

HIDDEN = ("sleutel", "wacht", "naam", "gezien")
REACTION = {"van": "OM", "tekst": "Goed stuk."}
FOLLOWS = "Mails, agenda's en het bord volgen vanzelf."


def sheet_handed_in(found: Balie) -> Response:
    adviser = AtTheSheet(found)
    return adviser.hands_in(filled(adviser.takes(), answers("Haarlem")))


def poll_handed_in(found: Balie) -> Response:
    return test_polling.handed_in(found, f"{found.page('adviseur')}/peiling", CSV)


def strength_handed_in(found: Balie) -> Response:
    return test_strength.hands_in(found, FILE.read_bytes())


def version_handed_in(found: Balie) -> Response:
    return AtTheFiling(found, "versie").hands_in(VERSION)


def reaction_handed_in(found: Balie) -> Response:
    return AtTheFiling(found, "reactie").hands_in(REACTION)


PAGES = {
    "werkblad": (sheet_handed_in, ()),
    "peiling": (poll_handed_in, ("stand", "respondenten")),
    "sterkte": (strength_handed_in, tuple(test_strength.SAID)),
    "stukken/versie": (version_handed_in, tuple(VERSION)),
    "stukken/reactie": (reaction_handed_in, tuple(REACTION)),
}


class OvertakenRegister(Register):
    """A register of which, at the moment of writing, another hand is just ahead."""

    def __init__(self, register: Register, ahead: Callable[[], object]) -> None:
        super().__init__(register.engine, register.now)
        self._ahead = [ahead]

    @contextmanager
    def together(self, dossier: str) -> Iterator[Together]:
        while self._ahead:
            self._ahead.pop()()
        with super().together(dossier) as together:
            yield together


@pytest.mark.parametrize("name", PAGES)
def test_what_another_hand_recorded_at_that_moment_is_never_recorded_over(
    name: str, balie: Open
) -> None:
    hand_in, more = PAGES[name]
    adviser = balie("asked", HEARD)
    seen = hand_in(adviser)
    other_tab = hidden(adviser.get(f"{adviser.page('adviseur')}/{name}"), "sleutel")
    usual, recorded = adviser.client, []

    def another_hand() -> None:
        adviser.client = usual
        assert agrees(adviser, name, seen, more, sleutel=other_tab).status_code == 200
        recorded.append(adviser.story.everything())

    overtaken = OvertakenRegister(adviser.story.register, another_hand)
    adviser.client = TestClient(desk(replace(adviser.place, writing=overtaken)))
    done = read(agrees(adviser, name, seen, more).text)
    assert recorded == [adviser.story.everything()]
    assert FOLLOWS not in done
    assert "Terug naar uw pagina" in done


@pytest.mark.parametrize("name", PAGES)
def test_who_clicks_twice_records_once_and_reads_the_same(name: str, balie: Open) -> None:
    hand_in, more = PAGES[name]
    adviser = balie("asked", HEARD)
    seen = hand_in(adviser)
    with ThreadPoolExecutor(2) as clicks:
        answers = list(clicks.map(lambda _: agrees(adviser, name, seen, more), range(2)))
    recorded = adviser.story.everything()
    answers.append(agrees(adviser, name, seen, more))
    assert [answer.status_code for answer in answers] == [200] * 3
    [told] = {read(answer.text) for answer in answers}
    assert FOLLOWS in told
    assert adviser.story.everything() == recorded
    assert [v.number for v in adviser.story.state.versions][1:] == [2] * ("versie" in name)
    assert adviser.get(adviser.page("adviseur")).status_code == 200


def test_another_form_under_the_same_number_is_told_not_to_be_kept(balie: Open) -> None:
    adviser = balie("asked", HEARD)
    seen = poll_handed_in(adviser)
    agrees(adviser, "peiling", seen, ("stand", "respondenten"))
    before = adviser.story.everything()
    other = agrees(adviser, "peiling", seen, ("stand", "respondenten"), **{"weglaten-0": "ja"})
    assert (other.status_code, "Dit formulier is al ingestuurd." in other.text) == (409, True)
    assert adviser.story.everything() == before


def agrees(
    found: Balie, name: str, seen: Response, more: tuple[str, ...], **else_sent: str
) -> Response:
    data = {field: hidden(seen, field) for field in (*HIDDEN, *more)} | else_sent
    return found.post(f"{found.page('adviseur')}/{name}/vastleggen", data=data)


def test_what_was_filled_in_stays_when_the_file_is_wrong(balie: Open) -> None:
    adviser = balie("asked", HEARD)
    path = f"{adviser.page('adviseur')}/peiling"
    wrong = test_polling.handed_in(adviser, path, CSV.replace("77", "veel"))
    assert hidden(wrong, "respondenten") == "91"
    assert '<option value="definitief" selected>' in wrong.text
