# SPDX-License-Identifier: EUPL-1.2
"""The adviser hands in the count of a poll on his page, sees it, and records it."""

from httpx import Response

from gehoord.domain.acts.report import ThemesChosen
from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.test_party import read
from tests.domain.dossier.polled import CSV
from tests.story import THEMES

FIELDS = ("sleutel", "wacht", "naam", "gezien", "stand", "respondenten")


def handed_in(adviser: Balie, path: str, content: str, respondents: str = "91") -> Response:
    data = {
        "sleutel": hidden(adviser.get(path), "sleutel"),
        "stand": "definitief",
        "respondenten": respondents,
    }
    return adviser.post(path, data=data, files={"bestand": ("uitslag.csv", content.encode())})


def test_a_count_is_seen_first_and_then_recorded_once(balie: Open) -> None:
    adviser = balie("opened", THEMES)
    path = f"{adviser.page('adviseur')}/peiling"
    before = adviser.story.everything()
    seen = handed_in(adviser, path, CSV)
    assert seen.status_code == 200
    assert "Er is nog niets vastgelegd." in read(seen.text)
    assert "<td>20 (gedeeld 4)</td>" in seen.text
    assert adviser.story.everything() == before
    data = {field: hidden(seen, field) for field in FIELDS}
    done = adviser.post(f"{path}/vastleggen", data=data)
    assert "Vastgelegd: definitief, 91 respondenten, 11 opties." in read(done.text)
    again = adviser.post(f"{path}/vastleggen", data=data)
    assert read(again.text) == read(done.text)


def test_a_column_that_is_ticked_is_not_kept(balie: Open) -> None:
    adviser = balie("opened", THEMES)
    path = f"{adviser.page('adviseur')}/peiling"
    seen = handed_in(adviser, path, CSV)
    assert 'name="weglaten-0"' in seen.text
    assert 'name="weglaten-1"' not in seen.text, "everybody stays"
    data = {field: hidden(seen, field) for field in FIELDS} | {"weglaten-0": "ja"}
    assert adviser.post(f"{path}/vastleggen", data=data).status_code == 200
    [poll] = adviser.story.state.polls
    assert [group.name for group in poll.groups] == ["Overall"]


def test_what_is_wrong_is_told_to_the_cell_and_nothing_is_recorded(balie: Open) -> None:
    adviser = balie("opened", THEMES)
    path = f"{adviser.page('adviseur')}/peiling"
    before = adviser.story.everything()
    seen = handed_in(adviser, path, CSV.replace("Fraude;21;77", "Fraude;veel;77"))
    assert seen.status_code == 422
    assert "Rij 3, kolom 'BM en OvJ': 'veel' is geen heel getal" in read(seen.text)
    assert adviser.story.everything() == before


def test_a_count_is_seen_again_when_it_comes_to_something_else_by_now(balie: Open) -> None:
    adviser = balie("opened", THEMES)
    path = f"{adviser.page('adviseur')}/peiling"
    seen = handed_in(adviser, path, CSV)
    data = {field: hidden(seen, field) for field in FIELDS}
    adviser.story.does(ThemesChosen(on=THEMES, themes=("Drugs",), rests_on=("Drugs: geweld",)))
    before = adviser.story.everything()
    again = adviser.post(f"{path}/vastleggen", data=data)
    assert "Er is intussen iets anders vastgelegd." in read(again.text)
    assert adviser.story.everything() == before
    data = {field: hidden(again, field) for field in FIELDS}
    done = adviser.post(f"{path}/vastleggen", data=data)
    assert "Vastgelegd: definitief, 91 respondenten" in read(done.text)


def test_a_number_of_respondents_that_cannot_be_read_is_told(balie: Open) -> None:
    adviser = balie("opened", THEMES)
    path = f"{adviser.page('adviseur')}/peiling"
    seen = handed_in(adviser, path, CSV, "1.000")
    assert seen.status_code == 422
    assert "Bij respondenten staat '1.000'. Schrijf een heel getal" in read(seen.text)


def test_nobody_but_the_adviser_has_the_page(balie: Open) -> None:
    found = balie("opened", THEMES)
    assert found.get(f"{found.page('GM0448')}/peiling").status_code == 404
