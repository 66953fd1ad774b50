# SPDX-License-Identifier: EUPL-1.2
"""One lawful run of `klein.toml`, told up to a moment; from there each test goes its own way."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any, Literal, get_args

import pytest

from gehoord.domain.acts.move import Consequences
from gehoord.domain.acts.report import (
    Adopted,
    Agreed,
    CouncilHeard,
    Report,
    SilenceAccepted,
    StepDone,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from tests.conftest import read_day
from tests.sentence import assert_sentence

Small = tuple[Proposal, Eenheid, str]
Moment = Literal["opened", "themes", "ontwerp", "agreed", "asked", "heard", "final", "adopted"]

OPENED = read_day("Tue 2026-12-01")
THEMES = read_day("Thu 2027-03-11")
ONTWERP = read_day("Thu 2027-06-03")
AGREED = read_day("Thu 2027-06-10")
ASKED = read_day("Thu 2027-06-17")
HEARD = read_day("Thu 2027-09-16")
RESPOND_BY = read_day("Thu 2027-10-07")
FINAL = read_day("Thu 2027-10-28")
ADOPTED = read_day("Thu 2027-11-04")
ONE_DAY = timedelta(days=1)
COUNCILS = ("Haarlem", "Hoorn", "Texel")
HEAR = "art. 38b lid 2"
ADOPT = "art. 39 lid 1"
REAL_REASON = "uitgesteld, herinnerd en gebeld"


class Story(ABC):
    """A dossier that can be told further, one report at a time."""

    def tell(self, small: Small, until: Moment) -> None:
        self.opens(small)
        moments = get_args(Moment)
        for moment in moments[1 : moments.index(until) + 1]:
            getattr(self, f"_{moment}")()

    @abstractmethod
    def opens(self, small: Small) -> None: ...

    @abstractmethod
    def does(self, report: Report, on: date | None = None) -> str: ...

    @abstractmethod
    def starts(self, stage: Stage, on: date) -> str: ...

    @abstractmethod
    def moves(
        self, step: str, to: date, on: date, reason: str = "de zaal is bezet"
    ) -> Consequences: ...

    @property
    @abstractmethod
    def state(self) -> State: ...

    @abstractmethod
    def everything(self) -> list[Any]:
        """All that is known of the dossier."""

    @contextmanager
    def refuses(
        self, *words: str, law: str | None = None
    ) -> Iterator[pytest.ExceptionInfo[GehoordError]]:
        """What is tried is refused in one sentence, on this ground, and changes nothing at all."""
        before = self.everything()
        with pytest.raises(GehoordError) as refused:
            yield refused
        assert_sentence(str(refused.value), *words, *([law] if law else []))
        if law is None:
            assert getattr(refused.value, "article", None) is None
        else:
            assert isinstance(refused.value, RefusedError)
            cited = law if ", " in law else f"Politiewet 2012, {law}"
            assert str(refused.value).endswith(f"({cited})")
        assert self.everything() == before

    def _themes(self) -> None:
        self.does(ThemesChosen(on=THEMES, themes=("Ondermijning", "Jeugd")))

    def _ontwerp(self) -> None:
        self.does(VersionMade(on=ONTWERP, step="ontwerp"))

    def _agreed(self) -> None:
        self.does(Agreed(on=AGREED, client="regioburgemeester"))
        self.does(Agreed(on=AGREED, client="hoofdofficier"))

    def _asked(self) -> None:
        self.starts(Stage.HEARING, ASKED)

    def _heard(self) -> None:
        for council in COUNCILS:
            self.does(heard(council))

    def _final(self) -> None:
        self.does(StepDone(on=FINAL, step="verwerking"))
        self.does(VersionMade(on=FINAL, step="definitief"))

    def _adopted(self) -> None:
        self.does(adopted())


def heard(council: str, on: date = HEARD, manner: Manner = Manner.COUNCIL_MEETING) -> CouncilHeard:
    return CouncilHeard(on=on, municipality=council, manner=manner, answer=Answer.AGREES)


def silent(council: str, on: date, reason: str, by: str = "regioburgemeester") -> SilenceAccepted:
    return SilenceAccepted(on=on, municipality=council, reason=reason, by=by)


def adopted(**changes: Any) -> Adopted:
    lawful = {"basis": "39-1", "hoofdofficier": True, "burgemeesters": "alle", "body": "rbop"}
    return Adopted(on=ADOPTED, **{**lawful, **changes})


Told = Callable[[Moment], Story]
"""Tells the story up to a moment."""
