# SPDX-License-Identifier: EUPL-1.2
"""A part changed after the hearing: the regioburgemeester judges whether councils are heard again.

Mistake 3 warns of it; no statute says when another hearing is due (Politiewet 2012, art. 38b).
"""

from datetime import date, timedelta
from typing import Any

import pytest

from gehoord.domain.acts.act import RespiteTold
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import (
    Agreed,
    ChapterPromised,
    Corrected,
    Merged,
    RehearingJudged,
    Report,
    StepDone,
    VersionMade,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.changed_parts import changed_parts, heard_before
from gehoord.domain.dossier.council_path import council_path
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.dossier.missed_ontwerp import missed_ontwerp
from gehoord.domain.dossier.rehearings import judgement_of
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Part
from tests.domain.acts.story_in_memory import At
from tests.story import (
    ADOPTED,
    AGREED,
    ASKED,
    COUNCILS,
    FINAL,
    HEAR,
    HEARD,
    ONE_DAY,
    ONTWERP,
    RESPOND_BY,
    Story,
    Told,
    adopted,
    heard,
)
from tests.story_in_register import StoryInRegister
from tests.tables_of_strength import SMALL, read, reported
from tests.templates.standing.written_page import mailed

CODE = "opnieuw-horen-niet-gewogen"
OTHER = SMALL.replace("1,00;2,00;10,50;13,50", "1,00;3,00;9,50;13,50").replace(
    "1,00;2,00;13,50;16,50", "1,00;3,00;12,50;16,50"
)
LATER = HEARD + timedelta(days=14)
UNTIL = date(2027, 10, 21)
WHY = "de raden wisten dat deze cijfers voorlopig waren"
"""Why councils are, or are not, heard again."""


def judged(again: str, on: date = LATER, **more: Any) -> RehearingJudged:
    return RehearingJudged(on=on, again=again, reason=WHY, **more)


@pytest.fixture
def changed(told: Told) -> Story:
    """All councils were heard on provisional figures; the definitive ones differ."""
    story = told("themes")
    story.does(reported(read(SMALL), ONTWERP))
    story.does(VersionMade(on=ONTWERP, step="ontwerp", contains=tuple(Part)))
    for client in ("regioburgemeester", "hoofdofficier"):
        story.does(Agreed(on=AGREED, client=client))
    story.starts(Stage.HEARING, ASKED)
    for council in COUNCILS:
        story.does(heard(council))
    story.does(reported(read(OTHER), LATER, "definitief"))
    return story


def found(story: Story, on: date = LATER) -> list[str]:
    case = Case.of_dossier(story.state, on)
    return [finding.text for finding in findings(case) if finding.code == CODE]


def test_nobody_is_asked_to_judge_while_nothing_changed(told: Told) -> None:
    story = told("heard")
    assert changed_parts(story.state) == ()
    assert found(story) == []
    with story.refuses("niets bekend dat veranderde nadat een raad werd gehoord"):
        story.does(judged("nee"))


def test_what_changed_is_told_and_a_judgement_is_asked(changed: Story) -> None:
    assert [c.part for c in changed_parts(changed.state)] == [Part.STRENGTH, Part.WIJKAGENTEN]
    [text] = found(changed)
    assert text.startswith("Na het horen veranderd: de verdeling van de beschikbare politiesterkte")
    assert "sterkteverdeling 2 (definitief, per 1 augustus 2018) in plaats van" in text
    assert "30 september 2027, niet nagestuurd" in text
    assert text.endswith("Niet vastgelegd is of 3 raden daarover opnieuw worden gehoord.")


def test_no_with_a_reason_is_kept_and_asks_no_more(changed: Story) -> None:
    with changed.refuses("beoordeelt de regioburgemeester, niet de adviseur"):
        changed.does(judged("nee", by="adviseur"))
    with changed.refuses("in een zin van ten minste 3 woorden"):
        changed.does(RehearingJudged(on=LATER, again="nee", reason="nee"))
    with changed.refuses("hoort geen gemeente en geen dag"):
        changed.does(judged("nee", until=UNTIL))
    changed.does(judged("nee"))
    assert found(changed) == []
    with changed.refuses("al vastgelegd"):
        changed.does(judged("nee"))
    texel = changed.state.hearing_of("GM0448")
    assert texel.state is HearingState.HEARD
    path = council_path(changed.state, texel, LATER, changed_parts(changed.state))
    assert path.judged
    assert path.judged.in_words == (
        f"niet opnieuw horen (regioburgemeester, 30 september 2027): {WHY}"
    )
    changed.does(_mistake())
    assert len(found(changed)) == 1


def _mistake(on: date = LATER) -> Report:
    return Corrected(on=on, report="opnieuw-horen", reason="dat was een ander dossier")


def test_yes_opens_the_hearing_of_these_councils_and_no_adoption_passes_without(
    changed: Story,
) -> None:
    with changed.refuses("Noem tot en met welke dag"):
        changed.does(judged("ja"))
    said = changed.does(judged("ja", councils=("Texel", "Hoorn"), until=UNTIL))
    assert said == (
        "2 raden worden opnieuw gehoord: Hoorn en Texel, tot en met 21 oktober 2027. Hun eerdere "
        "antwoord blijft bewaard. Stuur hun het gewijzigde deel."
    )
    owed = {a.owner: (a.state, a.due_on) for a in changed.state.actions.where(step="horen")}
    assert owed["GM0448"] == (ActionState.OPEN, UNTIL)
    assert owed["GM0392"][0] is ActionState.DONE
    texel = changed.state.hearing_of("GM0448")
    assert (texel.state, texel.invited_on) == (HearingState.INVITED, LATER)
    assert found(changed) == []
    with changed.refuses("Nog niet gehoord: Hoorn en Texel", law=HEAR):
        changed.does(adopted())
    with changed.refuses("hij kreeg het ontwerp op 30 september 2027"):
        changed.does(heard("Texel", HEARD))
    changed.does(heard("Texel", UNTIL))
    changes = changed_parts(changed.state)
    assert [h.name for h in heard_before(changed.state, changes)] == ["Haarlem"]
    with changed.refuses("sindsdien opnieuw gehoord", law=HEAR):
        changed.does(_mistake(UNTIL))


def test_nobody_judges_before_it_changed_or_opens_a_hearing_for_a_day_that_passed(
    changed: Story,
) -> None:
    with changed.refuses("nog niet veranderd: dat was op 30 september 2027"):
        changed.does(judged("nee", LATER - ONE_DAY))
    with changed.refuses("29 september 2027 is al voorbij"):
        changed.does(judged("ja", until=LATER - ONE_DAY))
    changed.does(Corrected(on=LATER, step="horen", owner="Texel", reason="dat was een andere raad"))
    changed.does(heard("Texel", LATER + ONE_DAY))
    with changed.refuses("De raad van Texel is pas op 1 oktober 2027 gehoord"):
        changed.does(judged("ja", until=UNTIL))
    changed.does(judged("ja", councils=("Hoorn",), until=UNTIL))


def test_a_second_click_is_told_that_it_was_judged_already(changed: Story) -> None:
    changed.does(judged("ja", until=UNTIL))
    with changed.refuses("al vastgelegd dat opnieuw worden gehoord: Haarlem, Hoorn en Texel"):
        changed.does(judged("ja", until=UNTIL))


def test_who_is_heard_again_stays_so_when_nobody_else_is(changed: Story) -> None:
    changed.does(judged("ja", councils=("Texel",), until=UNTIL))
    changed.does(judged("nee"))
    again = judgement_of(changed.state, changed.state.hearing_of("GM0448"))
    not_again = judgement_of(changed.state, changed.state.hearing_of("GM0392"))
    assert [each and each.again for each in (again, not_again)] == [True, False]


def test_a_council_that_keeps_its_day_is_told_that_it_is_heard_again(
    at: At, changed: Story
) -> None:
    """Law: Politiewet 2012, art. 38b lid 2: who does not know that it is asked is not heard."""
    act = decided(judged("ja", councils=("Texel",), until=RESPOND_BY), changed.state)
    [news] = act.news
    assert isinstance(news, RespiteTold)
    assert news.again.startswith("de verdeling van de beschikbare politiesterkte")


def test_yes_tells_the_griffies_their_new_day(at: At, changed: Story) -> None:
    act = decided(judged("ja", until=UNTIL), changed.state)
    told = {news.action for news in act.news if isinstance(news, RespiteTold)}
    assert told == {f"klein/horen/{code}" for code in ("GM0392", "GM0405", "GM0448")}


def test_a_yes_that_was_a_mistake_leaves_every_council_heard_as_before(changed: Story) -> None:
    before = [h.model_dump() for h in changed.state.hearings]
    done = [(a.id, a.state, a.done_on, a.due_on) for a in changed.state.actions]
    changed.does(judged("ja", until=UNTIL))
    said = changed.does(_mistake(LATER + ONE_DAY))
    assert "Weer gehoord: Haarlem, Hoorn en Texel." in said
    assert [h.model_dump() for h in changed.state.hearings] == before
    assert [(a.id, a.state, a.done_on, a.due_on) for a in changed.state.actions] == done
    assert len(found(changed, LATER + ONE_DAY)) == 1


def test_a_council_that_had_the_part_when_it_was_heard_need_not_be_asked(told: Told) -> None:
    story = told("asked")
    promise = {"chapter": "Landelijke Veiligheidsagenda", "stands": "ontbreekt", "to": "de raden"}
    story.does(ChapterPromised(on=ASKED, follows_by=HEARD, **promise))
    story.does(heard("Texel", HEARD - 2 * ONE_DAY))
    [step] = [s.id for s in story.state.as_opened.steps if s.id.startswith("nasturen")]
    story.does(StepDone(on=HEARD - ONE_DAY, step=step))
    story.does(heard("Hoorn", HEARD - ONE_DAY))
    changes = changed_parts(story.state)
    assert [c.part for c in changes] == [Part.OBJECTIVES]
    assert "nagestuurd op 15 september 2027" in changes[0].in_words
    assert [h.name for h in heard_before(story.state, changes)] == ["Texel"]
    with story.refuses("De raad van Hoorn is niet gehoord voordat dit veranderde"):
        story.does(judged("ja", councils=("Hoorn",), until=UNTIL))


def test_wijkagenten_changed_only_where_their_number_did(told: Told) -> None:
    story = told("themes")
    story.does(reported(read(SMALL), ONTWERP))
    story.does(VersionMade(on=ONTWERP, step="ontwerp", contains=tuple(Part)))
    shifted = SMALL.replace("1,00;2,00;10,50;13,50", "2,00;2,00;9,50;13,50").replace(
        "1,00;2,00;13,50;16,50", "2,00;2,00;12,50;16,50"
    )
    story.does(reported(read(shifted), LATER, "definitief"))
    assert [c.part for c in changed_parts(story.state)] == [Part.STRENGTH]


def test_another_change_asks_for_another_judgement(changed: Story) -> None:
    changed.does(judged("nee"))
    changed.does(
        VersionMade(on=FINAL, step="definitief", contains=(Part.STRENGTH, Part.WIJKAGENTEN))
    )
    [text] = found(changed, FINAL)
    assert "de doelstellingen van de minister" in text
    assert "sterkteverdeling 2" not in text
    changed.does(judged("nee", FINAL))


def test_after_the_adoption_nobody_is_heard_again(told: Told) -> None:
    story = told("adopted")
    with story.refuses("Het plan is al vastgesteld", law=HEAR):
        story.does(judged("nee", ADOPTED))


def _standing_of(story: Story, code: str) -> tuple[HearingState, set[ActionState]]:
    actions = story.state.actions.where(step="horen", owner=code)
    return story.state.hearing_of(code).state, {action.state for action in actions}


def test_a_yes_is_taken_back_across_a_merger_that_was_a_mistake_itself(changed: Story) -> None:
    changed.does(judged("ja", until=UNTIL))
    merged = {"on": LATER + ONE_DAY, "ceased": ("Texel",), "code": "GM9999", "name": "Nieuwstad"}
    changed.does(Merged(**merged))
    said = changed.does(_mistake(LATER + ONE_DAY))
    assert "Weer gehoord: Haarlem en Hoorn. " in said
    assert "Voor Texel verandert er niets: wie sindsdien ophield, groeide of" in said
    heard_ = (HearingState.HEARD, {ActionState.DONE})
    assert _standing_of(changed, "GM0405") == heard_
    assert _standing_of(changed, "GM0448")[0] is HearingState.LAPSED
    back = {"report": "herindeling", "owner": "Nieuwstad", "reason": "dat was een andere gemeente"}
    changed.does(Corrected(on=LATER + ONE_DAY, **back))
    assert _standing_of(changed, "GM0448") == heard_, "as it was heard before it was heard again"


def test_a_council_that_grew_after_a_yes_is_to_be_heard_whether_it_is_taken_back_or_not(
    changed: Story,
) -> None:
    """Law: Politiewet 2012, art. 38b lid 2: it is another council now."""
    changed.does(judged("ja", until=UNTIL))
    changed.does(Merged(on=LATER + ONE_DAY, ceased=("Texel",), code="GM0405", name="Hoorn"))
    assert "Weer gehoord: Haarlem. " in changed.does(_mistake(LATER + ONE_DAY))
    assert _standing_of(changed, "GM0405") == (HearingState.PLANNED, {ActionState.OPEN})
    with changed.refuses("Nog niet gehoord: Hoorn", law=HEAR):
        changed.does(adopted())


def test_a_council_that_grew_on_the_day_of_a_yes_is_not_heard_because_that_is_taken_back(
    changed: Story,
) -> None:
    """Law: Politiewet 2012, art. 38b lid 2: who was heard before does not speak for who joined."""
    changed.does(judged("ja", until=UNTIL))
    changed.does(Merged(on=LATER, ceased=("Texel",), code="GM0405", name="Hoorn"))
    changed.starts(Stage.HEARING, LATER)
    assert "Weer gehoord: Haarlem. " in changed.does(_mistake())
    assert _standing_of(changed, "GM0405") == (HearingState.INVITED, {ActionState.OPEN})


def test_a_council_that_answered_has_the_ontwerp_though_its_mail_waits_or_came_back(
    changed: Story,
) -> None:
    """In a register its mail waits still; it comes back as it was when its municipality ceased."""
    changed.does(judged("ja", until=UNTIL))
    dead = {"kind": MessageKind.LETTER, "letter": Letter.ONTWERP, "version": 1}
    mail = mailed("GM0448", ASKED, state=MessageState.UNREACHABLE, **dead)
    assert missed_ontwerp(changed.state, [mail]) == frozenset()
    changed.does(Merged(on=LATER, ceased=("Texel",), code="GM9999", name="Nieuwstad"))
    back = {"report": "herindeling", "owner": "Nieuwstad", "reason": "dat was een andere gemeente"}
    assert "kreeg het ontwerp niet" not in changed.does(Corrected(on=LATER, **back))
    assert "Weer gehoord: Haarlem, Hoorn en Texel. " in changed.does(_mistake())


def test_a_yes_about_a_council_that_came_of_a_merger_by_mistake_is_taken_back(
    changed: Story,
) -> None:
    changed.does(Merged(on=LATER, ceased=("Texel",), code="GM9999", name="Nieuwstad"))
    changed.does(judged("ja", until=UNTIL))
    back = {"report": "herindeling", "owner": "Nieuwstad", "reason": "dat was een andere gemeente"}
    assert "De raad van Texel wordt ook opnieuw gehoord" in changed.does(
        Corrected(on=LATER, **back)
    )
    assert _standing_of(changed, "GM0448") == (HearingState.INVITED, {ActionState.OPEN})
    assert "Weer gehoord: Haarlem, Hoorn en Texel. " in changed.does(_mistake())
    states = {code: _standing_of(changed, code)[0] for code in ("GM0392", "GM0405", "GM0448")}
    assert states == dict.fromkeys(("GM0392", "GM0405", "GM0448"), HearingState.HEARD)


def _not_grown(story: Story, on: date = LATER) -> str:
    wrong = {"report": "herindeling", "owner": "Hoorn", "reason": "dat was een andere gemeente"}
    return story.does(Corrected(on=on, **wrong))


def test_a_council_that_did_not_grow_is_heard_again_on_what_others_are(changed: Story) -> None:
    """Law: Politiewet 2012, art. 38b lid 2: it was not heard on what changed since."""
    changed.does(Merged(on=LATER, ceased=("Texel",), code="GM0405", name="Hoorn"))
    changed.does(judged("ja", until=UNTIL))
    said = _not_grown(changed)
    assert "De raad van Hoorn wordt ook opnieuw gehoord, zoals op 30 september 2027 over" in said
    assert "De raad van Texel wordt ook opnieuw gehoord" in said
    for code in ("GM0405", "GM0448"):
        assert _standing_of(changed, code) == (HearingState.INVITED, {ActionState.OPEN})
    with changed.refuses("Nog niet gehoord: Haarlem, Hoorn en Texel", law=HEAR):
        changed.does(adopted())
    assert "Weer gehoord: Haarlem, Hoorn en Texel. " in changed.does(_mistake())
    for code in ("GM0405", "GM0448"):
        assert _standing_of(changed, code) == (HearingState.HEARD, {ActionState.DONE})


def test_a_council_that_comes_back_is_told_that_it_is_heard_again_and_has_as_long(
    changed: Story,
) -> None:
    """Law: Politiewet 2012, art. 38b lid 2: who does not know that it is asked is not heard."""
    changed.does(Merged(on=LATER, ceased=("Texel",), code="GM0405", name="Hoorn"))
    changed.does(judged("ja", until=UNTIL))
    on = RESPOND_BY + ONE_DAY
    back = {"report": "herindeling", "owner": "Hoorn", "reason": "dat was een ander dossier"}
    act = decided(Corrected(on=on, **back), changed.state)
    told = [news for news in act.news if isinstance(news, RespiteTold)]
    assert [news.action for news in told] == ["klein/horen/GM0405", "klein/horen/GM0448"]
    assert all("politiesterkte" in news.again for news in told)
    changed.does(Corrected(on=on, **back))
    assert {a.due_on for a in changed.state.owed("horen")} == {UNTIL}
    assert {h.respond_by for h in changed.state.hearings} == {UNTIL}


def test_a_yes_that_is_taken_back_leaves_the_hearing_on_a_newer_ontwerp_owed(
    changed: Story,
) -> None:
    changed.does(judged("ja", until=UNTIL))
    changed.does(VersionMade(on=LATER, step="ontwerp", contains=tuple(Part)))
    changed.does(_mistake())
    assert _standing_of(changed, "GM0405") == (HearingState.HEARD, {ActionState.OPEN})
    assert {a.due_on for a in changed.state.owed("horen")} == {RESPOND_BY}


def test_a_council_that_was_not_heard_after_all_still_gets_the_ontwerp_that_waits(
    changed: Story,
) -> None:
    changed.does(judged("ja", until=UNTIL))
    changed.does(_mistake())
    changed.does(Corrected(on=LATER, step="horen", owner="Hoorn", reason="dat was een ander"))
    assert changed.state.hearing_of("GM0405").state is HearingState.INVITED
    if isinstance(changed, StoryInRegister):
        with changed.register.reading() as reader:
            letters = reader.all(Message, "klein", municipality="GM0405", letter=Letter.ONTWERP)
        assert [m.state for m in letters] == [MessageState.WAITING]


def test_a_council_that_did_not_grow_is_heard_as_before_a_yes_that_is_taken_back(
    changed: Story,
) -> None:
    changed.does(judged("ja", until=UNTIL))
    changed.does(Merged(on=LATER + ONE_DAY, ceased=("Texel",), code="GM0405", name="Hoorn"))
    changed.does(_mistake(LATER + ONE_DAY))
    assert "van 16 september 2027 (instemming" in _not_grown(changed, LATER + ONE_DAY)
    assert _standing_of(changed, "GM0405") == (HearingState.HEARD, {ActionState.DONE})
