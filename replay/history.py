# SPDX-License-Identifier: EUPL-1.2
"""The history of a procedure: what happened on which day, so that it can be played again."""

import itertools
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.report import Report
from gehoord.domain.eenheid.eenheid import Identifier, Name
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import Frozen, read_toml
from gehoord.domain.proposal.stage import Stage
from gehoord.procedures.library import bytes_of
from gehoord.tasks.documents import read_document
from gehoord.tasks.strength import with_its_lines


class StageStarted(Frozen):
    """The adviser started a stage."""

    what: Literal["start"] = Field("start", alias="wat")
    on: date = Field(alias="op")
    stage: Stage = Field(alias="fase")


class StepMoved(Frozen):
    """A step was given another day, with the reason."""

    what: Literal["verplaatst"] = Field("verplaatst", alias="wat")
    on: date = Field(alias="op")
    step: Identifier = Field(alias="stap")
    to: date = Field(alias="naar")
    reason: str = Field(alias="reden", min_length=3)


class Event(Frozen):
    """One event, where it comes from, and whether the procedure must refuse it."""

    event: Annotated[Report | StageStarted | StepMoved, Field(discriminator="what")] = Field(
        alias="gebeurtenis"
    )
    source: Name = Field(alias="bron")
    refused: bool = Field(False, alias="wordt_geweigerd")

    @model_validator(mode="before")
    @classmethod
    def _with_its_document(cls, told: Any, info: ValidationInfo) -> Any:
        """Read the file that an event names; its path counts from the folder of the history."""
        match told:
            case {"gebeurtenis": {"bestand": str() as path, **event}, **rest}:
                document = read_document((info.context or Path()) / path)
                report = with_its_lines({**event, "bestand": document})
                return {**rest, "gebeurtenis": report}
            case _:
                return told


class History(Frozen):
    """All events of one procedure, in the order of their days."""

    procedure: str
    start: date = Field(alias="van")
    end: date = Field(alias="tot_en_met")
    events: tuple[Event, ...] = Field(alias="verloop")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        days = [entry.event.on for entry in self.events]
        if days != sorted(days):
            late = next(b for a, b in itertools.pairwise(days) if b < a)
            raise ValueError(
                f"de gebeurtenis van {day_in_words(late)} staat na een latere; zet ze op volgorde"
            )
        if days and not self.start <= days[0] <= days[-1] <= self.end:
            raise ValueError("een gebeurtenis valt buiten 'van' en 'tot_en_met'; verruim die")
        return self


def history_of(name: str) -> History:
    """Return the history that belongs to a procedure.

    Raises:
        ProposalError: there is none, or it is not valid.
    """
    entry = files("gehoord.procedures") / f"{name}.verloop.toml"
    path = Path(name).with_suffix("").with_suffix(".verloop.toml")
    if entry.is_file():
        with as_file(entry) as file:
            title = f"{name}.verloop.toml"
            return read_toml(History, file.read_bytes(), title, context=file.parent)
    if path.is_file():
        return read_toml(History, bytes_of(path), str(path), context=path.parent)
    raise ProposalError(
        f"Van '{name}' is geen verloop bekend, dus het kan niet worden nagespeeld. "
        "Zet het in een bestand dat eindigt op .verloop.toml, naast het voorstel."
    )
