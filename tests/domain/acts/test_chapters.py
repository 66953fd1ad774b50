# SPDX-License-Identifier: EUPL-1.2
"""What a version lacks is promised to follow (S002 and S003): an action that is kept, or late."""

from datetime import date

import pytest

from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import ChapterPromised, Corrected, StepDone, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.chapter_to_follow import ChapterStands
from gehoord.templates.fields import correspondence
from gehoord.templates.standing.promises import promises
from gehoord.templates.told_promises import told_promises
from tests.story import (
    ADOPTED,
    AGREED,
    ASKED,
    FINAL,
    HEARD,
    ONE_DAY,
    ONTWERP,
    RESPOND_BY,
    Story,
    Told,
)

CHAPTER = "Hoofdstuk 6, sterkteverdeling"
MISTAKE = "dat was een vergissing"


def promise(
    chapter: str = CHAPTER,
    on: date = ONTWERP,
    by: date | None = HEARD,
    to: str = "de burgemeesters",
) -> ChapterPromised:
    return ChapterPromised(
        on=on, chapter=chapter, stands=ChapterStands.PROVISIONAL, to=to, follows_by=by
    )


def owed(story: Story) -> list[Action]:
    return [a for a in story.state.open_actions() if a.step.startswith("nasturen-")]


def test_what_follows_is_an_action_of_the_adviser_that_is_kept_or_late(told: Told) -> None:
    story = told("ontwerp")
    said = story.does(promise())
    assert said == (
        "Toegezegd bij versie 1: Hoofdstuk 6, sterkteverdeling volgt uiterlijk 16 september 2027, "
        "aan de burgemeesters. In de brief aan de raden staat dit niet. Moet dat wel, noem dan 'de "
        "raden'."
    )
    [action] = owed(story)
    assert (action.owner, action.due_on) == ("adviseur", HEARD)
    assert action.title == "Hoofdstuk 6, sterkteverdeling nasturen aan de burgemeesters"
    assert action.is_late(HEARD + ONE_DAY)
    story.does(StepDone(on=HEARD, step=action.step))
    assert not owed(story)


def test_what_nobody_can_name_a_day_for_is_owed_without_one(told: Told) -> None:
    """S003: "Zodra de definitieve sterkteverdeling bekend is, zal die worden nagestuurd"."""
    story = told("ontwerp")
    said = story.does(promise(by=None))
    assert "volgt zodra het bekend is, aan de burgemeesters." in said
    [action] = owed(story)
    assert action.due_on is None
    story.moves(action.step, HEARD, AGREED)
    assert owed(story)[0].due_on == HEARD


def test_each_chapter_and_each_reader_is_a_promise_of_its_own(told: Told) -> None:
    story = told("ontwerp")
    for report in (promise(), promise(to="de raden"), promise("Bijlage 2")):
        story.does(report)
    assert len({a.step for a in owed(story)}) == 3
    with story.refuses("Dit is al toegezegd", "verplaats dan de stap"):
        story.does(promise("hoofdstuk 6 sterkteverdeling"))
    with story.refuses("Noem het hoofdstuk", "Bijlage 2"):
        story.does(Corrected(on=AGREED, report="toezegging", reason=MISTAKE))
    assert "Bijlage 2" in (offered("herstel", "actiehouder", [story.state], AGREED) or ())
    story.does(Corrected(on=AGREED, report="toezegging", owner="bijlage 2", reason=MISTAKE))
    assert len(owed(story)) == 2


@pytest.mark.parametrize("chapter", ["文", "Überblick: 1 — wat er is", "x" * 200])
def test_any_chapter_can_follow_whatever_it_is_called(told: Told, chapter: str) -> None:
    story = told("ontwerp")
    story.does(promise(chapter))
    [action] = owed(story)
    assert action.title.startswith(chapter)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (promise(by=ONTWERP - ONE_DAY), "is al voorbij"),
        (promise(on=ONTWERP - ONE_DAY), "Verbeter de dag"),
    ],
)
def test_what_cannot_be_promised_is_refused(
    told: Told, report: ChapterPromised, words: str
) -> None:
    story = told("ontwerp")
    with story.refuses(words):
        story.does(report)


def test_without_a_version_nothing_follows(told: Told) -> None:
    story = told("themes")
    with story.refuses("nog geen versie van het plan"):
        story.does(promise())


def test_a_version_that_was_taken_back_promises_nothing_any_more(told: Told) -> None:
    story = told("ontwerp")
    story.does(promise())
    story.does(Corrected(on=AGREED, step="ontwerp", reason=MISTAKE))
    assert not owed(story)


def test_better_words_promise_the_same(told: Told) -> None:
    story = told("ontwerp")
    story.does(promise())
    better = VersionMade(on=AGREED, step="ontwerp", wording="taalfouten zijn hersteld")
    story.does(better)
    final = story.state.final
    assert final
    assert [each.chapter for each in final.follows] == [CHAPTER]
    story.does(Corrected(on=AGREED, report="versie", reason=MISTAKE))
    assert len(owed(story)) == 1, "the version before still promises it"


def test_what_was_sent_on_is_not_promised_by_mistake(told: Told) -> None:
    story = told("ontwerp")
    story.does(promise())
    story.does(StepDone(on=AGREED, step=owed(story)[0].step))
    with story.refuses("is al nagestuurd"):
        story.does(Corrected(on=AGREED, report="toezegging", reason=MISTAKE))


def test_a_promise_that_was_not_kept_is_told_when_the_plan_is_up_for_adoption(told: Told) -> None:
    story = told("asked")
    story.does(promise(on=RESPOND_BY, by=FINAL))

    def found() -> list[str]:
        day = story.state.plan["vaststelling"].due_on
        told = findings(Case.of_dossier(story.state, day))
        return [f.text for f in told if f.code == "toezegging-staat-open"]

    assert found() == [f"Toegezegd en nog niet nagestuurd: {CHAPTER}."]
    story.does(StepDone(on=FINAL, step=owed(story)[0].step))
    assert found() == []


@pytest.mark.parametrize(
    ("chapter", "by", "said"),
    [
        (CHAPTER, None, f"'{CHAPTER}' is zonder dag toegezegd; dit deel hoort er uiterlijk 7 "
         "oktober 2027 te zijn, zolang de raden kunnen antwoorden."),
        (CHAPTER, FINAL, f"'{CHAPTER}' is pas voor 28 oktober 2027 toegezegd; dit deel hoort er "
         "uiterlijk 7 oktober 2027 te zijn, zolang de raden kunnen antwoorden."),
        (CHAPTER, RESPOND_BY, ""),
        ("Bijlage 2", None, "'Bijlage 2' is zonder dag toegezegd; het hoort er uiterlijk 3 "
         "november 2027 te zijn, voor de vaststelling."),
        ("Bijlage 2", ADOPTED, "'Bijlage 2' is pas voor 4 november 2027 toegezegd; het hoort er "
         "uiterlijk 3 november 2027 te zijn, voor de vaststelling."),
        ("Bijlage 2", FINAL, ""),
    ],
)  # fmt: skip
def test_what_follows_is_of_use_before_the_adoption_and_the_strength_to_the_councils(
    told: Told, chapter: str, by: date | None, said: str
) -> None:
    """S003: sent on "zodat burgemeesters hun gemeenteraden daarover alsnog te informeren"."""
    story = told("asked")
    story.does(promise(chapter, on=ASKED, by=by))
    told_ = findings(Case.of_dossier(story.state, HEARD))
    assert [f.text for f in told_ if f.code == "toezegging-te-laat"] == [said] * bool(said)
    note = story.state.as_opened.step(owed(story)[0].step).note
    assert ("Zonder dag toegezegd: het hoort er te zijn" in note) is (by is None)


def test_pages_tell_what_was_promised_and_whether_it_was_kept(told: Told) -> None:
    story = told("asked")
    assert promises(story.state, HEARD) == []
    story.does(promise("Bijlage 2", on=ASKED, by=None))
    story.does(promise(on=ASKED, to="de raden"))
    [kept] = [action.step for action in owed(story) if action.title.startswith(CHAPTER)]
    story.does(StepDone(on=HEARD, step=kept))
    page = "\n".join(promises(story.state, HEARD))
    assert "nog niet nagestuurd, en zonder dag toegezegd" in page
    assert "nagestuurd op 16 september 2027" in page
    late = {one.chapter: one.is_late for one in told_promises(story.state, HEARD)}
    assert late == {"Bijlage 2": True, CHAPTER: False}


def test_what_changed_is_kept_with_the_version(told: Told) -> None:
    story = told("themes")
    story.does(VersionMade(on=ONTWERP, step="ontwerp", changed="Hoofdstuk 3 is herschreven."))
    final = story.state.final
    assert final
    assert final.changed == "Hoofdstuk 3 is herschreven."


def test_a_letter_tells_the_councils_what_they_still_await_and_nothing_else(told: Told) -> None:
    story = told("ontwerp")
    story.does(promise(to="de burgemeesters"))
    story.does(promise(to="de gemeenteraden"))
    assert correspondence(story.state, AGREED).follows == (
        f"{CHAPTER} (nog voorlopig): volgt uiterlijk 16 september 2027, aan de gemeenteraden",
    )
    for action in owed(story):
        story.does(StepDone(on=AGREED, step=action.step))
    assert correspondence(story.state, AGREED).follows == ()


def test_a_mistaken_promise_is_taken_back_also_once_the_next_version_is_there(told: Told) -> None:
    story = told("ontwerp")
    story.does(promise())
    story.does(VersionMade(on=AGREED, step="ontwerp"))
    assert CHAPTER in (offered("herstel", "actiehouder", [story.state], AGREED) or ())
    story.does(Corrected(on=AGREED, report="toezegging", owner=CHAPTER, reason=MISTAKE))
    assert not owed(story)
    assert not any(version.follows for version in story.state.versions)
    with story.refuses("Bij geen enkele versie is iets toegezegd"):
        story.does(Corrected(on=AGREED, report="toezegging", reason=MISTAKE))


def test_of_a_chapter_that_several_await_the_reader_is_named(told: Told) -> None:
    story = told("ontwerp")
    story.does(promise())
    story.does(promise(to="de raden"))
    with story.refuses(f"{CHAPTER}, aan de burgemeesters; {CHAPTER}, aan de raden"):
        story.does(Corrected(on=AGREED, report="toezegging", owner=CHAPTER, reason=MISTAKE))
    whose = f"{CHAPTER}, aan de raden"
    story.does(Corrected(on=AGREED, report="toezegging", owner=whose, reason=MISTAKE))
    assert [action.title for action in owed(story)] == [f"{CHAPTER} nasturen aan de burgemeesters"]


def test_what_is_still_owed_is_taken_back_rather_than_what_was_sent_on(told: Told) -> None:
    story = told("ontwerp")
    story.does(promise())
    story.does(StepDone(on=AGREED, step=owed(story)[0].step))
    story.does(VersionMade(on=AGREED, step="ontwerp"))
    story.does(promise(on=AGREED))
    story.does(Corrected(on=AGREED, report="toezegging", reason=MISTAKE))
    assert not owed(story)
