# SPDX-License-Identifier: EUPL-1.2
"""What a dossier was opened with and what came to it since, worked out once for the same texts."""

from functools import cached_property, lru_cache

from gehoord.domain.dossier.added_steps import read_steps
from gehoord.domain.dossier.addresses import read_addresses
from gehoord.domain.dossier.known_meetings import KnownMeetings, read_meetings
from gehoord.domain.eenheid.composition import Composition
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.frozen import read_toml
from gehoord.domain.plan.first_meetings import FirstMeetings
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.proposal import Proposal


class Opened:
    """The proposal and the unit as the register keeps them, and what follows from these alone.

    Args:
        dossier: its name, for errors.
        proposal: the text of the proposal.
        eenheid: the unit in JSON.
        added: the steps that came after it, in JSON.
        addresses: those of offices and bodies that were given after it, in JSON.
        meetings: those of councils and bodies that were read from a calendar after it, in JSON.
    """

    def __init__(
        self,
        dossier: str,
        proposal: str,
        eenheid: str,
        added: str = "",
        addresses: str = "",
        meetings: str = "",
    ) -> None:
        self._dossier = dossier
        self._proposal = proposal
        self._eenheid = eenheid
        self._added = added
        self._addresses = addresses
        self._meetings = meetings

    @cached_property
    def proposal(self) -> Proposal:
        """The proposal, with the steps that came after it."""
        if self._meetings or self._addresses:
            return self._with(self._added).proposal
        if self._added:
            before = self._with().proposal
            return before.with_steps(read_steps(self._added))
        return read_toml(
            Proposal, self._proposal.encode(), f"het voorstel van dossier {self._dossier}"
        )

    @cached_property
    def eenheid(self) -> Eenheid:
        """The unit, with the addresses and the meetings that came after it."""
        if self._meetings:
            before = self.counted_by
            schedules = {key: known.schedule for key, known in self.meetings.items()}
            return before.meeting_at(schedules)
        if self._addresses:
            before = self._with(self._added).eenheid
            return before.reached_at(read_addresses(self._addresses))
        return Eenheid.model_validate_json(self._eenheid, by_alias=True, by_name=False)

    @cached_property
    def counted_by(self) -> Eenheid:
        """The unit by whose meetings days are counted: those of the opening (ADR 34)."""
        return self._with(self._added, self._addresses).eenheid if self._meetings else self.eenheid

    @cached_property
    def meetings(self) -> dict[str, KnownMeetings]:
        """The meetings that came after it, by the CBS code of the council or the id of the body."""
        return read_meetings(self._meetings)

    @cached_property
    def plan(self) -> Plan:
        """The plan, before anything happened or was moved.

        Its days do not hang on where people are reached, or on when councils meet.
        """
        if self._meetings or self._addresses:
            return self._with(self._added).plan
        return lay_out(self.proposal, self.eenheid)

    def _with(self, added: str = "", addresses: str = "", meetings: str = "") -> "Opened":
        """Return what the same dossier has when only this came after it."""
        return opened(self._dossier, self._proposal, self._eenheid, added, addresses, meetings)

    @cached_property
    def composition(self) -> Composition:
        """The municipalities of the unit through time."""
        return Composition(self.eenheid.municipalities)

    @cached_property
    def first_meetings(self) -> FirstMeetings:
        """When the councils of the frozen set can first be heard."""
        if self._added or self._addresses:
            return self._with(meetings=self._meetings).first_meetings
        return FirstMeetings(self.eenheid, self.proposal.municipalities(self.eenheid))


opened = lru_cache(maxsize=64)(Opened)
"""Gives the same for the same texts: a program that runs on reads each but once."""
