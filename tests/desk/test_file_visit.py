"""On every page that takes in a file one rule holds: look first, and only what was seen counts."""

import pytest
from httpx import Response

from gehoord.desk import polling, sheet, strength
from gehoord.domain.errors import RefusedError
from tests.desk import test_polling, test_strength
from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.test_party import read
from tests.desk.test_sheet import AtTheSheet, answers, filled
from tests.domain.dossier.polled import CSV
from tests.story import HEARD
from tests.tables_of_strength import FILE

HIDDEN = ("sleutel", "wacht", "naam", "gezien")


def sheet_handed_in(found: Balie) -> Response:
    adviser = AtTheSheet(found)
    return adviser.hands_in(filled(adviser.takes(), answers("Haarlem")))


def poll_handed_in(found: Balie) -> Response:
    return test_polling.handed_in(found, f"{found.page('adviseur')}/peiling", CSV)


def strength_handed_in(found: Balie) -> Response:
    return test_strength.hands_in(found, FILE.read_bytes())


PAGES = {
    "werkblad": (sheet, "record_workbook", sheet_handed_in, ()),
    "peiling": (polling, "record", poll_handed_in, ("stand", "respondenten")),
    "sterkte": (strength, "record", strength_handed_in, tuple(test_strength.SAID)),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_another_hand_recorded_at_that_moment_is_told_in_a_sentence(
    name: str, balie: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, records, hand_in, more = PAGES[name]
    adviser = balie("asked", HEARD)
    seen = hand_in(adviser)

    def too_late(*_: object) -> None:
        raise RefusedError("Dat is al vastgelegd.")

    monkeypatch.setattr(module, records, too_late)
    done = agrees(adviser, name, seen, more)
    assert (done.status_code, "Dat is al vastgelegd." in read(done.text)) == (422, True)
    monkeypatch.undo()
    again = agrees(adviser, name, seen, more)
    assert "Mails, agenda's en het bord volgen vanzelf." in read(again.text), "it waits still"


def agrees(found: Balie, name: str, seen: Response, more: tuple[str, ...]) -> Response:
    data = {field: hidden(seen, field) for field in (*HIDDEN, *more)}
    return found.post(f"{found.page('adviseur')}/{name}/vastleggen", data=data)


def test_what_was_filled_in_stays_when_the_file_is_wrong(balie: Open) -> None:
    adviser = balie("asked", HEARD)
    path = f"{adviser.page('adviseur')}/peiling"
    wrong = test_polling.handed_in(adviser, path, CSV.replace("77", "veel"))
    assert hidden(wrong, "respondenten") == "91"
    assert '<option value="definitief" selected>' in wrong.text
