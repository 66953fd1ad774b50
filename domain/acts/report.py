"""What people did, as they report it: on the command line, in a form, or in a history file."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.hearing import Answer, Manner
from gehoord.domain.eenheid.eenheid import (
    HOOFDOFFICIER,
    REGIOBURGEMEESTER,
    CouncilCode,
    Identifier,
    Name,
)
from gehoord.domain.frozen import Frozen
from gehoord.domain.proposal.step import Part


class _Report(Frozen):
    on: date = Field(alias="op")
    by: str = Field("adviseur", alias="door", max_length=100)
    note: str = Field("", alias="toelichting", max_length=4000)

    @property
    def said(self) -> str:
        """What the journal says of it in words."""
        return self.note


class _OfStep(_Report):
    """A report about a step that needs a reason, which the journal keeps."""

    step: Identifier = Field(alias="stap")
    reason: str = Field(alias="reden", max_length=4000)

    @property
    def said(self) -> str:
        """The step, the reason, and the note if there is one."""
        return " ".join(filter(None, [f"{self.step}: {self.reason}", self.note]))


class StepDone(_Report):
    """A step was carried out. Without an owner: by everybody who still owed it."""

    what: Literal["gedaan"] = Field("gedaan", alias="wat")
    step: Identifier = Field(alias="stap")
    owner: str | None = Field(None, alias="actiehouder")


class StepLapsed(_OfStep):
    """A step will not take place. What rests on it goes on without it."""

    what: Literal["vervalt"] = Field("vervalt", alias="wat")


class ThemesChosen(_Report):
    """The body chose the themes."""

    what: Literal["themas"] = Field("themas", alias="wat")
    themes: tuple[Name, ...] = Field(alias="themas", min_length=1)


class VersionMade(_Report):
    """A draft version is ready. ``document`` is the text itself, if it was handed in."""

    what: Literal["versie"] = Field("versie", alias="wat")
    step: Identifier = Field(alias="stap")
    contains: tuple[Part, ...] = Field((), alias="bevat")
    document: Document | None = Field(None, alias="bestand")


class Agreed(_Report):
    """One of the two clients agrees that the ontwerp leaves the house."""

    what: Literal["akkoord"] = Field("akkoord", alias="wat")
    client: Literal["regioburgemeester", "hoofdofficier"] = Field(alias="van")


class CouncilHeard(_Report):
    """A council dealt with the ontwerp."""

    what: Literal["gehoord"] = Field("gehoord", alias="wat")
    municipality: str = Field(alias="gemeente")
    manner: Manner = Field(Manner.COUNCIL_MEETING, alias="wijze")
    answer: Answer = Field(alias="antwoord")
    text: str = Field("", alias="tekst", max_length=20000)


class SilenceAccepted(_Report):
    """A person judges that a council had a real opportunity and chose not to answer."""

    what: Literal["geen-antwoord"] = Field("geen-antwoord", alias="wat")
    municipality: str = Field(alias="gemeente")
    reason: str = Field(alias="reden")


class ResponseReceived(_Report):
    """Somebody responded to a draft version (not the hearing of a council)."""

    what: Literal["reactie"] = Field("reactie", alias="wat")
    sender: Name = Field(alias="van")
    text: str = Field(alias="tekst", min_length=1, max_length=20000)


class Disposed(_Report):
    """It was decided what is done with a response or a zienswijze, and why."""

    what: Literal["verwerking"] = Field("verwerking", alias="wat")
    sender: Name = Field(alias="van")
    disposition: str = Field(alias="verwerking", min_length=1, max_length=20000)


class Adopted(_Report):
    """The beleidsplan was adopted, on which legal basis and by whom.

    Law: Politiewet 2012, art. 39 lid 1, 2 and 3.
    """

    what: Literal["vaststelling"] = Field("vaststelling", alias="wat")
    basis: Literal["39-1", "39-2", "39-3"] = Field(alias="grondslag")
    hoofdofficier: bool = False
    burgemeesters: tuple[str, ...] | Literal["alle"] = ()
    body: Identifier | None = Field(None, alias="gremium")


class PlanChanged(_Report):
    """The adopted plan changed by instruction of the minister or by decision on appeal.

    Law: Politiewet 2012, art. 39 lid 6 and art. 40: it needs no new consent.
    """

    what: Literal["wijziging"] = Field("wijziging", alias="wat")
    basis: Literal["aanwijzing", "beroep"] = Field(alias="grondslag")
    document: Document | None = Field(None, alias="bestand")


class ReasonGiven(_Report):
    """A person goes on in spite of a finding, where the law leaves room for that."""

    what: Literal["reden"] = Field("reden", alias="wat")
    code: Identifier = Field(alias="bevinding")
    ground: str = Field(alias="grond", min_length=1, max_length=4000)


class Corrected(_OfStep):
    """Something was recorded by mistake and is taken back, with the reason."""

    what: Literal["herstel"] = Field("herstel", alias="wat")
    owner: str | None = Field(None, alias="actiehouder")


class AddressGiven(_Report):
    """The griffie of a municipality is reached at another address from now on."""

    what: Literal["adres"] = Field("adres", alias="wat")
    municipality: str = Field(alias="gemeente")
    address: str = Field(alias="adres", max_length=254)


class Merged(_Report):
    """Municipalities became one during the procedure; ``on`` is the first day of the new one."""

    what: Literal["herindeling"] = Field("herindeling", alias="wat")
    ceased: tuple[str, ...] = Field(alias="opgeheven", min_length=1)
    code: CouncilCode
    name: Name = Field(alias="naam")


Report = Annotated[
    StepDone
    | StepLapsed
    | ThemesChosen
    | VersionMade
    | Agreed
    | CouncilHeard
    | SilenceAccepted
    | ResponseReceived
    | Disposed
    | Adopted
    | PlanChanged
    | ReasonGiven
    | AddressGiven
    | Corrected
    | Merged,
    Field(discriminator="what"),
]

CLIENTS_THAT_AGREE = (REGIOBURGEMEESTER, HOOFDOFFICIER)
