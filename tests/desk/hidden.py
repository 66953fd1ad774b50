# SPDX-License-Identifier: EUPL-1.2
"""What a form of a page bears without showing it."""

import re

from httpx import Response


def hidden(page: Response, field: str) -> str:
    """Return the value of a hidden field."""
    found = re.search(f'name="{field}" value="([^"]*)"', page.text)
    assert found, field
    return found[1]
