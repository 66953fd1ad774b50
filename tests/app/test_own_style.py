# SPDX-License-Identifier: EUPL-1.2
"""The rule by which a drop-down of Prefect's own pages opens wherever it is clicked."""

from pathlib import Path

import pytest

from gehoord.app.own_style import PAGES, RULE, add_rule, own_pages_folder


def test_the_rule_stands_once_in_the_pages_however_often_prefect_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PAGES, own_pages_folder(tmp_path)[PAGES])
    page = tmp_path / "prefect" / "pages" / "v1" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<html><head><title>Prefect</title></head><body></body></html>")
    for _ in range(2):
        add_rule()
    assert page.read_text() == (
        f"<html><head><title>Prefect</title>{RULE}</head><body></body></html>"
    )


def test_the_pages_that_prefect_ships_have_a_place_for_it() -> None:
    import prefect

    shipped = Path(prefect.__ui_static_path__)
    assert "</head>" in (shipped / "index.html").read_text()
    assert any(
        "p-select-button__control" in file.read_text(errors="ignore")
        for file in (shipped / "assets").glob("index-*.js")
    )
