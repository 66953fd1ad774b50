# SPDX-License-Identifier: EUPL-1.2
"""The desk: pages and calendars for people without an account, and what they send in."""
