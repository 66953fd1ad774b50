"""The hearing of one council: what its day to answer promises."""

from datetime import date

import pytest

from gehoord.calendar.due import Due, Precision
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.errors import RefusedError

SAID = [
    (
        Due(date(2027, 10, 15), Precision.APPROXIMATE, "medio oktober 2027"),
        "medio oktober 2027 (bij benadering)",
    ),
    (Due(date(2027, 10, 31), Precision.WINDOW, "oktober 2027"), "oktober 2027"),
    (Due.on(date(2027, 10, 15)), "15 oktober 2027"),
]


@pytest.mark.parametrize(("due", "said"), SAID)
def test_the_refusal_of_silence_says_until_when_as_sure_as_it_is(due: Due, said: str) -> None:
    hearing = Hearing(id="klein/GM0448", dossier="klein", municipality="GM0448", name="Texel")
    asked = hearing.ask("klein/versie/1", date(2027, 6, 17), due)
    with pytest.raises(RefusedError, match="kan nog tot en met") as refused:
        asked.accept_silence(due.day, "drie keer gevraagd")
    assert f"kan nog tot en met {said} antwoorden." in str(refused.value)
