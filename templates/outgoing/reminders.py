"""The mails that remind: to the griffie, or to the adviser for whoever has no griffie."""

from collections.abc import Iterable, Iterator

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import COUNCILS
from gehoord.domain.outgoing.reminders import Reminder
from gehoord.domain.proposal.step import StepKind
from gehoord.templates.correspondence import reminder
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.when import When


def reminders(post: Outgoing, due: Iterable[Reminder]) -> Iterator[Message]:
    """Yield the message of each reminder."""
    for item in due:
        action = item.action
        party = _party(post.state, action)
        found = post.state.municipalities.where(code=action.municipality)
        name = found[0].name if found else action.owner_name
        rendered = reminder(
            post.to(name, party),
            action=action.title,
            owner=_owner(action, party, name),
            due=When.promised_of(action.days),
            days_left=item.days_left,
            hearing=action.kind is StepKind.HEARING,
        )
        address = found[0].address_of(party) if found else ""
        calendar = [post.calendar(found[0].code)] if item.to_griffie and found else []
        yield post.message(item.topic, address, rendered, *calendar)


def _owner(action: Action, party: str, municipality: str) -> str:
    """Return who owes it, as its reader says it: at a hearing two hear and are heard."""
    if action.kind is StepKind.HEARING:
        return f"burgemeester en raad van {municipality}"
    return f"raad van {municipality}" if party == COUNCILS else action.owner_name


def _party(state: State, action: Action) -> str:
    """Return who reads a mail about an action: the office, or the sort of office it stands for."""
    return state.proposal.step(action.step).owner if action.municipality else action.owner
