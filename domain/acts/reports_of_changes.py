# SPDX-License-Identifier: EUPL-1.2
"""What changes the procedure itself: reasons, corrections, addresses, mergers."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from gehoord.domain.acts.any_report import (
    A_SENTENCE,
    MunicipalityName,
    OwnerName,
    Reason,
    ReportOfAnyKind,
)
from gehoord.domain.acts.asked import Asked
from gehoord.domain.acts.known_mergers import KNOWN_MERGER
from gehoord.domain.eenheid.eenheid import (
    CouncilCode,
    Identifier,
    SeenName,
)
from gehoord.domain.nearby import Choice, step_name


class ReasonGiven(ReportOfAnyKind):
    """A person goes on in spite of a finding, where the law leaves room for that."""

    summary = "Waarom men doorgaat ondanks een bevinding, als de wet daar ruimte voor laat."
    when = "Kies de bevinding die om een reden vraagt, en wie de reden geeft."
    what: Literal["reden"] = Field("reden", alias="wat")
    code: Annotated[Identifier, Asked(argument="BEVINDING")] = Field(
        alias="bevinding", title="Bevinding", description="De code, zoals verzonden-voor-akkoord."
    )
    ground: Annotated[str, Asked(more=A_SENTENCE)] = Field(
        alias="grond",
        min_length=1,
        max_length=4000,
        title="Grond",
        description="Waarom het toch zo kan.",
    )
    step: Identifier | None = Field(
        None,
        alias="stap",
        title="Stap",
        description="De stap waar de reden over gaat, als de bevinding er nog niet is.",
    )


class TakenBack(Choice):
    """The kinds of report that can be taken back by their own name, without a step."""

    THEMES = "themas"
    POLL = "peiling"
    CANDIDATES = "kandidaten"
    CHOICE = "keuze"
    VERSION = "versie"
    PROMISE = "toezegging"
    REVIEWERS = "meelezers"
    CIRCULATION = "ter-lezing"
    AGREEMENT = "akkoord"
    SUPPLEMENT = "aanvulling"
    RESPITE = "uitstel"
    RESERVATION = "reservering"
    REHEARING = "opnieuw-horen"
    RESPONSE = "reactie"
    DISPOSITION = "verwerking"
    POINT = "punt"
    POINT_DISPOSITION = "punt-verwerking"
    REASON = "reden"
    ASSENT = "instemming"
    CONDITION = "voorwaarde"
    CONDITION_LIFTED = "voorwaarde-weg"
    ADOPTION = "vaststelling"
    ANNOUNCEMENT = "bekendmaking"
    APPEAL = "beroep"
    APPEAL_EVENT = "beroep-vervolg"
    PART = "onderdeel"
    PRIORITY = "prioriteit"
    JAARVERSLAG = "jaarverslag"
    UITVOERINGSPLAN = "uitvoeringsplan"
    UITVOERINGSPLAN_DRAFT = "uitvoeringsplan-concept"
    MEETINGS = "vergaderingen"
    REQUEST = "verzoek"
    REQUEST_ANSWER = "antwoord-op-verzoek"
    STRENGTH = "sterkte"
    SURVEY = "lokale-prioriteiten"
    CLUSTER = "cluster"
    SAFETY_PICTURE = "veiligheidsbeeld"
    GOALS = "veiligheidsplan"
    SESSION = "informatiesessie"
    SESSION_OFF = "sessie-vervalt"
    SESSION_COUNT = "sessie-gehouden"
    OWN_WORDS = "brieftekst"
    MERGER = "herindeling"


class Letters(Choice):
    """Whether Gehoord writes to who already has a letter that does not hold."""

    YES = "ja"
    NO = "nee"


class Corrected(ReportOfAnyKind):
    """Something was recorded by mistake and is taken back, with the reason.

    It names the step it belongs to; what belongs to none, by the kind of report that it was.
    """

    summary = "Iets is bij vergissing vastgelegd en wordt teruggenomen."
    when = (
        "Het journaal bewaart allebei. Kies de stap; hoort het bij geen stap, kies dan "
        "de soort melding."
    )
    what: Literal["herstel"] = Field("herstel", alias="wat")
    step: Annotated[Identifier | None, BeforeValidator(step_name), Asked(argument="STAP")] = Field(
        None,
        alias="stap",
        title="Bij welke stap?",
        description="De stap waar het bij hoort, zoals horen; leeg als het bij geen stap hoort.",
    )
    report: TakenBack | None = Field(
        None,
        alias="melding",
        title="Welke melding?",
        description="Alleen zonder stap: wat er is vastgelegd, zoals reactie.",
    )
    owner: OwnerName = Field(
        None,
        description="Een gemeente, een actiehouder, 'alle', wie reageerde, een nummer of een jaar.",
    )
    code: Identifier | None = Field(
        None,
        alias="bevinding",
        title="Bevinding",
        description="Bij een reden: de code van de bevinding, zoals verzonden-voor-akkoord.",
    )
    reason: Reason = Field(max_length=4000, description="Wat er mis was.")
    letters: Letters = Field(
        Letters.YES,
        alias="brief",
        title="Bericht aan wie al een brief heeft?",
        description="Of wie al een brief kreeg die niet klopt, daarvan bericht krijgt.",
    )

    @property
    def is_written(self) -> bool:
        """Whether Gehoord writes to who already has a letter that does not hold."""
        return self.letters is Letters.YES

    @property
    def whose(self) -> str:
        """Of whom it is, as people name him; empty when nobody is named."""
        return self.owner or ""

    @property
    def said(self) -> str:
        """What is taken back, the reason, and the note if there is one."""
        named = [self.step or self.report or "reden", self.owner or self.code]
        what = " ".join(filter(None, named if not self.step else named[:1]))
        return " ".join(filter(None, [f"{what}: {self.reason}", self.note]))


class Reached(StrEnum):
    """Who of a municipality has a mailbox of its own; the value is what people choose."""

    GRIFFIE = "griffie"
    BURGEMEESTER = "burgemeester"
    SAFETY_OFFICIAL = "ambtenaar-oov"


class AddressGiven(ReportOfAnyKind):
    """Somebody of a municipality, an office or a body is reached at another address from now on."""

    summary = "Een griffie, burgemeester, overleg of ander ambt heeft een ander mailadres."
    when = "Wat nog niet weg was, gaat naar het nieuwe adres."
    what: Literal["adres"] = Field("adres", alias="wat")
    who: Annotated[SeenName, Asked(argument="WIE")] = Field(
        alias="wie",
        title="Van wie is dit adres?",
        description="Een gemeente, een overleg, een meelezer, of een ambt zoals regioburgemeester.",
    )
    address: Annotated[str, Asked(argument="ADRES")] = Field(
        alias="adres",
        max_length=1000,
        title="Mailadres",
        description="Het nieuwe mailadres; meer adressen met een komma ertussen.",
    )
    of: Reached = Field(
        Reached.GRIFFIE,
        alias="ambt",
        title="Van wie in de gemeente?",
        description="Bij een gemeente: van wie dit adres is (OOV: openbare orde en veiligheid).",
    )


class GoalsSet(ReportOfAnyKind):
    """A council set its own safety goals; ``on`` is the day on which it did.

    Law: Politiewet 2012, art. 38b lid 1.
    """

    summary = "Een raad heeft zijn eigen veiligheidsplan (IVP) vastgesteld."
    when = "Politiewet 2012, art. 38b lid 1."
    what: Literal["veiligheidsplan"] = Field("veiligheidsplan", alias="wat")
    municipality: MunicipalityName


class Merged(ReportOfAnyKind):
    """Municipalities became one during the procedure; ``on`` is the first day of the new one."""

    summary = "Gemeenten zijn samengegaan; de raad van de nieuwe wordt gehoord."
    when = "De dag is de eerste dag van de nieuwe gemeente."
    what: Literal["herindeling"] = Field("herindeling", alias="wat")
    ceased: Annotated[
        tuple[str, ...],
        Asked(more="De dag hieronder is de eerste van de nieuwe gemeente.", choice=KNOWN_MERGER),
    ] = Field(
        alias="opgeheven",
        min_length=1,
        title="Welke gemeenten gaan op in de nieuwe?",
        description="Wie opgaat in de nieuwe.",
    )
    code: Annotated[
        CouncilCode, Asked(argument="CODE", more="Zoals GM1980.", choice=KNOWN_MERGER)
    ] = Field(
        title="CBS-code van de nieuwe gemeente", description="CBS-code van de nieuwe gemeente."
    )
    name: Annotated[SeenName, Asked(argument="NAAM", choice=KNOWN_MERGER)] = Field(
        alias="naam",
        title="Naam van de nieuwe gemeente",
        description="De naam van de nieuwe gemeente.",
    )


ReportOfChange = ReasonGiven | Corrected | AddressGiven | GoalsSet | Merged
