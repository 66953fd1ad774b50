# SPDX-License-Identifier: EUPL-1.2
"""The adviser uploads the answers of all councils in one sheet, mends its faults, uploads again."""

import os
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from gehoord.desk.application import desk
from gehoord.desk.place import DeskPlace
from gehoord.domain.dossier.hearing import HearingState
from gehoord.flows.access import give_link
from gehoord.store.state import state_of
from tests.conftest import on_ticking_clock
from tests.desk.conftest import MAIL
from tests.desk.many_councils import HEARD, NAME, asked_in
from tests.desk.on_line import on_line
from tests.desk.test_sheet import XLSX, answers, filled
from tests.engine.pages import browser, expects
from tests.small_picture import small

PICTURES = os.environ.get("GEHOORD_PICTURES")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as running:
        yield running


def test_thirty_two_answers_in_one_sheet_with_three_faults_mended(
    empty_sqlite: Path, tmp_path: Path, chromium: Any
) -> None:
    register = on_ticking_clock(f"sqlite:///{shutil.copy(empty_sqlite, tmp_path / 'groot.db')}")
    councils = asked_in(register)
    home = tmp_path / "home"
    token = give_link(register, NAME, "adviseur", home, HEARD).token
    place = DeskPlace(
        register=register, writing=register, home=home, address="http://127.0.0.1",
        mail_from=MAIL, sender_header="", user_header="", follow=lambda _dossier: None,
        today=lambda: HEARD,
        now=lambda: datetime(HEARD.year, HEARD.month, HEARD.day, 12, tzinfo=UTC),
    )  # fmt: skip
    with on_line(desk(place)) as port:
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"http://127.0.0.1:{port}/p/{token}/werkblad")
        with page.expect_download() as taken:
            page.get_by_role("link", name="Werkblad voor Excel").click()
        content = Path(taken.value.path()).read_bytes()
        right = answers(*councils)
        first, second, third, *_ = councils
        wrong = right | {
            ("Raden", first, "Antwoord"): "zienswijs",
            ("Raden", second, "Gehoord of beoordeeld op"): date(2027, 5, 3),
            ("Raden", third, "Wijze"): "commissie",
        }

        hands_in(page, filled(content, wrong))
        expects(page).to_have_title(re.compile("^Fout: "))
        expects(page.get_by_role("alert")).to_have_text(
            re.compile(r"^\s*3 fouten in raden\.xlsx\.")
        )
        faults = page.locator("table").first.locator("tbody tr").all_inner_texts()
        assert [fault.split("\t")[3] for fault in faults] == sorted((first, second, third))
        _picture(page, "werkblad-fouten")
        assert _heard(register) == 0

        hands_in(page, filled(content, right))
        _picture(page, "werkblad-gezien")
        assert _heard(register) == 0
        page.get_by_role("button", name=f"Leg deze {len(councils)} meldingen vast").click()
        expects(page.locator("h1")).to_have_text("Vastgelegd")
        assert _heard(register) == len(councils) >= 32
    register.engine.dispose()


def hands_in(page: Any, content: bytes) -> None:
    """Choose a file and send it in."""
    file = {"name": "raden.xlsx", "mimeType": XLSX, "buffer": content}
    page.get_by_label("Het ingevulde bestand").set_input_files(file)
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    page.wait_for_load_state()


def _heard(register: Any) -> int:
    with register.reading() as reader:
        return len(state_of(reader, NAME).hearings.where(state=HearingState.HEARD))


def _picture(page: Any, name: str) -> None:
    if PICTURES:
        picture = small(page.context.browser.new_page(), page.screenshot(full_page=True))
        (Path(PICTURES) / f"{name}.png").write_bytes(picture)
