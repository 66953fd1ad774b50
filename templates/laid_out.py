# SPDX-License-Identifier: EUPL-1.2
"""A procedure that is laid out backwards from its adoption, as text and with what is told of it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from gehoord.calendar.dutch import capital
from gehoord.domain.dossier.eenheid_now import eenheid_now
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.learned.departures import departures
from gehoord.domain.learned.leg import Moment
from gehoord.domain.learned.next_procedure import next_procedure
from gehoord.domain.learned.practice import Practice
from gehoord.domain.proposal.backwards import lay_backwards
from gehoord.domain.proposal.proposal import Extension
from gehoord.templates.next_proposal import next_proposal
from gehoord.templates.proposal import new_proposal

PracticeBefore = Callable[[date], Practice]
"""What is known of the procedures that are earlier than a plan which starts on a day."""


class LaidOutText(NamedTuple):
    """A new proposal as TOML.

    Attributes:
        remarks: what an adviser must know, in Dutch sentences.
        eenheid: the unit for which it was laid out; after a dossier as it is known now.
    """

    text: str
    remarks: tuple[str, ...]
    eenheid: Eenheid


def laid_out_for(
    eenheid: Eenheid, adoption: date, previous: date | None, on: date, practice: PracticeBefore
) -> LaidOutText:
    """Lay out a procedure for a unit.

    Args:
        eenheid: the unit.
        adoption: the day on which the plan is to be adopted.
        previous: the day of the adoption before it, if that is known.
        on: today.
        practice: what earlier procedures teach.

    Raises:
        GehoordError: nothing can be laid out: see `lay_backwards`.
    """
    laid_out = lay_backwards(eenheid, adoption, on, previous)
    days = {moment: laid_out.days[step] for moment, step in _STEPS.items()}
    experience = _experience(days, date(laid_out.adoption.year + 1, 1, 1), practice)
    text = new_proposal(eenheid, laid_out, on, experience)
    return LaidOutText(text, _told(laid_out.remarks, experience, eenheid), eenheid)


def laid_out_after(
    state: State,
    adoption: date | None,
    extension: Extension | None,
    on: date,
    practice: PracticeBefore,
) -> LaidOutText:
    """Lay out the procedure after that of a dossier.

    Args:
        state: the dossier, of which the plan was adopted.
        adoption: the day of the next adoption; otherwise the last one in time.
        extension: on what ground the plan is extended, instead of followed by another one.
        on: today.
        practice: what earlier procedures teach.

    Raises:
        RefusedError: the plan was not adopted yet.
        GehoordError: nothing can be laid out: see `lay_backwards`.
    """
    following = next_procedure(state, on, adoption, extension)
    experience = _experience(following.moments, following.plan_starts_on, practice)
    text = next_proposal(state, following, on, experience)
    return LaidOutText(
        text, _told(following.remarks, experience, state.eenheid), eenheid_now(state)
    )


def _experience(
    days: Mapping[Moment, date], plan_starts_on: date, practice: PracticeBefore
) -> list[str]:
    """Return where a plan departs from every earlier procedure, in sentences."""
    return list(departures(days, practice(plan_starts_on)))


def _told(remarks: tuple[str, ...], experience: list[str], eenheid: Eenheid) -> tuple[str, ...]:
    return (*remarks, *map(capital, experience), *eenheid.remarks)


_STEPS: Final = {
    Moment.THEMES: "themas",
    Moment.THEMES_TOLD: "themabrief",
    Moment.ONTWERP_SENT: "verzending",
    Moment.LAST_ANSWER: "horen",
    Moment.ADOPTED: "vaststelling",
}
"""The steps of what is laid out at which a procedure comes to each moment."""
