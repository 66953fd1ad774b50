# SPDX-License-Identifier: EUPL-1.2
"""What is reported of information sessions: planned, moved, called off, held and counted."""

from datetime import date, time
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.any_report import Reason, ReportOfAnyKind
from gehoord.domain.acts.asked import Asked
from gehoord.domain.acts.attendance_lines import attendance_in
from gehoord.domain.acts.reports_of_survey import Wordings
from gehoord.domain.eenheid.eenheid import Identifier, SeenName
from gehoord.domain.nearby import folded, step_name

_MOST: Final = 40


def _hour(value: Any) -> Any:
    """Read an hour as people write it (9.30, 09:30) or as TOML has it; keep it as 09:30."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if not isinstance(value, str) or not value.strip():
        return value
    hour, _, minute = value.strip().removesuffix("uur").strip().replace(".", ":").partition(":")
    try:
        return f"{time(int(hour), int(minute or 0)):%H:%M}"
    except ValueError:
        raise ValueError(f"'{value[:20]}' is geen tijd; schrijf 13:30") from None


Hours = Annotated[str, BeforeValidator(_hour)]
Place = Annotated[SeenName, StringConstraints(max_length=200, strip_whitespace=True)]
SessionNumber = Annotated[
    str,
    Field(
        alias="sessie",
        min_length=1,
        max_length=400,
        title="Welke sessie?",
        description="Het nummer van de sessie.",
    ),
    Asked(argument="SESSIE"),
]


class SessionPlanned(ReportOfAnyKind):
    """A session is planned, or was held: its day may lie before ``on``."""

    summary = "Er komt een informatiesessie, of zij is geweest."
    when = "Wie een adres heeft, krijgt een uitnodiging; van een dag die voorbij is niet."
    what: Literal["informatiesessie"] = Field("informatiesessie", alias="wat")
    day: Annotated[date, Asked(options=("--dag",))] = Field(
        alias="dag", title="Welke dag?", description="De dag van de sessie."
    )
    start: Hours = Field(
        alias="aanvang", title="Hoe laat begint zij?", description="Een tijd, zoals 13:30."
    )
    end: Hours = Field(
        "", alias="eindigt", title="Hoe laat is zij klaar?", description="Leeg als niet bekend."
    )
    place: Place = Field(alias="plaats", title="Waar?", description="Zaal en plaats.")
    invited: Annotated[Wordings, Asked(options=("--genodigde",))] = Field(
        (),
        alias="genodigden",
        max_length=_MOST,
        title="Wie nodigt u uit?",
        description="Groepen (burgemeesters, griffies, raden, ambtenaren-oov), ambten "
        "(regioburgemeester, hoofdofficier) en overleggen van de eenheid; geen namen van "
        "personen. Wie hier niet bekend is, nodigt u zelf uit.",
    )
    step: Annotated[Identifier | None, BeforeValidator(step_name)] = Field(
        None,
        alias="stap",
        title="Bij welke stap?",
        description="Alleen als het plan meer stappen met informatiesessies heeft.",
    )

    @model_validator(mode="after")
    def _hours_and_guests(self) -> Self:
        _refuse_to_end_before(self.start, self.end)
        names = [folded(name) for name in self.invited]
        if double := next((n for n in self.invited if names.count(folded(n)) > 1), ""):
            raise ValueError(f"'{double[:60]}' staat er twee keer; noem een genodigde een keer")
        return self

    @property
    def said(self) -> str:
        """When, where, who is invited, and the note if there is one."""
        who = f": {'; '.join(self.invited)}" if self.invited else ""
        told = f"{day_in_words(self.day)}, {self.place}{who}."
        return " ".join(filter(None, [told, self.note]))


class SessionMoved(ReportOfAnyKind):
    """A session is held on another day, at another hour or elsewhere."""

    summary = "Een informatiesessie komt op een andere dag, tijd of plaats."
    when = "Wat u leeg laat, blijft zoals het is. Wie was uitgenodigd, krijgt bericht."
    what: Literal["sessie-verplaatst"] = Field("sessie-verplaatst", alias="wat")
    session: SessionNumber
    day: Annotated[date | None, Asked(options=("--dag",))] = Field(
        None, alias="dag", title="Welke dag?", description="De nieuwe dag."
    )
    start: Hours = Field(
        "", alias="aanvang", title="Hoe laat begint zij?", description="Een tijd, zoals 13:30."
    )
    end: Hours = Field(
        "", alias="eindigt", title="Hoe laat is zij klaar?", description="Een tijd, zoals 16:00."
    )
    place: Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)] = Field(
        "", alias="plaats", title="Waar?", description="De nieuwe zaal en plaats."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start:
            _refuse_to_end_before(self.start, self.end)
        return self

    @property
    def said(self) -> str:
        """Which session, what is new, and the note if there is one."""
        day = day_in_words(self.day) if self.day else ""
        new = ", ".join(filter(None, [day, self.start, self.end, self.place]))
        return " ".join(filter(None, [f"Sessie {self.session}: {new}.", self.note]))


class SessionCalledOff(ReportOfAnyKind):
    """A session is not held."""

    summary = "Een informatiesessie gaat niet door."
    when = "Wie was uitgenodigd, krijgt bericht; de sessie gaat uit de agenda."
    what: Literal["sessie-vervalt"] = Field("sessie-vervalt", alias="wat")
    session: SessionNumber
    reason: Reason = Field(max_length=4000, description="Waarom de sessie niet doorgaat.")

    @property
    def said(self) -> str:
        """Which session, why, and the note if there is one."""
        return " ".join(filter(None, [f"Sessie {self.session}: {self.reason}", self.note]))


class SessionHeld(ReportOfAnyKind):
    """A session was held, and so many came of each group."""

    summary = "Een informatiesessie is gehouden; zoveel mensen waren er."
    when = "Alleen aantallen per groep, geen namen. Na de laatste sessie is de stap gedaan."
    what: Literal["sessie-gehouden"] = Field("sessie-gehouden", alias="wat")
    session: SessionNumber
    attendance: Annotated[
        tuple[str, ...],
        Asked(options=("--aanwezig",), more="Een groep per regel."),
    ] = Field(
        alias="aanwezig",
        min_length=1,
        max_length=_MOST,
        title="Hoeveel mensen waren er?",
        description="Zoals 'burgemeesters; 12', of alleen het totaal.",
    )

    @model_validator(mode="after")
    def _counted(self) -> Self:
        attendance_in(self.attendance)
        return self

    @property
    def said(self) -> str:
        """Which session, how many came, and the note if there is one."""
        told = f"Sessie {self.session}: {', '.join(self.attendance)}."
        return " ".join(filter(None, [told, self.note]))


def _refuse_to_end_before(start: str, end: str) -> None:
    if end and end <= start:
        raise ValueError("de sessie eindigt niet na de aanvang; verbeter 'eindigt'")


ReportOfSessions = SessionPlanned | SessionMoved | SessionCalledOff | SessionHeld
