# SPDX-License-Identifier: EUPL-1.2
"""One step of a proposal: what happens, who owes it, when, and what it rests on."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, Field, model_validator

from gehoord.calendar.written import UnreadableDateError, Written, read
from gehoord.domain.eenheid.eenheid import (
    BURGEMEESTERS,
    COUNCILS,
    NEAR_COUNCIL,
    PER_MUNICIPALITY,
    Identifier,
    Name,
)
from gehoord.domain.eenheid.sitting import Sitting
from gehoord.domain.frozen import Frozen
from gehoord.domain.nearby import Choice
from gehoord.domain.proposal.stage import Stage


class StepKind(Choice):
    """What sort of step it is; the value is the word in a proposal."""

    MILESTONE = "mijlpaal"
    MEETING = "vergadering"
    DECISION = "besluit"
    VERSION = "versie"
    NOTICE = "bericht"
    CONSULTATION = "raadpleging"
    AGREEMENT = "akkoord"
    HEARING = "horen"
    ADOPTION = "vaststelling"

    @property
    def is_held(self) -> bool:
        """Whether a body does this in a meeting."""
        return self in (StepKind.MEETING, StepKind.DECISION, StepKind.ADOPTION)

    @property
    def takes_its_whole_window(self) -> bool:
        """Whether the step is over only when its last day has passed."""
        return self in (StepKind.CONSULTATION, StepKind.HEARING)


class Standing(StrEnum):
    """How sure the source is that the step happens."""

    DONE = "gebeurd"
    PLANNED = "gepland"
    POSSIBLE = "mogelijk"
    LAPSED = "vervallen"


class Part(Choice):
    """A part of the beleidsplan that the law asks for (Politiewet 2012, art. 39 lid 1)."""

    STRENGTH = "sterkteverdeling"
    WIJKAGENTEN = "wijkagenten"
    OBJECTIVES = "doelstellingen-minister"


class Letter(Choice):
    """The letter with which a notice goes out; each is a template."""

    PROCESS = "proces"
    THEMES = "themas"
    RESERVE_TIME = "reservering"
    ONTWERP = "ontwerp"
    ADOPTION = "vaststelling"
    ANNOUNCEMENT = "bekendmaking"
    SEND_OUT = "toezending"
    JAARVERSLAG = "jaarverslag"
    PRIORITY = "prioriteit"
    CORRECTION = "herstel"
    NOTE = "kennisgeving"


_AFTER_ADOPTION: Final = (Letter.ADOPTION, Letter.ANNOUNCEMENT, Letter.SEND_OUT)


REQUEST_ANSWER: Final = "antwoord-op-verzoek"
"""The report, and the step, by which the adviser answers what parties ask."""

SAFETY_PICTURE: Final = "veiligheidsbeeld"
"""The report that the safety picture is there; it closes the step that asks for it."""

INFO_SESSION: Final = "informatiesessie"
"""The report that a session is planned; its step is done when each was held and counted."""

CONDITION_LIFTED: Final = "voorwaarde-weg"
"""The report that a condition was taken away; it closes the step that asks for it."""

SURVEY: Final = "lokale-prioriteiten"
"""The report by which a municipality answers a survey, and closes what it owes in it."""


UITVOERINGSPLAN: Final = "uitvoeringsplan"
"""The report that a uitvoeringsplan is adopted; the year of a step is done with its last theme."""


class Source(Frozen):
    """Where the step was found: a document and its own words."""

    document: str = Field(alias="stuk")
    quote: str = Field("", alias="citaat")


def _moment(value: Any) -> Any:
    """Read a day or words; what is no date at all is left to pydantic to refuse."""
    if isinstance(value, Written):
        return value
    if not isinstance(value, str) and type(value) is not date:
        raise ValueError(
            f"'{value}' is geen dag; schrijf 2027-11-04 of woorden tussen aanhalingstekens"
        )
    try:
        return read(value)
    except UnreadableDateError as error:
        raise ValueError(str(error)) from None


When = Annotated[Written, BeforeValidator(_moment)]


def _each(value: Any) -> Any:
    """Read one addressee, a list of them, or several in words: "raden en burgemeesters"."""
    return re.split(r"\s*,\s*|\s+en\s+", value.strip()) if isinstance(value, str) else value


Addressees = Annotated[tuple[Identifier, ...], BeforeValidator(_each)]
"""Who gets a letter: offices, bodies, or one party in each municipality."""


class Window(Frozen):
    """A first and a last day, each written in its own way; both count."""

    start: When = Field(alias="van")
    end: When = Field(alias="tot_en_met")


class Step(Frozen):
    """A line of the proposal. ``owner`` owes one action, or one per municipality.

    Attributes:
        contains: the parts that the version holds; ``provisional_parts`` are those among them
            that still change.
        missing: the parts of which the source itself says that the version lacks them.
        document: which of coupled documents the step is about; only the beleidsplan is heard.
        chooses: how many are chosen in a round, out of ``chooses_from`` when that is known.
        is_provisional: support or consent that is no adoption, or strength that still changes.
        subject: what a notice is about for who reads it, otherwise its title; the theme of which a
            uitvoeringsplan in concept goes out.
        accepts_late: what comes in after the last day is taken along.
        year: over which year a jaarverslag gives account, or for which a uitvoeringsplan is; else
            its title says so, or it is yearly.
        reported_as: the kind of report that closes it, where that is not plainly that it was done.
        escalates: the step of which the late actions are followed up in it.
        day_is_proposed: no statute and no person gave its day: Gehoord proposed it.
        sitting: at what hour and where it is held, if not as its owner always meets.
    """

    id: Identifier
    title: Name = Field(alias="titel")
    stage: Stage = Field(alias="fase")
    kind: StepKind = Field(alias="soort")
    owner: Identifier = Field(alias="actiehouder")
    when: Window | When | None = Field(None, alias="wanneer")
    not_before: When | None = Field(None, alias="niet_voor")
    not_after: When | None = Field(None, alias="uiterlijk")
    after: tuple[Identifier, ...] = Field((), alias="na")
    letter: Letter | None = Field(None, alias="brief")
    to: Addressees = Field((), alias="aan")
    subject: Name | None = Field(None, alias="onderwerp")
    completeness: int | None = Field(None, alias="volledigheid", ge=1, le=100)
    is_ontwerp: bool = Field(False, alias="ontwerp")
    contains: tuple[Part, ...] = Field((), alias="bevat")
    missing: tuple[Part, ...] = Field((), alias="ontbreekt")
    provisional_parts: tuple[Part, ...] = Field((), alias="voorlopige_delen")
    document: Identifier = "beleidsplan"
    chooses_themes: bool = Field(False, alias="kiest_themas")
    chooses: int | None = Field(None, alias="kiest", ge=1)
    chooses_from: int | None = Field(None, alias="kiest_uit", ge=1)
    is_provisional: bool = Field(False, alias="voorlopig")
    accepts_late: bool = Field(False, alias="te_laat_mag")
    treats_in_council: bool = Field(False, alias="behandeling_in_raad")
    year: int | None = Field(None, alias="jaar", ge=2012, le=2100)
    reported_as: str = Field("", alias="melding")
    escalates: Identifier | None = Field(None, alias="escaleert")
    day_is_proposed: bool = Field(False, alias="dag_is_voorstel")
    sitting: Sitting | None = Field(None, alias="zitting")
    standing: Standing = Field(Standing.PLANNED, alias="stand")
    replaced_by: Identifier | None = Field(None, alias="vervangen_door")
    seed: str | None = Field(None, alias="bronstap")
    sources: tuple[Source, ...] = Field((), alias="bron")
    note: str = Field("", alias="toelichting")

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if self.kind is StepKind.NOTICE and bool(self.letter) != bool(self.to):
            raise ValueError("'brief' en 'aan' horen bij elkaar; vul beide in of geen van beide")
        if self.letter and self.kind is not StepKind.NOTICE:
            raise ValueError(f"een 'brief' hoort bij soort 'bericht', niet bij '{self.kind}'")
        if self.is_ontwerp and self.kind is not StepKind.VERSION:
            raise ValueError("'ontwerp' hoort bij soort 'versie'")
        if self.kind is StepKind.HEARING and self.owner not in (COUNCILS, BURGEMEESTERS):
            raise ValueError(
                "bij soort 'horen' is de actiehouder 'raden' of 'burgemeesters': elke burgemeester "
                "hoort de eigen raad"
            )
        if self.kind is StepKind.AGREEMENT and self.owner != "opdrachtgevers":
            raise ValueError("bij soort 'akkoord' is de actiehouder 'opdrachtgevers'")
        if self.when is not None and (self.not_before or self.not_after):
            raise ValueError("gebruik 'wanneer', of 'niet_voor' en 'uiterlijk', maar niet allebei")
        return self

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if (self.missing or self.provisional_parts) and self.kind is not StepKind.VERSION:
            raise ValueError("'ontbreekt' en 'voorlopige_delen' horen bij soort 'versie'")
        if both := [part for part in self.missing if part in self.contains]:
            raise ValueError(
                f"'{both[0]}' staat bij 'bevat' en bij 'ontbreekt'; kies een van beide"
            )
        if loose := [part for part in self.provisional_parts if part not in self.contains]:
            raise ValueError(f"'{loose[0]}' staat bij 'voorlopige_delen'; zet het ook bij 'bevat'")
        if self.reported_as == SURVEY and self.owner not in PER_MUNICIPALITY:
            raise ValueError(
                f"bij melding '{SURVEY}' is de actiehouder een van {', '.join(PER_MUNICIPALITY)}: "
                "elke gemeente antwoordt zelf"
            )
        if self.sitting and not self.kind.is_held:
            raise ValueError("een 'zitting' hoort bij een vergadering, besluit of vaststelling")
        if self.chooses_from and (self.chooses is None or self.chooses > self.chooses_from):
            raise ValueError("'kiest_uit' hoort bij 'kiest' en is niet kleiner dan 'kiest'")
        return self

    @property
    def stands(self) -> bool:
        """Whether the step is still part of the procedure: it did not lapse or give way."""
        return self.replaced_by is None and self.standing is not Standing.LAPSED

    @property
    def is_jaarverslag(self) -> bool:
        """Whether the step is the jaarverslag (art. 39 lid 1): its title or id says so.

        Not a letter about it, nor what came to a dossier because of one.
        """
        named = f"{self.id} {self.title}".casefold()
        is_itself = self.kind is not StepKind.NOTICE and not self.reported_as
        return self.stage is Stage.ACCOUNT and "jaarverslag" in named and is_itself

    @property
    def follows_adoption(self) -> bool:
        """Whether the step makes sense only once the plan was adopted."""
        return self.letter in _AFTER_ADOPTION or self.stage is Stage.ACCOUNT

    @property
    def sends_ontwerp(self) -> bool:
        """Whether it brings others the ontwerp."""
        return self.letter is Letter.ONTWERP

    @property
    def is_near_council(self) -> bool:
        """Whether its letter reaches the councils: itself, or by way of who hears them."""
        return not set(NEAR_COUNCIL).isdisjoint(self.to)

    @property
    def brings_ontwerp(self) -> bool:
        """Whether the councils get the ontwerp by it."""
        return self.sends_ontwerp and self.is_near_council

    @property
    def is_of_each_round(self) -> bool:
        """Whether a newer ontwerp makes it owed again."""
        return self.sends_ontwerp or self.kind in (StepKind.AGREEMENT, StepKind.HEARING)

    @property
    def is_outside_plan(self) -> bool:
        """Whether no plan has it: it follows up what is late, or what parties ask."""
        return self.escalates is not None or self.reported_as == REQUEST_ANSWER

    @property
    def is_sent_by_gehoord(self) -> bool:
        """Whether the engine does this step itself: it has a letter and addressees."""
        return self.letter is not None
