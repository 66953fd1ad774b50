"""The adviser hands in the count of a poll on his page, sees it, and records it."""

from httpx import Response

from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.test_party import read
from tests.domain.dossier.polled import CSV
from tests.story import THEMES


def handed_in(adviser: Balie, path: str, content: str) -> Response:
    data = {
        "sleutel": hidden(adviser.get(path), "sleutel"),
        "stand": "definitief",
        "respondenten": "91",
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
    fields = ("sleutel", "bestand", "naam", "stand", "respondenten")
    data = {field: hidden(seen, field) for field in fields}
    done = adviser.post(f"{path}/vastleggen", data=data)
    assert "Vastgelegd: definitief, 91 respondenten, 11 opties." in read(done.text)
    assert adviser.post(f"{path}/vastleggen", data=data).status_code == 409


def test_a_column_that_is_ticked_is_not_kept(balie: Open) -> None:
    adviser = balie("opened", THEMES)
    path = f"{adviser.page('adviseur')}/peiling"
    seen = handed_in(adviser, path, CSV)
    assert 'name="weglaten-0"' in seen.text
    assert 'name="weglaten-1"' not in seen.text, "everybody stays"
    fields = ("sleutel", "bestand", "naam", "stand", "respondenten")
    data = {field: hidden(seen, field) for field in fields} | {"weglaten-0": "ja"}
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


def test_nobody_but_the_adviser_has_the_page(balie: Open) -> None:
    found = balie("opened", THEMES)
    assert found.get(f"{found.page('GM0448')}/peiling").status_code == 404
