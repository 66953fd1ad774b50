# SPDX-License-Identifier: EUPL-1.2
"""Every kind of report through its form in a real browser, in both UIs: `make nightly` does it.

Both are told as one story (`reported.py`): each form is open when a procedure really comes to it.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from gehoord.app.serving import Prefect
from gehoord.domain.acts.form import KINDS_WITH_FORM
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.state import State
from gehoord.flows import clock
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from gehoord.templates.links import Links
from tests.engine.cockpit import shown
from tests.engine.filled import Filled, Started
from tests.engine.pages import SIZE, Person, browser
from tests.engine.reported import story
from tests.engine.two_dossiers import NOW, OLDER, open_both

pytestmark = [
    pytest.mark.engine,
    pytest.mark.browser,
    pytest.mark.skipif(
        not os.environ.get("GEHOORD_NIGHTLY"),
        reason="a quarter of an hour, for make nightly: make test tells this whole story without a "
        "browser (test_reported.py), make engine walks through some forms in one (test_cockpit.py)",
    ),
]

KEPT = "Vastgelegd"
OTHERWISE = "Geweigerd.*|Failed|Crashed"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as running:
        yield running


@dataclass
class Adviser:
    """An adviser in one of the UIs, with two dossiers of his own.

    Attributes:
        prefix: how the names of his dossiers begin.
    """

    person: Person
    links: Links
    register: Register
    prefix: str

    def tells(self, today: date) -> None:
        """Fill in and start all of the story, and look in the register after each."""
        for told in story(today):
            self.person.begins()
            if isinstance(told, Filled):
                self._reports(told)
            else:
                self._starts(told)

    def _reports(self, told: Filled) -> None:
        name = f"{self.prefix}{told.dossier}"
        before, was = self._entries(name, told.kind), self.state(told.dossier)
        assert not told.shows(was), f"{told.kind}: the dossier shows it beforehand"
        self._opens(f"melden-{told.kind}", name)
        self.person.fills_in(told.form)
        self._sends(told.kind, KEPT)
        assert self._entries(name, told.kind) == before + 1, told.kind
        assert told.shows(self.state(told.dossier)), told.kind

    def _starts(self, told: Started) -> None:
        self._opens(told.stage.numbered, f"{self.prefix}{told.dossier}")
        self._sends(told.stage.numbered, told.ends)

    def _sends(self, task: str, ends: str) -> None:
        """Send the form in, and see its run end as it must."""
        self.person.submits()
        ended = self.person.sees(re.compile(f"^({re.escape(ends)}|{OTHERWISE})$")).inner_text()
        assert ended == ends, f"{task}:\n{self.person.reads()}"
        self.person.tells(task)

    def _opens(self, form: str, dossier: str) -> None:
        self.person.goes_to(self.links.form(form, {"dossier": dossier}) or form)
        self.person.sees("Welk dossier?")
        self.person.sees(dossier)

    def state(self, dossier: str) -> State:
        with self.register.reading() as reader:
            return state_of(reader, f"{self.prefix}{dossier}")

    def _entries(self, name: str, kind: str) -> int:
        with self.register.reading() as reader:
            return sum(entry.event == kind for entry in reader.all(JournalEntry, name))


@pytest.mark.parametrize(("ui", "prefix"), [("", "d-eerste"), ("/v2", "d-tweede")])
def test_an_adviser_records_each_kind_of_report_and_starts_each_stage_through_its_form(
    prefect: Prefect, kept: Register, chromium: Any, ui: str, prefix: str
) -> None:
    today = clock.today()
    assert {told.kind for told in story(today) if isinstance(told, Filled)} == set(KINDS_WITH_FORM)
    open_both(kept, prefix, today)
    links = shown(prefect, kept, [f"{prefix}{name}" for name in (NOW, OLDER)], today)
    adviser = Adviser(Person(chromium.new_page(viewport=SIZE), ui), links, kept, prefix)
    adviser.tells(today)
    with kept.reading() as reader:
        for name in (NOW, OLDER):
            assert verify(reader, f"{prefix}{name}").faults == ()
