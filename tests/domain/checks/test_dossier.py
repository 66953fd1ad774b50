# SPDX-License-Identifier: EUPL-1.2
"""The same checks judge what has happened in a dossier.

Law: Politiewet 2012, art. 38b and 39.
"""

from datetime import date, timedelta

import pytest

from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.appeal import Appeal, AppealOutcome
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Message, MessageKind, MessageState, Topic, message_key
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.finding import Severity
from tests.domain.checks.cases import (
    ADOPTED,
    EENHEID,
    HEARD,
    KLEIN,
    ONTWERP,
    SENT,
    adopted,
    changed,
    codes,
    done,
    heard,
    holding,
    opened,
    version,
)

EARLY = date(2027, 2, 1)


def zienswijze(received_on: date, disposition: str = "") -> Zienswijze:
    return Zienswijze(
        id="klein/GM0448/1",
        dossier="klein",
        municipality="GM0448",
        name="Texel",
        version=ONTWERP,
        received_on=received_on,
        answer="zienswijze",
        text="De raad vraagt om meer wijkagenten.",
        disposition=disposition,
    )


def reply(received_on: date) -> Response:
    return Response(
        id="klein/reactie/1", dossier="klein", sender="RIEC", version=None,
        received_on=received_on, text="Akkoord.", disposition="Voor kennisgeving aangenomen.",
    )  # fmt: skip


def texel(dossier: State, /, **changes: object) -> State:
    """Return the dossier with the hearing of Texel changed."""
    hearings = [
        h.model_copy(update=changes) if h.municipality == "GM0448" else h for h in dossier.hearings
    ]
    return holding(dossier, hearings=hearings)


def test_a_dossier_just_opened_has_the_findings_of_its_proposal() -> None:
    state = opened()
    assert codes(state, EARLY) == [f.code for f in findings(Case.of(state.proposal, state.eenheid))]


def test_a_dossier_that_went_well_has_nothing_left_to_tell() -> None:
    state = adopted(heard(opened()))
    assert codes(state, ADOPTED) == []


def test_a_council_unheard_at_the_adoption_is_found_and_the_day_before_it_is_not() -> None:
    """Mistake 1."""
    state = texel(heard(opened()), state=HearingState.INVITED, heard_on=None)
    assert "raden-nog-niet-gehoord" in codes(state, ADOPTED)
    assert "raden-nog-niet-gehoord" not in codes(state, date(2027, 11, 3))
    assert "raden-nog-niet-gehoord" not in codes(adopted(heard(opened())), ADOPTED)


def test_a_council_heard_after_the_adoption_was_not_heard_before_it() -> None:
    """Mistake 1."""
    state = texel(adopted(heard(opened())), heard_on=date(2027, 11, 9))
    found = findings(Case.of_dossier(state, date(2027, 11, 10)))
    assert [f.text for f in found if f.code == "raden-nog-niet-gehoord"] == [
        "Niet gehoord bij de vaststelling op 4 november 2027: 1 raad (Texel)."
    ]


def test_an_accepted_silence_asks_for_its_reason() -> None:
    """Mistake 1: a recorded human judgement, per municipality."""
    state = texel(
        heard(opened()), state=HearingState.SILENT, reason="Stond twee keer op de agenda."
    )
    assert "raad-zweeg" in codes(state, HEARD)
    assert "raad-zweeg" not in codes(heard(opened()), HEARD)


def test_councils_heard_on_an_older_ontwerp_are_found() -> None:
    """Mistake 3."""
    state = heard(opened())
    newer = holding(state, versions=[version(1), version(2)])
    assert "oude-versie-gehoord" in codes(newer, HEARD)
    assert "oude-versie-gehoord" not in codes(state, HEARD)


def test_the_contents_that_were_recorded_count_and_not_those_that_were_planned() -> None:
    """Mistakes 4 and 5."""
    state = heard(opened())
    bare = holding(state, versions=[version().model_copy(update={"contains": ()})])
    assert "deel-ontbreekt-in-ontwerp" in codes(bare, HEARD)
    assert "deel-ontbreekt-in-ontwerp" not in codes(state, HEARD)


def test_an_ontwerp_that_left_before_both_agreed_is_found() -> None:
    """Mistake 7. S003: sent on 10 August, agreed on 13 August 2018."""
    state = done(done(opened(), "ontwerp", date(2027, 6, 3)), "verzending", date(2027, 6, 9))
    assert "verzonden-voor-akkoord" in codes(state, date(2027, 6, 9))
    late = done(state, "akkoord", date(2027, 6, 12))
    assert "verzonden-voor-akkoord" in codes(late, date(2027, 6, 12))
    same_day = done(state, "akkoord", date(2027, 6, 9))
    assert "verzonden-voor-akkoord" not in codes(same_day, date(2027, 6, 9))


def test_a_step_done_before_the_step_it_rests_on_is_found() -> None:
    """Mistake 8."""
    state = done(opened(), "themas", date(2027, 3, 3))
    assert "volgorde" in codes(done(state, "advies", date(2027, 3, 9)), date(2027, 3, 9))
    assert "volgorde" not in codes(done(state, "advies", date(2027, 3, 3)), date(2027, 3, 9))


def test_what_has_days_left_after_the_last_answer_is_not_out_of_order() -> None:
    """Its window opened before a council answered late, but nobody has closed it before that."""
    window = '{ van = "1 dag na horen", tot_en_met = "2 weken voor vaststelling" }'
    text = changed(('wanneer = "2 weken voor vaststelling"', f"wanneer = {window}"))
    late, last = date(2027, 10, 14), date(2027, 10, 21)
    state = heard(opened(text), late)
    assert "volgorde" not in codes(state, late)
    assert "volgorde" in codes(done(state, "verwerking", date(2027, 10, 12)), late)
    assert "volgorde" in codes(heard(opened(text), last + timedelta(days=1)), last)


def test_an_adoption_after_the_four_years_is_found_in_what_happened() -> None:
    """Mistake 9."""
    state = done(heard(opened()), "vaststelling", date(2027, 11, 10))
    assert "vier-jaar-voorbij" in codes(state, date(2027, 11, 10))
    state = done(heard(opened()), "vaststelling", date(2027, 11, 9))
    assert "vier-jaar-voorbij" not in codes(state, date(2027, 11, 9))


@pytest.mark.parametrize(
    ("heard_on", "found"),
    [(date(2026, 3, 17), False), (date(2026, 3, 18), True), (date(2026, 3, 31), True),
     (date(2026, 4, 1), False)],
)  # fmt: skip
def test_a_council_heard_between_election_and_its_successor_asks_for_a_reason(
    heard_on: date, found: bool
) -> None:
    """Mistake 12."""
    state = texel(heard(opened()), heard_on=heard_on)
    assert ("vertrekkende-raad-gehoord" in codes(state, HEARD)) is found


def test_a_dossier_that_lost_a_municipality_is_found() -> None:
    """Mistake 13."""
    state = opened()
    assert "gemeenteset" not in codes(state, EARLY)
    assert "gemeenteset" in codes(holding(state, municipalities=state.municipalities[1:]), EARLY)


def merged(state: State, code: str, name: str, *ceased: str) -> State:
    """Return the state after a merger on 1 January 2027, as `gehoord record herindeling` does."""
    last_day = date(2026, 12, 31)
    frozen = [
        m.model_copy(update={"until": last_day}) if m.code in ceased else m
        for m in state.municipalities
    ]
    if code not in {m.code for m in frozen}:
        frozen.append(
            frozen[0].model_copy(
                update={"id": f"klein/{code}", "code": code, "name": name, "until": None}
            )
        )
    return holding(state, municipalities=frozen)


def test_a_merger_that_was_recorded_leaves_the_set_right() -> None:
    """Mistake 13. Hoorn went up in Haarlem after the reference date; it was there on that day."""
    state = merged(opened(), "GM0392", "Haarlem", "GM0405")
    assert "gemeenteset" not in codes(state, EARLY)
    lost = holding(state, municipalities=[m for m in state.municipalities if m.name != "Texel"])
    found = [f for f in findings(Case.of_dossier(lost, EARLY)) if f.code == "gemeenteset"]
    assert [f.text for f in found] == ["In het dossier ontbreekt: Texel."]
    assert "gehoord record herindeling" in found[0].remedy


def test_a_municipality_that_came_by_a_recorded_merger_is_lawful_and_a_ceased_one_is_not() -> None:
    """Mistake 13. Dijk en Waard came on 1 January 2022, in the place of Heerhugowaard."""
    old = '\n[[gemeente]]\ncode = "GM0398"\nnaam = "Heerhugowaard"\n'
    text = changed(("peildatum = 2027-01-01", "peildatum = 2021-06-01"))
    state = opened(text, EENHEID + old)
    new = state.municipalities[-1].model_copy(
        update={"id": "klein/GM1980", "code": "GM1980", "name": "Dijk en Waard"}
    )
    gone = state.municipalities[-1].model_copy(update={"until": date(2021, 12, 31)})
    rest = state.municipalities[:-1]
    assert "gemeenteset" not in codes(holding(state, municipalities=[*rest, gone, new]), EARLY)
    unrecorded = holding(state, municipalities=[*state.municipalities, new])
    assert "gemeenteset" in codes(unrecorded, EARLY)


def test_a_plan_not_sent_out_in_time_is_found() -> None:
    """Mistake 20."""
    state = adopted(heard(opened()))
    found = findings(Case.of_dossier(state, date(2027, 11, 12)))
    remedies = {f.remedy for f in found if f.code == "niet-toegezonden"}
    assert remedies == {
        "Start de fase 'vaststelling' (gehoord start … vaststelling); dan gaat het plan naar de "
        "minister en de korpschef."
    }
    assert "niet-toegezonden" not in codes(state, date(2027, 11, 11))
    for step in ("toezending-minister", "toezending-korpschef"):
        state = done(state, step, date(2027, 11, 11))
    assert "niet-toegezonden" not in codes(state, date(2027, 11, 12))


def test_a_plan_adopted_later_than_planned_may_go_as_much_later_to_the_minister() -> None:
    """Mistake 20. The plan was to go a week after 4 November; it is adopted six weeks later."""
    late = date(2027, 12, 16)
    state = adopted(done(heard(opened()), "vaststelling", late), taken_on=late)
    assert "niet-toegezonden" not in codes(state, late)
    assert "niet-toegezonden" not in codes(state, date(2027, 12, 23))
    case = Case.of_dossier(state, date(2027, 12, 24))
    found = [f for f in findings(case) if f.code == "niet-toegezonden"]
    assert {f.severity for f in found} == {Severity.BLOCK}
    assert all(f.text.endswith("; er is 42 dagen later vastgesteld.") for f in found)
    assert Case.of_dossier(state, late).stands_until() <= date(2027, 12, 24)


def test_an_adoption_without_its_legal_basis_is_found() -> None:
    """Mistake 21."""
    state = heard(opened())
    assert "grondslag-ontbreekt" in codes(adopted(state, basis=""), ADOPTED)
    assert "grondslag-ontbreekt" not in codes(adopted(state), ADOPTED)


def test_the_appeal_clock_runs_after_an_adoption_by_the_regioburgemeester_alone() -> None:
    """Mistake 21: six weeks, no suspension, and no council can lodge it (art. 39 lid 5)."""
    state = adopted(heard(opened()), basis="39-2", announced_on=ADOPTED)
    found = [f for f in findings(Case.of_dossier(state, ADOPTED)) if f.code == "beroepstermijn"]
    assert "tot en met 16 december 2027" in found[0].text
    assert "Een raad kan dat niet. Beroep schorst de vaststelling niet." in found[0].text
    assert "beroepstermijn" in codes(state, date(2027, 12, 16))
    assert "beroepstermijn" not in codes(state, date(2027, 12, 17))
    assert "beroepstermijn" not in codes(adopted(heard(opened())), ADOPTED)


def test_without_announcement_the_term_to_appeal_does_not_run() -> None:
    """Mistake 21; Awb 3:41 and 6:8."""
    state = adopted(heard(opened()), basis="39-2")
    assert "niet-bekendgemaakt" in codes(state, ADOPTED)
    assert "beroepstermijn" not in codes(state, ADOPTED)
    told = adopted(heard(opened()), basis="39-2", announced_on=ADOPTED)
    assert "niet-bekendgemaakt" not in codes(told, ADOPTED)
    assert "niet-bekendgemaakt" not in codes(adopted(heard(opened())), ADOPTED)


def test_an_appeal_that_waits_for_its_decision_is_told() -> None:
    """Mistake 21: it suspends nothing (Awb 6:16)."""
    state = adopted(heard(opened()), basis="39-2", announced_on=ADOPTED)
    appeal = Appeal(
        id="klein/beroep/GM0448",
        dossier="klein",
        municipality="GM0448",
        name="Texel",
        step="beroep-gm0448",
        received_on=ADOPTED,
    )
    assert "beroep-open" in codes(holding(state, appeals=[appeal]), ADOPTED)
    closed = appeal.closed(ADOPTED, AppealOutcome.UNFOUNDED)
    assert "beroep-open" not in codes(holding(state, appeals=[closed]), ADOPTED)


def test_an_appeal_into_a_year_without_known_holidays_is_told_with_what_to_do() -> None:
    """Mistake 21. Six weeks after 14 December 2028 lie in 2029."""
    late = date(2028, 12, 14)
    state = adopted(heard(opened()), basis="39-2", taken_on=late, announced_on=late)
    found = [f for f in findings(Case.of_dossier(state, late)) if f.code == "beroepstermijn"]
    assert len(found) == 1
    assert (
        "de laatste dag is nog niet bekend. Gehoord kent de gelijkgestelde dagen van 2029 nog "
        "niet; reken die dag zelf na. Een raad kan dat niet." in found[0].text
    )


def test_an_adoption_by_the_delegation_is_found() -> None:
    """Mistake 22."""
    state = heard(opened())
    assert "onbevoegd-vastgesteld" in codes(adopted(state, by="v10"), ADOPTED)
    assert "onbevoegd-vastgesteld" not in codes(adopted(state), ADOPTED)


def test_a_zienswijze_without_an_answer_is_found_when_the_plan_is_up_for_adoption() -> None:
    """Mistake 23."""
    state = holding(heard(opened()), zienswijzen=[zienswijze(HEARD)])
    assert "zienswijze-zonder-antwoord" in codes(state, ADOPTED)
    assert "zienswijze-zonder-antwoord" not in codes(state, HEARD)
    weighed = holding(state, zienswijzen=[zienswijze(HEARD, "Overgenomen in hoofdstuk 6.")])
    assert "zienswijze-zonder-antwoord" not in codes(weighed, ADOPTED)


def test_answers_that_wait_are_found_once_less_than_two_weeks_are_left() -> None:
    """Mistake 23. The adoption is on 4 November 2027; on 21 October two weeks are left."""
    state = holding(heard(opened()), zienswijzen=[zienswijze(HEARD)])
    code = "verwerkingstijd-loopt-af"
    assert code not in codes(state, date(2027, 10, 21))
    assert code in codes(state, date(2027, 10, 22))
    assert code in codes(state, date(2027, 11, 3))
    assert code not in codes(state, ADOPTED)
    weighed = holding(state, zienswijzen=[zienswijze(HEARD, "Overgenomen.")])
    assert code not in codes(weighed, date(2027, 10, 22))


def test_time_that_was_too_short_from_the_start_is_said_once() -> None:
    """Mistake 23: `weinig-verwerkingstijd` speaks of the plan, as long as councils are heard."""
    window = 'wanneer = { van = "1 dag na verzending", tot_en_met = "4 weken voor vaststelling" }'
    late_window = changed((window, 'wanneer = "23 augustus 2027 tot en met 28 oktober 2027"'))
    state = holding(opened(late_window), zienswijzen=[zienswijze(HEARD)])
    found = codes(state, date(2027, 10, 25))
    assert "weinig-verwerkingstijd" in found
    assert "verwerkingstijd-loopt-af" not in found


def test_a_late_reply_is_not_put_away_and_not_taken_along_in_silence() -> None:
    """Mistake 24. The last day to answer, 7 October 2027, still counts."""
    late = date(2027, 10, 8)
    state = heard(opened())
    away = holding(state, zienswijzen=[zienswijze(late)])
    assert "zienswijze-zonder-antwoord" in codes(away, ADOPTED)
    assert "te-laat-aangenomen" not in codes(away, ADOPTED)
    taken = holding(state, zienswijzen=[zienswijze(late, "Overgenomen.")])
    assert "te-laat-aangenomen" in codes(taken, ADOPTED)
    assert "zienswijze-zonder-antwoord" not in codes(taken, ADOPTED)
    in_time = holding(state, zienswijzen=[zienswijze(date(2027, 10, 7), "Overgenomen.")])
    found = set(codes(in_time, ADOPTED))
    assert not {"te-laat-aangenomen", "zienswijze-zonder-antwoord"} & found


def test_a_reply_after_the_adoption_is_found() -> None:
    """Mistake 24."""
    state = adopted(heard(opened()))
    after = holding(state, responses=[reply(date(2027, 11, 5))])
    assert "te-laat-aangenomen" in codes(after, date(2027, 11, 5))
    before = holding(state, responses=[reply(ADOPTED)])
    assert "te-laat-aangenomen" not in codes(before, date(2027, 11, 5))


def message(on: date, code: str = "GM0448", rung: str = "14 dagen voor",
            address: str = "griffie@texel.example") -> Message:  # fmt: skip
    topic = Topic(
        dossier="klein",
        kind=MessageKind.REMINDER,
        recipient=code,
        step="horen",
        owner=code,
        municipality=code,
        rung=rung,
        due_on=on,
    )
    return Message(
        **dict(topic),
        id=message_key(topic),
        address=address,
        subject="Herinnering",
        body="",
        created_on=on,
    )


READ_ON = date(2027, 9, 23)


def test_a_reminder_as_it_should_be_is_left_alone() -> None:
    """Mistake 29."""
    found = codes(opened(), READ_ON, [message(READ_ON)])
    assert not [code for code in found if code.startswith("herinnering")]


def test_a_reminder_in_the_recess_is_found() -> None:
    """Mistake 29. Region noord: 10 July up to and including 22 August 2027."""
    assert "herinnering-in-reces" in codes(opened(), SENT, [message(date(2027, 8, 20))])
    assert "herinnering-in-reces" not in codes(opened(), SENT, [message(date(2027, 8, 23))])


def test_a_reminder_twice_on_a_day_is_found() -> None:
    """Mistake 29."""
    twice = [message(READ_ON), message(READ_ON, rung="3 dagen voor")]
    assert "herinnering-dubbel" in codes(opened(), READ_ON, twice)
    apart = [message(READ_ON), message(date(2027, 10, 4), rung="3 dagen voor")]
    assert "herinnering-dubbel" not in codes(opened(), READ_ON, apart)


def test_a_reminder_after_the_reply_is_found() -> None:
    """Mistake 29. On the day of the reply itself the two may cross."""
    state = heard(opened())
    assert "herinnering-na-antwoord" in codes(state, READ_ON, [message(READ_ON)])
    assert "herinnering-na-antwoord" not in codes(state, READ_ON, [message(HEARD)])
    withdrawn = message(READ_ON).model_copy(update={"state": MessageState.WITHDRAWN})
    assert "herinnering-na-antwoord" not in codes(state, READ_ON, [withdrawn])


def test_a_reminder_to_another_address_than_the_griffie_has_is_found() -> None:
    """Mistake 29."""
    state = opened(eenheid=EENHEID.rstrip() + '\ngriffie_adres = "griffie@texel.example"\n')
    assert "herinnering-verkeerd-adres" not in codes(state, READ_ON, [message(READ_ON)])
    wrong = message(READ_ON, address="bestuur@texel.example")
    found = findings(Case.of_dossier(state, READ_ON, [wrong]))
    remedies = [f.remedy for f in found if f.code == "herinnering-verkeerd-adres"]
    assert len(remedies) == 1
    assert "gehoord record adres" in remedies[0]


def test_a_reminder_that_left_before_the_griffie_moved_is_left_alone() -> None:
    """Mistake 29. It went to the address of its day; what was recorded later changes no past."""
    state = opened(eenheid=EENHEID.rstrip() + '\ngriffie_adres = "nieuw@texel.example"\n')
    sent = message(READ_ON).model_copy(update={"state": MessageState.SENT})
    assert "herinnering-verkeerd-adres" not in codes(state, READ_ON, [sent])
    assert "herinnering-verkeerd-adres" in codes(state, READ_ON, [message(READ_ON)])


def test_a_reminder_to_a_municipality_that_is_no_more_is_found() -> None:
    """Mistake 29. Beemster went into Purmerend on 1 January 2022."""
    eenheid = EENHEID + '\n[[gemeente]]\ncode = "GM0370"\nnaam = "Beemster"\n'
    text = changed(("peildatum = 2027-01-01", "peildatum = 2021-06-01"))
    last, first = date(2021, 12, 23), date(2022, 1, 10)
    state = opened(text, eenheid)
    assert "herinnering-opgeheven-gemeente" in codes(state, first, [message(first, "GM0370")])
    assert "herinnering-opgeheven-gemeente" not in codes(state, last, [message(last, "GM0370")])


def test_a_besluit_on_themes_is_no_adoption() -> None:
    themes = Besluit(
        id="klein/themas/1", dossier="klein", kind=BesluitKind.THEMES, by="rbop", taken_on=EARLY
    )
    state = holding(opened(KLEIN), besluiten=[themes])
    assert "grondslag-ontbreekt" not in codes(state, EARLY)
