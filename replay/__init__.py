# SPDX-License-Identifier: EUPL-1.2
"""The time machine: a procedure played again, day by day, on the production code path."""
