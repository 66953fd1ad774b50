# SPDX-License-Identifier: EUPL-1.2
"""When councils and bodies meet by the calendars that were read since a dossier was opened."""

from datetime import date, timedelta

from pydantic import TypeAdapter

from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.frozen import Frozen


class KnownMeetings(Frozen):
    """The deciding meetings of one council or body, as a calendar gave them.

    Attributes:
        days: in order.
        whole: the stretches, both ends included, of which these are all its meetings.
        source: what the calendar is called.
        document: the SHA-256 of it, under which the register keeps it.
        read_on: the day on which it was read.
        remarks: in Dutch, what of it was left out or read otherwise.
    """

    days: tuple[date, ...]
    whole: tuple[tuple[date, date], ...]
    source: str
    document: str
    read_on: date
    remarks: tuple[str, ...] = ()

    def after(self, former: "KnownMeetings", begins_on: date) -> "KnownMeetings":
        """Return these, with what was known before of the days before the first they tell of.

        A calendar on the web often holds only what is to come; what was stays so.

        Args:
            former: what was known before.
            begins_on: the first day of which this calendar tells anything.
        """
        eve = begins_on - timedelta(days=1)
        days = [day for day in former.days if day < begins_on]
        whole = [(first, min(last, eve)) for first, last in former.whole if first < begins_on]
        if whole and self.whole and whole[-1][1] == eve and self.whole[0][0] == begins_on:
            joined = (whole.pop()[0], self.whole[0][1])
            return self._with(days, [*whole, joined, *self.whole[1:]])
        return self._with(days, [*whole, *self.whole])

    def _with(self, days: list[date], whole: list[tuple[date, date]]) -> "KnownMeetings":
        update = {"days": (*days, *self.days), "whole": tuple(whole)}
        return self.model_copy(update=update)

    @property
    def schedule(self) -> Schedule:
        """The same, as a schedule."""
        return Schedule(days=self.days, whole=self.whole, remarks=self.remarks)


_KEPT: TypeAdapter[dict[str, KnownMeetings]] = TypeAdapter(dict[str, KnownMeetings])


def with_meetings(given: str, whose: str, known: KnownMeetings) -> str:
    """Return what was known before with the meetings of one in it, by its key."""
    return _kept(read_meetings(given) | {whose: known})


def without_meetings(given: str, whose: str) -> str:
    """Return what was known before without the meetings of one, by its key."""
    return _kept({key: known for key, known in read_meetings(given).items() if key != whose})


def read_meetings(given: str) -> dict[str, KnownMeetings]:
    """Return what each calendar gave: by the CBS code of a council, or the id of a body."""
    return _KEPT.validate_json(given) if given else {}


def _kept(known: dict[str, KnownMeetings]) -> str:
    """Return it as text; the same facts give the same text."""
    ordered = {key: known[key] for key in sorted(known)}
    return _KEPT.dump_json(ordered).decode() if ordered else ""
