# SPDX-License-Identifier: EUPL-1.2
"""What every report has in common: no day of it lies beyond what a calendar can count on from."""

from datetime import date, timedelta

import pytest

from gehoord.domain.acts.any_report import FARTHEST
from gehoord.domain.acts.report import KINDS, read_report
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import THE_FORM
from tests.sentence import assert_sentence
from tests.story import OPENED

BEYOND = FARTHEST + timedelta(days=1)
BESIDE: dict[str, dict[str, object]] = {
    "toezegging": {"hoofdstuk": "6", "stand": "ontbreekt", "aan": "de raden"},
    "voorwaarde": {"van": "RBOP", "tekst": "de begroting is er", "wegnemen_door": "korpschef"},
    "sterkte": {"peildatum": OPENED, "stand": "voorlopig", "bron": "bureau formatie"},
}
"""What is filled in besides: a refusal tells three faults, and what is missing comes first."""


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (kind, field.alias or name)
        for kind, model in KINDS.items()
        for name, field in model.model_fields.items()
        if field.annotation in (date, date | None)
    ],
)
def test_a_day_that_was_mistyped_far_ahead_is_refused_in_every_report(kind: str, name: str) -> None:
    told = {**BESIDE.get(kind, {}), "wat": kind, "op": OPENED, name: BEYOND}
    with pytest.raises(GehoordError) as refused:
        read_report(told, THE_FORM)
    assert_sentence(str(refused.value), "2200 ligt te ver weg; verbeter het jaar")
