# SPDX-License-Identifier: EUPL-1.2
"""IMV 2028-2031 played forward: to its adoption, and on to the jaarverslag over 2031.

People act by chance and within the law: late, absent, with every kind of answer, through mergers,
other days, second rounds, lid 2 and 3 and appeals. After each act an oracle that never looks at how
the engine decides asks for art. 38b lid 2 and art. 39, and for an owner and a day on every card.
"""

import os
from collections import Counter
from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from gehoord.domain.acts.report import (
    Adopted,
    CouncilHeard,
    JaarverslagAdopted,
    Report,
    UitvoeringsplanAdopted,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Part
from gehoord.procedures.library import proposal_of
from tests.replay.dossier_played import PlayedDossier, reached
from tests.replay.lawful_oracle import Oracle
from tests.replay.lawful_people import NAME, PARTS, LawfulPeople

PLAYS = range(1000) if os.environ.get("GEHOORD_NIGHTLY") else (101,)
"""One, in which municipalities merge after the ontwerp left."""
ON_TIME = date(2027, 11, 4)


def test_no_lawful_play_comes_to_an_unlawful_state() -> None:
    counts: Counter[str] = Counter()
    for seed in PLAYS:
        people = LawfulPeople(seed)
        try:
            people.until_adopted()
            people.until_accounted()
        except Exception as error:
            error.add_note(f"play {seed}, on {people.on}; last said: {people.played.said[-3:]}")
            raise
        counts += people.counts
        counts["plays"] += 1
        counts["on time"] += people.oracle.adopted_on == ON_TIME
        counts["acts"] += sum(people.counts.values())
        counts["letters"] += people.played.letters
    assert counts["uitvoeringsplan"] >= 4 * 2 * len(PLAYS)
    assert counts["jaarverslag"] == 4 * counts["vaststelling"] == 4 * len(PLAYS)
    assert counts["herindeling"] >= 1
    print(dict(counts))  # noqa: T201, for -s


def told(oracle: Oracle) -> Oracle:
    """Two councils, asked about the one ontwerp and heard on it; everything is in the text."""
    oracle.note(VersionMade(on=date(2027, 6, 3), step="ontwerp"), PARTS)
    oracle.councils_asked()
    for council in ("Haarlem", "Texel"):
        oracle.note(heard(council))
    return oracle


def heard(council: str, manner: Manner = Manner.COUNCIL_MEETING) -> CouncilHeard:
    return CouncilHeard(
        on=date(2027, 9, 16), municipality=council, manner=manner, answer=Answer.AGREES
    )


def adopted(**other: object) -> Adopted:
    right = {"basis": "39-1", "hoofdofficier": True, "burgemeesters": "alle", "body": "rbop"}
    return Adopted.model_validate({"on": ON_TIME, **right, **other}, by_name=True)


def test_the_oracle_takes_what_is_lawful() -> None:
    oracle = told(Oracle({"Haarlem", "Texel"}))
    oracle.note(adopted())
    assert oracle.adopted_on == ON_TIME


@pytest.mark.parametrize(
    ("wrong", "caught"),
    [
        (lambda o: o.note(heard("Texel", Manner.COMMITTEE)), "a committee is no council"),
        (lambda o: (o.heard.pop("Texel"), o.note(adopted())), "without hearing {'Texel'}"),
        (
            lambda o: (o.note(VersionMade(on=ON_TIME, step="ontwerp"), PARTS), o.note(adopted())),
            "adopted without hearing",
        ),
        (lambda o: o.note(adopted(on=date(2027, 9, 1))), "was heard"),
        (lambda o: o.note(adopted(hoofdofficier=False)), "without the hoofdofficier"),
        (lambda o: o.note(adopted(burgemeesters=["Texel"])), "not by all burgemeesters"),
        (lambda o: o.note(adopted(body="v10")), "by a delegation"),
        (lambda o: o.note(adopted(basis="39-3", hoofdofficier=False)), "minister decided nothing"),
        (
            lambda o: (
                o.note(VersionMade(on=ON_TIME, step="definitief"), (Part.STRENGTH,)),
                o.note(adopted()),
            ),
            "adopted without",
        ),
        (lambda o: (o.note(adopted()), o.note(adopted())), "adopted twice"),
        (lambda o: (o.note(adopted()), o.note(account(date(2028, 12, 1)))), "2028 was not over"),
        (lambda o: o.note(plan_of_year()), "of a plan that was not adopted"),
        (lambda o: (o.note(adopted()), o.note(plan_of_year())), "nobody was asked"),
        (
            lambda o: (o.note(adopted()), [o.note(plan_of_year("het moest")) for _ in "12"]),
            "Zorg has two for 2028",
        ),
    ],
)
def test_the_oracle_catches(wrong: Callable[[Oracle], object], caught: str) -> None:
    with pytest.raises(AssertionError, match=caught):
        wrong(told(Oracle({"Haarlem", "Texel"})))


def plan_of_year(reason: str = "") -> Report:
    return UitvoeringsplanAdopted(on=date(2028, 2, 10), year=2028, theme="Zorg", reason=reason)


def account(on: date) -> Report:
    return JaarverslagAdopted(
        on=on, year=2028, basis="39-1", hoofdofficier=True, burgemeesters="alle", body="rbop"
    )


def test_the_oracle_looks_at_every_card() -> None:
    proposal, eenheid, text = proposal_of(NAME)
    played = PlayedDossier(Random(1))  # noqa: S311, a play and no secret
    played.opened_with(proposal, reached(eenheid), text)
    councils = {m.name for m in played.state.living}
    Oracle(councils).check(played.state)
    dossier, there = played.state.dossier, played.state.municipalities
    nobody = [a.model_copy(update={"owner_name": " "}) for a in played.state.actions]
    with pytest.raises(AssertionError, match="has no owner"):
        Oracle(councils).check(State(dossier, there, actions=nobody))
    gone = sorted(councils)[1:]
    with pytest.raises(AssertionError):
        Oracle(set(gone)).check(played.state)
