# SPDX-License-Identifier: EUPL-1.2
"""What can happen to an action, as the story on its card tells it."""

from dataclasses import dataclass
from datetime import date, datetime

from gehoord.calendar.due import Due, Stretch
from gehoord.domain.dossier.agenda_item import AgendaItem
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.choices import BodyChoice, CandidateList
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.poll import Poll
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.strength_table import StrengthTable


@dataclass(frozen=True, slots=True)
class CameIn:
    """The action came into the plan, with these days if it has any."""

    days: Stretch | None


@dataclass(frozen=True, slots=True)
class CouncilAsked:
    """The council got the ontwerp, to answer by a day if it has one; of a newer one ``again``."""

    due: Due | None
    again: bool


@dataclass(frozen=True, slots=True)
class Shifted:
    """The action came on other days.

    Attributes:
        was: the old day in words; ``becomes`` the new one.
        because: why, if somebody said so.
        along_with: the title of the step that was moved, if that was another one.
    """

    was: str
    becomes: str
    because: str
    along_with: str


@dataclass(frozen=True, slots=True)
class CarriedThrough:
    """The action was done; ``on`` says when if it came into the journal like that."""

    on: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingPlanned:
    """The council named a meeting at which it means to treat the ontwerp, and how far it is.

    ``last`` is the last day to answer, if the meeting comes after it.
    """

    day: date
    stands: str
    last: Due | None


@dataclass(frozen=True, slots=True)
class MeetingDropped:
    """The meeting that the council had named on this day lapsed."""

    day: date


@dataclass(frozen=True, slots=True)
class AgendaTold:
    """A meeting before the deciding one treats the ontwerp, or does not any more (``is_off``)."""

    item: AgendaItem
    is_off: bool


@dataclass(frozen=True, slots=True)
class CouncilAnswered:
    """The council was heard, or answered after all; ``is_late`` if that was after its last day."""

    answer: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class CouncilSilent:
    """A person judged that the council had its opportunity and did not answer."""

    because: str
    office: str


@dataclass(frozen=True, slots=True)
class AnswerAdded:
    """The council added to its answer; ``arrival`` is how that came."""

    answer: str
    arrival: str


@dataclass(frozen=True, slots=True)
class AnswerWeighed:
    """It was said what is done with what the council said."""

    disposition: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """The action lapsed; ``on`` says when if it came into the journal like that."""

    on: date | None = None


@dataclass(frozen=True, slots=True)
class OwedAgain:
    """What was done or lapsed is owed again; ``becomes`` is by when in words, if that changed."""

    becomes: str


@dataclass(frozen=True, slots=True)
class FellLate:
    """The last day passed; ``was_past`` if it had when the dossier was opened."""

    was_past: bool


@dataclass(frozen=True, slots=True)
class NotReached:
    """The owner cannot be reminded for want of an address, and the adviser knows it."""


@dataclass(frozen=True, slots=True)
class ToldLate:
    """The adviser knows that the last day passed."""


@dataclass(frozen=True, slots=True)
class Escalated:
    """The action is so late that somebody else, by name, must do something about it."""

    to: str


@dataclass(frozen=True, slots=True)
class RequestMade:
    """Who owes the action asked something of the adviser.

    Attributes:
        what: in a few words; ``text`` in those of who asked.
        text: see ``what``.
    """

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class SessionTold:
    """An information session of the step of the action came, or changed.

    Attributes:
        session: as it became; ``before`` as it was, and nothing when it is new.
        before: see ``session``.
    """

    session: InfoSession
    before: InfoSession | None


@dataclass(frozen=True, slots=True)
class RequestClosed:
    """Such a request was answered, fell away, or is open again.

    Attributes:
        what: was asked, in a few words.
        how: it stands now.
        answer: the words of the adviser; empty without.
    """

    what: str
    how: str
    answer: str


@dataclass(frozen=True, slots=True)
class LettersReady:
    """So many letters of the notice were put in the outbox."""

    number: int


@dataclass(frozen=True, slots=True)
class MailLeft:
    """A message left."""

    message: Fate


@dataclass(frozen=True, slots=True)
class MailMissed:
    """A message does not arrive at this address."""

    message: Fate
    address: str


@dataclass(frozen=True, slots=True)
class MailRedirected:
    """A message that had not left goes to another address."""

    message: Fate


PreparedFact = (
    Poll
    | CandidateList
    | BodyChoice
    | SafetyPicture
    | Besluit
    | LocalPriorities
    | StrengthTable
    | Circulation
)
"""What is recorded of the first half of the procedure, and belongs to steps of it."""


@dataclass(frozen=True, slots=True)
class FactKept:
    """What the action is about was recorded, whether that closed it or not."""

    fact: PreparedFact


@dataclass(frozen=True, slots=True)
class FactTakenBack:
    """What was recorded by mistake counts no more."""

    fact: PreparedFact


What = (
    CameIn
    | CouncilAsked
    | Shifted
    | CarriedThrough
    | MeetingPlanned
    | MeetingDropped
    | AgendaTold
    | CouncilAnswered
    | CouncilSilent
    | AnswerAdded
    | AnswerWeighed
    | Dropped
    | OwedAgain
    | FellLate
    | NotReached
    | ToldLate
    | Escalated
    | RequestMade
    | RequestClosed
    | SessionTold
    | LettersReady
    | MailLeft
    | MailMissed
    | MailRedirected
    | FactKept
    | FactTakenBack
)


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened to an action.

    Attributes:
        at: the moment (UTC) it was recorded, or the mail left.
        on: the day it is about.
        what: what happened.
        under: the sort of change under which the journal has it; empty for mail.
        by: the office that recorded it; empty for mail.
        said: why or how, in the words of who recorded it; may be empty.
    """

    at: datetime
    on: date
    what: What
    under: str = ""
    by: str = ""
    said: str = ""
