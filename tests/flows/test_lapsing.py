"""A step that will not take place: what rests on it goes on, and nothing false is said or sent."""

from datetime import date

import pytest

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.report import (
    Corrected,
    Merged,
    StepDone,
    StepLapsed,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import RefusedError
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Letter, Part
from gehoord.flows.move import move
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.themes import choose_themes
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.store.verify import verify

Small = tuple[Proposal, Eenheid, str]
DAY = date(2027, 1, 5)
WHY = "er is geen tijd meer voor"
PER_COUNCIL = """
[[stap]]
id = "uitvraag"
titel = "prioriteiten doorgeven"
fase = "themas"
soort = "mijlpaal"
actiehouder = "burgemeesters"
wanneer = "38 weken voor vaststelling"
"""


@pytest.fixture
def opened(register: Register, small: Small) -> Register:
    text = small[2] + PER_COUNCIL
    open_dossier(register, "klein", proposal(text), small[1], text, DAY)
    return register


def proposal(text: str) -> Proposal:
    return read_toml(Proposal, text.encode(), "klein")


def state(register: Register) -> State:
    with register.reading() as reader:
        assert verify(reader, "klein").faults == ()
        return state_of(reader, "klein")


def lapse(register: Register, step: str) -> None:
    record(register, "klein", StepLapsed(on=DAY, step=step, reason=WHY), DAY)


def take_back(register: Register, step: str) -> None:
    mistake = Corrected(on=DAY, step=step, reason="dat was een vergissing")
    record(register, "klein", mistake, DAY)


def of(step: str, register: Register) -> list[Action]:
    return [a for a in state(register).actions if a.step == step]


def codes(register: Register) -> set[str]:
    return {f.code for f in findings(Case.of_dossier(state(register), DAY))}


@pytest.mark.parametrize("report", [StepLapsed, Corrected])
def test_the_journal_keeps_the_reason(
    opened: Register, report: type[StepLapsed | Corrected]
) -> None:
    if report is Corrected:
        lapse(opened, "advies")
    record(opened, "klein", report(on=DAY, step="advies", reason=WHY, note="In overleg."), DAY)
    with opened.reading() as reader:
        last = reader.all(JournalEntry, "klein")[-1]
    assert last.text == f"advies: {WHY} In overleg."


def test_no_council_is_told_of_themes_that_nobody_chose(opened: Register) -> None:
    lapse(opened, "themas")
    choose_themes(opened, "klein", DAY)
    with opened.reading() as reader:
        sent = {m.letter for m in reader.all(Message, "klein")}
    assert Letter.THEMES not in sent
    take_back(opened, "themas")
    record(opened, "klein", ThemesChosen(on=DAY, themes=("Ondermijning",)), DAY)
    choose_themes(opened, "klein", DAY)
    with opened.reading() as reader:
        assert Letter.THEMES in {m.letter for m in reader.all(Message, "klein")}


@pytest.mark.parametrize("step", ["advies", "verwerking", "definitief"])
def test_a_step_that_lapsed_is_in_nobodys_way(opened: Register, step: str) -> None:
    lapse(opened, step)
    move(opened, "klein", "vaststelling", date(2027, 10, 21), "de zaal is dan vrij", DAY)
    assert state(opened).plan["vaststelling"].due_on == date(2027, 10, 21)
    with pytest.raises(RefusedError, match="al vervallen"):
        move(opened, "klein", step, date(2027, 10, 1), "toch maar niet", DAY)


def test_a_step_that_was_done_early_is_judged_on_its_day(opened: Register) -> None:
    """Its planned day (4 March) lies after the new day of what rests on it; it was done before."""
    made = VersionMade(on=DAY, step="advies")
    record(opened, "klein", made, DAY)
    done = move(opened, "klein", "vaststelling", date(2027, 10, 21), "de zaal is dan vrij", DAY)
    assert done.kept == ("advies over de thema's opstellen",)
    assert state(opened).plan["themas"].due_on == date(2027, 2, 25)


def test_what_is_taken_back_comes_on_the_days_of_the_plan(opened: Register) -> None:
    lapse(opened, "themas")
    move(opened, "klein", "vaststelling", date(2027, 10, 28), "de zaal is dan vrij", DAY)
    take_back(opened, "themas")
    known = state(opened)
    for line in known.lines:
        planned = known.plan[line.step]
        assert (line.start_on, line.end_on) == (planned.span.start, planned.span.end)
    (themes,) = of("themas", opened)
    assert themes.state is ActionState.OPEN
    assert themes.due_on == known.plan["themas"].due_on == date(2027, 3, 4)


def test_a_version_of_a_lapsed_step_is_no_version(opened: Register) -> None:
    lapse(opened, "definitief")
    with pytest.raises(RefusedError, match="is vervallen"):
        record(opened, "klein", VersionMade(on=DAY, step="definitief"), DAY)
    take_back(opened, "definitief")
    record(opened, "klein", VersionMade(on=DAY, step="definitief"), DAY)


def test_without_its_last_version_the_plan_is_judged_by_the_ontwerp(opened: Register) -> None:
    without = (Part.OBJECTIVES, Part.WIJKAGENTEN)
    record(opened, "klein", VersionMade(on=DAY, step="ontwerp", contains=without), DAY)
    assert "deel-ontbreekt" not in codes(opened)
    lapse(opened, "definitief")
    assert "deel-ontbreekt" in codes(opened)


def test_taking_a_lapse_back_leaves_what_was_done(opened: Register) -> None:
    record(opened, "klein", StepDone(on=DAY, step="uitvraag", owner="Texel"), DAY)
    lapse(opened, "uitvraag")
    take_back(opened, "uitvraag")
    states = {a.owner: a.state for a in of("uitvraag", opened)}
    assert states["GM0448"] is ActionState.DONE
    assert states["GM0392"] is states["GM0405"] is ActionState.OPEN


def test_a_new_municipality_shares_in_what_lapsed(opened: Register) -> None:
    lapse(opened, "uitvraag")
    merger = Merged(on=DAY, ceased=("Texel",), code="GM9999", name="Nieuwstad")
    record(opened, "klein", merger, DAY)
    take_back(opened, "uitvraag")
    states = {a.owner: a.state for a in of("uitvraag", opened)}
    assert states["GM9999"] is ActionState.OPEN
    assert states["GM0448"] is ActionState.LAPSED


def test_an_approximation_can_be_pinned_to_the_day_it_was_read_as(
    register: Register, small: Small
) -> None:
    text = small[2].replace(
        'wanneer = "35 weken voor vaststelling"', 'wanneer = "begin maart 2027"'
    )
    open_dossier(register, "klein", proposal(text), small[1], text, DAY)
    (advies,) = of("advies", register)
    assert "bij benadering" in advies.due_in_words
    move(register, "klein", "advies", advies.due_on, "de dag staat nu vast", DAY)
    (advies,) = of("advies", register)
    assert advies.due_in_words == f"uiterlijk {day_in_words(advies.due_on)}"
