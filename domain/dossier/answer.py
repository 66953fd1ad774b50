# SPDX-License-Identifier: EUPL-1.2
"""What a council answered on the ontwerp, and how that was put before it."""

from gehoord.domain.nearby import Choice


class Manner(Choice):
    """How the ontwerp was put before the council. Only the council itself can be heard."""

    COUNCIL_MEETING = "raadsvergadering"
    COMMITTEE = "commissie"
    LETTER_TO_MEMBERS = "brief aan raadsleden"
    FOR_INFORMATION = "ter kennisname"


class Answer(Choice):
    """What the council answered."""

    ZIENSWIJZE = "zienswijze"
    POSITIVE_ZIENSWIJZE = "positieve zienswijze"
    AGREES = "instemming zonder zienswijze"
    TOOK_NOTE = "voor kennisgeving aangenomen"
    NO_REMARKS = "brief zonder opmerkingen"
    POINTS = "aandachtspunten"
    DEBATE = "alleen besproken"
