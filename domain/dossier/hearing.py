# SPDX-License-Identifier: EUPL-1.2
"""The hearing of one council on the ontwerp (Politiewet 2012, art. 38b lid 2)."""

from datetime import date
from enum import StrEnum
from typing import Final

from gehoord.calendar.due import Due
from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.answer_due import AnswerDue, answer_by
from gehoord.domain.dossier.called_off import MeetingsOfCouncil
from gehoord.domain.dossier.reason import FEWEST_WORDS, has_ground
from gehoord.domain.dossier.reserved import Reserved
from gehoord.domain.errors import Onward, RefusedError
from gehoord.law.politiewet import HEAR_COUNCILS


class HearingState(StrEnum):
    """Where the hearing of one council stands."""

    PLANNED = "gepland"
    INVITED = "gevraagd"
    HEARD = "gehoord"
    SILENT = "geen antwoord na gelegenheid"
    LAPSED = "vervallen door herindeling"


ASKED: Final = (HearingState.INVITED, HearingState.HEARD, HearingState.SILENT)  # and still exists


class Hearing(AnswerDue, MeetingsOfCouncil):
    """The hearing of one council.

    ``version`` is the draft version it was asked about, ``round`` which ontwerp that is: a newer
    one is another round. ``reason_by`` is the office that judged why a silence counts.
    ``respite_until`` is the last day to answer that this council alone was given, and why; the
    later of that and the day of all councils is its last. ``settles_treatment``: the step in which
    the council treats the ontwerp closed with it. ``former``: the councils that it was until its
    municipality grew, each lapsed on the day of that.
    """

    id: str
    dossier: str
    municipality: str
    name: str
    state: HearingState = HearingState.PLANNED
    version: str | None = None
    round: int = 1
    invited_on: date | None = None
    reason: str = ""
    reason_by: str = ""
    respite_until: date | None = None
    respite_because: str = ""
    settles_treatment: bool = False
    former: "tuple[Hearing, ...]" = ()

    @property
    def state_in_words(self) -> str:
        """Where it stands. Whether its silence came after a real opportunity is not said here."""
        return "geen antwoord" if self.state is HearingState.SILENT else self.state

    @property
    def is_settled(self) -> bool:
        """Whether the council was heard, or its silence was judged by a person."""
        return self.state in (HearingState.HEARD, HearingState.SILENT)

    @property
    def is_unanswered(self) -> bool:
        """Whether nothing was said by it, nor its silence judged; also of one that lapsed."""
        return self.answer is None and not self.reason

    @property
    def settled_on(self) -> date | None:
        """The day on which it was heard, or its silence judged; nothing while it is neither."""
        return self.heard_on if self.is_settled else None

    @property
    def is_owed(self) -> bool:
        """Whether this council must be heard: it still exists."""
        return self.state is not HearingState.LAPSED

    @property
    def meeting_on(self) -> date | None:
        """The day on which the council means to treat the ontwerp that it has or is to get.

        Nothing when it named none, need not be heard any more, or met before it was asked.
        """
        if self.meeting_stands is None or self.meets_on is None or self.is_settled:
            return None
        is_of_before = self.invited_on is not None and self.meets_on < self.invited_on
        return None if is_of_before or not self.is_owed else self.meets_on

    @property
    def may_drop_meeting(self) -> bool:
        """Whether a meeting stands that may still be said not to go on: it was not heard."""
        is_over = self.state in (HearingState.HEARD, HearingState.LAPSED)
        return self.named_meeting is not None and not is_over

    def start_over(self, on: date) -> "Hearing":
        """Return this hearing as if the council was never asked: it is another council now.

        The meetings of the former council lapse: at what was before, this one treated nothing.
        """
        was = self.model_copy(update={"lapsed_on": on, "former": ()})
        off = {"agenda": tuple(item.off(on) for item in self.agenda)}
        gone = self.without_meeting(on).model_copy(update=off | {"former": (*self.former, was)})
        return gone.not_asked(on)

    def not_asked(self, on: date) -> "Hearing":
        """Return this hearing as if this very council was never asked; its meetings stay."""
        return self._become(HearingState.PLANNED, on, **_NOT_ASKED)

    def lapse(self, on: date) -> "Hearing":
        """Return this hearing lapsed: the municipality ceased to exist. It meets no more."""
        self._refuse_lapsed()
        return self._become(HearingState.LAPSED, on, lapsed_on=on)

    def there_again(self, on: date) -> "Hearing":
        """Return this hearing as it stood, meetings and all: the municipality did not cease."""
        stood = (
            HearingState.HEARD
            if self.answer
            else HearingState.SILENT
            if self.reason
            else HearingState.INVITED
            if self.invited_on
            else HearingState.PLANNED
        )
        return self._become(stood, on, lapsed_on=None)

    def take_back(self, on: date) -> "Hearing":
        """Return this hearing asked but not answered: its answer was recorded by mistake."""
        if not self.is_settled:
            raise RefusedError(f"Van de raad van {self.name} is nog geen antwoord vastgelegd.")
        return self._become(HearingState.INVITED, on, **_NOT_ANSWERED)

    def silent_again(self, since: date | None, on: date) -> "Hearing":
        """Return this hearing closed without an answer, ``since`` when it was before one came."""
        return self._become(HearingState.SILENT, on, heard_on=since, answer=None)

    def ask(self, version: str, on: date, due: Due | None, round_: int = 1) -> "Hearing":
        """Return this hearing with the council asked about a version.

        What it said of an older version no longer counts. The meeting that it has ahead stays.

        Args:
            version: the ontwerp it is asked about.
            on: the day on which it gets it.
            due: the last day in time, which lies after ``on``; nothing when it has none yet.
            round_: which ontwerp this is, from 1.

        Law: Politiewet 2012, art. 38b lid 2 (names no term).
        """
        self._refuse_lapsed()
        if self.version == version:
            asked_on = day_in_words(self.invited_on or on)
            raise RefusedError(f"De raad van {self.name} is al gevraagd op {asked_on}.")
        if due and due.day <= on:
            raise RefusedError(
                f"De raad van {self.name} zou moeten antwoorden voordat hij de vraag krijgt. "
                "Verplaats eerst de stap 'horen'."
            )
        asked = {"version": version, "round": round_, "invited_on": on, **answer_by(due)}
        before = self.without_meeting(on) if self.is_called_off else self
        return before._become(HearingState.INVITED, on, **{**_NOT_ASKED, **asked})

    def with_respite(self, until: date | None, because: str) -> "Hearing":
        """Return this hearing with a last day of its own; without a day it has none any more."""
        return self.model_copy(update={"respite_until": until, "respite_because": because})

    def hear(self, on: date, manner: Manner, answer: Answer) -> "Hearing":
        """Return this hearing with the council heard on ``on``.

        Raises:
            RefusedError: the council was not asked yet, was heard before, or was not the one
                that was heard: a committee or a letter to members is not the raad.
        """
        if manner is not Manner.COUNCIL_MEETING:
            raise RefusedError(
                f"'{manner}' telt niet als horen van de raad van {self.name}: alleen de raad zelf "
                "kan worden gehoord. Leg het vast als de raad het heeft behandeld.",
                HEAR_COUNCILS,
                field="wijze",
            )
        self._refuse_unless_asked(on)
        return self._become(HearingState.HEARD, on, heard_on=on, answer=answer)

    def answer_again(self, on: date, answer: Answer) -> "Hearing":
        """Return this hearing after a further answer: of a council that was silent, its first.

        Raises:
            RefusedError: no answer and no silence was recorded before, or only later than ``on``.
        """
        self._refuse_lapsed()
        if not self.is_settled:
            raise RefusedError(
                f"Van de raad van {self.name} is nog geen antwoord vastgelegd. Leg het eerst vast "
                "als gehoord.",
                onward=(Onward("Is de raad gehoord?", "gehoord", {"gemeenten": self.name}),),
            )
        if self.state is HearingState.SILENT:
            self._refuse_before_asked(on)
            return self._become(HearingState.HEARD, on, heard_on=on, answer=answer)
        if self.heard_on and on < self.heard_on:
            raise RefusedError(
                f"De raad van {self.name} is gehoord op {day_in_words(self.heard_on)}; een "
                "aanvulling komt daarna. Verbeter de dag."
            )
        return self

    def accept_silence(self, on: date, reason: str, by: str = "") -> "Hearing":
        """Return this hearing closed without an answer, on a person's recorded judgement."""
        self._refuse_unless_asked(on)
        if self.due and on <= self.due.day:
            raise RefusedError(
                f"De raad van {self.name} kan nog tot en met {self.due.in_words} antwoorden.",
                HEAR_COUNCILS,
                field="op",
            )
        if not has_ground(reason):
            raise RefusedError(
                f"Schrijf in ten minste {FEWEST_WORDS} woorden op waarom {self.name} genoeg "
                "gelegenheid had om gehoord te worden.",
                HEAR_COUNCILS,
                field="reden",
            )
        return self._become(HearingState.SILENT, on, heard_on=on, reason=reason, reason_by=by)

    def _refuse_lapsed(self) -> None:
        if not self.is_owed:
            raise RefusedError(f"{self.name} bestaat niet meer; haar raad wordt niet meer gehoord.")

    def _refuse_unless_asked(self, on: date) -> None:
        self._refuse_lapsed()
        if self.state is HearingState.PLANNED or self.invited_on is None:
            raise RefusedError(
                f"De raad van {self.name} heeft het ontwerp nog niet gekregen. "
                "Start eerst de fase 'horen'.",
                HEAR_COUNCILS,
            )
        if self.is_settled:
            settled_on = day_in_words(self.heard_on or on)
            if self.state is HearingState.SILENT:
                raise RefusedError(
                    f"Van de raad van {self.name} is op {settled_on} al vastgelegd dat hij niet "
                    f"antwoordde. {_TOO_LATE}",
                    onward=self._onward,
                )
            raise RefusedError(
                f"De raad van {self.name} is al gehoord op {settled_on}. {_MORE}",
                onward=self._onward,
            )
        self._refuse_before_asked(on)

    @property
    def _onward(self) -> tuple[Onward, ...]:
        """What would be right once it was recorded that the council was heard or silent."""
        return (
            Onward("Kwam er iets bij?", "aanvulling", {"gemeente": self.name}),
            Onward("Was het een vergissing?", "herstel", {"actiehouder": self.name}),
        )

    def _refuse_before_asked(self, on: date) -> None:
        if self.invited_on and on < self.invited_on:
            raise RefusedError(
                f"De raad van {self.name} kan niet gehoord zijn op {day_in_words(on)}: hij kreeg "
                f"het ontwerp op {day_in_words(self.invited_on)}. Verbeter de dag.",
                field="op",
            )

    def _become(self, state: HearingState, on: date, **changes: object) -> "Hearing":
        """Return this hearing in another state."""
        return self.model_copy(update={"state": state, **changes}).with_meetings_since(self, on)


_NOT_ANSWERED: Final = {
    **dict.fromkeys(("heard_on", "answer")),
    **dict.fromkeys(("reason", "reason_by"), ""),
    "settles_treatment": False,
}
_NOT_ASKED: Final = {
    **dict.fromkeys(("version", "invited_on", "respite_until")),
    **answer_by(None),
    **_NOT_ANSWERED,
    "respite_because": "",
    "lapsed_on": None,
}
"""The fields of a council that said nothing yet, and of one that was not even asked."""

SINCE: Final = (*Reserved.model_fields, "lapsed_on", "former")
"""The fields that no hearing of before knows better: its meetings, and what became of it."""

_MISTAKE: Final = "was dat een vergissing, neem het dan terug met een herstel."
_MORE: Final = f"Kwam er iets bij, leg dat vast als aanvulling; {_MISTAKE}"
_TOO_LATE: Final = f"Kwam zijn antwoord later toch, leg dat vast als aanvulling; {_MISTAKE}"
