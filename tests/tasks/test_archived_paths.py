# SPDX-License-Identifier: EUPL-1.2
"""Years later it can be read how each council came to its answer, and if it was heard again."""

from gehoord.domain.acts.report import RehearingJudged, TimeReserved, VersionMade
from gehoord.domain.proposal.step import Part
from tests.story import ASKED, COUNCILS, FINAL, HEARD, ONE_DAY, heard
from tests.story_in_register import ToldInRegister
from tests.tasks.told_archive import exported, files_of

WHY = "de raden kregen de doelstellingen al in mei"


def test_the_path_and_the_judgement_are_in_it(told: ToldInRegister) -> None:
    story = told("asked")
    where = {"kind": "oordeelsvormend", "where": "commissie Bestuur"}
    story.does(TimeReserved(on=ASKED, municipality="Texel", day=HEARD - 9 * ONE_DAY, **where))
    for council in COUNCILS:
        story.does(heard(council))
    without = (Part.STRENGTH, Part.WIJKAGENTEN)
    story.does(VersionMade(on=FINAL, step="definitief", contains=without))
    story.does(RehearingJudged(on=FINAL, again="nee", reason=WHY))
    files = files_of(exported(story.register))
    overview = files["overzicht.html"].decode()
    assert "<h3>Het pad van elke raad</h3>" in overview
    assert '<span class="dag">07-09-2027</span> commissie Bestuur' in overview
    assert "<strong>Texel.</strong> Na het horen veranderd: de doelstellingen van" in overview
    assert f"Niet opnieuw horen (regioburgemeester, 28 oktober 2027): {WHY}." in overview
