# SPDX-License-Identifier: EUPL-1.2
"""Municipalities became one: the new council is heard in the place of the old.

Law: Politiewet 2012, art. 38b lid 2.
"""

from datetime import date
from typing import get_args

import pytest

from gehoord.domain.acts.act import MunicipalitiesMerged
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import JaarverslagAdopted, Merged, RespiteGiven, StepDone
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Message
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter
from gehoord.flows.hearing import hear
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.store.verify import verify
from tests.domain.acts.recorded import (
    DAY,
    SENT,
    lapse,
    of,
    ontwerp,
    ontwerp_letters,
    record_heard,
    state,
    take_back,
)
from tests.domain.acts.story_in_memory import At
from tests.story import ADOPTED, ASKED, FINAL, HEAR, ONE_DAY, RESPOND_BY, Moment, Told, heard
from tests.story_in_register import StoryInRegister


def test_a_new_municipality_gets_the_ontwerp_and_the_old_one_stays_gone(opened: Register) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    merger = Merged(on=date(2027, 7, 1), ceased=("Texel",), code="GM9999", name="Nieuwstad")
    record(opened, "klein", merger, date(2027, 7, 1))
    hear(opened, "klein", date(2027, 7, 2))
    assert ontwerp_letters(opened) == ["GM0392", "GM0405", "GM0448", "GM9999"]
    with pytest.raises(RefusedError, match="bestaat niet meer"):
        record_heard(opened, date(2027, 9, 1), "Texel")
    record_heard(opened, date(2027, 9, 1), "Haarlem", "Hoorn", "Nieuwstad")
    ontwerp(opened, date(2027, 9, 2))
    hear(opened, "klein", date(2027, 9, 2))
    found = state(opened)
    assert found.hearing_of("GM0448").state is HearingState.LAPSED
    assert [a.state for a in found.actions if a.id == "klein/horen/GM0448"] == [ActionState.LAPSED]


def test_a_council_that_was_heard_and_then_ceased_owes_nothing_on_a_newer_ontwerp(
    opened: Register,
) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    record_heard(opened, date(2027, 6, 30), "Texel")
    merger = Merged(on=date(2027, 7, 1), ceased=("Texel",), code="GM9999", name="Nieuwstad")
    record(opened, "klein", merger, date(2027, 7, 1))
    ontwerp(opened, date(2027, 7, 2))
    states = {a.municipality: a.state for a in of("horen", opened)}
    assert states["GM0448"] is ActionState.DONE
    assert states["GM9999"] is ActionState.OPEN


@pytest.mark.parametrize("asked", [False, True])
def test_a_municipality_that_grows_is_asked_again_and_can_answer_again(
    opened: Register, asked: bool
) -> None:
    ontwerp(opened, SENT)
    if asked:
        hear(opened, "klein", SENT)
        record_heard(opened, date(2027, 6, 30), "Hoorn")
    merger = Merged(on=date(2027, 7, 1), ceased=("Texel",), code="GM0405", name="Hoorn")
    record(opened, "klein", merger, date(2027, 7, 1))
    hear(opened, "klein", date(2027, 7, 2))
    record_heard(opened, date(2027, 9, 1), "Hoorn")
    assert ontwerp_letters(opened).count("GM0405") == 1 + asked
    assert state(opened).hearing_of("GM0405").state is HearingState.HEARD


def test_a_new_municipality_shares_in_what_lapsed(surveyed: Register) -> None:
    lapse(surveyed, "uitvraag")
    merger = Merged(on=DAY, ceased=("Texel",), code="GM9999", name="Nieuwstad")
    record(surveyed, "klein", merger, DAY)
    take_back(surveyed, "uitvraag", "alle")
    states = {a.owner: a.state for a in of("uitvraag", surveyed)}
    assert states["GM9999"] is ActionState.OPEN
    assert states["GM0448"] is ActionState.LAPSED


def test_a_recorded_merger_leaves_no_block_on_the_set_of_councils(opened: Register) -> None:
    """Law: Politiewet 2012, art. 38b lid 2: the new council is heard in the place of the old."""
    on = date(2027, 6, 1)
    report = Merged(on=on, ceased=["Hoorn"], code="GM1980", name="Dijk en Waard")
    record(opened, "klein", report, on)
    known = state(opened)
    assert [m.name for m in known.living] == ["Haarlem", "Texel", "Dijk en Waard"]
    assert "gemeenteset" not in {f.code for f in findings(Case.of_dossier(known, on))}


def test_nobody_merges_into_a_municipality_that_ceased(opened: Register) -> None:
    on = date(2027, 6, 1)
    record(opened, "klein", Merged(on=on, ceased=("Texel",), code="GM0405", name="Hoorn"), on)
    into_texel = Merged(on=on, ceased=("Haarlem",), code="GM0448", name="Texel")
    with pytest.raises(RefusedError, match="Texel is zelf opgeheven"):
        record(opened, "klein", into_texel, on)


NIEUWSTAD = Merged(on=FINAL, ceased=("Texel", "Hoorn"), code="GM9999", name="Nieuwstad")


def test_the_council_of_a_new_municipality_is_yet_to_be_heard(at: At) -> None:
    act = decided(NIEUWSTAD, at("heard"))
    said = (
        "Texel, Hoorn: opgegaan in Nieuwstad. De raad van Nieuwstad wordt gehoord. Start de fase "
        "'horen' om hem het ontwerp te sturen."
    )
    news = MunicipalitiesMerged(frozenset({"GM0405", "GM0448"}), grown=None)
    assert (act.said, act.news) == (said, (news,))
    state = at("heard").after(act.changes)
    assert [m.name for m in state.living] == ["Haarlem", "Nieuwstad"]
    assert state.municipality("Texel").until == FINAL - ONE_DAY
    states = {h.name: h.state for h in state.hearings}
    assert states == {
        "Haarlem": HearingState.HEARD,
        "Hoorn": HearingState.LAPSED,
        "Texel": HearingState.LAPSED,
        "Nieuwstad": HearingState.PLANNED,
    }
    assert [(a.owner, a.owner_name) for a in state.owed("horen")] == [("GM9999", "Nieuwstad")]


def test_a_municipality_that_grew_is_heard_again_as_another_council(at: At) -> None:
    report = Merged(on=FINAL, ceased=("Texel",), code="GM0405", name="Hoorn")
    state = at("heard").after(decided(report, at("heard")).changes)
    assert [m.name for m in state.living] == ["Haarlem", "Hoorn"]
    hearing = state.hearing_of("GM0405")
    assert (hearing.state, hearing.version, hearing.invited_on) == (
        HearingState.PLANNED,
        None,
        None,
    )
    assert [a.owner for a in state.owed("horen")] == ["GM0405"]


def test_a_merger_of_before_the_adoption_is_told_too_late_after_it(told: Told) -> None:
    story = told("adopted")
    with story.refuses("al vastgesteld op 4 november 2027; de set van raden van die dag"):
        story.does(NIEUWSTAD.model_copy(update={"on": ADOPTED}))


def test_a_new_municipality_has_a_name_of_its_own(told: Told) -> None:
    """Two of one name make no unit: a dossier opened for it could never be read again."""
    story = told("adopted")
    with story.refuses("Er is al een gemeente Haarlem (GM0392)."):
        story.does(AFTER.model_copy(update={"ceased": ("Texel",), "name": "haarlem"}))
    story.does(AFTER.model_copy(update={"ceased": ("Texel",), "name": "Texel"}))


AFTER = NIEUWSTAD.model_copy(update={"on": date(2029, 1, 1)})


def test_a_merger_after_the_adoption_leaves_the_hearing_and_changes_who_adopts(
    told: Told,
) -> None:
    """Law: Politiewet 2012, art. 39 lid 1: the jaarverslag is of all burgemeesters of then."""
    story = told("adopted")
    said = story.does(AFTER)
    assert said.endswith("Het plan is al vastgesteld: geen raad wordt opnieuw gehoord.")
    assert {h.state for h in story.state.hearings} == {HearingState.HEARD}
    assert story.state.owed("horen") == []
    assert [m.name for m in story.state.living] == ["Haarlem", "Nieuwstad"]
    story.does(
        JaarverslagAdopted(
            on=date(2029, 6, 7),
            year=2028,
            basis="39-1",
            hoofdofficier=True,
            burgemeesters="alle",
            body="rbop",
        )
    )
    account = story.state.jaarverslag(2028)
    assert account is not None
    assert account.adopters == ("GM0392", "GM9999", "hoofdofficier")
    blocks = {f.code for f in findings(Case.of_dossier(story.state, date(2029, 6, 8)))}
    assert not {"gemeenteset", "raden-nog-niet-gehoord", "raad-niet-gehoord"} & blocks


def test_after_the_adoption_no_letter_goes_to_who_ceased(opened: Register) -> None:
    """Mistake 29: an abolished municipality gets no mail; the one in its place does."""
    story = StoryInRegister(opened)
    for moment in get_args(Moment)[1:]:
        getattr(story, f"_{moment}")()
    story.does(AFTER.model_copy(update={"on": date(2027, 11, 5)}))
    story.starts(Stage.ADOPTION, date(2027, 11, 8))
    with opened.reading() as reader:
        mails = reader.all(Message, "klein", letter=Letter.ADOPTION)
        assert verify(reader, "klein").faults == ()
    assert {mail.recipient for mail in mails} == {"GM0392", "GM9999"}


def test_the_adviser_owes_a_new_council_the_ontwerp_that_others_have(told: Told) -> None:
    """Law: art. 38b lid 2. Without a card nobody would send it, and nobody be late."""
    story = told("heard")
    story.does(NIEUWSTAD)
    [owed] = [a for a in story.state.open_actions() if a.step.startswith("ontwerp-aan-")]
    assert owed.name == (
        "Adviseur van de regioburgemeester: ontwerp aan de raad van Nieuwstad sturen, uiterlijk "
        "4 november 2027"
    )
    with story.refuses("Het ontwerp gaat weg door de fase 'horen' te starten.", law=HEAR):
        story.does(StepDone(on=FINAL, step=owed.step))
    story.moves("vaststelling", date(2028, 1, 13), FINAL)
    story.moves("horen", date(2027, 12, 9), FINAL)
    story.starts(Stage.HEARING, FINAL)
    assert story.state.owed(owed.step) == []
    assert story.state.hearing_of("GM9999").invited_on == FINAL


def test_a_new_council_that_ceases_again_is_owed_no_ontwerp(told: Told) -> None:
    story = told("heard")
    story.does(NIEUWSTAD)
    story.does(Merged(on=FINAL, ceased=("Nieuwstad",), code="GM0392", name="Haarlem"))
    owed = {a.step for a in story.state.open_actions() if a.step.startswith("ontwerp-aan-")}
    assert owed == {f"ontwerp-aan-gm0392-{FINAL}"}


def test_before_the_ontwerp_left_a_merger_asks_nothing_more(told: Told) -> None:
    story = told("agreed")
    story.does(NIEUWSTAD.model_copy(update={"on": ASKED}))
    assert not [a for a in story.state.open_actions() if a.step.startswith("ontwerp-aan-")]


def test_a_municipality_is_split_over_several(told: Told) -> None:
    """As Littenseradiel on 1 January 2018: each part goes elsewhere on the same day."""
    story = told("asked")
    day = date(2027, 7, 1)
    story.does(Merged(on=day, ceased=("Texel",), code="GM0405", name="Hoorn"))
    said = story.does(Merged(on=day, ceased=("Texel",), code="GM9999", name="Nieuwstad"))
    assert said.startswith("Texel: voor een deel opgegaan in Nieuwstad.")
    state = story.state
    assert state.municipality("Texel").successors == ("GM0405", "GM9999")
    assert {h.name: h.state for h in state.hearings} == {
        "Haarlem": HearingState.INVITED,
        "Hoorn": HearingState.PLANNED,
        "Texel": HearingState.LAPSED,
        "Nieuwstad": HearingState.PLANNED,
    }
    owed = {a.owner_name for a in state.owed("horen")}
    assert owed == {"Haarlem", "Hoorn", "Nieuwstad"}
    with story.refuses("Texel is al opgegaan in Hoorn en Nieuwstad."):
        story.does(Merged(on=day, ceased=("Texel",), code="GM9999", name="Nieuwstad"))
    with story.refuses("Texel is al opgegaan in Hoorn en Nieuwstad."):
        story.does(Merged(on=FINAL, ceased=("Texel",), code="GM0392", name="Haarlem"))


def test_a_municipality_that_grew_keeps_no_respite_of_before(told: Told) -> None:
    """Its new council reads the day of all councils in its letter, and is late by that day."""
    story = told("asked")
    until, why = date(2027, 10, 14), "de raad vergadert een week later"
    story.does(RespiteGiven(on=ASKED, municipality="Hoorn", until=until, reason=why))
    story.does(Merged(on=date(2027, 7, 1), ceased=("Texel",), code="GM0405", name="Hoorn"))
    [owed] = story.state.owed("horen", "GM0405")
    assert owed.due_on == RESPOND_BY
    story.starts(Stage.HEARING, date(2027, 7, 2))
    assert story.state.hearing_of("GM0405").respond_by == RESPOND_BY


def test_a_municipality_ceases_once(told: Told) -> None:
    story = told("heard")
    story.does(NIEUWSTAD)
    with story.refuses("Texel is al opgegaan in Nieuwstad."):
        story.does(Merged(on=ADOPTED, ceased=("Texel",), code="GM9998", name="Waddenstad"))


def test_a_municipality_does_not_merge_into_itself(told: Told) -> None:
    story = told("heard")
    with story.refuses("Hoorn kan niet opgaan in zichzelf. Noem alleen wie ophoudt."):
        story.does(Merged(on=FINAL, ceased=("Texel", "Hoorn"), code="GM0405", name="Hoorn"))


def test_a_municipality_of_elsewhere_does_not_cease_here(told: Told) -> None:
    story = told("heard")
    with story.refuses("'Rotterdam' is geen gemeente van dit dossier"):
        story.does(Merged(on=FINAL, ceased=("Rotterdam",), code="GM9999", name="Nieuwstad"))


def test_nobody_merges_into_what_ceased_before(told: Told) -> None:
    story = told("heard")
    story.does(NIEUWSTAD)
    with story.refuses("Texel is zelf opgeheven. Noem de code van de nieuwe gemeente."):
        story.does(Merged(on=FINAL, ceased=("Haarlem",), code="GM0448", name="Texel"))


def test_a_council_that_ceased_is_not_heard_any_more(told: Told) -> None:
    story = told("asked")
    story.does(NIEUWSTAD.model_copy(update={"on": ASKED}))
    with story.refuses("Texel bestaat niet meer; haar raad wordt niet meer gehoord."):
        story.does(heard("Texel"))
