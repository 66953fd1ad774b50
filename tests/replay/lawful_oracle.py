# SPDX-License-Identifier: EUPL-1.2
"""What the law asks of one procedure, kept from what people reported alone.

It never looks at how the engine decides: it counts along, and compares.

Law: Politiewet 2012, art. 38b lid 2 and art. 39.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from gehoord.domain.acts.report import (
    Adopted,
    Corrected,
    CouncilHeard,
    JaarverslagAdopted,
    Merged,
    Report,
    SilenceAccepted,
    ThemesChosen,
    UitvoeringsplanAdopted,
    UitvoeringsplanDrafted,
    VersionMade,
)
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.answer import Manner
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import OFFICES
from gehoord.domain.proposal.step import Part

NO_DAY = "nog zonder dag"


@dataclass
class Oracle:
    """What was done about one plan.

    Attributes:
        councils: by name, that exist now.
        ontwerp: how many ontwerpen there were.
        asked: about which ontwerp each council was last asked; ``heard`` on which it was heard, or
            on which a person judged that it kept silent.
    """

    councils: set[str]
    ontwerp: int = 0
    parts: set[Part] = field(default_factory=set)
    asked: dict[str, int] = field(default_factory=dict)
    heard: dict[str, int] = field(default_factory=dict)
    heard_on: dict[str, date] = field(default_factory=dict)
    is_decided: bool = False
    adopted_on: date | None = None
    accounts: dict[int, date] = field(default_factory=dict)
    themes: int = 0
    consulted: dict[tuple[int, str], date] = field(default_factory=dict)
    plans: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    _seen: dict[str, Action] = field(default_factory=dict)

    def councils_asked(self) -> None:
        """Note that every council was sent the newest ontwerp."""
        self.asked = dict.fromkeys(self.councils, self.ontwerp)

    def note(self, report: Report, contains: tuple[Part, ...] = ()) -> None:
        """Note what was reported and taken."""
        match report:
            case VersionMade(step=step) if not report.wording:
                self.parts = set(contains)
                self.ontwerp += step == "ontwerp"
            case CouncilHeard():
                assert report.manner is Manner.COUNCIL_MEETING, "a committee is no council"
                self._settled(report.municipality, report.on)
            case SilenceAccepted():
                assert report.reason, "silence that nobody judged"
                self._settled(report.municipality, report.on)
            case Corrected(step="horen", owner=str() as council):
                del self.heard[council], self.heard_on[council]
            case Merged():
                self._merged(report)
            case Adopted():
                self._adopted(report)
            case JaarverslagAdopted():
                self._account(report)
            case _:
                self._note_uitvoering(report)

    def _note_uitvoering(self, report: Report) -> None:
        """Note which themes there are, and what became of their uitvoeringsplannen."""
        match report:
            case ThemesChosen():
                self.themes = len(report.themes)
            case UitvoeringsplanDrafted(theme=str() as theme, until=date() as until):
                self.consulted[report.year, theme] = until
            case UitvoeringsplanAdopted(theme=str() as theme):
                self._plan_of_year(report, theme)
            case _:
                pass

    def _settled(self, council: str, on: date) -> None:
        assert council in self.asked, f"{council} was heard and never asked"
        self.heard[council], self.heard_on[council] = self.asked[council], on

    def _merged(self, report: Merged) -> None:
        self.councils = (self.councils - set(report.ceased)) | {report.name}
        for council in (*report.ceased, report.name):
            self.heard.pop(council, None)
            self.asked.pop(council, None)

    def _adopted(self, report: Adopted) -> None:
        assert self.adopted_on is None, "adopted twice"
        assert self.ontwerp, "adopted without an ontwerp (art. 38b lid 2)"
        unheard = {c for c in self.councils if self.heard.get(c) != self.ontwerp}
        assert not unheard, f"adopted without hearing {unheard} (art. 38b lid 2)"
        later = {c for c in self.councils if self.heard_on[c] > report.on}
        assert not later, f"adopted before {later} was heard (art. 38b lid 2)"
        lacking = {Part.STRENGTH, Part.WIJKAGENTEN} - self.parts
        assert not lacking, f"adopted without {lacking} (art. 39 lid 1)"
        self._by_right(report)
        self.adopted_on = report.on

    def _by_right(self, report: Adopted | JaarverslagAdopted) -> None:
        if report.basis == "39-3":
            assert self.is_decided, "the minister decided nothing (art. 39 lid 3)"
        else:
            assert report.hoofdofficier, "without the hoofdofficier (art. 39 lid 1 and 2)"
        if report.basis == "39-1":
            assert report.burgemeesters == "alle", "not by all burgemeesters (art. 39 lid 1)"
        assert report.body != "v10", "by a delegation"

    def _account(self, report: JaarverslagAdopted) -> None:
        assert self.adopted_on, "a jaarverslag of a plan that was not adopted"
        assert report.year not in self.accounts, f"the jaarverslag of {report.year} twice"
        assert report.on > date(report.year, 12, 31), f"{report.year} was not over"
        self._by_right(report)
        self.accounts[report.year] = report.on

    def _plan_of_year(self, report: UitvoeringsplanAdopted, theme: str) -> None:
        """A uitvoeringsplan follows the plan; the others were asked first, or somebody says why."""
        assert self.adopted_on, "a uitvoeringsplan of a plan that was not adopted"
        assert report.on >= self.adopted_on, "a uitvoeringsplan from before its plan"
        assert theme not in self.plans[report.year], f"{theme} has two for {report.year}"
        until = self.consulted.get((report.year, theme))
        assert report.reason or (until and until < report.on), f"{theme}: nobody was asked"
        self.plans[report.year].add(theme)

    def check(self, state: State) -> None:
        """Compare the state with what was noted, and look at each card."""
        assert state.is_adopted is (self.adopted_on is not None)
        if state.adoption:
            assert state.adoption.taken_on == self.adopted_on
        living = {m.name for m in state.living}
        assert living == self.councils, living ^ self.councils
        if not state.is_adopted and state.ontwerp:
            settled = {h.name for h in state.hearings if h.is_settled and h.is_owed}
            heard = {c for c in self.heard if c in living and self.heard[c] == self.asked[c]}
            assert settled == heard, settled ^ heard
        codes = {m.code for m in state.living}
        for action in state.open_actions():
            assert action.municipality is None or action.municipality in codes, action.id
            if self._seen.get(action.id) is not action:
                self._seen[action.id] = action
                _check_card(state, action, codes)


def _check_card(state: State, action: Action, codes: set[str]) -> None:
    """Look at a card that is new or changed: whose it is, and by when or that it has no day."""
    assert action.owner_name.strip(), f"{action.id} has no owner"
    is_known = action.owner in codes or action.owner in OFFICES
    assert is_known or state.eenheid.party(action.owner), f"{action.id}: {action.owner}?"
    assert action.due_on or action.name.endswith(NO_DAY), f"{action.name}: no day"
    assert action.due_on is None or action.due_in_words in action.name, action.name
