# SPDX-License-Identifier: EUPL-1.2
"""A regional police unit: its municipalities, its bodies, its own words."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations, groupby
from typing import Final, Self

from pydantic import Field, model_validator

from gehoord.calendar.opportunity import LeadTime
from gehoord.calendar.recess import Recess, RecessSetting, Usability
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.span import Span
from gehoord.domain.eenheid.archiving import Archiving
from gehoord.domain.eenheid.letterhead import Letterhead
from gehoord.domain.eenheid.office_addresses import OfficeAddresses
from gehoord.domain.eenheid.party import Party as Party
from gehoord.domain.eenheid.publishing import Publishing
from gehoord.domain.eenheid.schedule import RecessDays, Schedule, weighed_recess, whole_recess
from gehoord.domain.eenheid.written import CouncilCode as CouncilCode
from gehoord.domain.eenheid.written import Identifier as Identifier
from gehoord.domain.eenheid.written import MailAddress as MailAddress
from gehoord.domain.eenheid.written import Name as Name
from gehoord.domain.eenheid.written import SeenName as SeenName
from gehoord.domain.frozen import Day, Frozen


class Municipality(Frozen):
    """A municipality of the unit. Without days it has always been there and still is.

    Attributes:
        recess: what its council laid down itself; goes before the school holiday it touches.
        recess_days_before: days before each school holiday on which it does not meet any more;
            ``recess_days_after`` likewise after it.
        safety_address: of the officials for public order and safety.
        lead_weeks: raadsweken between the documents at the griffie and a deciding meeting.
        schedule: its deciding meetings, where they are known.
        holidays_doubt: why its school holidays are not certain, in Dutch; empty when they are.
        goals_set_on: the day on which its council last set its safety goals, where it is known.
    """

    code: CouncilCode
    name: Name = Field(alias="naam")
    district: str = ""
    holiday_region: SchoolRegion | None = Field(None, alias="vakantieregio")
    holidays_doubt: str = Field("", alias="vakantieregio_onzeker", max_length=300)
    goals_set_on: Day | None = Field(None, alias="veiligheidsplan")
    since: date | None = Field(None, alias="van")
    until: date | None = Field(None, alias="tot_en_met")
    griffie_address: MailAddress | None = Field(None, alias="griffie_adres")
    burgemeester_address: MailAddress | None = Field(None, alias="burgemeester_adres")
    safety_address: MailAddress | None = Field(None, alias="oov_adres")
    recess: tuple[RecessDays, ...] = Field((), alias="reces")
    recess_days_before: int = Field(0, alias="reces_dagen_voor", ge=0, le=60)
    recess_days_after: int = Field(0, alias="reces_dagen_na", ge=0, le=60)
    lead_weeks: int = Field(2, alias="aanlevertermijn_weken", ge=0, le=26)
    schedule: Schedule | None = Field(None, alias="vergaderingen")

    @property
    def lead_time(self) -> LeadTime:
        """What the council needs between documents and decision."""
        return LeadTime(self.lead_weeks)

    @property
    def has_own_recess(self) -> bool:
        """Whether its council laid down a recess, or days around the school holidays."""
        return bool(self.recess or self.recess_days_before or self.recess_days_after)

    def exists_beside(self, other: "Municipality") -> bool:
        """Whether there is a day on which both municipalities exist."""
        return all(
            one.since is None or two.until is None or one.since <= two.until
            for one, two in ((self, other), (other, self))
        )

    def exists_on(self, day: date) -> bool:
        """Whether the municipality exists on ``day``; ``since`` and ``until`` are included."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


def _plain_name(municipality: Municipality) -> str:
    """Return the name as people compare it: by its letters alone."""
    return municipality.name.strip().casefold()


COUNCILS: Final = "raden"
GRIFFIES: Final = "griffies"
BURGEMEESTERS: Final = "burgemeesters"
SAFETY_OFFICIALS: Final = "ambtenaren-oov"
CLIENTS: Final = "opdrachtgevers"
REGIOBURGEMEESTER: Final = "regioburgemeester"
HOOFDOFFICIER: Final = "hoofdofficier"
ADVISER: Final = "adviseur"
MINISTER: Final = "minister"
KORPSCHEF: Final = "korpschef"

PER_MUNICIPALITY: Final = {
    COUNCILS: "gemeenteraad",
    GRIFFIES: "griffie",
    BURGEMEESTERS: "burgemeester",
    SAFETY_OFFICIALS: "ambtenaar openbare orde en veiligheid",
}
"""Owners that stand for one party in each municipality."""

ADDRESS_FIELDS: Final = {
    COUNCILS: "griffie_address",
    GRIFFIES: "griffie_address",
    BURGEMEESTERS: "burgemeester_address",
    SAFETY_OFFICIALS: "safety_address",
}
"""Where each of these is reached: the field of a municipality that holds its address."""


def recipient_of(party: str, code: str) -> str:
    """Return the key under which a party in one municipality gets its mail.

    A council and its griffie have one mailbox, so one key: the CBS code.

    >>> recipient_of("raden", "GM0392"), recipient_of("burgemeesters", "GM0392")
    ('GM0392', 'burgemeesters GM0392')
    """
    return code if party in (COUNCILS, GRIFFIES) else f"{party} {code}"


NEAR_COUNCIL: Final = (COUNCILS, GRIFFIES, BURGEMEESTERS)
"""By whom the ontwerp reaches a council: the burgemeester hears his own (art. 38b lid 2)."""

OFFICES: Final = {
    REGIOBURGEMEESTER: "regioburgemeester",
    HOOFDOFFICIER: "hoofdofficier van justitie",
    ADVISER: "adviseur van de regioburgemeester",
    MINISTER: "minister",
    KORPSCHEF: "korpschef",
}
"""Offices every unit has."""


class Eenheid(Frozen):
    """A regional unit as its TOML file gives it.

    Attributes:
        unknown: what nobody has filled in yet, in Dutch.
    """

    id: Identifier
    name: Name = Field(alias="naam")
    holiday_region: SchoolRegion = Field(alias="vakantieregio")
    unknown: tuple[Name, ...] = Field((), alias="onbekend")
    addresses: OfficeAddresses = Field(OfficeAddresses(), alias="adressen")
    letterhead: Letterhead = Field(Letterhead(), alias="briefhoofd")
    publishing: Publishing = Field(Publishing(), alias="openbaar")
    archiving: Archiving = Field(Archiving(), alias="archief")
    parties: tuple[Party, ...] = Field((), alias="partij")
    municipalities: tuple[Municipality, ...] = Field(alias="gemeente", min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for what, keys in (
            ("gemeente", [m.code for m in self.municipalities]),
            ("partij", [p.id for p in self.parties] + list(OFFICES) + list(PER_MUNICIPALITY)),
        ):
            if double := sorted({key for key in keys if keys.count(key) > 1}):
                raise ValueError(f"{what} '{double[0]}' staat er twee keer; verwijder er een")
        by_name = sorted(self.municipalities, key=_plain_name)
        for _, alike in groupby(by_name, key=_plain_name):
            for one, other in combinations(alike, 2):
                if one.exists_beside(other):
                    raise ValueError(
                        f"gemeenten {one.code} en {other.code} heten allebei '{one.name[:60]}'; "
                        "geef elk een eigen naam, of 'van' en 'tot_en_met'"
                    )
        return self

    @model_validator(mode="after")
    def _members_are_of_it(self) -> Self:
        codes = {municipality.code for municipality in self.municipalities}
        for party in self.parties:
            if strange := [code for code in party.members if code not in codes]:
                raise ValueError(
                    f"partij '{party.id}' noemt bij 'leden' {strange[0]}, en dat is geen gemeente "
                    "van deze eenheid; verbeter de code of haal haar weg"
                )
        return self

    @property
    def remarks(self) -> tuple[str, ...]:
        """What an adviser must know of this unit before anything else, in Dutch sentences."""
        if not self.unknown:
            return ()
        return (f"Van eenheid {self.name} is niet bekend: {'; '.join(self.unknown)}.",)

    def municipalities_on(self, day: date) -> tuple[Municipality, ...]:
        """Return the municipalities that exist on ``day``, in the order of the file."""
        return tuple(m for m in self.municipalities if m.exists_on(day))

    def municipality(self, code: str) -> Municipality | None:
        """Return the municipality with this code, or nothing when the unit has none."""
        return next((m for m in self.municipalities if m.code == code), None)

    def party(self, identifier: str) -> Party | None:
        """Return the party with this id, or nothing when the unit has none."""
        return next((p for p in self.parties if p.id == identifier), None)

    def address_of(self, party: str) -> str:
        """Return where an office or a body is reached, if known."""
        if party in OFFICES:
            return getattr(self.addresses, party) or ""
        body = self.party(party)
        return (body and body.address) or ""

    def reached_at(self, addresses: Mapping[str, str]) -> "Eenheid":
        """Return this unit with other addresses for some of its offices and bodies, by their id."""
        offices = {party: mail for party, mail in addresses.items() if party in OFFICES}
        bodies = tuple(
            p.model_copy(update={"address": addresses[p.id]}) if p.id in addresses else p
            for p in self.parties
        )
        reached = self.addresses.model_copy(update=offices)
        return self.model_copy(update={"addresses": reached, "parties": bodies})

    def meeting_at(self, schedules: Mapping[str, Schedule]) -> "Eenheid":
        """Return this unit with other meetings of some of its councils and bodies, by their key."""
        councils = tuple(
            m.model_copy(update={"schedule": schedules[m.code]}) if m.code in schedules else m
            for m in self.municipalities
        )
        bodies = tuple(
            p.model_copy(update={"schedule": schedules[p.id]}) if p.id in schedules else p
            for p in self.parties
        )
        return self.model_copy(update={"municipalities": councils, "parties": bodies})

    @property
    def recess(self) -> Recess:
        """The school holidays of the unit, as far as they are known: its bodies do not meet."""
        return whole_recess(RecessSetting(self.holiday_region))

    def recess_of(self, municipality: Municipality) -> Recess:
        """Return the recess of one council, as far as the school holidays are known."""
        return whole_recess(self.recess_setting(municipality))

    def by_recess(
        self, municipalities: Iterable[Municipality]
    ) -> list[tuple[Recess, list[Municipality]]]:
        """Return the municipalities of which the councils have the same recess, with that recess.

        Most of a unit have the same: what hangs on the recess alone is worked out once for these.
        """
        alike: dict[tuple[object, ...], list[Municipality]] = {}
        for m in municipalities:
            said = (m.holiday_region, m.recess_days_before, m.recess_days_after, m.recess)
            alike.setdefault(said, []).append(m)
        return [(self.recess_of(found[0]), found) for found in alike.values()]

    def usability(self, municipality: Municipality, window: Span) -> Usability:
        """Return what the recess of one council leaves of a window.

        Raises:
            RecessUnknownError: the window reaches outside the school holidays that are known.
        """
        return weighed_recess(self.recess_setting(municipality), window)

    def recess_setting(self, municipality: Municipality) -> RecessSetting:
        """Return how one council sets its recess."""
        return RecessSetting(
            municipality.holiday_region or self.holiday_region,
            municipality.recess_days_before,
            municipality.recess_days_after,
            own=tuple((r.name, Span(r.start, r.end)) for r in municipality.recess),
        )

    def knows(self, owner: str) -> bool:
        """Whether ``owner`` can owe an action in this unit."""
        return (
            owner in OFFICES
            or owner in PER_MUNICIPALITY
            or owner == CLIENTS
            or self.party(owner) is not None
        )
