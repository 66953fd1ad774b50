# SPDX-License-Identifier: EUPL-1.2
"""What the two forms ask by which a dossier is opened; neither of them is a report."""

from typing import Annotated, Final

from pydantic import Field

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.any_report import A_SENTENCE
from gehoord.domain.acts.asked import Asked
from gehoord.domain.acts.form import boxes
from gehoord.domain.acts.moving import only_looks
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import THE_FORM, Day, Frozen

OPENING: Final = "openen"
"""The form that opens a dossier from a proposal that is there."""

LAYING_OUT: Final = "nieuw-dossier"
"""The form that lays out a procedure backwards from its adoption, and opens a dossier from it."""

_LONGEST_CHOICE: Final = 300
"""More than any name that can be chosen: a file has at most 255 signs in its own."""

_DossierName = Annotated[
    str,
    Field(
        alias="naam",
        max_length=60,
        title="Hoe heet het dossier?",
        description="Kleine letters, cijfers en streepjes.",
    ),
]


_LOOK: Final = (
    "Aan: u ziet de stappen, hun dagen en de bevindingen; er gaat geen dossier open. Uit: het "
    "dossier gaat meteen open, en dan blijft het."
)


class Opening(Frozen):
    """A dossier is opened from a proposal that Gehoord knows."""

    proposal: str = Field(
        alias="voorstel",
        max_length=_LONGEST_CHOICE,
        title="Welk voorstel?",
        description="Met een schuine streep: van Gehoord zelf. Op .toml: uit uw map 'plannen'.",
    )
    name: Annotated[_DossierName, Asked(more="Leeg: de naam van het voorstel.")] = ""
    only_look: bool = Field(
        False, alias="alleen_bekijken", title="Alleen bekijken?", description=_LOOK
    )


def looks_at_proposal(switch: object) -> bool:
    """Whether the switch, as it was filled in, opens nothing: only if somebody turned it on."""
    return switch not in (None, "") and only_looks(switch)


class LayingOut(Frozen):
    """A procedure is laid out, after an adopted dossier or for a unit; or one wants to see it."""

    after: str = Field(
        "",
        alias="na",
        max_length=_LONGEST_CHOICE,
        title="Na welk vastgesteld dossier?",
        description="De stappen, de overleggen en de eenheid, met haar adressen, komen daaruit.",
    )
    eenheid: str = Field(
        "",
        max_length=_LONGEST_CHOICE,
        title="Voor welke eenheid?",
        description="Zonder dossier om op door te gaan. Met eenheid.toml telt uw eigen bestand "
        "uit de map 'plannen'.",
    )
    adoption: Day | None = Field(
        None,
        alias="vaststelling",
        title="Wanneer moet het plan worden vastgesteld?",
        description="Vanaf die dag wordt teruggerekend. Na een dossier mag dit leeg blijven: dan "
        "de laatste dag die kan.",
    )
    previous: Day | None = Field(
        None,
        alias="vorige",
        title="Wanneer is het vorige plan vastgesteld?",
        description="Alleen met een eenheid: dan bewaakt Gehoord de vier jaar.",
    )
    name: Annotated[_DossierName, Asked(more="Leeg: de naam van het plan.")] = ""
    extends: bool = Field(
        False,
        alias="verlengen",
        title="Het plan een jaar verlengen?",
        description="Aan: het plan van dat dossier geldt een jaar langer. De wet kent geen "
        "verlenging: elke raad wordt gehoord.",
    )
    decided_on: Day | None = Field(
        None,
        alias="besloten",
        title="Wanneer is tot de verlenging besloten?",
        description="Alleen bij een verlenging.",
    )
    ground: Annotated[str, Asked(more=A_SENTENCE)] = Field(
        "",
        alias="grond",
        max_length=500,
        title="Waarom wordt het plan verlengd?",
        description="Alleen bij een verlenging.",
    )
    only_look: bool = Field(
        True, alias="alleen_bekijken", title="Alleen bekijken?", description=_LOOK
    )

    def refuse_contradiction(self) -> None:
        """Refuse answers that do not go together, by the titles that people read.

        Raises:
            ProposalError: says what is missing, or what is too much.
        """
        if not self.after and not self.eenheid:
            one, other = _titled("na", "eenheid")
            raise ProposalError(
                f"{THE_FORM}: kies bij {one} een dossier, of bij {other} een eenheid."
            )
        if self.after:
            _refuse_given("na een dossier", eenheid=self.eenheid, vorige=self.previous)
        else:
            _refuse_given(
                "zonder dossier om op door te gaan",
                verlengen=self.extends,
                besloten=self.decided_on,
                grond=self.ground,
            )
        if self.extends:
            _refuse_empty(besloten=self.decided_on, grond=self.ground)
        else:
            _refuse_given("zonder verlenging", besloten=self.decided_on, grond=self.ground)


def called(field: str) -> str:
    """Return how people know a field of the form by which a procedure is laid out."""
    [title] = _titled(field)
    return title


def _titled(*fields: str) -> list[str]:
    titles = {box.name: box.title for box in boxes(LayingOut)}
    return [f"'{titles[field]}'" for field in fields]


def _refuse_given(when: str, **answers: object) -> None:
    if given := [field for field, answer in answers.items() if answer]:
        titles = enumeration(_titled(*given))
        how = "leeg of uit" if "verlengen" in given else "leeg"
        raise ProposalError(f"{THE_FORM}: laat {when} {titles} {how}.")


def _refuse_empty(**answers: object) -> None:
    if empty := _titled(*(field for field, answer in answers.items() if not answer)):
        raise ProposalError(f"{THE_FORM}: vul {enumeration(empty)} nog in.")
