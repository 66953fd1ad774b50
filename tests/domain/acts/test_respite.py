# SPDX-License-Identifier: EUPL-1.2
"""One council alone gets longer to answer; what follows the hearing still comes after it."""

from datetime import date, timedelta

import pytest

from gehoord.domain.acts.report import (
    CLIENTS_THAT_AGREE,
    Agreed,
    Corrected,
    Merged,
    ReasonGiven,
    RespiteGiven,
    VersionMade,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.derived import Derived
from gehoord.domain.dossier.ladder import rungs
from gehoord.domain.errors import RefusedError
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.story.head import head
from tests.conftest import read_day
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import (
    ADOPTED,
    HEAR,
    HEARD,
    ONE_DAY,
    REAL_REASON,
    RESPOND_BY,
    Moment,
    Small,
    Story,
    Told,
    heard,
    silent,
)
from tests.story_in_register import StoryInRegister

LONGER = read_day("Thu 2027-10-14")
WHY = "de raad vergadert een week later"
MISTAKE = "dat was een andere raad"


@pytest.fixture
def two_weeks(small: Small) -> Story:
    """The story in which the answers are weighed from the day after the hearing on."""
    _, eenheid, text = small
    longer = '{ van = "1 dag na horen", tot_en_met = "2 weken voor vaststelling" }'
    text = text.replace('wanneer = "2 weken voor vaststelling"', f"wanneer = {longer}")
    story = StoryInMemory()
    story.tell((read_toml(Proposal, text.encode(), "klein"), eenheid, text), "asked")
    return story


def respite(until: date = LONGER, on: date = HEARD, council: str = "Texel") -> RespiteGiven:
    return RespiteGiven(on=on, municipality=council, until=until, reason=WHY)


def owed(story: Story, code: str = "GM0448") -> Action:
    [action] = story.state.owed("horen", code)
    return action


def test_its_day_its_reminders_and_its_card_move_and_nothing_else(told: Told) -> None:
    story = told("asked")
    before = {a.id: a for a in story.state.actions}
    lines = list(story.state.lines)
    said = story.does(respite())
    assert said == (
        "De raad van Texel mag tot en met donderdag 14 oktober 2027 antwoorden; voor de andere "
        "raden verandert er niets."
    )
    texel = owed(story)
    assert texel.name == "Texel: raad horen over het ontwerp, uiterlijk 14 oktober 2027"
    assert (texel.due_on, texel.sequence) == (LONGER, before[texel.id].sequence + 1)
    assert [rung.day for rung in rungs(story.state, texel)][-1] > LONGER
    assert texel.remind_on == read_day("Thu 2027-09-30")
    assert {a.id for a in story.state.actions if a != before[a.id]} == {texel.id}
    assert list(story.state.lines) == lines
    hearing = story.state.hearing_of("GM0448")
    assert (hearing.respond_by, hearing.respite_because) == (LONGER, WHY)
    assert story.state.hearing_of("GM0405").respond_by == RESPOND_BY


def test_the_card_says_that_this_council_has_longer_and_why(told: Told) -> None:
    story = told("asked")
    story.does(respite())
    texel = owed(story)
    assert list(head(story.state, texel, Derived(story.state)))[2:4] == [
        "Wanneer: uiterlijk 14 oktober 2027, want:",
        f"- donderdag 14 oktober 2027: uitstel voor deze raad alleen: {WHY}",
    ]


def test_an_answer_within_it_is_in_time_and_silence_before_it_counts_not(told: Told) -> None:
    story = told("asked")
    story.does(respite())
    with story.refuses("kan nog tot en met 14 oktober 2027 antwoorden", law=HEAR):
        story.does(silent("Texel", RESPOND_BY + ONE_DAY, REAL_REASON))
    story.does(heard("Texel", LONGER))
    assert not story.state.hearing_of("GM0448").is_late(LONGER)


@pytest.mark.parametrize(
    ("moved_to", "last"),
    [(RESPOND_BY + ONE_DAY, LONGER), (LONGER, LONGER), (LONGER + ONE_DAY, LONGER + ONE_DAY)],
)
def test_of_a_later_move_and_its_own_day_the_later_one_counts(
    told: Told, moved_to: date, last: date
) -> None:
    story = told("asked")
    story.does(respite())
    story.moves("horen", moved_to, HEARD)
    assert owed(story).due_on == story.state.hearing_of("GM0448").respond_by == last
    assert owed(story, "GM0405").due_on == moved_to
    story.moves("horen", LONGER + 2 * ONE_DAY, HEARD)
    story.moves("horen", RESPOND_BY, HEARD)
    assert owed(story).due_on == LONGER, "what it was promised stays promised"


def test_when_every_council_has_longer_the_step_still_moves(told: Told) -> None:
    story = told("asked")
    for council in ("Haarlem", "Hoorn", "Texel"):
        story.does(respite(council=council))
    story.moves("horen", RESPOND_BY + ONE_DAY, HEARD)
    [line] = story.state.lines.where(step="horen")
    assert line.end_on == RESPOND_BY + ONE_DAY
    assert owed(story).due_on == LONGER


def test_taken_back_it_is_as_if_it_never_was(at: At) -> None:
    story = StoryInMemory(at("asked"))
    was = as_it_reads(story.state)
    story.does(respite())
    said = story.does(Corrected(on=HEARD, report="uitstel", owner="Texel", reason=MISTAKE))
    assert said.endswith("Zijn laatste dag is weer die van alle raden.")
    assert as_it_reads(story.state) == was
    with story.refuses("De raad van Texel heeft geen uitstel."):
        story.does(Corrected(on=HEARD, report="uitstel", owner="Texel", reason=MISTAKE))


def test_it_is_not_taken_back_once_the_day_of_all_councils_has_passed(told: Told) -> None:
    """The council may rely on what it was told (Algemene wet bestuursrecht, art. 3:2)."""
    late = Corrected(
        on=RESPOND_BY + ONE_DAY, report="uitstel", owner="Texel", reason="dat was een andere raad"
    )
    story = told("asked")
    story.does(respite())
    with story.refuses(
        "de laatste dag van alle raden, 7 oktober 2027, is al voorbij",
        law="Algemene wet bestuursrecht, art. 3:2",
    ):
        story.does(late)
    story.does(late.model_copy(update={"on": RESPOND_BY}))
    assert owed(story).due_on == RESPOND_BY


def test_dated_back_it_is_refused_as_on_the_day_on_which_it_is_recorded(told: Told) -> None:
    story = told("asked")
    if not isinstance(story, StoryInRegister):
        return
    today = LONGER + ONE_DAY
    with story.refuses("14 oktober 2027 is al voorbij. Kies een dag vanaf 15 oktober 2027."):
        story.does(respite(), today)
    story.does(respite(), LONGER)
    back = Corrected(on=HEARD, report="uitstel", owner="Texel", reason=MISTAKE)
    with story.refuses("is al voorbij", law="Algemene wet bestuursrecht, art. 3:2"):
        story.does(back, LONGER)


def test_an_answer_that_is_taken_back_leaves_the_longer_day(told: Told) -> None:
    story = told("asked")
    story.does(respite())
    story.does(heard("Texel"))
    story.does(Corrected(on=HEARD, step="horen", owner="Texel", reason=MISTAKE))
    assert owed(story).due_on == LONGER


def test_a_new_round_ends_it(told: Told) -> None:
    """It was given to answer about the former ontwerp."""
    story = told("asked")
    story.does(respite())
    story.does(VersionMade(on=HEARD, step="ontwerp"))
    for client in CLIENTS_THAT_AGREE:
        story.does(Agreed(on=HEARD, client=client))
    story.starts(Stage.HEARING, HEARD)
    assert owed(story).due_on == RESPOND_BY
    assert story.state.hearing_of("GM0448").respite_until is None


@pytest.mark.parametrize(
    ("moment", "report", "said", "law"),
    [
        ("agreed", respite(), "heeft het ontwerp nog niet gekregen", HEAR),
        ("heard", respite(), "hoeft niet meer te antwoorden: gehoord", None),
        ("adopted", respite(on=ADOPTED, until=ADOPTED), "daarna kan een raad geen uitstel", HEAR),
        ("asked", respite(until=HEARD - ONE_DAY), "is al voorbij", None),
        ("asked", respite(until=RESPOND_BY), "Kies een latere dag", None),
        ("asked", respite(until=RESPOND_BY - ONE_DAY), "uiterlijk 7 oktober 2027", None),
        ("asked", respite(council="Texle"), "bedoelt u 'Texel'?", None),
        ("asked", respite().model_copy(update={"reason": "zomaar"}), "Schrijf in een zin", None),
        ("asked", respite(until=ADOPTED + ONE_DAY), "vaststelling", HEAR),
    ],
)
def test_it_is_refused_where_the_law_or_the_plan_forbids(
    told: Told, moment: Moment, report: RespiteGiven, said: str, law: str | None
) -> None:
    story = told(moment)
    with story.refuses(said, law=law):
        story.does(report)


GENERAL = ReasonGiven(
    on=HEARD,
    by="regioburgemeester",
    code="volgorde",
    ground="Texel wordt apart verwerkt",
    step="verwerking",
)


@pytest.mark.parametrize("reasons", [(), (GENERAL,)])
def test_it_may_not_reach_past_the_last_day_on_which_answers_are_weighed(
    told: Told, reasons: tuple[ReasonGiven, ...]
) -> None:
    """A reason for the order of two steps is no reason for this council and this day."""
    story = told("asked")
    for reason in reasons:
        story.does(reason)
    until = story.state.plan["verwerking"].due_on + ONE_DAY
    with story.refuses(
        "'reacties van de raden verwerken' rust op het horen en is uiterlijk 21 oktober 2027",
        "Verplaats stap 'verwerking' eerst naar 22 oktober 2027 of later (gehoord move)",
    ) as refused:
        story.does(respite(until=until))
    assert isinstance(refused.value, RefusedError)
    [moving] = refused.value.onward
    assert moving.filled == {"stap": "verwerking", "naar": f"{until}"}
    story.moves("verwerking", until, HEARD)
    said = story.does(respite(until=until))
    assert "Let op: Tussen de laatste dag om te antwoorden, 22 oktober 2027, en de" in said


def test_answers_may_be_weighed_already_while_one_council_has_longer(two_weeks: Story) -> None:
    story = two_weeks
    weighed = story.state.plan["verwerking"].span
    assert weighed.start < LONGER < weighed.end
    story.does(respite())
    story.does(respite(until=weighed.end))
    found = findings(Case.of_dossier(story.state, HEARD))
    assert not [f for f in found if f.code in ("volgorde", "definitief-tijdens-raadpleging")]
    with story.refuses("Verplaats stap 'verwerking' eerst naar 22 oktober 2027"):
        story.does(respite(until=weighed.end + ONE_DAY))


def test_the_weighing_does_not_end_before_it(two_weeks: Story) -> None:
    story = two_weeks
    story.does(respite())
    with story.refuses(
        "'reacties van de raden verwerken' is uiterlijk 13 oktober 2027, maar rust op",
        "en een raad heeft uitstel tot en met 14 oktober 2027",
    ):
        story.moves("verwerking", LONGER - ONE_DAY, HEARD)


def test_less_respite_is_a_new_promise_and_more_is_welcome(told: Told) -> None:
    story = told("asked")
    story.does(respite())
    with story.refuses("Minder uitstel? Neem het eerst terug (herstel)."):
        story.does(respite(until=LONGER - ONE_DAY))
    story.does(respite(until=LONGER + ONE_DAY))
    assert owed(story).due_on == LONGER + ONE_DAY


def test_a_day_on_which_nobody_works_is_said(told: Told) -> None:
    story = told("asked")
    said = story.does(respite(until=read_day("Sat 2027-10-09")))
    assert "zaterdag 9 oktober 2027" in said
    assert "Let op: op die dag wordt daar niet gewerkt" in said


def test_the_adoption_does_not_move_to_before_it(told: Told) -> None:
    story = told("asked")
    story.does(respite(until=read_day("Wed 2027-10-20")))
    with story.refuses("Het horen duurt tot en met 20 oktober 2027", law=HEAR):
        story.moves("vaststelling", read_day("Tue 2027-10-19"), HEARD)


def test_a_check_of_the_other_councils_keeps_their_day(at: At) -> None:
    story = StoryInMemory(at("asked"))
    about = {"geen-raadsvergadering", "reces"}
    was = [f for f in findings(Case.of_dossier(story.state, HEARD)) if f.code in about]
    story.does(respite(until=LONGER + timedelta(days=6)))
    now = [f for f in findings(Case.of_dossier(story.state, HEARD)) if f.code in about]
    assert now == was


def test_a_council_that_ceased_leaves_its_longer_day_to_nobody(told: Told) -> None:
    story = told("asked")
    story.does(respite())
    story.does(Merged(on=HEARD, ceased=("Texel",), code="GM9999", name="Nieuwstad"))
    assert story.state.longest_respite is None
    assert story.state.hearing_of("GM9999").respite_until is None
