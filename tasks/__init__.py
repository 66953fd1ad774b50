# SPDX-License-Identifier: EUPL-1.2
"""One effect per file: letters, mail, calendars, the Prefect board."""
