"""What a dossier was opened with and what came to it since, worked out once for the same texts."""

from functools import cached_property, lru_cache

from gehoord.domain.dossier.added_steps import read_steps
from gehoord.domain.dossier.addresses import read_addresses
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
    """

    def __init__(
        self, dossier: str, proposal: str, eenheid: str, added: str = "", addresses: str = ""
    ) -> None:
        self._dossier = dossier
        self._proposal = proposal
        self._eenheid = eenheid
        self._added = added
        self._addresses = addresses

    @cached_property
    def proposal(self) -> Proposal:
        """The proposal, with the steps that came after it."""
        if self._addresses:
            return self._before_addresses.proposal
        if self._added:
            before = self._with().proposal
            return before.with_steps(read_steps(self._added))
        return read_toml(
            Proposal, self._proposal.encode(), f"het voorstel van dossier {self._dossier}"
        )

    @cached_property
    def eenheid(self) -> Eenheid:
        """The unit, with the addresses that came after it."""
        if self._addresses:
            return self._before_addresses.eenheid.reached_at(read_addresses(self._addresses))
        return Eenheid.model_validate_json(self._eenheid, by_alias=True, by_name=False)

    @cached_property
    def plan(self) -> Plan:
        """The plan, before anything happened or was moved."""
        if self._addresses:
            return self._before_addresses.plan
        return lay_out(self.proposal, self.eenheid)

    @property
    def _before_addresses(self) -> "Opened":
        """The same without these: the days do not hang on where people are reached."""
        return self._with(self._added)

    def _with(self, added: str = "") -> "Opened":
        """Return what the same dossier has with these later steps and no later addresses."""
        return opened(self._dossier, self._proposal, self._eenheid, added, "")

    @cached_property
    def composition(self) -> Composition:
        """The municipalities of the unit through time."""
        return Composition(self.eenheid.municipalities)

    @cached_property
    def first_meetings(self) -> FirstMeetings:
        """When the councils of the frozen set can first be heard."""
        if self._added or self._addresses:
            return self._with().first_meetings
        return FirstMeetings(self.eenheid, self.proposal.municipalities(self.eenheid))


opened = lru_cache(maxsize=32)(Opened)
"""Gives the same for the same texts: a program that runs on reads each but once."""
