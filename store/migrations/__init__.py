# SPDX-License-Identifier: EUPL-1.2
"""Alembic migrations of the register."""

from typing import Final

HEAD: Final = "0011"
"""The newest migration; a database that is there already needs no look at the others."""
