# SPDX-License-Identifier: EUPL-1.2
"""An office is known by the same word, however people write it."""

import pytest

from gehoord.domain.eenheid.office import bare_office


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("de korpschef", "korpschef"),
        ("De Burgemeester van de gemeente Texel", "Texel"),
        ("burgemeester Texel", "Texel"),
        ("burgemeester", "burgemeester"),
        ("hoofdofficier van justitie", "hoofdofficier"),
        ("de minister van Justitie en Veiligheid", "minister"),
        ("Den Haag", "Den Haag"),
        ("De Bilt", "Bilt"),
    ],
)
def test_the_article_and_the_word_burgemeester_make_no_other_office(said: str, bare: str) -> None:
    assert bare_office(said) == bare
    assert bare_office(bare_office(said)) == bare_office(said)
