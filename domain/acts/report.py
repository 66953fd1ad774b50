# SPDX-License-Identifier: EUPL-1.2
"""What people did, as they report it: on the command line, in a form, or in a history file.

Each kind is described once, in one of the files imported here. Command line and form are made of
these descriptions.
"""

from typing import Annotated, Any, Final, cast, get_args

from pydantic import Field

from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.reports_of_adoption import Adopted as Adopted
from gehoord.domain.acts.reports_of_adoption import JaarverslagAdopted as JaarverslagAdopted
from gehoord.domain.acts.reports_of_adoption import PartAdopted as PartAdopted
from gehoord.domain.acts.reports_of_adoption import PriorityChanged as PriorityChanged
from gehoord.domain.acts.reports_of_adoption import ReportOfAdoption
from gehoord.domain.acts.reports_of_appeal import Announced as Announced
from gehoord.domain.acts.reports_of_appeal import AppealLodged as AppealLodged
from gehoord.domain.acts.reports_of_appeal import AppealWentOn as AppealWentOn
from gehoord.domain.acts.reports_of_appeal import ReportOfAppeal
from gehoord.domain.acts.reports_of_assent import AssentGiven as AssentGiven
from gehoord.domain.acts.reports_of_assent import ConditionLifted as ConditionLifted
from gehoord.domain.acts.reports_of_assent import ConditionMade as ConditionMade
from gehoord.domain.acts.reports_of_assent import ReportOfAssent
from gehoord.domain.acts.reports_of_calendars import MeetingsRead as MeetingsRead
from gehoord.domain.acts.reports_of_calendars import ReportOfCalendars
from gehoord.domain.acts.reports_of_changes import AddressGiven as AddressGiven
from gehoord.domain.acts.reports_of_changes import Corrected as Corrected
from gehoord.domain.acts.reports_of_changes import GoalsSet as GoalsSet
from gehoord.domain.acts.reports_of_changes import Merged as Merged
from gehoord.domain.acts.reports_of_changes import Reached as Reached
from gehoord.domain.acts.reports_of_changes import ReasonGiven as ReasonGiven
from gehoord.domain.acts.reports_of_changes import ReportOfChange
from gehoord.domain.acts.reports_of_changes import TakenBack as TakenBack
from gehoord.domain.acts.reports_of_chapters import ChapterPromised as ChapterPromised
from gehoord.domain.acts.reports_of_chapters import ReportOfChapters
from gehoord.domain.acts.reports_of_choices import BodyChose as BodyChose
from gehoord.domain.acts.reports_of_choices import CandidatesListed as CandidatesListed
from gehoord.domain.acts.reports_of_choices import ReportOfChoices
from gehoord.domain.acts.reports_of_circulation import ReportOfCirculation
from gehoord.domain.acts.reports_of_circulation import ReviewAsked as ReviewAsked
from gehoord.domain.acts.reports_of_circulation import ReviewersNamed as ReviewersNamed
from gehoord.domain.acts.reports_of_hearing import AnswerSupplemented as AnswerSupplemented
from gehoord.domain.acts.reports_of_hearing import CouncilHeard as CouncilHeard
from gehoord.domain.acts.reports_of_hearing import Disposed as Disposed
from gehoord.domain.acts.reports_of_hearing import ReportOfHearing
from gehoord.domain.acts.reports_of_hearing import RespiteGiven as RespiteGiven
from gehoord.domain.acts.reports_of_hearing import ResponseReceived as ResponseReceived
from gehoord.domain.acts.reports_of_hearing import SilenceAccepted as SilenceAccepted
from gehoord.domain.acts.reports_of_hearing import TimeReserved as TimeReserved
from gehoord.domain.acts.reports_of_letters import LetterheadGiven as LetterheadGiven
from gehoord.domain.acts.reports_of_letters import LetterReworded as LetterReworded
from gehoord.domain.acts.reports_of_letters import ReportOfLetters
from gehoord.domain.acts.reports_of_minister import DifferenceDecided as DifferenceDecided
from gehoord.domain.acts.reports_of_minister import DifferencePut as DifferencePut
from gehoord.domain.acts.reports_of_minister import Instructed as Instructed
from gehoord.domain.acts.reports_of_minister import PlanChanged as PlanChanged
from gehoord.domain.acts.reports_of_minister import ReportOfMinister
from gehoord.domain.acts.reports_of_points import PointNoted as PointNoted
from gehoord.domain.acts.reports_of_points import PointsDisposed as PointsDisposed
from gehoord.domain.acts.reports_of_points import PointsSorted as PointsSorted
from gehoord.domain.acts.reports_of_points import ReportOfPoints
from gehoord.domain.acts.reports_of_points import StanceMarked as StanceMarked
from gehoord.domain.acts.reports_of_poll import Polled as Polled
from gehoord.domain.acts.reports_of_poll import ReportOfPoll
from gehoord.domain.acts.reports_of_rehearing import RehearingJudged as RehearingJudged
from gehoord.domain.acts.reports_of_rehearing import ReportOfRehearing
from gehoord.domain.acts.reports_of_requests import ReportOfRequests
from gehoord.domain.acts.reports_of_requests import RequestAnswered as RequestAnswered
from gehoord.domain.acts.reports_of_requests import Requested as Requested
from gehoord.domain.acts.reports_of_sessions import ReportOfSessions
from gehoord.domain.acts.reports_of_sessions import SessionCalledOff as SessionCalledOff
from gehoord.domain.acts.reports_of_sessions import SessionHeld as SessionHeld
from gehoord.domain.acts.reports_of_sessions import SessionMoved as SessionMoved
from gehoord.domain.acts.reports_of_sessions import SessionPlanned as SessionPlanned
from gehoord.domain.acts.reports_of_steps import Agreed as Agreed
from gehoord.domain.acts.reports_of_steps import RemindedNow as RemindedNow
from gehoord.domain.acts.reports_of_steps import ReportOfSteps
from gehoord.domain.acts.reports_of_steps import StepDone as StepDone
from gehoord.domain.acts.reports_of_steps import StepLapsed as StepLapsed
from gehoord.domain.acts.reports_of_steps import VersionFiled as VersionFiled
from gehoord.domain.acts.reports_of_steps import VersionMade as VersionMade
from gehoord.domain.acts.reports_of_strength import ReportOfStrength
from gehoord.domain.acts.reports_of_strength import StrengthGiven as StrengthGiven
from gehoord.domain.acts.reports_of_survey import Clustered as Clustered
from gehoord.domain.acts.reports_of_survey import ReportOfSurvey
from gehoord.domain.acts.reports_of_survey import SafetyPictureMade as SafetyPictureMade
from gehoord.domain.acts.reports_of_survey import SurveyAnswered as SurveyAnswered
from gehoord.domain.acts.reports_of_themes import ReportOfThemes
from gehoord.domain.acts.reports_of_themes import ThemeExplored as ThemeExplored
from gehoord.domain.acts.reports_of_themes import ThemesChosen as ThemesChosen
from gehoord.domain.acts.reports_of_uitvoering import ReportOfUitvoering
from gehoord.domain.acts.reports_of_uitvoering import (
    UitvoeringsplanAdopted as UitvoeringsplanAdopted,
)
from gehoord.domain.acts.reports_of_uitvoering import (
    UitvoeringsplanDrafted as UitvoeringsplanDrafted,
)
from gehoord.domain.eenheid.eenheid import HOOFDOFFICIER, REGIOBURGEMEESTER
from gehoord.domain.frozen import check

Report = Annotated[
    ReportOfSteps
    | ReportOfSurvey
    | ReportOfSessions
    | ReportOfThemes
    | ReportOfPoll
    | ReportOfChapters
    | ReportOfChoices
    | ReportOfCirculation
    | ReportOfHearing
    | ReportOfRehearing
    | ReportOfPoints
    | ReportOfAssent
    | ReportOfAdoption
    | ReportOfUitvoering
    | ReportOfAppeal
    | ReportOfMinister
    | ReportOfChange
    | ReportOfCalendars
    | ReportOfRequests
    | ReportOfLetters
    | ReportOfStrength,
    Field(discriminator="what"),
]

KINDS: Final[dict[str, type[ReportOfAnyKind]]] = {
    kind.model_fields["what"].default: kind for kind in get_args(get_args(Report)[0])
}
"""Every kind of report by its Dutch name: the members of the union, in their order."""

CLIENTS_THAT_AGREE = (REGIOBURGEMEESTER, HOOFDOFFICIER)


def read_report(content: dict[str, Any], source: str) -> Report:
    """Return what was filled in or typed, as the report of its kind.

    Args:
        content: by the Dutch names of its fields; under `wat` one of `KINDS`.
        source: where it was filled in, as a refusal calls it.

    Raises:
        ProposalError: one sentence for each fault.
    """
    return cast(Report, check(KINDS[content["wat"]], content, source))
