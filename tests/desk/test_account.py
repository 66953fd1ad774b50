# SPDX-License-Identifier: EUPL-1.2
"""The adviser takes the account and the nota from his page; nobody else has them."""

from datetime import date

import pytest

from gehoord.domain.acts.report import PointNoted, ResponseReceived
from tests.desk.conftest import Balie, Open
from tests.story import HEARD


@pytest.fixture
def answered(balie: Open) -> Balie:
    found = balie("asked", HEARD)
    found.story.does(ResponseReceived(on=HEARD, sender="OM", text="Kan het concreter?"))
    found.story.does(
        PointNoted(on=HEARD, sender="OM", subject="Cyber", text="Concreter?", main_line="Concreter")
    )
    return found


def test_the_adviser_reads_the_main_lines_and_takes_the_files(answered: Balie) -> None:
    page = answered.page("adviseur")
    assert f"{page}/verantwoording" in answered.get(page).text
    shown = answered.get(f"{page}/verantwoording")
    assert (shown.status_code, "Concreter" in shown.text) == (200, True)
    for ending in ("pdf", "docx", "odt", "html", "xlsx", "ods"):
        file = answered.get(f"{page}/verantwoording.{ending}")
        assert file.status_code == 200
        assert file.headers["content-disposition"].endswith(f"verantwoording-klein.{ending}")


def test_the_adviser_takes_the_nota_from_the_same_page(answered: Balie) -> None:
    page = answered.page("adviseur")
    assert "Gehoord: 0 van de 3. Zienswijzen: 0." in answered.get(f"{page}/verantwoording").text
    for ending in ("pdf", "docx", "odt", "html"):
        file = answered.get(f"{page}/nota.{ending}")
        assert file.headers["content-disposition"].endswith(f"nota-klein.{ending}")
    assert answered.get(f"{page}/nota.xlsx").status_code == 404


def test_the_adviser_takes_the_papers_of_the_adoption_from_there(answered: Balie) -> None:
    page = answered.page("adviseur")
    for name in ("vergaderstuk", "besluit"):
        assert f"{page}/{name}.docx" in answered.get(f"{page}/verantwoording").text
        file = answered.get(f"{page}/{name}.html")
        assert file.headers["content-disposition"].endswith(f"{name}-klein.html")
        assert answered.get(f"{answered.page('GM0448')}/{name}.html").status_code == 404


def test_what_was_decided_after_the_adoption_stands_beside_it(balie: Open) -> None:
    found = balie("adopted", date(2029, 5, 11))
    page = found.page("adviseur")
    assert "het jaarverslag over 2028, concept" in found.get(f"{page}/verantwoording").text
    file = found.get(f"{page}/besluit-jaarverslag-2028.html")
    assert file.headers["content-disposition"].endswith("besluit-jaarverslag-2028-klein.html")
    for absent in ("jaarverslag-2029", "onderdeel", "wijziging-1", "anders"):
        assert found.get(f"{page}/besluit-{absent}.html").status_code == 404
    assert found.get(f"{found.page('GM0448')}/besluit-jaarverslag-2028.html").status_code == 404


def test_nobody_else_has_the_account(answered: Balie) -> None:
    page = answered.page("GM0448")
    for place in ("verantwoording", "verantwoording.html", "nota.html"):
        assert answered.get(f"{page}/{place}").status_code == 404
    assert answered.get(f"{answered.page('adviseur')}/verantwoording.exe").status_code == 404
