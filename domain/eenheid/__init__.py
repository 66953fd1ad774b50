# SPDX-License-Identifier: EUPL-1.2
"""The unit: its municipalities, its bodies, and when they meet."""
