# SPDX-License-Identifier: EUPL-1.2
"""What happens in the first half of the procedure that is killed, beside what `whole` tells.

Only what is refused when it is reported twice: who was killed after an act reports it again.
"""

from datetime import date

from benchmarks.dossier import code
from gehoord.domain.acts.report import (
    ChapterPromised,
    Clustered,
    Polled,
    Report,
    SessionCalledOff,
    SessionHeld,
    SessionMoved,
    SessionPlanned,
    SurveyAnswered,
)
from gehoord.domain.dossier.chapter_to_follow import ChapterStands
from gehoord.domain.dossier.poll import PollStage
from tests.tables_of_strength import SMALL, read, reported

PLANNED = date(2027, 1, 14)
MOVED = date(2027, 1, 21)
SURVEYED = date(2027, 2, 8)
HELD = date(2027, 2, 15)
POLLED = date(2027, 3, 1)
STRENGTH = date(2027, 5, 27)
PROMISED = date(2027, 6, 7)
FIRST, OFF = date(2027, 2, 11), date(2027, 2, 16)


def first_half() -> list[Report]:
    """Return the reports in the order of their days."""
    return [
        _session(FIRST, "Haarlem"),
        _session(OFF, "Hoorn"),
        SessionMoved(on=MOVED, session="1", start="20:00"),
        SessionCalledOff(on=MOVED, session="2", reason="de zaal is toch bezet"),
        SurveyAnswered(on=SURVEYED, municipality=code(0), priorities=("Aanpak ondermijning",)),
        Clustered(
            on=SURVEYED, name="Ondermijning", wordings=("Ondermijning", "Aanpak ondermijning")
        ),
        SessionHeld(on=HELD, session="1", attendance=("griffies; 4",)),
        Polled(
            on=POLLED,
            stage=PollStage.FINAL,
            options=("thema; Ondermijning; 12", "thema; Jeugd; 9"),
            respondents=20,
        ),
        reported(read(SMALL), STRENGTH, "definitief"),
        ChapterPromised(
            on=PROMISED,
            chapter="Bijlage 2",
            stands=ChapterStands.MISSING,
            to="de raden",
            follows_by=date(2027, 9, 1),
        ),
    ]


def _session(on: date, place: str) -> SessionPlanned:
    return SessionPlanned(
        on=PLANNED, day=on, start="19:30", place=place, invited=("griffies", "partners")
    )
