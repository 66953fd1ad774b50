# SPDX-License-Identifier: EUPL-1.2
"""What is due in a dossier on a day: asked of the database, which looks at nothing else."""

from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.message import Message
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.store.reader import Reader
from gehoord.store.table_of import table_of
from gehoord.store.undelivered import IS_UNDELIVERED

_ACTION = table_of(Action)
_OPEN = sa.and_(_ACTION.c.dossier == sa.bindparam("dossier"), _ACTION.c.state == ActionState.OPEN)
_TO_REMIND = (
    sa.select(_ACTION)
    .where(_OPEN, _ACTION.c.remind_on <= sa.bindparam("day"))
    .order_by(_ACTION.c.id)
)
_MESSAGE = table_of(Message)
_UNDELIVERED = (
    sa.select(sa.func.count())
    .where(_MESSAGE.c.dossier == sa.bindparam("dossier"), IS_UNDELIVERED)
    .scalar_subquery()
)
_TO_DO = (
    sa.select(sa.func.count())
    .where(
        _OPEN,
        _ACTION.c.about.is_not(None),
        _ACTION.c.owner == ADVISER,
        _ACTION.c.reminded_on.is_(None),
    )
    .scalar_subquery()
)
_LATE = sa.select(
    sa.func.count(), sa.func.count().filter(sa.not_(_ACTION.c.is_told_late)), _TO_DO, _UNDELIVERED
).where(_OPEN, _ACTION.c.due_on < sa.bindparam("day"), _ACTION.c.about.is_(None))
"""Who must follow up that another is late, or what is asked, is not late beside it."""
_COUNTED = (
    sa.select(_ACTION.c.state, _ACTION.c.due_on, sa.func.count())
    .where(_ACTION.c.dossier == sa.bindparam("dossier"))
    .group_by(_ACTION.c.state, _ACTION.c.due_on)
)
_REMINDED_ON = sa.select(_ACTION.c.remind_on).distinct().where(_OPEN)
_DUE_ON = sa.select(_ACTION.c.due_on).distinct().where(_OPEN)


class Counted(NamedTuple):
    """How many actions of one state have the same last day, or have none."""

    state: ActionState
    due_on: date | None
    number: int


class Late(NamedTuple):
    """How many actions are late, of how many of these the adviser was not told, and what more.

    ``to_do`` is how many calls and requests there are that he was not told of; ``undelivered`` how
    many messages were tried and did not arrive, whether or not they are tried again.
    """

    number: int
    untold: int
    to_do: int
    undelivered: int


def to_remind(reader: Reader, dossier: str, on: date) -> list[Action]:
    """Return the open actions of which a reminder is due on ``on`` or was before."""
    return reader.those(Action, _TO_REMIND, dossier=dossier, day=on)


def late(reader: Reader, dossier: str, on: date) -> Late:
    """Return how many open actions have their last day before ``on``."""
    [row] = reader.rows(_LATE, dossier=dossier, day=on)
    return Late(*row)


def days_ahead(reader: Reader, dossier: str) -> tuple[set[date], set[date]]:
    """Return the days on which somebody is reminded next, and the last days of what is open."""
    reminded = reader.rows(_REMINDED_ON, dossier=dossier)
    due = reader.rows(_DUE_ON, dossier=dossier)
    return {day for (day,) in reminded if day}, {day for (day,) in due if day}


def counted(reader: Reader, dossier: str) -> list[Counted]:
    """Return how many actions there are of each state and last day."""
    return [Counted(*row) for row in reader.rows(_COUNTED, dossier=dossier)]
