# SPDX-License-Identifier: EUPL-1.2
"""A page on which the adviser hands in a file, sees what it comes to, and agrees."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Generic, Self, TypeVar

from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.dossier import Dossier
from gehoord.templates.desk.seen_file import SeenFile

S = TypeVar("S", bound=SeenFile)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePage(Generic[S]):
    """What he reads.

    Attributes:
        empty: what the page is about before anything is handed in; ``looked_at`` once a file can
            be agreed to, and ``faulty`` when something is wrong in it.
        whom: what the places of faults are about.
        plan: the procedure, and ``eenheid`` the unit.
        key: the hidden key of its forms.
        said: what he filled in beside the file, by the names of the fields.
        wrong: why what he did was refused; empty when it was not.
        seen: what the file comes to that he handed in, if he did.
        told: what was recorded, a sentence each.
    """

    empty: ClassVar[str]
    looked_at: ClassVar[str]
    faulty: ClassVar[str] = "Er klopt iets niet in het bestand"
    whom: ClassVar[str] = "Wie"

    plan: str
    eenheid: str
    key: str
    said: Mapping[str, str]
    wrong: str = ""
    seen: S | None = None
    told: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        key: str,
        said: Mapping[str, str],
        *,
        wrong: str = "",
        seen: S | None = None,
        told: tuple[str, ...] = (),
    ) -> Self:
        """Return the page of a dossier; the other arguments are its attributes."""
        return cls(
            plan=one_line(dossier.title),
            eenheid=one_line(dossier.eenheid_name),
            key=key,
            said=said,
            wrong=wrong,
            seen=seen,
            told=told,
        )

    @property
    def heading(self) -> str:
        """What the page is about now."""
        if self.told:
            return "Vastgelegd"
        if self.seen is None:
            return self.empty
        return self.faulty if self.seen.faults else self.looked_at

    @property
    def is_refused(self) -> bool:
        """Whether something is wrong; the title of the page then says so first."""
        return bool(self.wrong or (self.seen and self.seen.faults))
