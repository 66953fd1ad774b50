# SPDX-License-Identifier: EUPL-1.2
"""What people say of the plan that is put up for adoption, as the machine of acts lets them."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from gehoord.domain.acts.part_adoption import waits_for_definitive
from gehoord.domain.acts.report import Adopted, AssentGiven, PartAdopted
from gehoord.domain.dossier.state import State

HOOFDOFFICIER = "hoofdofficier"
AGREES, DISAGREES, ABSENT = "aanwezig; stemt in", "aanwezig; stemt niet in", "afwezig"


class Assenting:
    """The rules for it; `Procedure` lets them happen among all the others.

    Attributes:
        councils: the municipalities that still exist.
        assents: of each content of the plan who said what of it last.
    """

    day: date
    adopted: Any
    councils: Any
    assents: dict[str, dict[str, str]]

    @property
    def current(self) -> State:
        raise NotImplementedError

    def act(self, report: Any) -> bool:
        raise NotImplementedError

    @rule(
        data=st.data(),
        how=st.sampled_from([AGREES, DISAGREES, ABSENT]),
        others=st.booleans(),
    )
    def say_who_agrees(self, data: st.DataObject, how: str, others: bool) -> None:
        who = data.draw(st.sampled_from([*sorted(self.councils), HOOFDOFFICIER]))
        self.report_assent(who, how, others)

    def report_assent(self, who: str, how: str, others: bool) -> None:
        report = AssentGiven(on=self.day, lines=(f"{who}; {how}",), others=others)
        if self.act(report):
            assert self.adopted is None, "somebody agrees with what is adopted"
            said = self.assents.setdefault(self.content(), {})
            if others:
                said |= dict.fromkeys([*self.councils, HOOFDOFFICIER], AGREES)
            said[who] = how

    def come_to_terms(self) -> None:
        """Let all agree where somebody did not: else few procedures come to an end."""
        if self.content() in self.assents:
            self.report_assent(HOOFDOFFICIER, AGREES, others=True)

    @rule(hoofdofficier=st.booleans(), everybody=st.booleans())
    def adopt_the_strength(self, hoofdofficier: bool, everybody: bool) -> None:
        is_waited_for = waits_for_definitive(self.current)
        who = "alle" if everybody else ()
        report = PartAdopted(on=self.day, hoofdofficier=hoofdofficier, burgemeesters=who)
        if self.act(report):
            assert self.adopted, "a part of a plan that is not adopted"
            assert is_waited_for, "a part that was definitive already"
            assert hoofdofficier, "a part is adopted without the hoofdofficier"
            assert everybody, "a part is adopted without the burgemeesters"
            assert not waits_for_definitive(self.current)

    def content(self) -> str:
        """Return which content of the plan is put up for adoption; empty while there is none."""
        return self.current.final.content_id if self.current.final else ""

    def all_agreed(self, content: str) -> bool:
        """Whether everybody who adopts under lid 1 said that he agrees with this content."""
        said = self.assents.get(content, {})
        return all(said.get(one) == AGREES for one in (*self.councils, HOOFDOFFICIER))

    def check_assents(self, report: Adopted, content: str) -> None:
        """Check the ground of an adoption against what each said of it (art. 39 lid 1 and 2)."""
        if content not in self.assents:
            return
        if report.basis == "39-1":
            assert self.all_agreed(content), "adopted by all while not all agree"
        if report.basis == "39-2":
            assert not self.all_agreed(content), "lid 2 while lid 1 is possible"
            said = self.assents[content].get(HOOFDOFFICIER)
            assert said != DISAGREES, "lid 2 while the hoofdofficier does not agree"
