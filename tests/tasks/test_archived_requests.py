# SPDX-License-Identifier: EUPL-1.2
"""Years later it can be read what parties asked, and for which meeting councils reserved time."""

from gehoord.domain.acts.report import TimeReserved
from tests.domain.acts.asking import answers, asks
from tests.story import ASKED, HEARD
from tests.story_in_register import ToldInRegister
from tests.tasks.told_archive import exported, files_of


def test_what_parties_asked_and_when_councils_mean_to_meet_is_in_it(
    told: ToldInRegister,
) -> None:
    story = told("asked")
    story.does(asks())
    story.does(answers())
    story.does(asks(who="burgemeester van Hoorn"))
    story.does(TimeReserved(on=ASKED, municipality="Texel", day=HEARD))
    files = files_of(exported(story.register))
    overview = files["overzicht.html"].decode()
    assert "Verzoek 1 van Texel, 17 juni 2027: uitstel tot en met 21 oktober 2027" in overview
    assert f'Afgewezen op 17 juni 2027.</p>\n<p class="eigen-regels">{answers().text}' in overview
    assert "Verzoek 2 van burgemeester van Hoorn" in overview
    assert "Nog niet beantwoord." in overview
    assert "gevraagd, vergadert op 16-09-2027 (gereserveerd)" in overview
    assert '"2027-09-16"' in files["raden.csv"].decode("utf-8-sig")
