# SPDX-License-Identifier: EUPL-1.2
"""Whether a dossier is carried out in earnest: its mode."""

from enum import StrEnum


class Mode(StrEnum):
    """In which mode something was made; it leaves in no other."""

    TRIAL = "proef"
    LIVE = "live"
    UNKNOWN = "onbekend"
    """Of a dossier of version 0.1.0, which did not keep it: nothing leaves until a person says."""
