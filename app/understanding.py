# SPDX-License-Identifier: EUPL-1.2
"""What was understood of a calendar, printed before it counts."""

from gehoord.app.printing import say, table
from gehoord.domain.acts.meetings import what_was_understood
from gehoord.domain.acts.report import MeetingsRead
from gehoord.store.register import Register
from gehoord.store.state import state_in
from gehoord.templates.understood import HEADINGS, rows_of, sentences_of


def show_understood(where: Register, dossier: str, report: MeetingsRead) -> None:
    """Print which days of a calendar count, and which do not with why.

    Raises:
        RefusedError: it cannot be read, or nothing in it counts.
        GehoordError: who is named is not of this dossier.
    """
    with where.reading() as reader:
        found = what_was_understood(report, state_in(reader, dossier))
    table(HEADINGS, rows_of(found))
    say(*sentences_of(found))
