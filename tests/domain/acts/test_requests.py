# SPDX-License-Identifier: EUPL-1.2
"""A party asks something that needs judgement: a card of the adviser, and no more than that."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import Requested, StepDone, StepLapsed
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.request import RequestKind
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.outgoing.progress import progress
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.calendars import calendar_of, mailbox
from tests.conftest import read_day
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.asking import WANTED, WHY, asks
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import ADOPTED, ASKED, HEAR, HEARD, ONE_DAY, RESPOND_BY, Moment, Story, Told

OTHER, COMMITTEE = RequestKind.OTHER, RequestKind.COMMITTEE
STEP = "antwoord-op-verzoek"


def owed(story: Story) -> list[Action]:
    return story.state.actions.where(step=STEP)


def test_who_asks_reads_that_nothing_is_decided_and_by_when_it_will_be(told: Told) -> None:
    story = told("asked")
    said = story.does(asks())
    assert said == (
        "Verzoek 1 is ontvangen: de griffie van Texel vraagt uitstel tot en met 21 oktober 2027. "
        "Er is nog niets beslist en er verandert niets, ook geen dag. De adviseur antwoordt "
        "uiterlijk 22 juni 2027."
    )
    committee, other = (story.does(asks(kind)) for kind in (COMMITTEE, OTHER))
    assert "de griffie van Texel vraagt behandeling in een commissie. Er is nog niets" in committee
    assert "de griffie van Texel stelt een vraag. Er is nog niets beslist" in other


def test_it_is_owed_within_three_reading_days_and_changes_nothing_else(told: Told) -> None:
    story = told("asked")
    was = as_it_reads(story.state)
    story.does(asks())
    [action] = owed(story)
    assert (action.owner, action.title) == (
        ADVISER,
        "verzoek van Texel: uitstel tot en met 21 oktober 2027",
    )
    assert action.about == "klein/horen/GM0448"
    assert action.due_on == read_day("Tue 2027-06-22")  # asked on a Thursday
    assert {**as_it_reads(story.state), "requests": []} == was


def test_several_stand_beside_one_another_and_the_same_is_not_asked_twice(told: Told) -> None:
    story = told("asked")
    story.does(asks())
    with story.refuses("Dit verzoek is er al", "van de griffie van Texel, nummer 1"):
        story.does(asks(text=WHY.upper()))
    story.does(asks(COMMITTEE))
    story.does(asks(on=ASKED + ONE_DAY))
    story.does(asks(who="burgemeester van Texel"))
    story.does(asks(OTHER, "rbop", text="Komt er een oplegnotitie?"))
    assert [asked.number for asked in story.state.requests] == [1, 2, 3, 4, 5]
    assert len({action.id for action in owed(story)}) == 5
    assert {action.stage for action in owed(story)} > {Stage.HEARING}


@pytest.mark.parametrize("who", ["Burgemeester van Texel", "burgemeesters GM0448"])
def test_who_asks_is_known_and_what_is_asked_belongs_to_his_hearing(told: Told, who: str) -> None:
    story = told("asked")
    story.does(asks(who=who))
    [asked] = story.state.requests
    assert (asked.recipient, asked.owner) == ("burgemeesters GM0448", "GM0448")
    assert asked.name == "burgemeester van Texel"
    assert owed(story)[0].title.startswith("verzoek van de burgemeester van Texel: uitstel")
    assert owed(story)[0].about == "klein/horen/GM0448"


@pytest.mark.parametrize(
    ("moment", "report", "said", "law"),
    [
        ("asked", asks(until=RESPOND_BY), "heeft al de tijd: uiterlijk 7 oktober 2027", None),
        ("asked", asks(until=ASKED - ONE_DAY), "16 juni 2027 is al voorbij", None),
        ("heard", asks(on=HEARD), "hoeft niet meer te antwoorden: gehoord", None),
        ("heard", asks(COMMITTEE, on=HEARD), "Kies 'andere vraag'", None),
        ("adopted", asks(COMMITTEE, on=ADOPTED), "al vastgesteld op 4 november 2027", HEAR),
        ("asked", asks(who="rbop"), "RBOP is geen gemeente", None),
        ("asked", asks(who="Texle"), "heeft geen eigen pagina in dit dossier", None),
        ("asked", asks(OTHER, "adviseur"), "Noem wie het vroeg", None),
    ],
)
def test_it_is_refused_where_nobody_can_grant_it(
    told: Told, moment: Moment, report: Requested, said: str, law: str | None
) -> None:
    story = told(moment)
    with story.refuses(said, law=law):
        story.does(report)


def test_a_party_of_which_nothing_is_asked_has_nothing_to_ask(at: At) -> None:
    state = at("asked")
    others = [action for action in state.actions if action.owner != "GM0448"]
    story = StoryInMemory(State(state.dossier, state.municipalities, state.lines, others))
    with story.refuses("Van de griffie van Texel wordt in dit dossier niets gevraagd."):
        story.does(asks(OTHER))


@pytest.mark.parametrize("moment", ["opened", "agreed", "asked", "adopted"])
def test_another_question_may_always_be_asked(told: Told, moment: Moment) -> None:
    story = told(moment)
    story.does(asks(OTHER, on=ADOPTED, text="Wanneer komt het definitieve plan?"))
    assert len(owed(story)) == 1


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"question": "uitstel"}, "noem bij 'uitstel' ook de dag"),
        ({"question": "commissie", "until": WANTED}, "'naar' hoort bij 'uitstel'"),
    ],
)
def test_a_day_belongs_to_a_respite_alone(filled: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Requested(on=ASKED, who="Texel", text=WHY, **filled)


def test_the_plan_the_checks_and_the_stages_know_nothing_of_it(at: At) -> None:
    before = at("asked")
    story = StoryInMemory(before)
    story.does(asks())
    after = story.state
    late = read_day("Mon 2027-08-30")
    assert findings(Case.of_dossier(after, late)) == findings(Case.of_dossier(before, late))
    for stage in Stage:
        assert progress(after, stage, late, "") == progress(before, stage, late, "")
    organizer = mailbox(before, "plan@klein.example")
    for owner in ("GM0448", "rbop"):
        assert calendar_of(after, organizer, owner) == calendar_of(before, organizer, owner)


def test_it_is_neither_moved_nor_done_nor_does_it_lapse_by_itself(told: Told) -> None:
    story = told("asked")
    story.does(asks())
    with story.refuses("legt u vast als 'antwoord-op-verzoek', niet als 'gedaan'"):
        story.does(StepDone(on=ASKED, step=STEP))
    with story.refuses("Een verzoek kan niet vervallen: beantwoord het"):
        story.does(StepLapsed(on=ASKED, step=STEP, reason="wij doen daar niets mee"))
    with story.refuses("staat niet in de planning en kan niet worden verplaatst"):
        story.moves(STEP, date(2027, 9, 1), ASKED)
    for form in ("gedaan", "vervalt", "verplaatsen"):
        assert STEP not in (offered(form, "stap", [story.state], ASKED) or ())


def test_the_forms_offer_who_can_ask_and_what_is_open(told: Told) -> None:
    story = told("asked")
    names = offered("verzoek", "wie", [story.state], ASKED) or ()
    assert {"Texel", "burgemeester van Texel", "RBOP"} <= set(names)
    assert "adviseur van de regioburgemeester" not in names
    for name in names:
        story.does(asks(OTHER, name, text="Wanneer komt het definitieve plan?"))
    open_ones = offered("antwoord-op-verzoek", "verzoek", [story.state], ASKED) or ()
    assert open_ones[0] == f"1 ({names[0]}: een vraag)"
    assert len(open_ones) == len(names)
    assert all(action.state is ActionState.OPEN for action in owed(story))
