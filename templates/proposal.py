# SPDX-License-Identifier: EUPL-1.2
"""A new proposal as text: every step laid out backwards from the adoption, with explanation."""

from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from gehoord.calendar.dutch import full_day_in_words
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.backwards import HEARING_WEEKS, LaidOutBackwards
from gehoord.templates.proposal_text import proposal_text


def new_proposal(
    eenheid: Eenheid, laid_out: LaidOutBackwards, on: date, experience: Sequence[str] = ()
) -> str:
    """Return the TOML of a new proposal, with comments for the adviser.

    Args:
        eenheid: the unit.
        laid_out: its feasible days. The plan starts on the 1 January after the adoption, for four
            years.
        on: the day on which the proposal is written.
        experience: where it departs from every earlier procedure, in sentences.
    """
    adoption = laid_out.adoption
    start = date(adoption.year + 1, 1, 1)
    return proposal_text(
        "voorstel.toml.j2",
        experience,
        eenheid=eenheid,
        name=f"Beleidsplan {start.year}-{start.year + 3}",
        adoption_words=full_day_in_words(adoption),
        on=on,
        reference_date=date(adoption.year, 1, 1),
        start=start,
        end=date(start.year + 3, 12, 31),
        previous=laid_out.previous,
        example=adoption - relativedelta(years=4),
        body=laid_out.body.id,
        words=laid_out.words,
        remarks=(*laid_out.remarks, *eenheid.remarks),
        hearing_weeks=HEARING_WEEKS,
    )
