# SPDX-License-Identifier: EUPL-1.2
"""The definitive strength, adopted by the regioburgemeester: its own announcement and appeal.

Law: Politiewet 2012, art. 38d and 39 lid 2, 5 and 6; Awb, art. 3:41, 3:45, 6:7 and 6:8.
"""

from datetime import timedelta

import pytest

from gehoord.domain.acts.report import (
    Announced,
    AppealLodged,
    AppealWentOn,
    Corrected,
    Instructed,
    PartAdopted,
    PlanChanged,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.under_lid_2 import Appealable, part_besluit
from gehoord.domain.outgoing.progress import progress
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_announcement import ANNOUNCED, LAST, WEEK_LATER, reached
from tests.domain.acts.test_deciding import ADOPTED_PROVISIONALLY
from tests.sentence import assert_sentence
from tests.story import ADOPTED, ONE_DAY, Story, Told, adopted
from tests.story_in_register import StoryInRegister
from tests.tables_of_strength import SMALL, read, reported

PART = PartAdopted(on=ADOPTED + ONE_DAY, basis="39-2", hoofdofficier=True)
MISTAKE = "dat was een ander plan"
APPEAL = "art. 39 lid 5"


def with_figures(story: Story, *, by_lid_2: bool = False) -> Story:
    """Adopt the plan with provisional figures, and have the definitive ones ready."""
    for report in ADOPTED_PROVISIONALLY[:-1]:
        story.does(report)
    story.does(adopted(basis="39-2", burgemeesters=(), body=None) if by_lid_2 else adopted())
    story.does(reported(read(SMALL), PART.on, "definitief"))
    return story


def codes(story: Story, on: int = 0) -> dict[str, str]:
    case = Case.of_dossier(story.state, ANNOUNCED + timedelta(days=on))
    return {f.code: f.text for f in findings(case)}


def assert_letters(story: StoryInRegister) -> None:
    """Each burgemeester reads how to appeal; of the change alone he reads in no other letter."""
    with story.register.reading() as reader:
        sent = list(reader.all(Message, "klein"))
    announced = [m for m in sent if m.letter is Letter.ANNOUNCEMENT]
    assert [m.municipality for m in announced] == ["GM0392", "GM0405", "GM0448"]
    for message in announced:
        assert "de definitieve sterkteverdeling bij het" in message.body
        assert "Dat is op 5 november 2027 gebeurd" in message.body
        assert "artikel 39 lid 2" in message.body
        assert "De laatste dag is 23 december 2027." in message.body
    changed = [m.recipient for m in sent if m.letter is Letter.NOTE]
    assert "minister" in changed
    assert not [recipient for recipient in changed if "burgemeesters" in recipient]


def test_a_part_under_lid_2_is_announced_appealed_and_decided_by_itself(told: Told) -> None:
    """In memory and in a register: the plan itself was adopted by all, and no appeal is open."""
    story = reached(with_figures(told("heard")))
    with story.refuses("noem daar geen overleg of burgemeesters bij", law="art. 39 lid 2"):
        story.does(PART.model_copy(update={"burgemeesters": "alle"}))
    with story.refuses("Zonder de hoofdofficier", law="art. 39 lid 2"):
        story.does(PART.model_copy(update={"hoofdofficier": False}))
    with story.refuses("op grond van lid 1", law=APPEAL):
        story.does(Announced(on=PART.on))
    assert_sentence(story.does(PART), "Start de fase 'vaststelling'", "bekendgemaakt")
    assert {a.step for a in story.state.open_actions() if "onderdeel" in a.step} == {
        "bekendmaking-onderdeel",
        "verantwoording-onderdeel",
    }
    assert "van de definitieve sterkteverdeling" in codes(story)["niet-bekendgemaakt"]
    with story.refuses("bekendmaking aan de burgemeesters is nog niet vastgelegd", law=APPEAL):
        story.does(AppealLodged(on=ANNOUNCED, appellant="Texel"))
    story.starts(Stage.ADOPTION, ANNOUNCED)
    if isinstance(story, StoryInRegister):
        assert_letters(story)
    part = part_besluit(story.state)
    assert part
    assert part.announced_on == ANNOUNCED
    assert story.state.adoption
    assert story.state.adoption.announced_on is None
    [end] = story.state.open_actions(step="einde-beroepstermijn-onderdeel")
    assert end.due_on == WEEK_LATER
    assert "tot en met 23 december 2027" in codes(story)["beroepstermijn"]
    assert "beroepstermijn" not in codes(story, on=(LAST - ANNOUNCED).days + 1)
    said = story.does(AppealLodged(on=LAST, appellant="Texel"))
    assert_sentence(said, "op tijd", "schorst", "definitieve sterkteverdeling niet")
    back = Corrected(on=LAST, report="onderdeel", reason=MISTAKE)
    with story.refuses("heeft beroep ingesteld", law=APPEAL):
        story.does(back)
    story.does(AppealWentOn(on=LAST, appellant="Texel", event="gegrond"))
    story.does(PlanChanged(on=LAST, basis="beroep"))
    assert not story.state.open_actions(step="aanpassen-beroep-gm0448")


def test_a_letter_about_a_part_that_is_forwarded_announces_it_only_then(at: At) -> None:
    story = with_figures(StoryInMemory(at("heard")))
    story.does(PART)
    story.starts(Stage.ADOPTION, ANNOUNCED)
    [owed] = story.state.open_actions(step="bekendmaking-onderdeel-doorsturen")
    assert owed.title.startswith("brief over de vaststelling van de definitieve sterkteverdeling")
    said = progress(story.state, Stage.ADOPTION, ANNOUNCED, "").text
    assert "van de definitieve sterkteverdeling geldt nog niet als bekendgemaakt" in said
    story.does(Announced(on=ANNOUNCED))
    assert story.state.is_finished("bekendmaking-onderdeel")
    with story.refuses(
        "bekendgemaakt op 11 november 2027", "stap 'bekendmaking-onderdeel'", law=APPEAL
    ):
        story.does(Corrected(on=ANNOUNCED, report="onderdeel", reason=MISTAKE))
    story.does(Corrected(on=ANNOUNCED, step="bekendmaking-onderdeel", reason=MISTAKE))
    story.does(Corrected(on=ANNOUNCED, report="onderdeel", reason=MISTAKE))
    assert not [a for a in story.state.open_actions() if "onderdeel" in a.step]
    assert story.state.adoption
    story.does(PART)
    assert story.state.open_actions(step="bekendmaking-onderdeel")


def test_a_part_is_taken_back_unless_the_plan_was_changed_since(at: At) -> None:
    """What was changed before it does not rest on it."""
    story = with_figures(StoryInMemory(at("heard")))
    back = Corrected(on=PART.on, report="onderdeel", reason=MISTAKE)
    change = PlanChanged(on=PART.on, basis="aanwijzing")
    instructed = Instructed(on=ADOPTED, heard_on=ADOPTED, text="Neem de doelen op.")
    story.does(instructed)
    story.does(change)
    story.does(PART)
    story.does(back)
    assert part_besluit(story.state) is None
    story.does(PART)
    story.does(instructed)
    story.does(change)
    with story.refuses("Het plan is daarna gewijzigd"):
        story.does(back)


@pytest.mark.parametrize("first", ["vaststelling", "onderdeel"])
def test_of_two_that_are_open_to_appeal_it_is_said_which(at: At, first: str) -> None:
    story = with_figures(StoryInMemory(at("heard")), by_lid_2=True)
    with story.refuses("niet de definitieve sterkteverdeling vastgesteld", law=APPEAL):
        story.does(Announced(on=ANNOUNCED, about=Appealable.PART))
    story.does(PART)
    with story.refuses("Noem over welk besluit dit gaat: 'vaststelling' of 'onderdeel'"):
        story.does(Announced(on=ANNOUNCED))
    for about in ("vaststelling", "onderdeel"):
        story.does(Announced.model_validate({"op": ANNOUNCED, "over": about}))
        story.does(AppealLodged.model_validate({"op": ANNOUNCED, "van": "Texel", "over": about}))
    with story.refuses("Noem over welk besluit"):
        story.does(AppealWentOn(on=ANNOUNCED, appellant="Texel", event="ongegrond"))
    decided = {"op": ANNOUNCED, "van": "Texel", "gebeurtenis": "ongegrond", "over": first}
    story.does(AppealWentOn.model_validate(decided))
    [still_open] = [appeal for appeal in story.state.appeals if appeal.is_open]
    assert (still_open.besluit is None) == (first == "onderdeel")
    story.does(AppealWentOn(on=ANNOUNCED, appellant="Texel", event="ongegrond"))
    assert not [appeal for appeal in story.state.appeals if appeal.is_open]
