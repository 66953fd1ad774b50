# SPDX-License-Identifier: EUPL-1.2
"""Who was reminded today, by the mails that stand: one that was withdrawn reminded nobody."""

from datetime import date

from gehoord.domain.dossier.reminded import not_reminded_after_all
from gehoord.store.register import Change
from gehoord.store.reminded import reminders_sent


def count_reminders_that_stand(change: Change, on: date) -> None:
    """Let whoever was to be reminded on a day, but was not, count as not reminded."""
    mails = reminders_sent(change, change.dossier_id)
    change.apply(not_reminded_after_all(change.state(), mails, on))
