# SPDX-License-Identifier: EUPL-1.2
"""What was understood of a calendar is shown whole where that can be read, and counted beyond."""

from datetime import date, timedelta

from gehoord.calendar.incoming.left_out import LeftOut
from gehoord.calendar.meetings import Meeting
from gehoord.calendar.span import Span
from gehoord.domain.dossier.understood import Understood
from gehoord.templates.understood import MOST_ROWS, rows_of, sentences_of

RAAD = Meeting(date(2027, 9, 16), "Raad")


def test_what_counts_comes_first_and_then_what_does_not_with_why() -> None:
    rest = (LeftOut(date(2027, 9, 2), "Commissie", "geen raad"), LeftOut(None, "Raad x", "stuk"))
    assert rows_of(Understood((RAAD,), rest, (), None, RAAD.day)) == [
        ("donderdag 16 september 2027", "Raad", "ja"),
        ("donderdag 2 september 2027", "Commissie", "nee: geen raad"),
        ("onbekend", "Raad x", "nee: stuk"),
    ]


def test_of_too_many_rows_the_rest_is_counted_by_why() -> None:
    many = [LeftOut(RAAD.day + timedelta(n), "C", "geen raad") for n in range(MOST_ROWS + 3)]
    left_out = (*many, LeftOut(None, "D", "stuk"))
    found = Understood((RAAD,), left_out, (), Span(RAAD.day, RAAD.day), RAAD.day)
    assert len(rows_of(found)) == MOST_ROWS + 1
    assert sentences_of(found) == [
        "Nog 4 afspraken tellen niet mee (3 keer: geen raad en 1 keer: stuk).",
        "De agenda zegt iets over 16 september 2027 tot en met 16 september 2027; "
        "daarbuiten niets.",
    ]


def test_what_was_read_otherwise_is_said_and_a_part_claims_nothing() -> None:
    assert sentences_of(Understood((RAAD,), (), ("de tijdzone is onbekend",), None, RAAD.day)) == [
        "De tijdzone is onbekend.",
        "Hieruit volgt niet welke vergaderingen er niet zijn: de agenda is niet heel.",
    ]
