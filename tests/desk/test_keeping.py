# SPDX-License-Identifier: EUPL-1.2
"""The adviser takes the archive and the public site from his page, as the commands make them."""

import hashlib
import io
import os
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from gehoord.desk.application import desk
from gehoord.desk.exporting import CommandRan
from gehoord.domain.acts.report import CouncilHeard
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.tasks import archive
from gehoord.tasks.archive import Archive, archive_of
from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.in_process import InProcess
from tests.desk.test_party import read
from tests.store.test_verify import tamper
from tests.story import HEARD, heard


class AtTheKeeping:
    """The adviser on that page; ``meanwhile`` is what he asked while one was being made."""

    def __init__(self, found: Balie) -> None:
        self.found = found
        self.runs = InProcess(found.place)
        self.meanwhile: list[Response] = []
        self.asks_meanwhile = ""
        self.breaks_off: CommandRan | None = None
        self.path = f"{found.page('adviseur')}/bewaren"
        place = replace(found.place, command=self._runs)
        self.client = TestClient(desk(place), follow_redirects=False)
        self.page: Response = self.client.get(self.path)

    def _runs(self, arguments: Sequence[str]) -> CommandRan:
        if self.breaks_off:
            return self.breaks_off
        if asked := self.asks_meanwhile:
            self.asks_meanwhile = ""
            self.meanwhile.append(self.asks(asked))
        return self.runs(arguments)

    def asks(self, below: str, page: Response | None = None, **said: Any) -> Response:
        data = {"sleutel": hidden(page or self.page, "sleutel"), **said}
        answer: Response = self.client.post(f"{self.path}/{below}", data=data)
        return answer


def doubtful() -> CouncilHeard:
    """Return what a council answered in which there may be a name."""
    return CouncilHeard(
        on=HEARD,
        municipality="Haarlem",
        manner=Manner.COUNCIL_MEETING,
        answer=Answer.ZIENSWIJZE,
        text="Volgens Pietersen wil Haarlem meer wijkagenten.",
    )


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Archive]:
    """The archive of a register that nobody changes; it is made once."""
    found: list[Archive] = []

    def once(*arguments: Any) -> Archive:
        found.extend([] if found else [archive_of(*arguments)])
        return found[0]

    monkeypatch.setattr(archive, "archive_of", once)
    return found


@pytest.fixture
def asked(balie: Open) -> AtTheKeeping:
    found = balie("asked", HEARD)
    found.story.does(doubtful())
    return AtTheKeeping(found)


def test_the_archive_is_what_the_command_makes_and_nothing_keeps_it(
    asked: AtTheKeeping, made: list[Archive]
) -> None:
    left = asked.found.home / ".uitvoer-oud"
    left.mkdir()
    os.utime(left, (0, 0))  # of a machine that was stopped
    answer = asked.asks("archief.zip")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''klein.zip"
    assert answer.headers["cache-control"] == "no-store"
    assert [answer.content] == [archive.content for archive in made]
    assert list(asked.found.home.glob(".uitvoer-*")) == []


@pytest.mark.usefixtures("made")
def test_of_a_damaged_register_he_is_told_before_he_takes_the_archive(asked: AtTheKeeping) -> None:
    tamper(asked.found.story.register, "UPDATE zienswijze SET text = 'Alles goed.'")
    told = asked.asks("archief.zip")
    assert "Let op: het register klopt niet met het journaal van 'klein'." in read(told.text)
    taken = asked.asks("archief.zip", told, toch="ja")
    assert "controle.txt" in " ".join(zipfile.ZipFile(io.BytesIO(taken.content)).namelist())
    refused = asked.asks("site")
    assert (refused.status_code, "gehoord verify klein" in read(refused.text)) == (422, True)


def test_a_site_is_given_once_that_very_site_and_its_doubtful_words_were_seen(
    asked: AtTheKeeping,
) -> None:
    unseen = asked.asks("site.zip")
    assert (unseen.status_code, unseen.headers["content-type"][:9]) == (409, "text/html")
    seen = asked.asks("site")
    assert "<strong>Pietersen</strong> in" in seen.text
    assert "Lees de site voordat u haar openbaar maakt." in seen.text
    taken = asked.asks("site.zip", seen, gezien=hidden(seen, "gezien"))
    assert taken.headers["content-disposition"].endswith("klein-site.zip")
    assert hashlib.sha256(taken.content).hexdigest() == hidden(seen, "gezien")
    packed = zipfile.ZipFile(io.BytesIO(taken.content)).namelist()
    assert "index.html" in packed
    assert not [name for name in packed if name.endswith(".txt")]
    asked.found.story.does(heard("Hoorn"))
    other = asked.asks("site.zip", seen, gezien=hidden(seen, "gezien"))
    assert (other.status_code, "intussen veranderd" in other.text) == (409, True)
    assert hidden(other, "gezien") != hidden(seen, "gezien")


def test_what_the_command_refuses_is_told_in_its_sentence(asked: AtTheKeeping) -> None:
    for name, said, why in (
        ("adres", "-o", "kan niet bij '--address'"),
        ("stuk", "abcdef1", "'--include abcdef1'"),
    ):
        answer = asked.asks("site", None, **{name: said})
        assert (answer.status_code, why in read(answer.text)) == (422, True)


BROKEN_OFF = (
    CommandRan(1, "", "Traceback: postgresql://gehoord:geheim@hier/gehoord"),
    CommandRan(-9, "", ""),
    CommandRan(0, "geen json", ""),
    CommandRan(0, "{}", ""),
)


def test_of_what_broke_off_he_reads_a_sentence_and_the_log_the_rest(
    asked: AtTheKeeping, caplog: pytest.LogCaptureFixture
) -> None:
    """It was killed, it failed, or it left no file; what it said may hold a password."""
    for asked.breaks_off in BROKEN_OFF:
        answer = asked.asks("archief.zip")
        said = read(answer.text)
        assert (answer.status_code, "Het maken is niet gelukt." in said) == (422, True)
        assert "geheim" not in said
    assert "geheim" in caplog.text


def test_one_is_made_at_a_time(asked: AtTheKeeping) -> None:
    asked.asks_meanwhile = "site"
    assert asked.asks("site", None, adres="-o").status_code == 422
    [busy] = asked.meanwhile
    assert (busy.status_code, busy.headers["retry-after"]) == (503, "30")
    assert asked.runs.ran == 1
    assert asked.asks("site", None, adres="-o").status_code == 422, "and then the next"


def test_nobody_else_gets_them_and_no_form_of_elsewhere(asked: AtTheKeeping) -> None:
    assert (
        asked.client.post(f"{asked.path}/archief.zip", data={"sleutel": "x.y"}).status_code == 403
    )
    assert asked.client.get(f"{asked.path}/archief.zip").status_code == 405
    key = {"sleutel": hidden(asked.page, "sleutel")}
    for who in ("Haarlem", "rbop"):
        other = f"{asked.found.page(who)}/bewaren"
        answers = [asked.client.get(other), asked.client.post(f"{other}/archief.zip", data=key)]
        assert [answer.status_code for answer in answers] == [404, 404]
    assert asked.runs.ran == 0
