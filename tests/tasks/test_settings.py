# SPDX-License-Identifier: EUPL-1.2
"""Settings: what cannot be is refused when they are read."""

import pytest

from gehoord.domain.errors import GehoordError
from gehoord.tasks.settings import settings


def test_a_sender_that_is_no_single_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEHOORD_MAIL_FROM", "Bureau <a@b.example>, c@d.example")
    settings.cache_clear()
    with pytest.raises(GehoordError, match="GEHOORD_MAIL_FROM kan niet"):
        settings()
    settings.cache_clear()
