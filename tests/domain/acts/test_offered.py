# SPDX-License-Identifier: EUPL-1.2
"""A form offers what is open now, and what is offered is not refused for being closed."""

import pytest

from gehoord.domain.acts.filing import HANDED_IN
from gehoord.domain.acts.form import KINDS_WITH_FORM, boxes
from gehoord.domain.acts.moving import MOVING
from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import StepDone, VersionMade
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import ADOPTED, ASKED, COUNCILS, FINAL, HEARD, ONTWERP, Told, heard


def choices(state: State, form: str, field: str) -> list[str]:
    found = offered(form, field, [state], HEARD)
    assert found is not None
    return list(found)


def test_only_councils_that_were_asked_and_not_heard_are_offered_as_heard(at: At) -> None:
    assert choices(at("agreed"), "gehoord", "gemeenten") == []
    story = StoryInMemory(at("asked"))
    assert choices(story.state, "gehoord", "gemeenten") == ["alle", *COUNCILS]
    story.does(heard("Hoorn"))
    assert choices(story.state, "gehoord", "gemeenten") == ["alle", "Haarlem", "Texel"]
    assert choices(story.state, "geen-antwoord", "gemeenten") == ["alle", "Haarlem", "Texel"]
    assert choices(story.state, "aanvulling", "gemeente") == ["Hoorn"]


def test_every_municipality_is_offered_where_no_hearing_is_asked(at: At) -> None:
    for kind in ("veiligheidsplan",):
        assert choices(at("heard"), kind, "gemeente") == list(COUNCILS)
    assert choices(at("heard"), "vaststelling", "burgemeesters") == list(COUNCILS)


@pytest.mark.parametrize("moment", ["opened", "asked", "heard", "adopted"])
def test_each_step_that_is_offered_as_done_can_be_done(at: At, moment: str) -> None:
    state = at(moment)  # type: ignore[arg-type]
    steps = choices(state, "gedaan", "stap")
    for step in steps:
        StoryInMemory(state).does(StepDone(on=ADOPTED, step=step))
    others = {action.step for action in state.open_actions()} - set(steps)
    for step in others:
        with pytest.raises(RefusedError):
            StoryInMemory(state).does(StepDone(on=ADOPTED, step=step))


def test_a_step_that_was_done_is_offered_to_be_taken_back_and_no_longer_to_be_done(at: At) -> None:
    story = StoryInMemory(at("heard"))
    assert "verwerking" in choices(story.state, "gedaan", "stap")
    assert "verwerking" in choices(story.state, MOVING, "stap")
    assert "verwerking" not in choices(story.state, "herstel", "stap")
    story.does(StepDone(on=FINAL, step="verwerking"))
    assert "verwerking" not in choices(story.state, "gedaan", "stap")
    assert "verwerking" not in choices(story.state, MOVING, "stap")
    assert "verwerking" in choices(story.state, "herstel", "stap")


def test_what_the_law_asks_for_is_not_offered_to_lapse(at: At) -> None:
    steps = choices(at("asked"), "vervalt", "stap")
    assert "verwerking" in steps
    assert not {"horen", "vaststelling", "ontwerp"} & set(steps)


def test_steps_stand_in_the_order_of_the_procedure(at: At) -> None:
    state = at("opened")
    order = [step.id for step in state.as_opened.steps]
    for form in ("gedaan", "vervalt", "versie", MOVING):
        steps = choices(state, form, "stap")
        assert steps == sorted(steps, key=order.index)


def test_a_client_who_agreed_is_not_offered_again(at: At) -> None:
    assert choices(at("ontwerp"), "akkoord", "van") == ["regioburgemeester", "hoofdofficier"]
    assert choices(at("agreed"), "akkoord", "van") == []


def test_a_finding_that_asks_a_reason_now_is_offered_before_all(at: At) -> None:
    codes = choices(at("ontwerp"), "reden", "bevinding")
    assert codes
    assert len(codes) == len(set(codes))


def test_the_burgemeester_of_a_place_may_judge_a_silence(at: At) -> None:
    assert "burgemeester van Texel" in choices(at("asked"), "geen-antwoord", "door")
    assert "burgemeester van Texel" not in choices(at("asked"), "gedaan", "door")
    assert choices(at("asked"), "gedaan", "door")[0] == "adviseur"


def test_several_dossiers_offer_together_and_each_thing_once(at: At) -> None:
    states = [at("asked"), at("heard")]
    assert offered("gehoord", "gemeenten", states, ASKED) == ("alle", *COUNCILS)
    assert offered("gehoord", "gemeenten", [], ASKED) == ()


def test_what_people_write_themselves_is_free(at: At) -> None:
    for field in ("reden", "tekst", "toelichting", "op", "themas"):
        assert offered("themas", field, [at("asked")], ASKED) is None


def test_whatever_is_offered_is_offered_for_a_field_that_a_form_has(at: At) -> None:
    from gehoord.domain.acts.offered import _OFFERS

    kinds = KINDS_WITH_FORM | HANDED_IN
    asked = {(kind, box.name) for kind, model in kinds.items() for box in boxes(model)}
    assert set(_OFFERS) <= asked | {(MOVING, "stap")}


def test_the_newest_version_without_a_file_stands_first_also_past_nine(told: Told) -> None:
    story = told("themes")
    for _ in range(10):
        story.does(VersionMade(on=ONTWERP, step="ontwerp"))
    offers = offered("stuk", "versie", [story.state], ONTWERP)
    assert offers is not None
    assert [each.partition(" ")[0] for each in offers] == [str(n) for n in range(10, 0, -1)]
