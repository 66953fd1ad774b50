# SPDX-License-Identifier: EUPL-1.2
"""Where the pages of the Prefect are that this process was told of."""

import os
from typing import Final

from gehoord.templates.links import Links


def own_pages() -> Links | None:
    """Return the pages of the Prefect that this process knows, without asking it anything.

    Their forms are not in it. Nothing where the process was told of no Prefect: then Prefect is not
    loaded either, which takes as long as all the rest of recording something.
    """
    if not _TELLING & os.environ.keys():
        return None
    from prefect.settings import PREFECT_UI_URL

    page = PREFECT_UI_URL.value()
    return Links(page.rstrip("/")) if page else None


_TELLING: Final = {"PREFECT_API_URL", "PREFECT_UI_URL"}
"""The settings that tell a process of a Prefect; `gehoord up` gives both to what it starts."""
