# SPDX-License-Identifier: EUPL-1.2
"""A whole procedure played again, and then judged by what happened.

The history of the IMV 2024-2027 heard every council, Texel three weeks late, and adopted in time.
"""

from datetime import date

import pytest

from gehoord.domain.checks import Case, findings
from tests.replayed import Replay

NAME = "noord-holland/imv-2024-2027"


@pytest.mark.model
def test_what_happened_is_judged_without_false_alarm(
    replayed: Replay,
) -> None:
    played = replayed(NAME)
    state, messages = played.state, played.messages
    assert len([m for m in messages if m.is_reminder]) > 50
    found = findings(Case.of_dossier(state, date(2024, 1, 31), messages))
    assert [(f.code, f.steps) for f in found] == [
        ("verschoven", ("themas-gepland", "themas")),
        ("verschoven", ("themabrief-gepland", "themabrief")),
        ("thema-nog-open", ("rbop-juni", "ontwerp")),
        ("te-laat-aangenomen", ("horen",)),
    ]
    assert "Texel" in found[-1].text
