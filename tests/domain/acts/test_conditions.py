# SPDX-License-Identifier: EUPL-1.2
"""On which conditions somebody agrees, and who takes each away; no statute knows them."""

from collections.abc import Iterator

import pytest

from gehoord.domain.acts.erasing import fact_with
from gehoord.domain.acts.report import (
    ConditionLifted,
    ConditionMade,
    Corrected,
    ReasonGiven,
    Report,
    StepDone,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.assents import conditions, open_conditions
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_assenting import ON_CONDITION, WITH_DAY, said
from tests.sentence import assert_sentence
from tests.story import ADOPT, ADOPTED, ONE_DAY, Told, adopted

OTHER = ON_CONDITION.replace("de wijkagent blijft", "de begroting is er")
TURNS = (
    AGREES := "aanwezig; stemt in",
    DISAGREES := "aanwezig; stemt niet in",
    ABSENT := "afwezig",
    STAYS := "de wijkagent blijft",
    BUDGET := "de begroting is er",
    BY_ITSELF := "een brief aan de raad",
    LIFTED := "voorwaarde-weg",
)


def lifted(by: str = "korpschef", number: str = "1") -> ConditionLifted:
    text = "de korpschef zegde de wijkagent toe"
    return ConditionLifted(on=ADOPTED, condition=number, text=text, by=by)


def test_what_each_said_is_a_gate_in_a_register_as_well(told: Told) -> None:
    """`told` tells in memory and in a register, where the journal is proved after each refusal."""
    story = told("final")
    story.does(said(WITH_DAY, "Hoorn; aanwezig; stemt niet in", others=True))
    with story.refuses("Stemt niet in: Hoorn.", law=ADOPT):
        story.does(adopted())
    story.does(said("Hoorn; schriftelijk; stemt in", "Texel; schriftelijk; stemt in"))
    story.does(said(OTHER))
    with story.refuses("voorwaarde 2 van de burgemeester van Texel", "voorwaarde-open"):
        story.does(adopted())
    assert [each.number for each in open_conditions(story.state)] == [2]
    [owed] = story.state.open_actions(step="voorwaarde-2")
    assert (owed.owner, owed.due_on, owed.is_late(ADOPTED)) == ("korpschef", None, False)
    assert story.state.has_lapsed("voorwaarde-1")
    with story.refuses("legt u vast als 'voorwaarde-weg'"):
        story.does(StepDone(on=ADOPTED, step="voorwaarde-2"))
    story.does(lifted(number="2"))
    assert story.state.is_finished("voorwaarde-2")
    story.does(adopted(hoofdofficier=False, burgemeesters=()))
    assert story.state.adoption
    assert story.state.adoption.adopters == ("GM0392", "GM0405", "GM0448", "hoofdofficier")


def test_an_open_condition_asks_for_a_reason_and_does_not_block(at: At) -> None:
    """No statute knows conditions: only a reason of the regioburgemeester, or its end, helps."""
    story = StoryInMemory(at("final"))
    assert "van wie 1 onder voorwaarde" in story.does(said(WITH_DAY, others=True))
    words = "voorwaarde 1 van de burgemeester van Texel (de wijkagent blijft), weg te nemen door"
    with story.refuses(words, "uiterlijk 1 december 2027", "voorwaarde-open"):
        story.does(adopted())
    ground = "de korpschef schrijft de brief nog deze week"
    reason = ReasonGiven(on=ADOPTED, code="voorwaarde-open", ground=ground, by="regioburgemeester")
    story.does(reason)
    story.does(adopted())


def test_only_who_can_take_a_condition_away_or_made_it_says_that_it_is_gone(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, others=True))
    with story.refuses(
        "door korpschef, of door de burgemeester van Texel; 'adviseur' is geen van beide"
    ):
        story.does(lifted(by="adviseur"))
    story.does(lifted())
    with story.refuses("al weggenomen"):
        story.does(lifted())
    back = Corrected(
        on=ADOPTED, report="instemming", owner="Texel", reason="dat was een ander plan"
    )
    story.does(back)
    assert conditions(story.state) == []
    story.does(said(ON_CONDITION))
    with story.refuses("Voorwaarde 2 is pas later gesteld"):
        story.does(lifted(number="2").model_copy(update={"on": ADOPTED - ONE_DAY}))
    story.does(lifted(number="2"))
    assert open_conditions(story.state) == []
    assert_sentence(story.does(adopted()), "vastgesteld")
    with story.refuses("daarna stelt niemand nog een voorwaarde"):
        story.does(
            ConditionMade(on=ADOPTED, maker="RBOP", text="de begroting", lifted_by="korpschef")
        )


@pytest.mark.parametrize("by", ["korpschef", "De korpschef", "burgemeester Texel"])
def test_an_office_is_the_same_with_its_article_and_without(at: At, by: str) -> None:
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION.replace("korpschef", "de korpschef"), others=True))
    story.does(lifted(by=by))
    assert open_conditions(story.state) == []


def test_who_says_again_what_his_condition_is_does_not_make_another(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, others=True))
    story.does(said(ON_CONDITION, on=ADOPTED + ONE_DAY))
    assert [each.number for each in open_conditions(story.state)] == [1]
    story.does(lifted().model_copy(update={"on": ADOPTED + ONE_DAY}))
    story.does(said(ON_CONDITION, on=ADOPTED + 2 * ONE_DAY))
    assert [each.number for each in open_conditions(story.state)] == [2]


def test_what_was_told_of_a_condition_after_the_adoption_is_taken_back_after_it(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, others=True))
    ground = "de korpschef schrijft de brief nog deze week"
    code = "voorwaarde-open"
    story.does(ReasonGiven(on=ADOPTED, code=code, ground=ground, by="regioburgemeester"))
    story.does(adopted())
    later = ADOPTED + ONE_DAY
    story.does(lifted().model_copy(update={"on": later}))
    back = Corrected(on=later, report="voorwaarde-weg", owner="1", reason="dat was een ander plan")
    story.does(back)
    assert [each.number for each in open_conditions(story.state)] == [1]
    story.does(lifted())
    with story.refuses("vastgesteld"):
        story.does(back)


def test_who_agrees_later_without_a_condition_has_none_any_more(at: At) -> None:
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, others=True))
    story.does(said("Texel; schriftelijk; stemt in"))
    assert open_conditions(story.state) == []
    story.does(adopted())


def test_an_open_condition_is_owed_by_who_can_take_it_away_and_by_when(at: At) -> None:
    """What closes it, and what opens it again, is the condition itself."""
    story = StoryInMemory(at("final"))
    story.does(said(WITH_DAY, others=True))
    [owed] = story.state.open_actions(step="voorwaarde-1")
    words = "Korpschef: voorwaarde 1 van de burgemeester van Texel wegnemen: de wijkagent blijft"
    assert owed.name.startswith(words)
    assert owed.due_on == read_day("Wed 2027-12-01")
    assert owed.remind_on
    text = f"een brief {'aan de raad ' * 300}"
    loose = ConditionMade(on=ADOPTED, maker="RBOP", text=text, lifted_by="de GGD")
    story.does(loose)
    [by_adviser] = story.state.open_actions(step="voorwaarde-2")
    assert by_adviser.owner == "adviseur"
    assert "laten wegnemen door de GGD: een brief aan de raad" in by_adviser.title
    assert len(by_adviser.title) < 200
    story.does(lifted())
    assert story.state.is_finished("voorwaarde-1")
    story.does(Corrected(on=ADOPTED, step="voorwaarde-1", reason="dat was een ander plan"))
    assert story.state.open_actions(step="voorwaarde-1")
    story.does(said("Texel; schriftelijk; stemt in"))
    assert story.state.has_lapsed("voorwaarde-1")
    back = Corrected(on=ADOPTED, report="instemming", owner="Texel", reason="een ander plan dus")
    story.does(back)
    assert story.state.open_actions(step="voorwaarde-1")
    story.does(back.model_copy(update={"report": "voorwaarde", "owner": "2"}))
    assert story.state.has_lapsed("voorwaarde-2")


def test_a_condition_by_itself_is_of_who_agrees_on_one_or_of_a_body(at: At) -> None:
    story = StoryInMemory(at("final"))
    made = ConditionMade(on=ADOPTED, maker="Texel", text="geen", lifted_by="korpschef")
    with story.refuses("onder voorwaarde instemt"):
        story.does(made)
    story.does(made.model_copy(update={"maker": "RBOP", "text": "de begroting is er"}))
    story.does(said(ON_CONDITION, others=True))
    story.does(made)
    with story.refuses("Dat is al voorwaarde 3"):
        story.does(made)
    with story.refuses("'Jan' is geen gemeente, ambt of overleg"):
        story.does(made.model_copy(update={"maker": "Jan"}))
    assert [each.number for each in open_conditions(story.state)] == [1, 2, 3]


def in_turn(turn: str, stand: list[str], state: State) -> Iterator[tuple[Report, list[str]]]:
    """Yield what the burgemeester of Texel may do next, and which conditions stand after it."""
    if turn in (AGREES, DISAGREES):
        yield said(f"Texel; {turn}"), []
    elif turn == ABSENT:
        yield said("Texel; afwezig"), stand
    elif turn in (STAYS, BUDGET):
        line = f"Texel; aanwezig; stemt in onder voorwaarde; {turn}; korpschef"
        yield said(line), list(dict.fromkeys([*stand, turn]))
    elif turn == BY_ITSELF and stand and turn not in stand:
        made = ConditionMade(on=ADOPTED, maker="Texel", text=turn, lifted_by="korpschef")
        yield made, [*stand, turn]
    elif turn == LIFTED and stand:
        yield lifted(number=str(open_conditions(state)[0].number)), stand[1:]


def test_a_condition_that_fell_does_not_come_back_with_another(at: At) -> None:
    """Whatever he says in turn: it is compared with a list that is kept by hand.

    What changes nothing, or cannot be said after the words before, is refused and ends that turn.
    """
    start = StoryInMemory(at("final"))
    start.does(said(others=True))
    turns = [(start.state, list[str](), 0)]
    seen = 0
    while turns:
        state, stand, depth = turns.pop()
        assert [each.text for each in open_conditions(state)] == stand
        seen += 1
        for turn in TURNS if depth < 3 else ():
            for report, then in in_turn(turn, stand, state):
                story = StoryInMemory(state)
                try:
                    story.does(report)
                except RefusedError:
                    continue
                turns.append((story.state, then, depth + 1))
    assert seen > 100


def test_words_recorded_late_let_no_condition_fall_that_was_set_again_since(at: At) -> None:
    """What he said in between is recorded last; on the last day he agreed on this condition."""
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, others=True))
    story.does(said(ON_CONDITION, on=ADOPTED + 2 * ONE_DAY))
    story.does(said("Texel; schriftelijk; stemt in", on=ADOPTED + ONE_DAY))
    assert [each.number for each in open_conditions(story.state)] == [1]
    back = Corrected(on=ADOPTED, report="instemming", owner="Texel", reason="van een ander overleg")
    story.does(back)
    assert open_conditions(story.state) == []
    story.does(said(OTHER, on=ADOPTED + 2 * ONE_DAY))
    assert [each.number for each in open_conditions(story.state)] == [2]


def test_a_condition_by_itself_goes_with_the_words_that_it_followed(at: At) -> None:
    """Those words were of another day; what he said that day leaves none of it behind."""
    story = StoryInMemory(at("final"))
    later = ADOPTED + ONE_DAY
    story.does(said(ON_CONDITION, others=True, on=later))
    made = ConditionMade(on=later, maker="Texel", text="een brief", lifted_by="korpschef")
    story.does(made)
    story.does(made.model_copy(update={"maker": "RBOP"}))
    back = Corrected(on=later, report="instemming", owner="Texel", reason="op een andere dag")
    assert_sentence(story.does(back), "Teruggenomen", "voorwaarde 1", "voorwaarde 2")
    assert [each.number for each in open_conditions(story.state)] == [3]
    assert story.state.has_lapsed("voorwaarde-2")


def test_a_name_in_a_condition_can_be_erased_though_its_action_is_called_after_it(at: At) -> None:
    """The title of a step of the proposal is a fact; what somebody wrote is none."""
    story = StoryInMemory(at("final"))
    line = "Texel; aanwezig; stemt in onder voorwaarde; Jan de Vries blijft; mevrouw Jansen"
    story.does(said(line, others=True))
    assert "Jan de Vries blijft" in story.state.open_actions(step="voorwaarde-1")[0].title
    for name in ("Jan de Vries", "mevrouw Jansen"):
        assert fact_with(story.state, name) == ""
    assert fact_with(story.state, "beleidsplan vaststellen")


def test_what_was_taken_away_by_mistake_lapses_with_a_condition_that_fell_or_never_was(
    at: At,
) -> None:
    """Nobody took it away, so nothing says that he did; open again it is owed again."""
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, others=True))
    story.does(lifted())
    story.does(said("Texel; schriftelijk; stemt niet in", on=ADOPTED + ONE_DAY))
    assert story.state.is_finished("voorwaarde-1")
    back = Corrected(
        on=ADOPTED + ONE_DAY, report="voorwaarde-weg", owner="1", reason="dat was een ander plan"
    )
    assert_sentence(story.does(back), "Zij is toch vervallen")
    assert story.state.has_lapsed("voorwaarde-1")
    whole = back.model_copy(update={"report": "instemming", "owner": "Texel"})
    story.does(whole)
    assert story.state.open_actions(step="voorwaarde-1")
    story.does(lifted())
    story.does(whole)
    assert conditions(story.state) == []
    assert story.state.has_lapsed("voorwaarde-1")


def test_a_condition_with_another_day_or_for_another_is_not_lost(at: At) -> None:
    """Told of one day as well: it is no longer what was recorded."""
    story = StoryInMemory(at("final"))
    story.does(said(WITH_DAY, others=True))
    story.does(said(ON_CONDITION, on=ADOPTED + ONE_DAY))
    assert [each.number for each in open_conditions(story.state)] == [1]
    later = ADOPTED + ONE_DAY
    story.does(said(WITH_DAY.replace("1-12-2027", "1-3-2028"), on=later))
    story.does(said(ON_CONDITION.replace("korpschef", "de hoofdofficier"), on=later))
    told = [(each.lifted_by, each.until) for each in open_conditions(story.state)]
    assert told == [
        ("korpschef", read_day("Wed 2027-12-01")),
        ("korpschef", read_day("Wed 2028-03-01")),
        ("de hoofdofficier", None),
    ]
    with story.refuses("er is niets veranderd"):
        story.does(said(WITH_DAY.replace("korpschef", "de korpschef"), on=later))


def test_what_somebody_wrote_in_a_condition_is_no_step_that_a_check_reads(at: At) -> None:
    """By its words a step may seem to adopt the plan, or to lodge an appeal."""
    story = StoryInMemory(at("final"))
    before = {f.code for f in findings(Case.of_dossier(story.state, ADOPTED))}
    words = "het beleidsplan is vastgesteld; RBOP; 1-6-2027"
    for text in (words, words.replace("het beleidsplan is vastgesteld", "beroep instellen kan")):
        story.does(said(f"Texel; aanwezig; stemt in onder voorwaarde; {text}", others=True))
    after = {f.code for f in findings(Case.of_dossier(story.state, ADOPTED))}
    assert after - before == {"voorwaarde-open"}


def test_words_of_before_a_condition_by_itself_do_not_let_it_fall(at: At) -> None:
    """They are recorded after it; the one that he set before those words falls."""
    story = StoryInMemory(at("final"))
    story.does(said(ON_CONDITION, others=True))
    later = ADOPTED + 2 * ONE_DAY
    story.does(ConditionMade(on=later, maker="Texel", text="een brief", lifted_by="korpschef"))
    story.does(said("Texel; schriftelijk; stemt in", on=ADOPTED + ONE_DAY))
    assert [each.number for each in open_conditions(story.state)] == [2]
    story.does(said("Texel; schriftelijk; stemt in", on=later))
    assert open_conditions(story.state) == []
