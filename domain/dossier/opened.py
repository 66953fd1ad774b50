"""What a dossier was opened with, worked out once: it never changes after that."""

from functools import cached_property, lru_cache

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
    """

    def __init__(self, dossier: str, proposal: str, eenheid: str) -> None:
        self._dossier = dossier
        self._proposal = proposal
        self._eenheid = eenheid

    @cached_property
    def proposal(self) -> Proposal:
        """The proposal."""
        return read_toml(
            Proposal, self._proposal.encode(), f"het voorstel van dossier {self._dossier}"
        )

    @cached_property
    def eenheid(self) -> Eenheid:
        """The unit."""
        return Eenheid.model_validate_json(self._eenheid, by_alias=True, by_name=False)

    @cached_property
    def plan(self) -> Plan:
        """The plan, before anything happened or was moved."""
        return lay_out(self.proposal, self.eenheid)

    @cached_property
    def composition(self) -> Composition:
        """The municipalities of the unit through time."""
        return Composition(self.eenheid.municipalities)

    @cached_property
    def first_meetings(self) -> FirstMeetings:
        """When the councils of the frozen set can first be heard."""
        return FirstMeetings(self.eenheid, self.proposal.municipalities(self.eenheid))


opened = lru_cache(maxsize=32)(Opened)
"""Gives the same for the same texts: a program that runs on reads each but once."""
