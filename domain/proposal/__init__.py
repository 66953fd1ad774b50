# SPDX-License-Identifier: EUPL-1.2
"""The procesvoorstel: its steps, its parts, and how one is laid out backwards."""
