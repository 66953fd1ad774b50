# SPDX-License-Identifier: EUPL-1.2
"""What happened to an action, told from the journal: each thing once, with its reason."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from gehoord.calendar.due import Stretch
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.agenda_item import MeetingStands
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.dated import fields_of
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.recorded import Recorded
from gehoord.domain.dossier.zienswijze import Arrival, Zienswijze
from gehoord.domain.frozen import Frozen
from gehoord.domain.outgoing.happened import (
    AnswerAdded,
    AnswerWeighed,
    CameIn,
    CarriedThrough,
    CouncilAnswered,
    CouncilAsked,
    CouncilSilent,
    Dropped,
    Happened,
    MeetingDropped,
    MeetingPlanned,
    OwedAgain,
    Shifted,
    ToldLate,
)
from gehoord.domain.outgoing.recounting import recount
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small

FIRST, LATER = read_day("Thu 2027-10-07"), read_day("Thu 2027-10-21")
OPENED = read_day("Tue 2026-12-01")
ON = read_day("Mon 2027-09-27")
TEXEL = "GM0448"


@pytest.fixture
def council(small: Small) -> tuple[Action, Hearing, PlanLine]:
    """The action, the hearing and the step of one council, as they are at the opening."""
    story = StoryInMemory()
    story.tell(small, "opened")
    [action] = story.state.actions.where(step="horen", municipality=TEXEL)
    [line] = story.state.lines.where(step="horen")
    return action, story.state.hearing_of(TEXEL), line


class Journal:
    """A journal that is written an entry at a time."""

    def __init__(self, action: Action, *others: Frozen) -> None:
        self.hearing = action
        self.entries: list[Recorded] = []
        self.has("geopend", "Beleidsplan", action, *others, on=OPENED)

    def has(self, event: str, text: str, *objects: Frozen, on: date = ON) -> None:
        at = datetime(2027, 1, 4, tzinfo=UTC) + timedelta(hours=len(self.entries))
        self.entries.append(Recorded(at, on, "adviseur", event, text, objects))

    @property
    def told(self) -> list[Happened]:
        """What was told after the action came in."""
        came, *rest = recount(self.entries, {TEXEL: self.hearing})[self.hearing.id]
        assert came.what == CameIn(self.hearing.days)
        return rest

    @property
    def what(self) -> list[object]:
        return [event.what for event in self.told]


Council = tuple[Action, Hearing, PlanLine]


def moved(action: Action, to: date) -> Action:
    days = Stretch.on(to)
    return action.on_other_days({"due_on": to, **fields_of(days)}, ON)


def test_a_move_tells_the_old_day_the_new_one_and_why(council: Council) -> None:
    action, _, line = council
    journal = Journal(action, line)
    journal.has("verplaatst", "horen naar", moved(action, LATER), line.moved(LATER, "te druk"))
    [shifted] = journal.what
    assert isinstance(shifted, Shifted)
    assert (shifted.because, shifted.along_with) == ("te druk", "")
    assert "21 oktober 2027" in shifted.becomes


def test_what_shifts_along_names_the_step_that_was_moved(council: Council) -> None:
    action, _, line = council
    other = line.model_copy(update={"id": "klein/vaststelling", "step": "vaststelling"})
    other = other.model_copy(update={"title": "beleidsplan vaststellen"})
    journal = Journal(action, line, other)
    journal.has("verplaatst", "vaststelling", moved(action, LATER), other.moved(LATER, "zaal"))
    [shifted] = journal.what
    assert isinstance(shifted, Shifted)
    assert (shifted.because, shifted.along_with) == ("zaal", "beleidsplan vaststellen")


def test_when_somebody_is_reminded_next_is_told_to_nobody(council: Council) -> None:
    action, _, _ = council
    journal = Journal(action)
    journal.has("wacht", "", action.model_copy(update={"remind_on": ON}))
    assert journal.what == []


def test_a_council_is_asked_heard_and_weighed_each_told_once(council: Council) -> None:
    action, hearing, _ = council
    journal = Journal(action, hearing)
    asked = hearing.ask("klein/versie/1", ON, action.due)
    journal.has("fase horen", "", asked, action.model_copy(update={"remind_on": ON}))
    heard = asked.hear(ON, Manner.COUNCIL_MEETING, Answer.ZIENSWIJZE)
    said = zienswijze(Arrival.LATE)
    journal.has("gehoord", "", heard, action.done(ON), said)
    journal.has("verwerking", "", said.dispose("overgenomen", ON))
    added = said.model_copy(update={"id": "2", "arrival": Arrival.SUPPLEMENT})
    journal.has("aanvulling", "", added)
    assert journal.what == [
        CouncilAsked(action.due, again=False),
        CouncilAnswered("zienswijze", is_late=True),
        AnswerWeighed("overgenomen"),
        AnswerAdded("zienswijze", "aanvulling"),
    ]


def zienswijze(arrival: Arrival) -> Zienswijze:
    return Zienswijze(
        id="1",
        dossier="klein",
        municipality=TEXEL,
        name="Texel",
        version="klein/versie/1",
        received_on=ON,
        answer=Answer.ZIENSWIJZE,
        text="meer wijkagenten",
        arrival=arrival,
    )


def test_a_silence_that_was_a_mistake_is_taken_back_with_its_new_day(council: Council) -> None:
    action, hearing, _ = council
    journal = Journal(action, hearing)
    asked = hearing.ask("klein/versie/1", ON, action.due)
    journal.has("fase horen", "", asked)
    silent = asked.accept_silence(FIRST + timedelta(days=1), "drie keer gevraagd", "griffie")
    journal.has("geen-antwoord", "", silent, action.done(ON))
    again = moved(action.reopened(ON), LATER)
    journal.has("herstel", "horen: er was toch een brief", silent.take_back(ON), again)
    *_, told, back = journal.told
    assert told.what == CouncilSilent("drie keer gevraagd", "griffie")
    assert isinstance(back.what, OwedAgain)
    assert "21 oktober 2027" in back.what.becomes
    assert (back.under, back.said) == ("herstel", "er was toch een brief")


def test_a_meeting_is_told_as_it_stood_then_and_that_it_lapsed_too(council: Council) -> None:
    action, planned, _ = council
    journal = Journal(action, planned)
    meets = planned.with_meeting(LATER, MeetingStands.RESERVED, ON)
    journal.has("reservering", "", meets)
    journal.has("uitstel", "", moved(action, LATER))
    agenda = meets.with_meeting(LATER, MeetingStands.ON_AGENDA, ON)
    journal.has("reservering", "", agenda)
    journal.has("herstel", "reservering Texel: was Hoorn", agenda.without_meeting(ON))
    first, _, second, gone = journal.what
    assert first == MeetingPlanned(LATER, "gereserveerd", action.due)
    assert second == MeetingPlanned(LATER, "op de agenda", None)
    assert gone == MeetingDropped(LATER)


def test_a_council_that_is_heard_before_its_meeting_is_told_as_heard_alone(
    council: Council,
) -> None:
    action, planned, _ = council
    meets = planned.with_meeting(LATER, MeetingStands.RESERVED, ON)
    journal = Journal(action, planned)
    journal.has("reservering", "", meets)
    asked = meets.ask("klein/versie/1", ON, action.due)
    heard = asked.hear(ON, Manner.COUNCIL_MEETING, Answer.AGREES)
    journal.has("fase horen", "", asked)
    journal.has("gehoord", "", heard)
    assert heard.is_called_off
    assert journal.what[1:] == [
        CouncilAsked(action.due, again=False),
        CouncilAnswered("instemming zonder zienswijze", is_late=False),
    ]


def test_a_newer_ontwerp_asks_the_council_again(council: Council) -> None:
    action, hearing, _ = council
    journal = Journal(action, hearing)
    asked = hearing.ask("klein/versie/1", ON, action.due)
    journal.has("fase horen", "", asked)
    journal.has("fase horen", "", asked.ask("klein/versie/2", ON, action.due, 2))
    assert journal.what[-1] == CouncilAsked(action.due, again=True)


def test_what_is_done_lapses_or_falls_late_is_told(council: Council) -> None:
    action = council[0].model_copy(update={"municipality": None})
    journal = Journal(action)
    late = action.told_late()
    journal.has("wacht", "", late)
    journal.has("gedaan", "op tijd, achteraf", late.done(ON))
    journal.has("herstel", "horen: toch niet", late.done(ON).reopened(ON))
    journal.has("vervalt", "horen: niet meer nodig", late.done(ON).reopened(ON).lapsed(ON))
    assert journal.what == [ToldLate(), CarriedThrough(), OwedAgain(""), Dropped()]
    assert journal.told[-1].said == "niet meer nodig"


def test_what_a_new_version_of_gehoord_journals_again_is_no_news(council: Council) -> None:
    action, hearing, line = council
    journal = Journal(action, hearing, line)
    journal.has("bijgewerkt", "", action, hearing, line)
    assert journal.what == []


def test_an_upgrade_tells_on_which_day_something_was_done_unless_that_was_told(
    council: Council,
) -> None:
    action, hearing, _ = council
    asked = hearing.ask("klein/versie/1", ON, action.due)
    heard = asked.hear(ON, Manner.COUNCIL_MEETING, Answer.ZIENSWIJZE)
    other = action.model_copy(update={"id": "klein/advies/adviseur", "municipality": None})
    entries = Journal(action, asked, heard).entries  # 0.1.0 wrote its actions in another form
    entries[0] = replace(entries[0], objects=(asked,))
    entries.append(replace(entries[0], event="gehoord", objects=(heard,)))
    done = (heard, action.done(ON), other.done(ON))
    entries.append(replace(entries[0], event="bijgewerkt", objects=done))
    told = recount(entries, {TEXEL: action})
    assert [event.what for event in told[action.id]] == [
        CouncilAsked(action.due, again=False),
        CouncilAnswered("zienswijze", is_late=False),
        CameIn(action.days),
    ]
    assert [event.what for event in told[other.id]] == [CameIn(other.days), CarriedThrough(ON)]


def test_what_was_done_before_an_upgrade_is_told_as_done(council: Council) -> None:
    action, hearing, _ = council
    heard = hearing.model_copy(update={"state": HearingState.HEARD, "answer": Answer.AGREES})
    journal = Journal(action.done(ON), heard)
    assert journal.what == [CouncilAnswered("instemming zonder zienswijze", is_late=False)]


def test_an_escalation_lapses_in_its_story_no_earlier_than_it_came(council: Council) -> None:
    action, _, _ = council
    made = action.model_copy(
        update={"id": "klein/nabellen-horen/x", "about": action.id, "changed_on": LATER}
    )
    journal = Journal(action)
    journal.has("herinnering", "", made, on=LATER)
    heard_before = LATER - timedelta(days=1)
    journal.has("gehoord", "horen: gehoord", made.lapsed(LATER), on=heard_before)
    told = recount(journal.entries, {})[made.id]
    assert [event.on for event in told] == [LATER, LATER]
