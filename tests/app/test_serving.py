# SPDX-License-Identifier: EUPL-1.2
"""How Prefect's own programs are started."""

from datetime import timedelta
from pathlib import Path

import pytest

from gehoord.app.serving import Prefect


def test_prefect_itself_marks_late_only_what_no_look_has_marked_in_three_days(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from prefect.settings.models.server.services import ServerServicesLateRunsSettings

    for name, value in Prefect(4200, Path("niets")).environment.items():
        monkeypatch.setenv(name, value)
    assert ServerServicesLateRunsSettings().after_seconds == timedelta(days=3)
