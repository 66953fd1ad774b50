"""What must never be reachable, each once reached by somebody who tried."""

from datetime import date, timedelta
from typing import Any

import pytest

from gehoord.domain.acts.report import (
    Adopted,
    Agreed,
    Corrected,
    CouncilHeard,
    Merged,
    PlanChanged,
    SilenceAccepted,
    StepDone,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.hearing import Answer, HearingState
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Letter, Part
from gehoord.flows.hearing import hear
from gehoord.flows.move import move
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.store.verify import verify

Small = tuple[Proposal, Eenheid, str]

SENT = date(2027, 6, 17)
LATE = date(2027, 10, 15)
NAMES = ("Haarlem", "Hoorn", "Texel")


@pytest.fixture
def opened(register: Register, small: Small) -> Register:
    open_dossier(register, "klein", *small, date(2026, 11, 23))
    return register


def ontwerp(register: Register, on: date) -> None:
    made = VersionMade(on=on, step="ontwerp", contains=tuple(Part))
    record(register, "klein", made, on)
    for client in ("regioburgemeester", "hoofdofficier"):
        record(register, "klein", Agreed(on=on, client=client), on)


def heard(register: Register, on: date, *names: str, answer: Answer = Answer.ZIENSWIJZE) -> None:
    for name in names:
        report = CouncilHeard(on=on, municipality=name, answer=answer, text="Meer wijkagenten.")
        record(register, "klein", report, on)


def state(register: Register) -> State:
    with register.reading() as reader:
        assert verify(reader, "klein").faults == ()
        return state_of(reader, "klein")


def ontwerp_letters(register: Register) -> list[str]:
    with register.reading() as reader:
        sent = reader.all(Message, "klein")
    return sorted(m.recipient for m in sent if m.letter is Letter.ONTWERP)


def test_a_newer_ontwerp_is_not_sent_with_a_day_to_answer_that_has_passed(opened: Register) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    heard(opened, date(2027, 9, 2), *NAMES)
    ontwerp(opened, LATE)
    with pytest.raises(RefusedError, match="Verplaats eerst de stap 'horen'"):
        hear(opened, "klein", LATE)
    move(opened, "klein", "horen", date(2027, 10, 20), "er is een nieuw ontwerp", LATE)
    hear(opened, "klein", LATE)
    assert {h.respond_by for h in state(opened).hearings} == {date(2027, 10, 20)}
    report = SilenceAccepted(
        on=LATE, municipality="Texel", reason="ruim tijd gehad, drie keer gebeld"
    )
    with pytest.raises(RefusedError, match="kan nog tot en met"):
        record(opened, "klein", report, LATE)


def test_the_ontwerp_does_not_leave_on_a_day_on_which_it_did_not_exist(opened: Register) -> None:
    ontwerp(opened, SENT)
    with pytest.raises(RefusedError, match="nog geen ontwerp"):
        hear(opened, "klein", SENT - timedelta(days=90))


def test_a_plan_is_not_adopted_on_a_day_before_its_text_was_there(opened: Register) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    heard(opened, date(2027, 7, 1), *NAMES)
    final = VersionMade(on=date(2027, 10, 20), step="definitief", contains=tuple(Part))
    record(opened, "klein", final, date(2027, 10, 20))
    adopted = Adopted(
        on=date(2027, 7, 2), basis="39-1", hoofdofficier=True, burgemeesters="alle", body="rbop"
    )
    with pytest.raises(RefusedError, match="is pas van 20 oktober 2027"):
        record(opened, "klein", adopted, date(2027, 10, 21))


def test_a_new_municipality_gets_the_ontwerp_and_the_old_one_stays_gone(opened: Register) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    merger = Merged(on=date(2027, 7, 1), ceased=("Texel",), code="GM9999", name="Nieuwstad")
    record(opened, "klein", merger, date(2027, 7, 1))
    hear(opened, "klein", date(2027, 7, 2))
    assert ontwerp_letters(opened) == ["GM0392", "GM0405", "GM0448", "GM9999"]
    with pytest.raises(RefusedError, match="bestaat niet meer"):
        heard(opened, date(2027, 9, 1), "Texel")
    heard(opened, date(2027, 9, 1), "Haarlem", "Hoorn", "Nieuwstad")
    ontwerp(opened, date(2027, 9, 2))
    hear(opened, "klein", date(2027, 9, 2))
    found = state(opened)
    assert found.hearing_of("GM0448").state is HearingState.LAPSED
    assert [a.state for a in found.actions if a.id == "klein/horen/GM0448"] == [ActionState.LAPSED]


@pytest.mark.parametrize("asked", [False, True])
def test_a_municipality_that_grows_is_asked_again_and_can_answer_again(
    opened: Register, asked: bool
) -> None:
    ontwerp(opened, SENT)
    if asked:
        hear(opened, "klein", SENT)
        heard(opened, date(2027, 6, 30), "Hoorn")
    merger = Merged(on=date(2027, 7, 1), ceased=("Texel",), code="GM0405", name="Hoorn")
    record(opened, "klein", merger, date(2027, 7, 1))
    hear(opened, "klein", date(2027, 7, 2))
    heard(opened, date(2027, 9, 1), "Hoorn")
    assert ontwerp_letters(opened).count("GM0405") == 1 + asked
    assert state(opened).hearing_of("GM0405").state is HearingState.HEARD


def test_what_follows_the_adoption_cannot_be_ticked_off_before_it(opened: Register) -> None:
    for step in ("toezending-minister", "toezending-korpschef", "jaarverslag"):
        with pytest.raises(RefusedError, match="volgt op de vaststelling"):
            record(opened, "klein", StepDone(on=SENT, step=step), SENT)


def test_a_less_complete_version_does_not_become_the_plan(opened: Register) -> None:
    final = VersionMade(on=SENT, step="definitief", contains=tuple(Part))
    record(opened, "klein", final, SENT)
    with pytest.raises(RefusedError, match="Een oudere versie"):
        record(opened, "klein", VersionMade(on=SENT, step="concept-70"), SENT)


def test_a_move_leaves_what_has_happened_where_it_was(opened: Register) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    heard(opened, date(2027, 7, 1), *NAMES)
    move(opened, "klein", "vaststelling", date(2028, 3, 2), "de minister is later", LATE)
    plan = state(opened).plan
    assert plan["verzending"].due_on == SENT
    assert plan["horen"].due_on == date(2027, 10, 7)
    assert plan["vaststellingsbrief"].due_on == date(2028, 3, 9)


def test_the_themes_that_were_chosen_last_are_the_themes(opened: Register) -> None:
    for theme in ("Ondermijning", "Jeugd"):
        record(opened, "klein", ThemesChosen(on=SENT, themes=(theme,)), SENT)
    besluit = state(opened).themes()
    assert besluit is not None
    assert besluit.text == "Jeugd"


def test_an_answer_recorded_by_mistake_is_taken_back_and_stays_in_the_journal(
    opened: Register,
) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    heard(opened, date(2027, 7, 1), "Texel")
    wrong = Corrected(
        on=date(2027, 7, 2), step="horen", owner="Texel", reason="dit was de raad van Hoorn"
    )
    record(opened, "klein", wrong, date(2027, 7, 2))
    found = state(opened)
    assert found.hearing_of("GM0448").state is HearingState.INVITED
    assert [a.owner for a in found.open_actions(step="horen")] == ["GM0392", "GM0405", "GM0448"]
    heard(opened, date(2027, 7, 3), "Texel")


@pytest.mark.parametrize("others", [{"hoofdofficier": True}, {"body": "rbop"}])
def test_the_minister_decides_alone_under_lid_3(opened: Register, others: dict[str, Any]) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    heard(opened, date(2027, 7, 1), *NAMES)
    day = date(2027, 11, 4)
    with pytest.raises(RefusedError, match="beslist de minister alleen"):
        record(opened, "klein", Adopted(on=day, basis="39-3", **others), day)
    record(opened, "klein", Adopted(on=day, basis="39-3"), day)
    besluit = state(opened).adoption
    assert besluit is not None
    assert (besluit.by, besluit.adopters) == ("minister", ("minister",))


@pytest.mark.parametrize(
    ("basis", "ground", "changed", "words"),
    [
        ("39-1", "aanwijzing", True, "een aanwijzing van de minister (Politiewet 2012, art. 39"),
        ("39-2", "beroep", True, "een beslissing van de minister op beroep"),
        ("39-1", "beroep", False, "tegen een vaststelling op grond van lid 2"),
    ],
)
def test_a_change_by_the_minister_is_a_new_version_of_which_everybody_is_told(
    opened: Register, basis: Any, ground: Any, changed: bool, words: str
) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    heard(opened, date(2027, 7, 1), *NAMES)
    day = date(2027, 11, 4)
    who = "alle" if basis == "39-1" else ()
    report = Adopted(on=day, basis=basis, hoofdofficier=True, burgemeesters=who)
    record(opened, "klein", report, day)
    change = PlanChanged(on=day, basis=ground, note="Hoofdstuk 3 telt twee wijkagenten meer.")
    if not changed:
        with pytest.raises(RefusedError, match=words):
            record(opened, "klein", change, day)
        return
    record(opened, "klein", change, day)
    known = state(opened)
    assert [v.number for v in known.versions] == [1, 2]
    assert known.final is not None
    assert known.final.contains == tuple(Part)
    with opened.reading() as reader:
        told = [m for m in reader.all(Message, "klein") if m.letter is Letter.NOTE]
    assert sorted(m.recipient for m in told) == ["GM0392", "GM0405", "GM0448", "korpschef"]
    for message in told:
        assert words in message.body
        assert "twee wijkagenten meer" in message.body
        assert "Planning" not in message.body
        assert "een brief over een wijziging van het" in message.body
        assert "deze stap" not in message.body + str(message.attachments)


def test_a_stage_says_what_the_checks_think_of_what_is_ahead(opened: Register) -> None:
    ontwerp(opened, SENT)
    asked = hear(opened, "klein", SENT)
    assert "Let op bij deze fase: reces (waarschuwing)" in asked.text
    heard(opened, date(2027, 7, 1), *NAMES)
    assert "Let op" not in hear(opened, "klein", date(2027, 7, 2)).text


def test_councils_that_got_the_ontwerp_late_have_little_time(opened: Register) -> None:
    late = date(2027, 9, 20)
    ontwerp(opened, late)
    assert "weinig-tijd-om-te-horen (waarschuwing)" in hear(opened, "klein", late).text
    found = findings(Case.of_dossier(state(opened), late))
    (text,) = [f.text for f in found if f.code == "weinig-tijd-om-te-horen"]
    assert "21 september 2027 tot en met 7 oktober 2027" in text
    assert "1 hele week" in text


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
