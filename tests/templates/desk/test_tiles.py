# SPDX-License-Identifier: EUPL-1.2
"""The map of the councils says what their table says."""

from collections import Counter

from gehoord.domain.eenheid.tile_map import tiles_of
from gehoord.domain.outgoing.council_standing import CouncilStanding, standing_councils
from gehoord.procedures.tile_maps import tile_maps
from gehoord.templates.desk.tiles import MARKS, SIDE, council_map
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ASKED, Small, heard


def test_the_map_and_the_table_say_the_same_of_each_council(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    story.does(heard("Haarlem"))
    councils = standing_councils(story.state, ASKED)
    codes = [each.hearing.municipality for each in councils]
    found = council_map(councils, tiles_of(tile_maps(), codes))
    assert found
    assert {t.name: t.standing for t in found.tiles} == {
        each.hearing.name: each.standing for each in councils
    }
    assert {standing: number for standing, _, number in found.legend} == Counter(
        each.standing for each in councils
    )
    assert len({(t.x, t.y) for t in found.tiles}) == len(councils)
    assert min(t.x for t in found.tiles) == min(t.y for t in found.tiles) == 0
    assert max(t.x for t in found.tiles) + SIDE == found.width
    assert max(t.y for t in found.tiles) + SIDE == found.height


def test_who_has_no_tile_is_named_below_the_map(small: Small) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    councils = standing_councils(story.state, ASKED)
    texel = next(e.hearing.municipality for e in councils if e.hearing.name == "Texel")
    found = council_map(councils, tiles_of(tile_maps(), [texel]))
    assert found
    assert found.absent == ("Haarlem", "Hoorn")
    assert [(s, n) for s, _, n in found.legend] == [(CouncilStanding.ASKED, 3)]
    assert council_map(councils, []) is None


def test_each_standing_has_a_mark_of_its_own() -> None:
    assert len(set(MARKS.values())) == len(MARKS) == len(CouncilStanding)
