# SPDX-License-Identifier: EUPL-1.2
"""A meeting is called off in the words of whoever keeps the calendar."""

import pytest

from gehoord.calendar.incoming.cancelled import is_called_off


@pytest.mark.parametrize(
    "title",
    [
        "Geannuleerd: Raadsvergadering", "GEANNULEERD: Raadsvergadering", "geannuleerd",
        "Geannuleerd - Raad", "[Geannuleerd] Raad", "*** GEANNULEERD *** Raad", "GEANNULEERD Raad",
        "Geanuleerd: Raad", "Geannulleerd: Raad", "Gecanceld: Raad", "Gecancelled raad",
        "Vervallen: Raad", "VERVALLEN Raadsvergadering", "Vervalt: Raad", "Raad vervalt",
        "Raadsvergadering (vervalt)", "Raadsvergadering (VERVALLEN wegens Koningsdag)",
        "Raadsvergadering - vervalt i.v.m. verkiezingen", "Raad vervalt wegens reces",
        "Raad \u2013 afgelast", "AFGELAST: raad", "Afgezegd: raad", "Cancelled: Council",
        "Canceled: Raad",
        "CANCELLED", "Raad geannuleerd", "Raad GEANNULEERD!", "Raad is vervallen",
        "Raad komt te vervallen", "Raad gaat niet door", "Raad (gaat helaas niet door)",
        "Annulering raadsvergadering", "Raad / geannuleerd",
        "Geannuleerde raad", "Raad vindt niet plaats", "De raad vindt helaas niet plaats",
        "Raadsvergadering wordt niet gehouden", "Gaat niet door: raad", "Geen raadsvergadering",
        "Geen raad", "Geen raad i.v.m. reces", "Abgesagt: Rat", "Annul\u00e9 : conseil",
    ],
)  # fmt: skip
def test_a_meeting_is_called_off_in_any_usual_words(title: str) -> None:
    assert is_called_off(title)


@pytest.mark.parametrize(
    "title",
    [
        "Raadsvergadering", "Raad: vervallenverklaring lidmaatschap", "Raad gaat door",
        "Raad over vervallen subsidies voor sport", "Raad (niet geannuleerd)", "",
        "Raad - onvervallen", "Raad (verplaatst)", "Raadsvergadering niet geannuleerd",
        "Annuleringsregeling theater", "CONFIRMED", "TENTATIVE",
        "Geen raadsvoorstellen, wel vragen", "Raad over geannuleerde subsidies",
    ],
)  # fmt: skip
def test_a_meeting_that_is_about_something_called_off_is_held(title: str) -> None:
    assert not is_called_off(title)
