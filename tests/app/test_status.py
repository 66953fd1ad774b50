"""`gehoord status`: who must still be heard, and days as the plan words them."""

import json
import zipfile
from pathlib import Path

import pytest

from gehoord.app.register import register
from gehoord.store.facts import facts_of
from gehoord.tasks.artifacts import councils, how_many_heard
from tests.app.conftest import Gehoord

MERGER = ("record", "herindeling", "klein", "GM9999", "Nieuwstad")


@pytest.fixture
def merged(opened: Gehoord) -> Gehoord:
    """Of Haarlem, Hoorn and Texel the last two have become Nieuwstad."""
    assert opened(*MERGER, "--opgeheven", "Hoorn", "--opgeheven", "Texel").code == 0
    return opened


def test_a_council_that_ceased_is_not_counted(merged: Gehoord, folder: Path) -> None:
    assert "Gehoord: 0 van 2 raden." in merged("status", "klein").out
    told = json.loads(merged("status", "klein", "--json").out)
    assert (told["heard"], told["councils"]) == (0, 2)
    with register().reading() as reader:
        facts = facts_of(reader, "klein")
    assert how_many_heard(facts) == (0, "0 van 2 raden")
    states = {row["Gemeente"]: row["Stand"] for row in councils(facts)}
    assert states == {
        "Haarlem": "gepland",
        "Hoorn": "vervallen door herindeling",
        "Nieuwstad": "gepland",
        "Texel": "vervallen door herindeling",
    }
    assert merged("export", "klein", "-o", "klein.zip").code == 0
    with zipfile.ZipFile(folder / "klein.zip") as packed:
        overview = packed.read("overzicht.html").decode()
        assert "0 van 2 gehoord" in overview
        assert overview.count("vervallen door herindeling") == 2
