# SPDX-License-Identifier: EUPL-1.2
"""What the replays share: a letter that several of them send is set as PDF once."""

from collections.abc import Iterator
from functools import lru_cache

import pytest

from gehoord.templates.paper import pdf

MOST = 2000
"""Letters that are kept, of 40 kB each: more than the procedures of the seeds send together."""


@pytest.fixture(scope="session", autouse=True)
def _set_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "_as_pdf", lru_cache(MOST)(pdf._as_pdf))
        yield
