# SPDX-License-Identifier: EUPL-1.2
"""The page on which the adviser says something of a letter in his own words."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.report import LetterReworded
from gehoord.domain.dossier.own_words import PASSAGES, PLACEHOLDERS, newest
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Letter


@dataclass(frozen=True, slots=True)
class SeenLetter:
    """What would be kept, to whom the letter is that can be seen, and what there is to say of it.

    ``to`` is empty when there is no letter to be seen. ``mail`` is the mail with it, when the words
    are for that. ``mark`` is by what it is known: who agreed to it agreed to nothing else;
    ``is_other`` tells whether it was something else when he agreed.
    """

    mark: str
    is_other: bool
    told: str
    to: str
    remark: str
    mail: str = ""


@dataclass(frozen=True, slots=True)
class RewordingPage:
    """What the adviser reads.

    Attributes:
        choices: of each letter of the plan its passages, as they are chosen.
        own: what was said before, with its words.
        municipalities: for whom a letter can be seen.
        said: what he filled in, by the name of its field.
        wrong: why that was refused; ``told`` is what was kept.
    """

    plan: str
    eenheid: str
    key: str
    choices: tuple[tuple[str, tuple[str, ...]], ...]
    own: tuple[tuple[str, str], ...]
    municipalities: tuple[str, ...]
    said: Mapping[str, str]
    wrong: str
    seen: SeenLetter | None
    told: str

    @classmethod
    def of(
        cls,
        state: State,
        key: str,
        said: Mapping[str, str],
        *,
        wrong: str,
        seen: SeenLetter | None,
        told: str,
    ) -> "RewordingPage":
        """Return the page for a dossier."""
        planned = {p.step.letter for p in state.plan.steps if p.step.stands}
        letters = [letter for letter in Letter if letter in planned]
        return cls(
            plan=one_line(state.dossier.title),
            eenheid=one_line(state.dossier.eenheid_name),
            key=key,
            choices=tuple(
                (str(each), tuple(f"{each}: {passage}" for passage in PASSAGES[each]))
                for each in letters
            ),
            own=tuple((called, words.text) for called, words in newest(state.own_words).items()),
            municipalities=tuple(one_line(m.name) for m in state.living),
            said={"passage": "", "aan": "", "tekst": "", **said},
            wrong=wrong,
            seen=seen,
            told=told,
        )

    @property
    def heading(self) -> str:
        """What the page is about now."""
        if self.told:
            return "Vastgelegd"
        if self.seen:
            return f"Bekijk de {'mail' if self.seen.mail else 'brief'} met uw woorden"
        return "Eigen woorden in een brief"

    @property
    def placeholders(self) -> str:
        """The facts that may stand between brackets."""
        return ", ".join(f"[{each}]" for each in PLACEHOLDERS)


def mark_of(report: LetterReworded, state: State) -> str:
    """Return by what words are known that somebody saw, with those that they would replace."""
    before = newest(state.own_words).get(f"{report.letter}: {report.passage}")
    seen = [report.letter, report.passage, report.text, before.text if before else ""]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()
