# SPDX-License-Identifier: EUPL-1.2
"""The procedure after an adopted one: four years on, with its own steps, and room for everybody.

Law: Politiewet 2012, art. 39 lid 1; Algemene termijnenwet, art. 4.
"""

import tomllib
from datetime import date
from functools import cache

import pytest

from gehoord.calendar.dutch import full_day_in_words
from gehoord.domain.acts.open import opened
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.finding import Severity
from gehoord.domain.frozen import read_toml
from gehoord.domain.learned.leg import Moment
from gehoord.domain.learned.next_procedure import NextProcedure, adopt_next_by, next_procedure
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.proposal import Extension, Proposal
from gehoord.procedures.library import proposal_of
from gehoord.templates.next_proposal import next_proposal
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ADOPTED, Small

TODAY = read_day("Sun 2026-11-29")
IN_TIME = read_day("Thu 2030-06-20")
LATER = read_day("Mon 2028-01-10")


def adopted(name: str, on: date) -> State:
    """A shipped procedure, adopted on a day; of the rest only the plan is known."""
    proposal, eenheid, text = proposal_of(f"noord-holland/{name}")
    changes = opened(name, Case.of(proposal, eenheid), text, proposal.written_on).changes
    _, [dossier] = changes.of(Dossier)
    besluit = Besluit(
        id=f"{name}/vaststelling",
        dossier=name,
        kind=BesluitKind.ADOPTION,
        by="rbop",
        taken_on=on,
        basis="39-1",
    )
    there = State(dossier).after(changes)
    there.besluiten = there.besluiten.with_changes([], [besluit])
    return there


@cache
def of_2023() -> State:
    return adopted("imv-2024-2027", read_day("Thu 2023-11-09"))


def written(state: State, following: NextProcedure, on: date) -> tuple[Proposal, Plan]:
    text = next_proposal(state, following, on)
    proposal = read_toml(Proposal, text.encode(), "volgend")
    return proposal, lay_out(proposal, state.eenheid)


def test_the_next_adoption_is_in_four_years_on_the_last_weekday_that_is_in_time() -> None:
    state = of_2023()
    assert adopt_next_by(state) == read_day("Tue 2027-11-09")
    following = next_procedure(state, TODAY)
    assert following.laid_out.adoption == read_day("Thu 2027-11-04")
    said = " ".join(following.remarks)
    assert "De laatste dag om vast te stellen is dinsdag 9 november 2027" in said
    assert "op een donderdag vastgesteld" in said
    assert "Gemeenteraadsverkiezingen op 18 maart 2026; nieuwe raden op 1 april 2026." in said
    assert "Peildatum 1 januari 2027: 32 gemeenten, nu 32." in said
    first = full_day_in_words(min(following.days.values()))
    assert f"Uiterlijk beginnen op {first}." in said, "it begins with its own first step"


def test_a_plan_for_a_year_is_followed_before_it_ends() -> None:
    state = adopted("imv-2023", read_day("Thu 2022-11-10"))
    assert adopt_next_by(state) == date(2023, 12, 31)


def test_after_an_extension_that_nobody_was_heard_on_the_hearing_is_asked_for() -> None:
    """Art. 38b lid 2: its steps hold no hearing that could be taken over."""
    state = adopted("imv-2023", read_day("Thu 2022-11-10"))
    on = read_day("Thu 2022-12-01")
    following = next_procedure(state, on, read_day("Thu 2023-11-09"), extension_of(state, on))
    said = "Elke raad wordt gehoord (Politiewet 2012, art. 38b lid 2)."
    assert any(remark.endswith(said) for remark in following.remarks)
    assert "Haal dan deze stappen weg" not in next_proposal(state, following, on)


def extension_of(state: State, on: date) -> Extension:
    name = state.as_opened.beleidsplan.name
    why = "de minister is een jaar later"
    return Extension(plan=name, ground=why, same_content=True, decided_on=on)


def test_an_extension_begins_with_its_ontwerp_for_which_nothing_is_drafted() -> None:
    """Half a year before the last day every council can still be heard on the same text."""
    state, on = of_2023(), read_day("Mon 2027-05-03")
    with pytest.raises(GehoordError, match="gaan niet samen"):
        next_procedure(state, on)
    following = next_procedure(state, on, None, extension_of(state, on))
    assert min(following.days.values()) >= on
    assert "Nog zonder dag, want die zou al voorbij zijn: themas." in following.remarks
    proposal, _ = written(state, following, on)
    found = findings(Case.of(proposal, state.eenheid))
    assert not [f for f in found if f.severity in (Severity.BLOCK, Severity.REASON)]


OF_YEARS = """
[[stap]]
id = "planperiode"
titel = "plan uitvoeren"
fase = "verantwoording"
soort = "mijlpaal"
actiehouder = "rbop"
wanneer = { van = 2028-01-01, tot_en_met = 2031-12-31 }

[[stap]]
id = "tussenstand"
titel = "halverwege de stand bespreken"
fase = "verantwoording"
soort = "mijlpaal"
actiehouder = "rbop"
wanneer = 2030-03-04
"""
OF_A_YEAR = """
[[stap]]
id = "jaarplan-{0}"
titel = "jaarplan {0} maken"
fase = "verantwoording"
soort = "mijlpaal"
actiehouder = "rbop"
jaar = {0}
wanneer = {0}-02-01
"""


def test_what_hangs_on_the_years_of_a_plan_fits_the_one_year_of_an_extension(small: Small) -> None:
    """A day past the end of the plan is none; the end of one period is that of the other."""
    _, eenheid, text = small
    text += OF_YEARS + OF_A_YEAR.format(2028) + OF_A_YEAR.format(2029)
    story = StoryInMemory()
    story.tell((read_toml(Proposal, text.encode(), "klein"), eenheid, text), "adopted")
    extension = extension_of(story.state, LATER)
    following = next_procedure(story.state, LATER, IN_TIME, extension)
    proposal, plan = written(story.state, following, LATER)
    assert plan["planperiode"].span.start == date(2032, 1, 1)
    assert plan["planperiode"].due_on == date(2032, 12, 31)
    assert not plan["tussenstand"].has_day
    assert (proposal.step("jaarplan-2028").year, plan["jaarplan-2028"].due_on.year) == (2032, 2032)
    assert "jaarplan-2029" not in {step.id for step in proposal.steps}
    removed = "ontwerp, akkoord, verzending, horen"
    assert f"en hun namen bij 'na': {removed}.\n" in next_proposal(story.state, following, LATER)


def test_the_next_proposal_is_lawful_and_holds_the_own_steps_and_bodies() -> None:
    state = of_2023()
    following = next_procedure(state, TODAY)
    proposal, plan = written(state, following, TODAY)
    assert (proposal.title, proposal.beleidsplan.name) == (
        "IMV 2028-2031",
        "Integraal Meerjarenbeleidsplan Veiligheid (IMV) 2028-2031",
    )
    assert proposal.beleidsplan.start == date(2028, 1, 1)
    assert proposal.beleidsplan.end == date(2031, 12, 31)
    assert proposal.beleidsplan.previous_adopted_on == read_day("Thu 2023-11-09")
    assert proposal.beleidsplan.previous_ends_on == date(2027, 12, 31)
    old = {step.id: step for step in state.as_opened.steps}
    assert [step.id for step in proposal.steps] == [i for i, s in old.items() if s.stands]
    assert all((s.owner, s.kind, s.to) == (old[s.id].owner, old[s.id].kind, old[s.id].to)
               for s in proposal.steps)  # fmt: skip
    found = findings(Case.of(proposal, state.eenheid))
    assert not [f for f in found if f.severity in (Severity.BLOCK, Severity.REASON)]
    assert plan["jaarverslag"].words == "jaarlijks van 2028 tot en met 2031"
    assert proposal.step("reservering").title.endswith("in september 2027")


def test_each_day_is_read_back_and_the_councils_get_no_less_than_is_feasible() -> None:
    state = of_2023()
    following = next_procedure(state, TODAY)
    _, plan = written(state, following, TODAY)
    assert {s: plan[s].due_on for s in following.days} == following.days
    assert {s: plan[s].span.start for s in following.begins} == following.begins
    laid_out = following.laid_out
    assert following.moments[Moment.ONTWERP_SENT] <= laid_out.days["verzending"]
    assert following.moments[Moment.LAST_ANSWER] <= laid_out.days["horen"]
    assert min(following.days.values()) >= TODAY


def test_a_day_that_would_be_over_is_not_invented() -> None:
    following = next_procedure(of_2023(), TODAY)
    assert "rbop-april-2022" not in following.days
    assert "procesbrief" in following.days
    assert any(r.startswith("Nog zonder dag, want die zou al voorbij zijn: rbop-april-2022")
               for r in following.remarks)  # fmt: skip


def test_a_dossier_keeps_the_distances_that_it_had_and_what_came_to_it_is_left_out(
    small: Small,
) -> None:
    story = StoryInMemory()
    story.tell(small, "adopted")
    following = next_procedure(story.state, LATER, IN_TIME)
    _, plan = written(story.state, following, LATER)
    assert plan["vaststelling"].due_on == IN_TIME
    old = {line.step: line.due_in_words for line in story.state.lines}
    assert set(old) >= {step.id for step in following.steps}
    gaps = {s: (IN_TIME - day).days for s, day in following.days.items() if day <= IN_TIME}
    assert gaps["verwerking"] >= 7  # done a week before the adoption
    assert gaps["verzending"] >= (ADOPTED - read_day("Thu 2027-06-17")).days


def test_a_plan_that_is_not_adopted_has_no_next_one(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "final")
    with pytest.raises(RefusedError, match="nog niet vastgesteld"):
        next_procedure(story.state, LATER)


def test_past_the_known_school_holidays_nothing_is_laid_out(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "adopted")
    assert adopt_next_by(story.state) == read_day("Tue 2031-11-04")
    with pytest.raises(GehoordError, match="schoolvakanties zijn bekend"):
        next_procedure(story.state, LATER)


def test_its_text_is_toml_that_says_what_the_earlier_one_said(small: Small) -> None:
    state = of_2023()
    raw = tomllib.loads(next_proposal(state, next_procedure(state, TODAY), TODAY))
    old = tomllib.loads(state.dossier.proposal)
    assert raw["herinneringen"] == old["herinneringen"]
    assert raw["opdracht"] == old["opdracht"]
    assert not any({"bron", "stand", "bronstap", "vervangen_door"} & step.keys()
                   for step in raw["stap"])  # fmt: skip


def test_after_an_extension_it_is_said_what_its_dossier_cannot_give() -> None:
    """It had nobody write a text, and its one year is over before the four years of the law."""
    state, on = adopted("imv-2023", read_day("Thu 2022-11-17")), read_day("Thu 2022-12-01")
    said = " ".join(next_procedure(state, on, read_day("Thu 2024-03-14")).remarks)
    assert "Dat dossier verlengde een plan; stappen om een nieuwe tekst te maken" in said
    assert "Het plan van dat dossier loopt af op 31 december 2023, eerder dan die laatste" in said
    again = next_procedure(state, on, read_day("Thu 2024-03-14"), extension_of(state, on)).remarks
    assert "Dat dossier verlengde een plan" not in " ".join(again)
    assert "loopt af" not in " ".join(next_procedure(of_2023(), TODAY).remarks)
