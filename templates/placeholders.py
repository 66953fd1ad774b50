# SPDX-License-Identifier: EUPL-1.2
"""What the placeholders in the adviser's own words stand for in one letter and its mail."""

from collections.abc import Mapping
from typing import Any

from gehoord.templates.known import Correspondence


def facts_of(said: Mapping[str, Any]) -> dict[str, str]:
    """Return what each placeholder in the adviser's own words stands for; empty when unknown."""
    c: Correspondence = said["c"]
    sending, adoption = c.sent_on or c.sending, c.adopted_on or c.adoption
    return {
        "laatste dag": c.respond_by.last if c.respond_by else "",
        "behandeling": c.treatment.words if c.treatment else "",
        "verzending": sending.words if sending else "",
        "vaststelling": adoption.words if adoption else "",
        "gemeente": said["reader"].municipality,
        "raad": said["reader"].council,
        "plan": said["title"],
        "eenheid": c.eenheid,
    }
