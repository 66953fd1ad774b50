# SPDX-License-Identifier: EUPL-1.2
"""What an archivist decides about a dossier: who formed its archive, and how long it stays."""

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from gehoord.domain.eenheid.written import SeenName
from gehoord.domain.frozen import Frozen


class Appraisal(StrEnum):
    """Whether a dossier is kept for ever (MDTO: Begrippenlijst Waarderingen, a closed list)."""

    KEPT = "B"
    DESTROYED = "V"
    UNDECIDED = "N"

    @property
    def label(self) -> str:
        """What the list of MDTO calls it."""
        return _LABELS[self]


_LABELS = {
    Appraisal.KEPT: "Blijvend te bewaren",
    Appraisal.DESTROYED: "Tijdelijk te bewaren",
    Appraisal.UNDECIDED: "Nader te bepalen",
}


def _listed(written: Any) -> Any:
    """Take one name for a list of one."""
    return (written,) if isinstance(written, str) else written


class Archiving(Frozen):
    """The table ``[archief]`` of a unit. No list of retention is known: nothing here is guessed.

    Attributes:
        formed_by: the organisations that made or received the dossier (archiefvormer).
        appraisal: kept for ever, destroyed after a term, or not decided yet.
        selection_list: the name of the list on which that rests; ``category`` is its place in it.
        kept_years: how long a dossier is kept that is not kept for ever.
        contact: whom an archive asks about it: an office, never a person by name.
        target: the system to which it goes, as the archive calls it.
    """

    formed_by: Annotated[tuple[SeenName, ...], BeforeValidator(_listed)] = Field(
        (), alias="archiefvormer", max_length=20
    )
    appraisal: Appraisal = Field(Appraisal.UNDECIDED, alias="waardering")
    selection_list: SeenName | None = Field(None, alias="selectielijst")
    category: SeenName | None = Field(None, alias="categorie")
    kept_years: int | None = Field(None, alias="bewaartermijn_jaren", ge=1, le=200)
    contact: SeenName | None = Field(None, alias="contact")
    target: SeenName | None = Field(None, alias="doelsysteem")

    @model_validator(mode="after")
    def _rests_on_a_list(self) -> Self:
        is_decided = self.appraisal is not Appraisal.UNDECIDED
        if is_decided and not self.selection_list:
            raise ValueError(
                f"waardering '{self.appraisal}' rust op een selectielijst; noem die bij "
                "'selectielijst', of laat de waardering op 'N' staan"
            )
        if (self.appraisal is Appraisal.DESTROYED) != (self.kept_years is not None):
            raise ValueError(
                "'bewaartermijn_jaren' hoort bij waardering 'V' en bij geen andere; geef ze samen"
            )
        if self.category and not self.selection_list:
            raise ValueError("een 'categorie' staat in een selectielijst; noem die ook")
        return self
