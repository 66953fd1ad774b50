# SPDX-License-Identifier: EUPL-1.2
"""The plan: every day worked out with its reason, and what it leaves each council."""
