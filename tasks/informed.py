"""Who heard of the days of a dossier before: they are told when these change."""

from typing import Final

import sqlalchemy as sa

from gehoord.domain.acts.move import Informed
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.store.reader import Reader, table_of

_C: Final = table_of(Message).c
_OF_DOSSIER: Final = _C.dossier == sa.bindparam("dossier")
_RECIPIENTS: Final = sa.select(_C.recipient).distinct().where(_OF_DOSSIER)
_INVITED: Final = sa.select(_C.step, _C.owner).where(_OF_DOSSIER, _C.kind == MessageKind.INVITATION)


def informed(reader: Reader, dossier: str) -> Informed:
    """Return who got a message, and for which actions somebody was invited."""
    recipients = reader.rows(_RECIPIENTS, dossier=dossier)
    invited = reader.rows(_INVITED, dossier=dossier)
    return Informed({r for (r,) in recipients}, {(step, owner) for step, owner in invited})
