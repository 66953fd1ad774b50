# SPDX-License-Identifier: EUPL-1.2
"""The path of each council as people read it: in a row of a table, and for one council alone."""

from gehoord.domain.acts.report import CouncilHeard, MeetingsRead, TimeReserved
from gehoord.domain.dossier.answer import Answer
from gehoord.templates.told_path import told_path, told_paths
from tests.calendar.incoming.files import calendar_of
from tests.conftest import read_day
from tests.story import ASKED, HEARD, ONE_DAY, Told

WEIGHED = read_day("Tue 2027-09-07")


def test_there_is_no_path_before_anybody_was_asked_or_named_a_meeting(told: Told) -> None:
    story = told("agreed")
    assert told_paths(story.state, ASKED) == ()
    story.does(TimeReserved(on=ASKED, municipality="Texel", day=HEARD))
    assert [path.name for path in told_paths(story.state, ASKED)] == ["Haarlem", "Hoorn", "Texel"]


def test_a_row_is_short_and_a_page_says_it_all(told: Told) -> None:
    story = told("asked")
    where = {"kind": "oordeelsvormend", "where": "commissie Bestuur", "stands": "op de agenda"}
    story.does(TimeReserved(on=ASKED, municipality="Texel", day=WEIGHED, **where))
    story.does(CouncilHeard(on=HEARD, municipality="Texel", answer=Answer.POINTS, text="Jeugd."))
    path = told_path(story.state, story.state.hearing_of("GM0448"), HEARD + ONE_DAY)
    assert dict(path.stations) == {
        "Ontwerp gestuurd": "17 juni 2027, versie 1 (ontwerp opleveren)",
        "Tijd gereserveerd": "Niet gemeld",
        "Beeldvormend": "Niet gemeld",
        "Oordeelsvormend": "7 september 2027, commissie Bestuur (op de agenda, niet bevestigd)",
        "Besluitvormend": "16 september 2027, de raad",
        "Gehoord": "16 september 2027, over versie 1 (ontwerp opleveren)",
        "Antwoord": "16 september 2027, aandachtspunten, met tekst",
    }
    assert path.row == (
        ("17-06-2027", "versie 1"),
        ("", ""),
        ("", ""),
        ("07-09-2027", "commissie Bestuur, niet bevestigd"),
        ("16-09-2027", ""),
        ("16-09-2027", "versie 1"),
        ("", "aandachtspunten, met tekst"),
    )
    assert (path.prospect, path.why, path.changed, path.judged) == ("", "", "", "")


def test_what_is_left_to_a_council_is_told_to_it_without_what_the_adviser_does(told: Told) -> None:
    story = told("asked")
    story.does(MeetingsRead(on=ASKED, who="Texel", file=calendar_of("20270603", "20271111")))
    path = told_path(story.state, story.state.hearing_of("GM0448"), ASKED)
    assert (path.prospect, path.is_alarming) == ("Dreigt te laat", True)
    assert path.why == "Er past geen raadsvergadering meer, tot en met 7 oktober 2027."
    assert path.remedy.startswith("Vraag om een andere vergadering (Gemeentewet, art. 17)")
