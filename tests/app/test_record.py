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
