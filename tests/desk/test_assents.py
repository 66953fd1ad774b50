# SPDX-License-Identifier: EUPL-1.2
"""The adviser fills in a table who agrees with the plan: what the lines come to, and once."""

from collections.abc import Mapping

import pytest
from httpx import Response

from gehoord.domain.dossier.assents import assents_of
from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.test_party import read
from tests.domain.acts.test_assenting import WITH_DAY, said
from tests.story import ADOPTED, adopted
from tests.story_in_register import ToldInRegister

TEXEL = {
    "GM0448.aanwezig": "aanwezig",
    "GM0448.antwoord": "stemt in onder voorwaarde",
    "GM0448.voorwaarde": "de wijkagent blijft",
    "GM0448.wegnemen": "korpschef",
    "GM0448.tot": "2027-12-01",
}


class AtTheTable:
    """The adviser at that table on the day of the meeting."""

    def __init__(self, found: Balie) -> None:
        self.found = found
        self.path = f"{found.page('adviseur')}/instemming"
        self.page = found.get(self.path)

    def looks_at(self, **filled: str) -> Response:
        data = {"sleutel": hidden(self.page, "sleutel"), "op": ADOPTED.isoformat(), **filled}
        return self.found.post(self.path, data=data)

    def agrees(self, seen: Response, filled: Mapping[str, str]) -> Response:
        key, mark = hidden(seen, "sleutel"), hidden(seen, "gezien")
        data = {"sleutel": key, "gezien": mark, "op": ADOPTED.isoformat(), **filled}
        return self.found.post(f"{self.path}/vastleggen", data=data)


@pytest.fixture
def final(balie: Open) -> AtTheTable:
    return AtTheTable(balie("final", ADOPTED))


def test_it_comes_to_what_the_lines_come_to(final: AtTheTable, told: ToldInRegister) -> None:
    assert all(f"Burgemeester van {name}" in read(final.page.text) for name in ("Hoorn", "Texel"))
    filled = {**TEXEL, "overigen": "ja"}
    seen = final.looks_at(**filled)
    assert "Er is nog niets vastgelegd." in read(seen.text)
    assert list(final.found.story.state.assents) == []
    kept = final.agrees(seen, filled)
    assert (kept.status_code, "4 van de 4 stemmen in" in read(kept.text)) == (200, True)
    assert read(final.agrees(seen, filled).text) == read(kept.text), "a second click"
    other = {**filled, "GM0448.voorwaarde": "iets anders"}
    assert final.agrees(seen, other).status_code == 409
    assert final.found.followed == ["klein", "klein"]
    assert "nu: aanwezig, stemt in onder voorwaarde" in read(final.found.get(final.path).text)
    state = final.found.story.state
    mine = list(state.assents), list(state.conditions)
    by_lines = told("final")  # the same register, from its beginning
    assert list(by_lines.state.assents) == []
    by_lines.does(said(WITH_DAY, others=True))
    assert (list(by_lines.state.assents), list(by_lines.state.conditions)) == mine


def test_what_another_hand_recorded_meanwhile_is_shown_first(final: AtTheTable) -> None:
    filled = {"GM0392.aanwezig": "aanwezig", "GM0392.antwoord": "stemt in"}
    seen = final.looks_at(**filled)
    final.found.story.does(said("Texel; aanwezig; stemt niet in"))
    told = final.agrees(seen, filled)
    assert "Er is intussen iets anders vastgelegd." in read(told.text)
    assert "Vastgelegd" in final.agrees(told, filled).text
    each = assents_of(final.found.story.state).each
    assert [one.answer for one in each if one.assent] == ["stemt in", "stemt niet in"]


REFUSED: tuple[tuple[dict[str, str], str], ...] = (
    ({}, "Noem ten minste een burgemeester"),
    ({"GM0392.antwoord": "stemt in"}, "Haarlem: er staat geen aanwezigheid"),
    ({"GM0392.aanwezig": "aanwezig"}, "Haarlem: er staat geen antwoord"),
    ({**TEXEL, "GM0448.wegnemen": ""}, "wie haar kan wegnemen"),
    ({**TEXEL, "op": "2027-12-24"}, "24 december 2027"),
    ({**TEXEL, "GM0448.voorwaarde": "ja; tenzij"}, "Texel: een puntkomma (;) kan hier niet"),
    ({**TEXEL, "op": "morgen"}, "'op' moet een dag zijn"),
)


def test_what_is_not_whole_is_refused_and_stays_filled_in(final: AtTheTable) -> None:
    before = final.found.story.everything()
    for filled, why in REFUSED:
        answer = final.looks_at(**filled)
        assert (answer.status_code, why in read(answer.text)) == (422, True), why
        assert f'value="{filled.get("GM0448.tot", "")}"' in answer.text
    assert final.found.story.everything() == before
    form = {"content-type": "application/x-www-form-urlencoded"}
    large = final.found.post(final.path, content=b"x" * 5_000_000, headers=form)
    assert (large.status_code, "Maak uw tekst korter." in large.text) == (413, True)


def test_once_the_plan_is_adopted_the_page_says_so(final: AtTheTable) -> None:
    assert "/instemming" in final.found.get(final.found.page("adviseur")).text
    final.found.story.does(said(others=True))
    final.found.story.does(adopted())
    assert "niet meer als het plan is vastgesteld" in read(final.found.get(final.path).text)
    assert "/instemming" not in final.found.get(final.found.page("adviseur")).text
    refused = final.looks_at(overigen="ja")
    assert (refused.status_code, "al vastgesteld" in read(refused.text)) == (422, True)


def test_it_is_for_the_adviser_alone(final: AtTheTable) -> None:
    key = {"sleutel": hidden(final.page, "sleutel"), "overigen": "ja"}
    path = f"{final.found.page('hoofdofficier')}/instemming"
    assert [final.found.get(path).status_code, final.found.post(path, data=key).status_code] == [
        404,
        404,
    ]
    assert final.found.post(final.path, data=key | {"sleutel": "x.y"}).status_code == 403
