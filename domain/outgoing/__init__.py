# SPDX-License-Identifier: EUPL-1.2
"""What is due to leave: notices, reminders, and letters as they went."""
