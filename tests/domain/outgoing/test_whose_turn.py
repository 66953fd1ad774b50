# SPDX-License-Identifier: EUPL-1.2
"""The name of a state says for whom a stage waits, and is never too long to be seen."""

from datetime import date

import pytest

from gehoord.domain.dossier.held_up import in_the_way
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.notices import why_waiting
from gehoord.domain.outgoing.progress import first_owed, progress
from gehoord.domain.outgoing.whose_turn import can_be_done, whose_turn
from gehoord.domain.proposal.stage import Stage
from tests.domain.acts.story_in_memory import At
from tests.story import ADOPTED, OPENED, THEMES, Moment

ENDS: tuple[Moment, Moment] = ("heard", "final")


def named(state: State, name: str) -> State:
    """The same dossier, in which each municipality has a name of this sort."""
    changed = [m.model_copy(update={"name": f"{name} {m.name}"}) for m in state.municipalities]
    return State(state.dossier, changed, state.lines, state.actions, hearings=state.hearings)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (["themas"], "het RBOP"),
        (["akkoord"], "de regioburgemeester en de hoofdofficier"),
        (["horen"], "3 raden"),
        (["horen", "themas"], "3 raden en het RBOP"),
        (["horen", "themas", "advies"], "de adviseur"),
    ],
)
def test_one_or_two_are_named_and_more_of_one_sort_are_counted(
    at: At, steps: list[str], said: str
) -> None:
    state = at("opened")
    actions = [action for step in steps for action in state.owed(step)]
    assert whose_turn(state, actions).startswith(said)


def test_one_council_is_named(at: At) -> None:
    state = at("opened")
    [texel] = [a for a in state.owed("horen") if a.owner_name == "Texel"]
    assert whose_turn(state, [texel]) == "de raad van Texel"


def test_it_always_fits_and_the_rest_is_counted(at: At) -> None:
    state = at("opened")
    said = whose_turn(state, [a for a in state.open_actions() if in_the_way(state, a)])
    assert (len(said) <= 60, said[:9], said.endswith(" anderen")) == (True, "3 raden, ", True)
    long = named(state, "Nuenen, Gerwen en Nederwetten aan de")
    assert whose_turn(long, long.owed("horen")[:2]) == "2 actiehouders"


@pytest.mark.parametrize("stage", [Stage.START, Stage.THEMES, Stage.DRAFTS, Stage.ACCOUNT])
def test_a_stage_says_whose_turn_it_is_and_what_is_first(at: At, stage: Stage) -> None:
    outcome = progress(at("opened"), stage, OPENED, "")
    owed = can_be_done(at("opened"), at("opened").open_actions(stage=stage))
    first = min(owed, key=lambda a: (a.due_on or date.max, a.id))
    assert outcome.name.startswith(f"Wacht op {whose_turn(at('opened'), [first])}")
    assert f"Als eerste: {first.title}, {first.due_in_words} (" in outcome.text


def test_what_several_owe_first_is_told_once(at: At) -> None:
    said = progress(at("themes"), Stage.DRAFTS, THEMES, "")
    assert said.name == "Wacht op de adviseur"
    first = date(2027, 4, 8)
    assert said.text.startswith("Als eerste: 70%-versie opleveren, uiterlijk 8 april 2027 (de adv")
    assert at("themes").owed("concept-70")[0].due_on == first


def test_an_adoption_is_ready_once_the_plan_has_all_that_it_rests_on(at: At) -> None:
    """Every council was heard, so that no law stands in the way; the text is still to be made."""
    heard, final = (progress(at(moment), Stage.ADOPTION, ADOPTED, "") for moment in ENDS)
    assert heard.name == "Wacht op de adviseur"
    assert heard.text.startswith("Als eerste: reacties van de raden verwerken, uiterlijk 21 okto")
    assert first_owed(at("heard"), Stage.ADOPTION) == at("heard").owed("verwerking")[0]
    assert final.name == "Klaar voor vaststelling"
    [adoption] = at("final").owed("vaststelling")
    assert first_owed(at("final"), Stage.ADOPTION) == adoption


def test_notices_that_wait_for_the_same_are_told_together(at: At) -> None:
    assert list(why_waiting(at("heard"), Stage.ADOPTION)) == [
        "'raden informeren over de vaststelling', 'vastgesteld plan aan de minister sturen' en "
        "'vastgesteld plan aan de korpschef sturen' wachten op 'beleidsplan vaststellen'."
    ]
