# SPDX-License-Identifier: EUPL-1.2
"""Everything the register knows of one dossier, at one moment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from gehoord.calendar.due import Stretch
from gehoord.calendar.written import Fixed
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.appeal import Appeal
from gehoord.domain.dossier.assent import Assent
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.choices import BodyChoice, CandidateList
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.dossier import Dossier, DossierState, FrozenMunicipality, PlanLine
from gehoord.domain.dossier.facts import FACTS
from gehoord.domain.dossier.hearing import ASKED, Hearing, HearingState
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.kept import Kept, kept
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.opened import Opened, opened
from gehoord.domain.dossier.own_words import OwnWords
from gehoord.domain.dossier.owners import hearing_with, municipality_named, owner_named
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.poll import Poll
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.request import PartyRequest
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.tally import Counted, Tallies, Tally
from gehoord.domain.dossier.version import DraftVersion, latest
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.eenheid.letterhead import GivenLetterhead, read_letterhead
from gehoord.domain.frozen import Frozen
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind


@dataclass(init=False)
class State:
    """One dossier as it stands. It never changes: ``after`` gives the one that follows.

    Whoever asks with ``where`` costs no more than what he gets. ``mails`` are those with drafts.
    """

    dossier: Dossier
    municipalities: Kept[FrozenMunicipality]
    lines: Kept[PlanLine]
    actions: Kept[Action]
    versions: Kept[DraftVersion]
    hearings: Kept[Hearing]
    zienswijzen: Kept[Zienswijze]
    responses: Kept[Response]
    reviewers: Kept[Reviewer]
    circulations: Kept[Circulation]
    points: Kept[Point]
    besluiten: Kept[Besluit]
    assents: Kept[Assent]
    conditions: Kept[Condition]
    reasons: Kept[Reason]
    appeals: Kept[Appeal]
    requests: Kept[PartyRequest]
    polls: Kept[Poll]
    candidates: Kept[CandidateList]
    choices: Kept[BodyChoice]
    strengths: Kept[StrengthTable]
    priorities: Kept[LocalPriorities]
    clusters: Kept[Cluster]
    pictures: Kept[SafetyPicture]
    sessions: Kept[InfoSession]
    own_words: Kept[OwnWords]
    rehearings: Kept[Rehearing]

    def __init__(
        self,
        dossier: Dossier,
        municipalities: Iterable[FrozenMunicipality] = (),
        lines: Iterable[PlanLine] = (),
        actions: Iterable[Action] = (),
        *,
        counted: Counted | None = None,
        mails: Iterable[Message] = (),
        **others: Iterable[Frozen],
    ) -> None:
        """Hold what is given, by the names of `FACTS`; of what is left out there is nothing."""
        first = {"municipalities": municipalities, "lines": lines, "actions": actions}
        if unknown := others.keys() - FACTS.keys():
            raise TypeError(f"A state holds no {', '.join(sorted(unknown))}.")
        self.dossier = dossier
        for name in FACTS:
            setattr(self, name, kept({**others, **first}.get(name, ())))
        self._tallies, self.mails = Tallies(self.actions, counted), kept(mails)

    def after(self, changes: Changes) -> "State":
        """Return the state once these changes were made; what they do not touch costs nothing."""
        if not changes:
            return self
        there: dict[str, Any] = {
            name: held.with_changes(*changes.of(kind)) if any(changes.of(kind)) else held
            for name, kind in FACTS.items()
            for held in [getattr(self, name)]
        }
        dossier = next((d for d in changes.of(Dossier)[0]), self.dossier)
        state = State(dossier, mails=self.mails, **there)
        touched = (action.step for actions in changes.of(Action) for action in actions)
        state._tallies = self._tallies.after(state.actions, touched)
        return state

    @property
    def id(self) -> str:
        """The name of the dossier."""
        return self.dossier.id

    @property
    def is_adopted(self) -> bool:
        """Whether the plan was adopted."""
        return self.dossier.state is DossierState.ADOPTED

    @cached_property
    def proposal(self) -> Proposal:
        """The proposal, with the days that people have moved since."""
        if any(line.moved_to for line in self.lines):
            return self._moved(self.with_what_is_done(self.as_opened))
        return self.as_opened

    @cached_property
    def opened(self) -> Opened:
        """What it was opened with, and the steps that came to it since."""
        d = self.dossier
        return opened(d.id, d.proposal, d.eenheid, d.added, d.addresses, d.meetings)

    @property
    def given_letterhead(self) -> GivenLetterhead:
        """What was given of the letterhead since the opening."""
        return read_letterhead(self.dossier.letterhead)

    @property
    def as_opened(self) -> Proposal:
        """The proposal as it was at the opening: it has the steps of now, not always their days."""
        return self.opened.proposal

    @property
    def as_agreed(self) -> Proposal:
        """The proposal with the days that people gave, as if nothing had happened yet."""
        return self._moved(self.as_opened)

    def _moved(self, proposal: Proposal) -> Proposal:
        for line in self.lines:
            if line.moved_to:
                proposal = proposal.moved(line.step, line.moved_to)
        return proposal

    def with_what_is_done(self, proposal: Proposal) -> Proposal:
        """Return the proposal with what is done or lapsed on its days: no move shifts the past.

        What the plan gave no day then has none now.
        """
        finished = [(line, line.days) for line in self.lines if self.is_finished(line.step)]
        stood = {line.step: self._as_it_stood(line, days) for line, days in finished if days}
        return proposal.with_days(stood)

    def _as_it_stood(self, line: PlanLine, days: Stretch) -> Fixed:
        """Return the days that the plan gave a step when it was done, or when it lapsed."""
        how = "verviel" if self.has_lapsed(line.step) else "werd gedaan"
        words = line.words or days.last.in_words
        rule = f"zo stond het in het plan toen het {how}"
        return Fixed(replace(days, words=words), words, rule)

    @cached_property
    def plan(self) -> Plan:
        """The plan as it now stands."""
        if self.proposal is self.as_opened:
            return self.opened.plan
        return self.laid_out(self.proposal)

    def laid_out(self, proposal: Proposal) -> Plan:
        """Return the plan of a proposal; a calendar that was read since moves no day (ADR 34)."""
        return lay_out(proposal, self.opened.counted_by)

    @property
    def eenheid(self) -> Eenheid:
        """The unit as it was when the dossier was opened."""
        return self.opened.eenheid

    @property
    def living(self) -> list[FrozenMunicipality]:
        """The municipalities that have not ceased to exist during the procedure."""
        return [m for m in self.municipalities if m.until is None]

    @property
    def owed_hearings(self) -> list[Hearing]:
        """The hearings of the councils that still exist: the others need not be heard."""
        return [h for h in self.hearings if h.is_owed]

    @cached_property
    def last_asked_on(self) -> date | None:
        """The day on which the last council was asked, of those that still exist."""
        days = [self.hearings.greatest("invited_on", state=state) for state in ASKED]
        return max((day for day in days if day), default=None)

    @cached_property
    def longest_respite(self) -> date | None:
        """The latest last day of its own of a council that may still answer, if one has any."""
        return self.hearings.greatest("respite_until", state=HearingState.INVITED)  # type: ignore[no-any-return]

    @property
    def ontwerp(self) -> DraftVersion | None:
        """The newest ontwerp: the version on which the councils are heard."""
        return latest(self.versions, ontwerp=True)

    @property
    def final(self) -> DraftVersion | None:
        """The newest version: the one that is put up for adoption."""
        return latest(self.versions)

    def besluiten_on(self, kind: BesluitKind, **equal: Any) -> list[Besluit]:
        """Return the besluiten of one kind that were not withdrawn, in the order of their keys."""
        return standing(self.besluiten.where(kind=kind, **equal))

    @property
    def adoption(self) -> Besluit | None:
        """The besluit by which the plan was adopted, if it was."""
        return next(iter(self.besluiten_on(BesluitKind.ADOPTION)), None)

    def jaarverslag(self, year: int) -> Besluit | None:
        """Return the besluit by which the jaarverslag over a year was adopted, if it was."""
        return next(iter(self.besluiten_on(BesluitKind.JAARVERSLAG, year=year)), None)

    def agreements_with(self, version: DraftVersion) -> dict[str, date]:
        """Return who agreed that this version leaves the house, and when."""
        agreed = self.besluiten_on(BesluitKind.AGREEMENT, version=version.content_id)
        return {b.by: b.taken_on for b in agreed}

    def themes(self) -> Besluit | None:
        """Return the newest besluit on the themes: as chosen, or as given priority since."""
        on = self.besluiten_on
        chosen = on(BesluitKind.PRIORITY) or on(BesluitKind.THEMES)
        return max(chosen, key=lambda b: (b.taken_on, int(b.id.rpartition("/")[2])), default=None)

    def open_actions(
        self, step: str | None = None, kind: StepKind | None = None, stage: Stage | None = None
    ) -> list[Action]:
        """Return the actions that somebody still owes, narrowed as asked."""
        asked = {"step": step, "kind": kind, "stage": stage}
        narrowed = {name: value for name, value in asked.items() if value is not None}
        return self.actions.where(state=ActionState.OPEN, **narrowed)

    def owed(self, step: str, owner: str | None = None) -> list[Action]:
        """Return the actions of a step that are still owed, by everybody or by one owner."""
        asked = {"step": step} if owner is None else {"step": step, "owner": owner}
        return [a for a in self.actions.where(**asked) if a.is_open]

    def tally(self, step: str) -> Tally:
        """Return how many actions of a step are open, done or lapsed, and when they were done."""
        return self._tallies.of(step)

    def has_lapsed(self, step: str) -> bool:
        """Whether this step will not take place: all that anybody owed for it lapsed."""
        return self.tally(step).has_lapsed

    def is_finished(self, step: str) -> bool:
        """Whether somebody owed this step and nobody does any more: it was done, or it lapsed."""
        return self.tally(step).is_finished

    def is_done(self, step: str) -> bool:
        """Whether nobody owes anything for this step any more; one that lapsed counts too."""
        return not self.tally(step).open

    def municipality(self, name: str) -> FrozenMunicipality:
        """Return a municipality by its name or CBS code.

        Raises:
            GehoordError: it is not in the frozen set of this dossier.
        """
        return municipality_named(name, self.municipalities)

    def owner(self, name: str | None) -> str | None:
        """Return the key of an owner, who may be named as people do.

        Raises:
            GehoordError: nobody by that name owes anything in this dossier.
        """
        return None if name is None else owner_named(name, self.actions, self.municipalities)

    def hearing_of(self, code: str) -> Hearing:
        """Return the hearing of one council; refuse in a dossier in which none is heard."""
        return hearing_with(f"{self.id}/{code}", self.hearings)
