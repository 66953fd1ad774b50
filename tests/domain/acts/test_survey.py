# SPDX-License-Identifier: EUPL-1.2
"""A municipality names its priorities in its own words, and later says whether they changed.

S003: asked in February and March 2018, clustered, counted per municipality, asked again with the
70% version. Law: Politiewet 2012, art. 38b lid 1 (the safety goals in which they stand).
"""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gehoord.domain.acts.report import Corrected, GoalsSet, Merged, StepDone, SurveyAnswered
from gehoord.domain.dossier.survey import (
    answer_of,
    answers,
    counted_priorities,
    former_of,
    unanswered,
)
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import check
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.surveyed import (
    AGAIN,
    FIRST,
    SAID,
    STEPS,
    answered,
    opened_with_survey,
    surveyed,
    together,
)
from tests.story import Small

HAARLEM = "GM0392"


def taken_back(owner: str | None = "Haarlem") -> Corrected:
    why = "dat was een andere gemeente"
    return Corrected(on=AGAIN, report="lokale-prioriteiten", owner=owner, reason=why)


def goals_back(owner: str | None = "Haarlem") -> Corrected:
    return Corrected(
        on=AGAIN, report="veiligheidsplan", owner=owner, reason="dat was een andere raad"
    )


def with_goals(set_on: date) -> SurveyAnswered:
    return SurveyAnswered(
        on=AGAIN, municipality="Haarlem", priorities=("Drugs",), goals_set_on=set_on
    )


def test_an_answer_closes_what_the_municipality_owes_and_nothing_of_another(small: Small) -> None:
    story = opened_with_survey(small)
    said = story.does(answered("Haarlem", *SAID["Haarlem"], source="IVP 2023-2026"))
    assert said == "Van Haarlem vastgelegd: 3 prioriteiten."
    assert [a.municipality for a in story.state.owed("uitvraag")] == ["GM0405", "GM0448"]
    assert len(story.state.owed("uitvraag-opnieuw")) == 3
    answer = answer_of(story.state, HAARLEM)
    assert answer is not None
    assert (answer.priorities, answer.source) == (SAID["Haarlem"], "IVP 2023-2026")
    assert [m.name for m in unanswered(story.state)] == ["Hoorn", "Texel"]


def test_asked_again_the_former_answer_stays_beside_the_new_one(small: Small) -> None:
    story = surveyed(small)
    said = story.does(answered("Haarlem", "Ondermijning", "Drugs", "Cybercrime", on=AGAIN))
    assert said == (
        "Van Haarlem vastgelegd: nu 3 prioriteiten; de vorige blijven bewaard. Nieuw: Drugs. "
        "Niet meer genoemd: Jeugdoverlast."
    )
    answer = answer_of(story.state, HAARLEM)
    assert answer is not None
    former = former_of(story.state, answer)
    assert former is not None
    assert former.priorities == SAID["Haarlem"]
    assert len(story.state.owed("uitvraag-opnieuw")) == 2
    reordered = story.does(answered("Texel", *reversed(SAID["Texel"]), on=AGAIN))
    assert reordered.endswith("Alleen de volgorde is anders.")


@pytest.mark.parametrize(
    "named", [(), SAID["Haarlem"], ("ONDERMIJNING", "jeugdoverlast", "cyber-crime")]
)
def test_no_change_is_an_answer(small: Small, named: tuple[str, ...]) -> None:
    """Nothing named is no change; so are the same priorities in the same order."""
    story = surveyed(small)
    said = story.does(answered("Haarlem", *named, on=AGAIN))
    assert said == "De prioriteiten van Haarlem zijn niet veranderd sinds 11 februari 2027."
    answer = answer_of(story.state, HAARLEM)
    assert answer is not None
    assert answer.is_unchanged
    assert len(answer.priorities) == 3
    assert len(story.state.owed("uitvraag-opnieuw")) == 2


def test_a_late_answer_closes_all_that_was_asked_by_then(small: Small) -> None:
    story = opened_with_survey(small)
    story.does(answered("Haarlem", "Ondermijning", on=AGAIN))
    assert [a.step for a in story.state.actions.where(municipality=HAARLEM) if not a.is_open] == [
        "uitvraag",
        "uitvraag-opnieuw",
    ]


def test_an_answer_before_it_is_asked_counts_as_the_first(small: Small) -> None:
    story = opened_with_survey(small)
    story.does(answered("Haarlem", "Ondermijning", on=date(2027, 1, 4)))
    assert len(story.state.owed("uitvraag")) == 2


def test_without_a_survey_in_the_plan_it_is_kept_all_the_same(at: At) -> None:
    """NH 2018: the working group held the survey; no municipality owed an action."""
    story = StoryInMemory(at("opened"))
    story.does(answered("Texel", "Toerisme"))
    assert [a.priorities for a in answers(story.state)] == [("Toerisme",)]
    assert [m.name for m in unanswered(story.state)] == ["Haarlem", "Hoorn"]


def test_what_is_known_already_earlier_or_too_late_is_refused(small: Small, at: At) -> None:
    story = surveyed(small)
    story.does(answered("Haarlem", on=AGAIN))
    with story.refuses("Dat is al vastgelegd", "sindsdien niets gevraagd"):
        story.does(answered("Haarlem", *SAID["Haarlem"], on=AGAIN))
    with story.refuses("Haarlem antwoordde al op 29 april 2027"):
        story.does(answered("Haarlem", "Drugs", on=FIRST))
    with opened_with_survey(small).refuses("zijn nog geen lokale prioriteiten bekend"):
        opened_with_survey(small).does(answered("Haarlem"))
    adopted = StoryInMemory(at("adopted"))
    with adopted.refuses("Het plan is al vastgesteld"):
        adopted.does(answered("Haarlem", "Drugs", on=date(2027, 12, 1)))


def test_the_day_of_the_safety_plan_is_known_by_it(small: Small) -> None:
    """Politiewet 2012, art. 38b lid 1."""
    story = opened_with_survey(small)
    report = SurveyAnswered(
        on=FIRST, municipality="Texel", priorities=("Jeugd",), goals_set_on=date(2027, 1, 28)
    )
    story.does(report)
    assert story.state.municipality("Texel").goals_set_on == date(2027, 1, 28)
    later = report.model_copy(update={"goals_set_on": FIRST + timedelta(days=1), "on": FIRST})
    with story.refuses("ligt na de dag van het antwoord"):
        story.does(later.model_copy(update={"municipality": "Hoorn"}))
    story.does(GoalsSet(on=date(2023, 9, 20), municipality="Texel"))
    assert story.state.municipality("Texel").goals_set_on == date(2023, 9, 20)


def test_taken_back_the_safety_plan_that_came_with_it_counts_no_more(small: Small) -> None:
    """Politiewet 2012, art. 38b lid 1: the themes are judged by the plan that really is there."""
    story = surveyed(small)
    story.does(GoalsSet(on=date(2023, 5, 4), municipality="Haarlem"))
    before = as_it_reads(story.state)
    story.does(with_goals(date(2025, 5, 5)))
    said = story.does(taken_back())
    assert as_it_reads(story.state) == before
    assert said.endswith("Voor Haarlem telt weer het veiligheidsplan van 4 mei 2023.")


def test_a_newer_safety_plan_stays_when_an_answer_with_an_older_one_is_taken_back(
    small: Small,
) -> None:
    story = surveyed(small)
    at_first = story.state.municipality("Haarlem")
    story.does(with_goals(date(2023, 5, 4)))
    story.does(GoalsSet(on=date(2027, 4, 20), municipality="Haarlem"))
    story.does(taken_back())
    assert story.state.municipality("Haarlem").goals_set_on == date(2027, 4, 20)
    story.does(goals_back())
    assert story.state.municipality("Haarlem") == at_first


def test_a_safety_plan_can_be_taken_back_until_none_is_known(small: Small) -> None:
    """A wrong day in the file of the unit is taken back as well: better none than a wrong one."""
    story = surveyed(small)
    said = story.does(goals_back())
    assert said.endswith("Van Haarlem is nu geen veiligheidsplan bekend.")
    with story.refuses("Van Haarlem is geen veiligheidsplan bekend"):
        story.does(goals_back())
    with story.refuses("Noem van welke gemeente"):
        story.does(goals_back(None))


def test_taken_back_what_it_said_before_counts_again_and_it_is_asked_again(small: Small) -> None:
    story = surveyed(small)
    before = as_it_reads(story.state)
    story.does(answered("Haarlem", "Drugs", on=AGAIN))
    said = story.does(taken_back())
    assert said == ("Teruggenomen: de lokale prioriteiten van Haarlem. De vraag staat weer open.")
    assert as_it_reads(story.state) == before
    by_step = Corrected(on=AGAIN, step="uitvraag", owner="alle", reason="verkeerde lijst gelezen")
    story.does(by_step)
    assert answers(story.state) == []
    with story.refuses("Van Haarlem zijn geen lokale prioriteiten vastgelegd"):
        story.does(taken_back())
    with story.refuses("Noem van welke gemeente"):
        story.does(taken_back(None))


def test_who_answered_can_not_be_called_done_by_hand(small: Small) -> None:
    story = opened_with_survey(small)
    with story.refuses("legt u vast als 'lokale-prioriteiten'"):
        story.does(StepDone(on=FIRST, step="uitvraag"))


def test_taken_back_what_merged_municipalities_said_is_asked_of_the_new_one(small: Small) -> None:
    story = surveyed(small)
    story.does(Merged(on=FIRST, ceased=("Texel", "Hoorn"), code="GM9001", name="Noordkop"))
    before = {a.step for a in story.state.open_actions() if a.municipality == "GM9001"}
    story.does(
        Corrected(
            on=FIRST, report="lokale-prioriteiten", owner="Noordkop", reason="de lijst was oud"
        )
    )
    after = {a.step for a in story.state.open_actions() if a.municipality == "GM9001"}
    assert after - before == {"uitvraag"}
    assert "Noordkop" in [m.name for m in unanswered(story.state)]


def test_what_municipalities_said_that_merged_counts_once_for_the_new_one(small: Small) -> None:
    story = surveyed(small)
    said = story.does(Merged(on=FIRST, ceased=("Texel", "Hoorn"), code="GM9001", name="Noordkop"))
    assert said.endswith("De prioriteiten van Noordkop zijn overgenomen van Texel en Hoorn.")
    assert [a.name for a in answers(story.state)] == ["Haarlem", "Noordkop"]
    assert unanswered(story.state) == []
    assert answers(story.state)[1].priorities == (
        "Verkeersveiligheid", "Aanpak ondermijnende criminaliteit", "Overlast door jeugd",
        "Cybercrime",
    )  # fmt: skip
    [cyber] = [p for p in counted_priorities(story.state) if p.name == "Cybercrime"]
    assert cyber.municipalities == ("Haarlem", "Noordkop")
    owed = {a.step for a in story.state.open_actions() if a.municipality == "GM9001"}
    assert {"uitvraag", "uitvraag-opnieuw"} & owed == {"uitvraag-opnieuw"}
    story.does(answered("Noordkop", on=AGAIN))
    assert not story.state.owed("uitvraag-opnieuw", "GM9001")
    with story.refuses("Texel bestaat niet meer"):
        story.does(answered("Texel", "Wolven"))


def test_a_new_municipality_is_asked_where_one_that_went_into_it_did_not_answer(
    small: Small,
) -> None:
    story = opened_with_survey(small)
    story.does(answered("Texel", "Drugs"))
    story.does(Merged(on=FIRST, ceased=("Texel", "Hoorn"), code="GM9001", name="Noordkop"))
    [asked] = [a for a in story.state.owed("uitvraag") if a.municipality == "GM9001"]
    assert "Noordkop" in asked.owner_name
    assert [a.priorities for a in answers(story.state)] == [("Drugs",)]


def test_a_municipality_that_grows_keeps_what_it_said_with_what_the_other_did(
    small: Small,
) -> None:
    story = surveyed(small)
    story.does(Merged(on=FIRST, ceased=("Texel",), code="GM0405", name="Hoorn"))
    [_, hoorn] = answers(story.state)
    assert hoorn.priorities == (
        "Aanpak ondermijnende criminaliteit", "Verkeersveiligheid", "Cybercrime",
        "Overlast door jeugd",
    )  # fmt: skip
    assert hoorn.source == "overgenomen van Hoorn en Texel"
    story.does(taken_back("Hoorn"))
    assert answers(story.state)[1].priorities == SAID["Hoorn"]


def test_a_merger_that_brought_no_answer_takes_none_with_it_when_it_is_taken_back(
    small: Small,
) -> None:
    story = opened_with_survey(small)
    story.does(answered("Texel", "Drugs"))
    story.does(Merged(on=FIRST, ceased=("Texel",), code="GM0405", name="Hoorn"))
    before = answers(story.state)
    story.does(Merged(on=AGAIN, ceased=("Haarlem",), code="GM0405", name="Hoorn"))
    back = {"report": "herindeling", "owner": "Hoorn", "reason": "dat was een andere"}
    story.does(Corrected(on=AGAIN, **back))
    assert answers(story.state) == before


def test_two_mergers_of_a_day_that_are_taken_back_leave_nothing_that_was_taken_over(
    small: Small,
) -> None:
    story = surveyed(small)
    before = answers(story.state)
    for gone in ("Texel", "Haarlem"):
        story.does(Merged(on=FIRST, ceased=(gone,), code="GM0405", name="Hoorn"))
    back = {"report": "herindeling", "owner": "Hoorn", "reason": "dat was een andere"}
    story.does(Corrected(on=FIRST, **back))
    assert answers(story.state) == before


def test_a_municipality_counts_once_for_a_subject_however_often_it_names_it(small: Small) -> None:
    story = surveyed(small)
    story.does(answered("Texel", "Jeugd", "Overlast door jeugd", on=AGAIN))
    story.does(together("Jeugd", "Jeugdoverlast", "Overlast door jeugd", "Jeugd", on=AGAIN))
    first = counted_priorities(story.state)
    assert [(p.name, p.number) for p in first[:2]] == [("Cybercrime", 2), ("Jeugd", 2)]
    assert first[1].municipalities == ("Haarlem", "Texel")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(
        st.lists(st.sampled_from(["Drugs", "Jeugd", "Cyber", "Zorg"]), min_size=1, unique=True),
        min_size=3,
        max_size=3,
    )
)
def test_every_priority_is_counted_in_just_the_municipalities_that_name_it(
    at: At, said: list[list[str]]
) -> None:
    story = StoryInMemory(at("opened"))
    for name, priorities in zip(SAID, said, strict=True):
        story.does(answered(name, *priorities))
    found = {p.name: p.number for p in counted_priorities(story.state)}
    assert found == {
        each: sum(each in priorities for priorities in said)
        for each in {word for priorities in said for word in priorities}
    }


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ondermijning\nJeugd", ("Ondermijning", "Jeugd")),
        ("1. Ondermijning\n2) Jeugd\n\n", ("Ondermijning", "Jeugd")),
        ("- Ondermijning\r\n• Jeugd", ("Ondermijning", "Jeugd")),
        ("112-meldingen\n3D-wapens", ("112-meldingen", "3D-wapens")),
    ],
)
def test_a_text_is_read_line_by_line_without_what_numbers_it(
    text: str, read: tuple[str, ...]
) -> None:
    content = {"op": FIRST, "gemeente": "Texel", "prioriteiten": text}
    assert check(SurveyAnswered, content, "De melding").priorities == read


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Jeugd\njeugd", "staat er twee keer"),
        ("!!!", "is geen naam"),
        ("\n".join(f"Onderwerp {n}" for n in range(41)), "ten hoogste 40"),
        ("x" * 301, "prioriteiten"),
        ("goed\u202efout", "één regel"),
    ],
)
def test_what_is_no_list_of_priorities_is_refused(text: str, why: str) -> None:
    content = {"op": FIRST, "gemeente": "Texel", "prioriteiten": text}
    with pytest.raises(ProposalError, match=why):
        check(SurveyAnswered, content, "De melding")


def test_a_survey_is_answered_by_municipalities_themselves() -> None:
    text = (Path(__file__).parents[2] / "klein.toml").read_text()
    with pytest.raises(ProposalError, match="elke gemeente antwoordt zelf"):
        proposal_of(text + STEPS.replace("ambtenaren-oov", "rbop"))
