"""Everything the register knows of one dossier, at one moment."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.span import Span
from gehoord.calendar.written import Fixed
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.version import DraftVersion, latest
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import read_toml
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind


@lru_cache(maxsize=32)
def _proposal_of(text: str, dossier: str) -> Proposal:
    """Read a proposal once: its text never changes after the opening."""
    return read_toml(Proposal, text.encode(), f"het voorstel van dossier {dossier}")


@dataclass(frozen=True)
class State:
    """One dossier as it stands."""

    dossier: Dossier
    municipalities: list[FrozenMunicipality]
    lines: list[PlanLine]
    actions: list[Action]
    versions: list[DraftVersion] = field(default_factory=list)
    hearings: list[Hearing] = field(default_factory=list)
    zienswijzen: list[Zienswijze] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    besluiten: list[Besluit] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)

    @cached_property
    def proposal(self) -> Proposal:
        """The proposal, with the days that people have moved since."""
        if any(line.moved_to for line in self.lines):
            return self._moved(self.with_what_is_done(self._as_opened))
        return self._as_opened

    @property
    def as_agreed(self) -> Proposal:
        """The proposal with the days that people gave, as if nothing had happened yet."""
        return self._moved(self._as_opened)

    @cached_property
    def _as_opened(self) -> Proposal:
        return _proposal_of(self.dossier.proposal, self.dossier.id)

    def _moved(self, proposal: Proposal) -> Proposal:
        for line in self.lines:
            if line.moved_to:
                proposal = proposal.moved(line.step, line.moved_to)
        return proposal

    def with_what_is_done(self, proposal: Proposal) -> Proposal:
        """Return the proposal with what is done or lapsed on its days: no move shifts the past."""
        for line in self.lines:
            if self.is_finished(line.step):
                span = Span(line.start_on, line.end_on)
                lapsed = self.has_lapsed(line.step)
                rule = f"zo stond het in het plan toen het {'verviel' if lapsed else 'werd gedaan'}"
                words = line.words or day_in_words(line.end_on)
                proposal = proposal.fixed(line.step, Fixed(span, line.precision, words, rule))
        return proposal

    @cached_property
    def plan(self) -> Plan:
        """The plan as it now stands."""
        return lay_out(self.proposal, self.eenheid)

    @cached_property
    def eenheid(self) -> Eenheid:
        """The unit as it was when the dossier was opened."""
        return Eenheid.model_validate_json(self.dossier.eenheid, by_alias=True, by_name=False)

    @property
    def living(self) -> list[FrozenMunicipality]:
        """The municipalities that have not ceased to exist during the procedure."""
        return [m for m in self.municipalities if m.until is None]

    @property
    def owed_hearings(self) -> list[Hearing]:
        """The hearings of the councils that still exist: the others need not be heard."""
        return [h for h in self.hearings if h.is_owed]

    @property
    def ontwerp(self) -> DraftVersion | None:
        """The newest ontwerp: the version on which the councils are heard."""
        return latest(self.versions, ontwerp=True)

    @property
    def final(self) -> DraftVersion | None:
        """The newest version: the one that is put up for adoption."""
        return latest(self.versions)

    @property
    def adoption(self) -> Besluit | None:
        """The besluit by which the plan was adopted, if it was."""
        return next((b for b in self.besluiten if b.kind is BesluitKind.ADOPTION), None)

    @property
    def provisional(self) -> list[Action]:
        """What was decided provisionally: support or consent that is no adoption (art. 39)."""
        decided = [a for a in self.actions if a.state is ActionState.DONE]
        return [a for a in decided if self.proposal.step(a.step).is_provisional]

    def agreements_with(self, version: DraftVersion) -> dict[str, date]:
        """Return who agreed that this version leaves the house, and when."""
        return {
            b.by: b.taken_on
            for b in self.besluiten
            if b.kind is BesluitKind.AGREEMENT and b.version == version.id
        }

    def has_reason(self, code: str) -> bool:
        """Whether a person recorded why this finding does not stand in the way."""
        return any(reason.code == code for reason in self.reasons)

    def themes(self) -> Besluit | None:
        """Return the newest besluit on the themes."""
        chosen = [b for b in self.besluiten if b.kind is BesluitKind.THEMES]
        return max(chosen, key=lambda b: (b.taken_on, int(b.id.rpartition("/")[2])), default=None)

    def open_actions(
        self, step: str | None = None, kind: StepKind | None = None, stage: Stage | None = None
    ) -> list[Action]:
        """Return the actions that somebody still owes, narrowed as asked."""
        return [
            a
            for a in self.actions
            if a.state is ActionState.OPEN
            and step in (None, a.step)
            and kind in (None, a.kind)
            and stage in (None, a.stage)
        ]

    def has_lapsed(self, step: str) -> bool:
        """Whether this step will not take place: all that anybody owed for it lapsed."""
        return {a.state for a in self.actions if a.step == step} == {ActionState.LAPSED}

    def is_finished(self, step: str) -> bool:
        """Whether somebody owed this step and nobody does any more: it was done, or it lapsed."""
        return self.is_done(step) and any(a.step == step for a in self.actions)

    def is_done(self, step: str) -> bool:
        """Whether nobody owes anything for this step any more; one that lapsed counts too."""
        return not self.open_actions(step=step)

    def municipality(self, name: str) -> FrozenMunicipality:
        """Return a municipality by its name or CBS code.

        Raises:
            GehoordError: it is not in the frozen set of this dossier.
        """
        wanted = name.strip().casefold()
        for municipality in self.municipalities:
            if wanted in (municipality.name.casefold(), municipality.code.casefold()):
                return municipality
        names = ", ".join(m.name for m in self.municipalities)
        raise GehoordError(f"'{name}' is geen gemeente van dit dossier. Kies uit: {names}.")

    def owner(self, name: str | None) -> str | None:
        """Return the key of an owner; a municipality may be named as people do."""
        wanted = (name or "").casefold()
        codes = [m.code for m in self.municipalities if m.name.casefold() == wanted]
        return codes[0] if codes else name

    def hearing_of(self, code: str) -> Hearing:
        """Return the hearing of one council."""
        return next(h for h in self.hearings if h.municipality == code)
