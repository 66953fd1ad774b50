# SPDX-License-Identifier: EUPL-1.2
"""A command of `gehoord record` is made of the description of its kind of report."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
import typer
from pydantic import Field

from gehoord.app import record
from gehoord.app.record import command_of
from gehoord.domain.acts.any_report import File, MunicipalityName, ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.dossier.document import Document
from tests.app.conftest import Gehoord
from tests.sentence import assert_sentence


class Postponed(ReportOfAnyKind):
    """A kind that only this test knows."""

    summary = "Een raad vraagt uitstel."
    what: Literal["uitstel"] = Field("uitstel", alias="wat")
    municipality: MunicipalityName
    until: date = Field(alias="tot", title="Tot wanneer?", description="De dag die de raad vraagt.")
    days: Annotated[tuple[str, ...], Asked(options=("--dag",))] = Field((), alias="dagen")
    document: File = Field(None, description="De brief.")


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the command would have recorded."""
    kept: list[dict[str, Any]] = []
    monkeypatch.setattr(record, "keep", lambda dossier, content: kept.append(content))
    return kept


def run(*line: str | Path) -> None:
    app = typer.Typer(rich_markup_mode=None)
    app.command()(command_of("uitstel", Postponed))
    app(args=[str(word) for word in line], standalone_mode=False)


def test_a_new_kind_of_report_has_its_command(kept: list[dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(b"%PDF")
    letter = Document(name="brief.pdf", media_type="application/pdf", content=b"%PDF")
    run("klein", "Texel", "--tot", "2027-11-04", "--dag", "a", "--dag", "b")
    run("klein", "Texel", "--tot", "2027-11-04", "--on", "2027-01-04", "--bestand",
        tmp_path / "brief.pdf")  # fmt: skip
    common = {"wat": "uitstel", "gemeente": "Texel", "tot": date(2027, 11, 4), "door": "adviseur"}
    assert kept == [
        {**common, "dagen": ["a", "b"], "toelichting": ""},
        {**common, "op": date(2027, 1, 4), "bestand": letter, "toelichting": ""},
    ]


def test_only_the_day_of_the_report_itself_is_today_when_it_is_left_out(
    kept: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.TyperException):
        run("klein", "Texel")
    assert kept == []
    run("--help")
    told = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "--tot DAG De dag die de raad vraagt. [required]" in told
    assert any("anders vandaag." in line for line in told)


def test_a_version_gets_the_file_later_that_it_was_recorded_without(
    opened: Gehoord, tmp_path: Path
) -> None:
    piece = tmp_path / "ontwerp.pdf"
    filed = ("record", "stuk", "klein", "1", "--bestand", str(piece))
    missing = opened(*filed)
    assert (missing.code, missing.err.count("\n")) == (2, 1)
    assert_sentence(missing.err, "ontwerp.pdf' is er niet.")
    piece.write_bytes(b"%PDF-1.7")
    assert_sentence(opened(*filed).err, "Versie 1 is er niet. Leg haar eerst vast.")
    assert opened("record", "versie", "klein", "ontwerp").code == 0
    done = opened(*filed)
    assert (done.code, "Het stuk van versie 1 (ontwerp opleveren) is bewaard." in done.out) == (
        0,
        True,
    )
    assert opened("verify").code == 0
    again = opened(*filed)
    assert again.code == 2
    assert_sentence(again.err, "Versie 1 heeft al een stuk.")
