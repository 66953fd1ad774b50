# SPDX-License-Identifier: EUPL-1.2
"""Noord-Holland 2018 from survey to ontwerp, and Oost-Nederland 2018: the figures of the seeds.

S002 is the ontwerp of 2018 with its chapter 6, S003 the account of how it came about, S004 the
planning of Oost-Nederland.
"""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from gehoord.domain.acts.safety_picture import newest_picture
from gehoord.domain.dossier.attendance import info_sessions
from gehoord.domain.dossier.choices import latest_list, tally_of
from gehoord.domain.dossier.circulated import rounds_read
from gehoord.domain.dossier.guests import guests
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.poll import PollStage, latest_poll
from gehoord.domain.dossier.poll_basis import bases_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_sums import differences
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.zienswijze import Stance
from tests.replayed import Replay

OF_2018 = "noord-holland/imv-2019-2022"
DISTRICTS = {
    "District Noord-Holland-Noord",
    "District Zaanstreek-Waterland",
    "District Kennemerland",
}


@pytest.fixture
def of_2018(replayed: Replay) -> State:
    """The IMV 2019-2022 of Noord-Holland."""
    return replayed(OF_2018).state


@pytest.fixture
def oost(replayed: Replay) -> State:
    """The VS and MJB 2019-2022 of Oost-Nederland."""
    return replayed("oost-nederland/vs-mjb-2019-2022").state


def test_the_poll_of_91_respondents_is_ranked_as_in_s003(of_2018: State) -> None:
    poll = latest_poll(of_2018.polls, PollStage.FINAL)
    assert poll is not None
    assert (poll.respondents, len(poll.options), poll.counted_on) == (91, 11, date(2018, 6, 6))
    assert [(each.in_words, each.name, each.votes) for each in poll.ranking()][:4] == [
        ("1", "hefboom Ondermijning", 82),
        ("2", "thema Drugs", 81),
        ("3", "thema Fraude", 77),
        ("4", "thema Uitbuiting", 72),
    ]
    of_clients = poll.ranking(0)
    assert [each.name for each in of_clients if each.is_shared] == [
        "thema Uitbuiting",
        "hefboom Zorg- en veiligheidsdomein",
    ]
    interim = latest_poll(of_2018.polls, PollStage.INTERIM)
    assert interim is not None
    assert (interim.respondents, interim.counted_on) == (71, date(2018, 5, 24))


def test_the_four_themes_still_stand_after_the_final_count(of_2018: State) -> None:
    besluit, poll = of_2018.themes(), latest_poll(of_2018.polls, PollStage.FINAL)
    assert besluit is not None
    assert poll is not None
    found = bases_of(besluit.chosen_themes, poll)
    assert [len(basis.options) for basis in found] == [4, 3, 1, 2]
    assert all(basis.stands for basis in found)


def test_responses_after_13_july_are_kept_as_late_and_weighed_all_the_same(of_2018: State) -> None:
    late = [response for response in of_2018.responses if response.is_late]
    assert [response.received_on for response in late] == [date(2018, 7, 17)]
    assert all(response.disposition for response in of_2018.responses)


def test_the_main_lines_of_s003_are_counted_and_each_point_left_has_its_reason(
    of_2018: State,
) -> None:
    lines = Counter(point.main_line for point in of_2018.points)
    assert lines["Andere thema's"] == 5
    assert lines["Concreter"] == 2
    assert lines["Informatie-uitwisseling"] == 1
    senders = {(point.main_line, point.sender) for point in of_2018.points}
    assert Counter(line for line, _ in senders)["Andere thema's"] == 5, "1x each: five senders"
    assert Counter(line for line, _ in senders)["Kracht van de samenleving"] == 2
    left = [point for point in of_2018.points if point.outcome is PointOutcome.NOT_TAKEN_OVER]
    assert Counter(point.main_line for point in left) == {"Andere thema's": 5, "Concreter": 1}
    assert all(point.explanation for point in left)
    assert {p.main_line for p in of_2018.points if p.outcome is PointOutcome.ANSWERED} == {
        "Praktische uitwerking"
    }


def test_who_was_critical_of_the_70_percent_version_is_known(of_2018: State) -> None:
    critical = {r.sender for r in of_2018.responses if r.stance is Stance.CRITICAL}
    assert len(critical) == 10, "five suggestions about the themes, two burgemeesters, three more"
    assert "Lezers die de thema's steunen" not in critical


def test_the_70_percent_went_to_all_on_18_june_and_the_85_percent_to_the_critical_alone(
    of_2018: State,
) -> None:
    first, second = rounds_read(of_2018)
    sent = first.sent[0]
    assert (sent.sent_on, first.respond_by) == (date(2018, 6, 18), date(2018, 7, 13))
    assert not first.is_voluntary
    assert [one.name for one in first.waiting] == ["Overige belanghebbenden"], "not all responded"
    responded = {r.sender for r in of_2018.responses if r.version == first.version.id}
    assert responded == {one.name for one in first.readers} - {"Overige belanghebbenden"}
    critical = {r.sender for r in of_2018.responses if r.stance is Stance.CRITICAL}
    assert {reader.name for reader in second.readers} == critical
    assert second.is_voluntary
    late = next(r for r in of_2018.responses if r.is_late)
    assert late.sender in {reader.name for reader in first.readers}


def test_what_was_sent_in_2018_by_others_is_not_mailed_again(of_2018: State) -> None:
    assert not any(each.is_by_mail for each in of_2018.circulations)


def as_of_august(state: State) -> StrengthTable:
    return next(table for table in state.strengths if table.as_of == date(2018, 8, 1))


def test_every_sum_of_the_sterkteverdeling_of_s002_comes_out(of_2018: State) -> None:
    table = as_of_august(of_2018)
    unit = table.eenheid
    found = (unit.aspirant, unit.wijkagent, unit.overig, unit.totaal)
    assert found == tuple(map(Decimal, ("364", "298", "2832.60", "3494.60")))
    assert {line.totaal for line in table.lines if line.name in DISTRICTS} == {
        Decimal("824.80"),
        Decimal("465.40"),
        Decimal("813.10"),
    }
    assert all(difference.is_accepted for difference in differences(table.lines, table.growth))
    assert (f"{table.wijkagenten}", table.norm) == ("298.00", 305)
    assert table.is_provisional


def test_the_ontwerp_of_2018_contains_the_provisional_table_and_the_plan_the_definitive_one(
    of_2018: State,
) -> None:
    named = {v.step: v.strength for v in of_2018.versions if v.strength}
    assert named["ontwerp"] == as_of_august(of_2018).id
    definitive = of_2018.strengths.one(named["definitief"])
    assert definitive is not None
    assert not definitive.is_provisional


def test_in_oost_ten_candidates_each_dvo_seven_and_the_bbg_five(oost: State) -> None:
    candidates = latest_list(oost.candidates)
    assert candidates is not None
    assert len(candidates.names) == 10
    by_step = {choice.step: choice for choice in oost.choices}
    dvos = [choice for step, choice in by_step.items() if step.startswith("dvo-")]
    assert [len(choice.chosen) for choice in dvos] == [7] * 5
    besluit = oost.themes()
    assert besluit is not None
    assert len(besluit.chosen_themes) == 5
    assert sum(each.votes for each in tally_of(candidates, dvos)) == 35


def test_three_information_sessions_drew_130_people_before_the_poll(of_2018: State) -> None:
    held = info_sessions(of_2018, "informatiesessies")
    assert [session.place for session in held] == ["Heerhugowaard", "Oostzaan", "Haarlem"]
    assert sum(session.people for session in held) == 130
    assert guests(of_2018, held[0]) == ["burgemeesters", "hoofdofficier", "ambtenaren-oov"]
    assert of_2018.is_done("informatiesessies")


def test_the_safety_picture_is_kept_and_nobody_answered_the_second_question(
    of_2018: State,
) -> None:
    picture = newest_picture(of_2018)
    assert picture is not None
    assert picture.maker.startswith("Dienst Regionale Informatieorganisatie")
    assert picture.themes == (), "S003 counts twelve and names none"
    assert of_2018.is_done("veiligheidsbeeld")
    assert list(of_2018.priorities) == []
    assert of_2018.is_done("prioriteiten-opnieuw")
