# SPDX-License-Identifier: EUPL-1.2
"""The name of a refusal says on what it rests: an article, or a reason that is not there."""

import pytest

from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.outgoing.outcomes import refusal
from gehoord.law.politiewet import HEAR_COUNCILS


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (RefusedError("Nee.", HEAR_COUNCILS), "Geweigerd: art. 38b lid 2"),
        (RefusedError("Nee."), "Geweigerd"),
        (RefusedError("Nee.", None, "volgorde"), "Geweigerd: geen reden bij 'volgorde'"),
        (
            RefusedError("Nee.", finding="verzonden-voor-akkoord"),
            "Geweigerd: geen reden bij 'verzonden voor akkoord'",
        ),
        (RefusedError("Nee.", HEAR_COUNCILS, "x"), "Geweigerd: geen reden bij 'x'"),
        (GehoordError("Nee."), "Geweigerd"),
    ],
)
def test_a_refusal_is_named_after_what_stands_in_the_way(error: GehoordError, name: str) -> None:
    assert (refusal(error).name, refusal(error).refused) == (name, True)
