# SPDX-License-Identifier: EUPL-1.2
"""Calendars as files: entries, feeds and invitations (RFC 5545, 5546 and 6047)."""
