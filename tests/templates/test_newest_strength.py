# SPDX-License-Identifier: EUPL-1.2
"""Coordinators read how the strength stands: of the unit and its groups, and what changed."""

from dataclasses import replace

from gehoord.domain.dossier.kept import Kept
from gehoord.templates.newest_strength import newest_strength
from tests.tables_of_strength import GROWTH, SMALL, kept, of_s002, read
from tests.templates.small_dossier import STATE


def test_without_a_table_there_is_nothing_to_read() -> None:
    assert newest_strength(STATE) is None


def test_the_districts_and_services_are_there_and_the_teams_stand_in_the_sheet() -> None:
    part = newest_strength(replace(STATE, strengths=Kept([kept(of_s002())])))
    assert part is not None
    totals = {row[0]: row[-1] for row in part.rows}
    assert totals["District Noord-Holland-Noord"] == "824,80"
    assert totals["District Zaanstreek-Waterland"] == "465,40"
    assert totals["District Kennemerland"] == "813,10"
    assert "Basisteam Den Helder" not in totals
    assert part.growth


def test_a_later_table_says_what_it_changes_and_one_taken_back_is_not_shown() -> None:
    first, second = kept(read(SMALL)), kept(read(SMALL + GROWTH), 2)
    part = newest_strength(replace(STATE, strengths=Kept([first, second])))
    assert part is not None
    assert part.changed
    withdrawn = second.withdraw("het verkeerde bestand", second.recorded_on)
    part = newest_strength(replace(STATE, strengths=Kept([first, withdrawn])))
    assert part is not None
    assert (part.changed, part.growth) == ("", ())
