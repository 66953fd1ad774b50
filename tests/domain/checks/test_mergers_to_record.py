# SPDX-License-Identifier: EUPL-1.2
"""A merger that the country knows is told weeks ahead, with the act that records it.

Law: Politiewet 2012, art. 38b lid 2: heard are the councils that are there at the adoption.
"""

import re
from datetime import date

import pytest

from gehoord.domain.acts.ahead import refuse_what_is_to_happen
from gehoord.domain.acts.form import reports
from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import Corrected, Merged, TakenBack
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.errors import GehoordError, ProposalError
from gehoord.domain.finding import Finding
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.backwards import lay_backwards
from gehoord.domain.proposal.proposal import Proposal
from gehoord.procedures.library import eenheid_named, proposal_of
from gehoord.templates.proposal import new_proposal
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.domain.checks.cases import of_code

NEW_YEAR = date(2022, 1, 1)


def of_2021() -> StoryInMemory:
    """The IMV 2023 as it stood while Noord-Holland had 34 municipalities."""
    proposal, eenheid, text = proposal_of("noord-holland/imv-2023")
    day = f"peildatum = {proposal.reference_date}"
    assert day in text
    then = text.replace(day, "peildatum = 2021-07-08")
    story = StoryInMemory()
    story.opens((read_toml(Proposal, then.encode(), "imv"), eenheid, then))
    return story


def told(story: StoryInMemory, on: date) -> list[Finding]:
    return of_code("herindeling-vastleggen", findings(Case.of_dossier(story.state, on)))


def test_eight_weeks_ahead_each_merger_is_told_with_its_command() -> None:
    story = of_2021()
    assert told(story, date(2021, 11, 5)) == []
    case = Case.of_dossier(story.state, date(2021, 11, 5))
    assert case.stands_until() <= date(2021, 11, 6), "else the page would not be made anew"
    assert [f.text for f in told(story, date(2021, 11, 6))] == [
        "Beemster gaat op 1 januari 2022 op in Purmerend; dit dossier weet dat nog niet: gehoord "
        'record herindeling klein GM0439 "Purmerend" --opgeheven GM0370 --op 2022-01-01.',
        "Heerhugowaard en Langedijk gaan op 1 januari 2022 op in Dijk en Waard; dit dossier weet "
        'dat nog niet: gehoord record herindeling klein GM1980 "Dijk en Waard" --opgeheven GM0398 '
        "--opgeheven GM0416 --op 2022-01-01.",
    ]


def test_what_was_recorded_is_told_no_more() -> None:
    story = of_2021()
    story.does(Merged(on=NEW_YEAR, ceased=("GM0370",), code="GM0439", name="Purmerend"))
    assert [f.text[:13] for f in told(story, NEW_YEAR)] == ["Heerhugowaard"]
    merged = ("Heerhugowaard", "Langedijk")
    story.does(Merged(on=NEW_YEAR, ceased=merged, code="GM1980", name="Dijk en Waard"))
    assert told(story, NEW_YEAR) == []
    assert len(story.state.living) == 32


def test_the_form_offers_it_as_one_choice_that_fills_in_the_rest() -> None:
    story, day = of_2021(), date(2021, 11, 6)
    assert offered("herindeling", "bekend", [story.state], date(2021, 11, 5)) == ()
    chosen = offered("herindeling", "bekend", [story.state], day)
    assert chosen == (
        "Beemster (GM0370) gaat op in Purmerend (GM0439), 1 januari 2022",
        "Heerhugowaard (GM0398) en Langedijk (GM0416) gaan op in Dijk en Waard (GM1980), "
        "1 januari 2022",
    )
    [merged] = reports("herindeling", {"bekend": chosen[1]}, day)
    with pytest.raises(GehoordError, match="1 januari 2022 ligt in de toekomst"):
        refuse_what_is_to_happen(merged.on, day)
    story.does(merged)
    assert offered("herindeling", "bekend", [story.state], day) == chosen[:1]
    [otherwise] = reports("herindeling", {"bekend": chosen[0], "naam": "Waterland"}, day)
    assert isinstance(otherwise, Merged)
    assert (otherwise.name, otherwise.on) == ("Waterland", NEW_YEAR)
    for wrong, told_of in (("Beemster", "'Beemster' is geen herindeling"), ("", "CBS-code van")):
        with pytest.raises(ProposalError, match=told_of):
            reports("herindeling", {"bekend": wrong}, day)


def of_2018() -> StoryInMemory:
    """A procedure in Rotterdam, of which two municipalities went into Midden-Nederland."""
    eenheid, day = eenheid_named("rotterdam"), date(2026, 11, 29)
    laid_out = lay_backwards(eenheid, date(2029, 11, 1), day, None)
    text = new_proposal(eenheid, laid_out, day)
    then = re.sub(r"(?m)^peildatum = .*$", "peildatum = 2018-07-01", text)
    story = StoryInMemory()
    story.opens((read_toml(Proposal, then.encode(), "plan"), eenheid, then))
    return story


def test_who_goes_into_another_unit_has_no_successor_that_is_heard_or_adopts_here() -> None:
    story, day = of_2018(), date(2019, 1, 1)
    before = [m.code for m in story.state.living]
    [finding] = [f for f in told(story, day) if "GM1961" in f.text]
    assert "op in Vijfheerenlanden, van een andere eenheid; dit dossier weet" in finding.text
    said = story.does(Merged(on=day, ceased=("GM0545", "GM0707"), code="GM1961", name="Vijf"))
    assert said.endswith("van Vijf wordt in dit dossier niet gehoord.")
    assert not [f for f in told(story, day) if "GM1961" in f.text]
    assert [m.code for m in story.state.living] == [
        code for code in before if code not in {"GM0545", "GM0707"}
    ]
    for name in ("Leerdam", "Zederik"):
        back = {"report": TakenBack.MERGER, "owner": name, "reason": "Dat gebeurt later."}
        story.does(Corrected(on=day, **back))
    assert [m.code for m in story.state.living] == before
    assert {h.state for h in story.state.hearings} == {HearingState.PLANNED}
