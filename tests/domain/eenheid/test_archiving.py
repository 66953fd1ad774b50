# SPDX-License-Identifier: EUPL-1.2
"""`[archief]` in eenheid.toml: an archivist decides, and nothing is guessed for him."""

import pytest

from gehoord.domain.eenheid.archiving import Appraisal, Archiving
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import check


def test_without_a_decision_the_appraisal_is_open_and_nobody_is_named() -> None:
    assert check(Archiving, {}, "x") == Archiving()
    assert Archiving().appraisal is Appraisal.UNDECIDED


def test_one_organisation_may_be_written_without_brackets() -> None:
    assert check(Archiving, {"archiefvormer": "Gemeente X"}, "x").formed_by == ("Gemeente X",)
    both = {"archiefvormer": ["Gemeente X", "Eenheid Y"]}
    assert check(Archiving, both, "x").formed_by == ("Gemeente X", "Eenheid Y")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"waardering": "B"}, "selectielijst"),
        ({"waardering": "V", "selectielijst": "S"}, "bewaartermijn_jaren"),
        ({"bewaartermijn_jaren": 20}, "bewaartermijn_jaren"),
        ({"categorie": "1.1"}, "selectielijst"),
        ({"waardering": "X"}, "waardering"),
        ({"archiefvormer": ""}, "archiefvormer"),
        ({"bewaartermijn_jaren": 0, "waardering": "V", "selectielijst": "S"}, "bewaartermijn"),
    ],
)
def test_half_a_decision_is_refused_with_what_is_missing(
    written: dict[str, object], words: str
) -> None:
    with pytest.raises(ProposalError, match=words):
        check(Archiving, dict(written), "eenheid.toml")
